"""Where a council came from and what took its place, as sentences: a county that goes on was not split up."""

from dataclasses import dataclass

import pytest

from dashboard.addresses.links import UNNAMED
from dashboard.markup.lineage import lineage
from dashboard.reference.load import Reference
from dashboard.reference.reorganised import reorganised
from dashboard.repository.records import Council, LineageLink
from tests.reorganise.county import EAST_AND_WEST, HEAD, england, taken
from tests.support.html_text import text_of


@dataclass
class Councils:
    """A repository that knows councils and their lineage, and nothing else."""

    reference: Reference

    def council(self, slug: str) -> Council | None:
        return self.reference.councils.get(slug)

    def predecessors(self, slug: str) -> tuple[LineageLink, ...]:
        return self.reference.predecessors(slug)

    def successors(self, slug: str) -> tuple[LineageLink, ...]:
        return self.reference.successors(slug)


CITY = HEAD + "Greater Melcombe Council,,unitary,2027-04-01,Melcombe City Council|Alton\n"


@pytest.mark.parametrize(
    ("text", "slug", "says"),
    [
        (
            CITY,
            "greater-melcombe-council",
            "Goes on, and gave a part of its area to this council on 1 April 2027.",
        ),
        (CITY, "wessex-county-council", "Took over a part of its area on 1 April 2027."),
        (EAST_AND_WEST, "east-wessex-council", "Split between this council and others on 1 April 2027."),
        (EAST_AND_WEST, "wessex-county-council", "Split between its successors on 1 April 2027."),
        (EAST_AND_WEST, "alton-borough-council", "Merged whole, with any others, into its successor on"),
    ],
)
def test_what_is_said_of_a_change(text: str, slug: str, says: str) -> None:
    reference = reorganised(england(), taken(text))
    shown = lineage(reference.councils[slug], Councils(reference), UNNAMED, 2)  # type: ignore[arg-type]
    assert says in text_of(shown)

"""From a statistic to the cases behind it: quiet links whose names make sense by themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dashboard.addresses.case_place import DECISIONS
from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.decision_state import DecisionState, query_string
from dashboard.addresses.links import Links
from dashboard.domain.cases_of import cases_of
from dashboard.domain.figures import Figure
from dashboard.domain.formats import fraction, thousands
from dashboard.domain.measures import MEASURES
from dashboard.domain.outcomes import Category
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, aria
from dashboard.repository.records import Council
from dashboard.words.decisions import counted_as

_KEPT = 4096
"""Years by quantities by services: a page has dozens of such links, and all councils share them."""


@dataclass(frozen=True, slots=True)
class CaseLinks:
    """The cases of a council's year, by quantity (``dashboard.domain.cases_of``)."""

    council: Council
    year: str
    links: Links

    def address(self, quantity: str, service: Category | None = None) -> str:
        """Return the list of the cases that a quantity counts."""
        query = _query(self.year, quantity, service)
        return self.links.council_cases(self.council.slug, DECISIONS, query)

    def of_year(self, year: str) -> "CaseLinks":
        """Return the same for another year."""
        return CaseLinks(self.council, year, self.links)


@lru_cache(maxsize=_KEPT)
def _query(year: str, quantity: str, service: Category | None) -> str:
    """Return the query of a quantity's cases below a council: whichever it is, its path says that."""
    asked = cases_of("", year, quantity, service)
    return query_string(DecisionState(asked.changed(councils=())))


@lru_cache(maxsize=_KEPT)
def _counted_as(year: str, quantity: str) -> str:
    return counted_as(cases_of("", year, quantity))


def links_of(here: CouncilYear) -> CaseLinks | None:
    """Return the links of a council's year; None where the release holds no cases of it."""
    if here.repository.cases_of(here.year) is None:
        return None
    return CaseLinks(here.council, here.year, here.links)


def to_cases(
    links: CaseLinks | None,
    text: str,
    quantity: str,
    count: int | None,
    *,
    service: Category | None = None,
    named: str | None = None,
) -> Child:
    """Return a number's text as a link to its cases; the text alone where there are none or none is held.

    Its name goes on where the text ends: "23", "23 upheld: see the cases". ``named`` replaces what the
    quantity counts.
    """
    if links is None or not count:
        return text
    what = _counted_as(links.year, quantity) if named is None else named
    name = f"{text} {what}".strip() + ": see the cases"  # an attribute: the sentence around it stays one
    return html.A(text, href=links.address(quantity, service), className="to-cases", **aria(label=name))


def counts_linked(text: str, figure: Figure, links: CaseLinks | None) -> Sequence[Child]:
    """Return a text that begins with a figure's counts ("6 of 9 investigations"), each count linked."""
    measure, upheld, base = MEASURES[figure.measure], figure.numerator, figure.denominator
    if links is None or upheld is None:
        return [text]
    if measure.is_rate:
        start = f"{thousands(upheld)} {measure.words.done}"
        if not text.startswith(start):
            return [text]
        return [to_cases(links, start, measure.numerator, upheld, named=""), text.removeprefix(start)]
    if base is None or measure.denominator is None or not text.startswith(fraction(upheld, base)):
        return [text]
    return [
        to_cases(links, thousands(upheld), measure.numerator, upheld),
        " of ",
        to_cases(links, thousands(base), measure.denominator, base),
        text.removeprefix(fraction(upheld, base)),
    ]

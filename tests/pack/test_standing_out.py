"""The summary names every figure that stands out, and what else to watch."""

from dataclasses import replace
from itertools import combinations

import pytest

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED
from dashboard.domain.comparison import Comparison
from dashboard.domain.larger_part import LargerPart
from dashboard.domain.measure import Measure
from dashboard.domain.measures import COMPLIANCE, MEASURES, SATISFACTORY_REMEDY, UPHELD, UPHELD_RATE
from dashboard.pack.council_year import Known, know
from dashboard.pack.facts import Facts
from dashboard.pack.model import Paragraph, Points, plain
from dashboard.pack.standing_out import standing_out
from dashboard.pack.summary import summary, to_watch
from dashboard.statistics.trend import Direction
from tests.support.figures import figure, stands
from tests.support.sample import BLACKPOOL, CUMBRIA, sample

YEAR = "2023-24"
COMPARED = (UPHELD, SATISFACTORY_REMEDY, UPHELD_RATE)
NOTHING = Facts("Ambridge Council", YEAR, "unitary councils")


def known(*marked: Measure, made: tuple[Measure, ...] = COMPARED) -> Known:
    found = know(CouncilYear(BLACKPOOL, YEAR, sample(), UNNAMED))
    assert found is not None
    figures = dict(found.figures)
    for measure in made:
        how = stands(
            Comparison.HIGHER if measure in marked else Comparison.NO_CLEAR_DIFFERENCE, 3, 20, others=(1, 9)
        )
        base = 140_000 if measure is UPHELD_RATE else 40
        figures[measure.id] = figure(BLACKPOOL.slug, YEAR, measure.id, 30, base, compared=how)
    return replace(found, figures=figures)


def told(of: Known) -> str:
    blocks = summary(of, NOTHING).blocks
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    points = [item for block in blocks if isinstance(block, Points) for item in block.items]
    return "\n".join(plain(text) for text in (*texts, *points))


@pytest.mark.parametrize(
    "marked", [chosen for size in range(4) for chosen in combinations(COMPARED, size)], ids=len
)
def test_every_figure_that_stands_out_is_named_and_no_other(marked: tuple[Measure, ...]) -> None:
    said = told(known(*marked))
    for measure in COMPARED:
        assert (f"{MEASURES[measure.id].label}: " in said) == (measure in marked)
    assert ("Luck alone" in said) == bool(marked)
    assert f"{COMPLIANCE.label}: " not in said


def test_it_says_what_would_be_usual() -> None:
    said = told(known(UPHELD, UPHELD_RATE))
    assert "Two of the three figures compared stand out; the other does not differ clearly:" in said
    assert "Complaints upheld: 75% (30 of 40). That is higher than other unitary councils" in said
    assert "3 to 20 of 40 would be usual." in said
    assert "3 to 20 upheld would be usual for so many residents." in said


def test_one_and_all() -> None:
    assert "The one figure compared stands out:" in _lead(known(UPHELD, made=(UPHELD,)))
    assert "Every one of the three figures compared stands out:" in _lead(known(*COMPARED))


def _lead(of: Known) -> str:
    bare = {**of.figures}
    for measure in COMPARED:
        if not of.figures[measure.id].comparison.marked:
            bare[measure.id] = figure(BLACKPOOL.slug, YEAR, measure.id)
    first = standing_out(replace(of, figures=bare))[0]
    assert isinstance(first, Paragraph)
    return plain(first.text)


def test_an_ended_council_stands_beside_nobody() -> None:
    ended = know(CouncilYear(CUMBRIA, YEAR, sample(), UNNAMED))
    assert ended is not None
    assert standing_out(ended) == []
    assert "no average of councils applies" in told(ended)


@pytest.mark.parametrize(
    ("numbers", "watched"),
    [
        ({"reports": 2}, "two public interest reports"),
        ({"complied": (8, 9)}, "1 of 9 recommendations due not carried out"),
        ({"late": 9, "due": 49}, "9 of 49 recommendations due carried out late"),
        ({"open_changes": 1}, "one agreed change due by the end of the year, not recorded as done"),
        (
            {"change": Direction.UP},
            "a rise in the share upheld beyond that of its type since the year before",
        ),
        (
            {"trend": Direction.DOWN},
            "the share upheld has fallen over the years by more than chance explains",
        ),
        (
            {"unusual_subject": LargerPart("Noise", 6, 85, (8, 455), simulated=False)},
            "more upheld cases about noise than elsewhere",
        ),
    ],
)
def test_what_to_watch_is_said(numbers: dict[str, object], watched: str) -> None:
    assert to_watch(known(), replace(NOTHING, **numbers)) == [watched]  # type: ignore[arg-type]


def test_nothing_to_watch_is_not_announced() -> None:
    assert to_watch(known(), NOTHING) == []
    assert "To watch" not in told(known())

"""A council's year in two sentences: what happened, how it stands, a share in tenths."""

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Comparison
from dashboard.domain.figures import Figure, State
from dashboard.domain.measures import COMPLIANCE, SATISFACTORY_REMEDY, UPHELD, UPHELD_RATE
from dashboard.domain.origin import Origin
from dashboard.words.verdict import happened, in_tenths, stands
from tests.support.figures import figure
from tests.support.figures import stands as standing

YEAR = "2023-24"
NOTHING = {m.id: figure("x", YEAR, m.id, state=State.NOT_HELD) for m in (UPHELD, COMPLIANCE)}


def of(measure: str, counts: tuple[int, int] | State) -> Mapping[str, Figure]:
    if isinstance(counts, State):
        return {measure: figure("x", YEAR, measure, state=counts)}
    return {measure: figure("x", YEAR, measure, *counts)}


@pytest.mark.parametrize(
    ("upheld", "complied", "said"),
    [
        (
            (50, 57),
            (36, 36),
            "Of 57 complaints looked into, 50 were upheld, and every recommendation that fell due was "
            "carried out.",
        ),
        ((0, 1), State.NOT_HELD, "The one complaint looked into was not upheld."),
        ((1, 1), State.NO_CASES, "The one complaint looked into was upheld, and no recommendation fell due."),
        ((1, 3), State.NOT_HELD, "Of 3 complaints looked into, 1 was upheld."),
        ((0, 12), State.NOT_HELD, "Of 12 complaints looked into, none was upheld."),
        (
            State.NO_CASES,
            (0, 1),
            "No complaint was looked into, and the one recommendation that fell due was not carried out.",
        ),
        (State.NOT_HELD, (20, 22), "Two of 22 recommendations that fell due were not carried out."),
        (State.NOT_HELD, (21, 22), "One of 22 recommendations that fell due was not carried out."),
        (State.NOT_HELD, State.NOT_HELD, "No figure of this year is held."),
    ],
)
def test_what_happened_is_said_with_its_base(
    upheld: tuple[int, int] | State, complied: tuple[int, int] | State, said: str
) -> None:
    assert happened({**NOTHING, **of(UPHELD.id, upheld), **of(COMPLIANCE.id, complied)}) == said


def compared(measure: str, comparison: Comparison, **more: object) -> dict[str, Figure]:
    found = standing(comparison, 4, 9, others=(80, 100), **more)
    return {measure: figure("x", YEAR, measure, 8, 10, compared=found)}


CLEAR = Comparison.NO_CLEAR_DIFFERENCE


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ({}, None),
        (compared(UPHELD.id, CLEAR, could_differ=False), None),
        (
            compared(UPHELD.id, CLEAR),
            "Of its four figures only complaints upheld can be compared: no clear difference from other "
            "unitary councils.",
        ),
        (
            compared(UPHELD.id, CLEAR) | compared(UPHELD_RATE.id, CLEAR),
            "Of its four figures two can be compared, and neither differs clearly from other unitary "
            "councils.",
        ),
        (
            compared(UPHELD.id, CLEAR)
            | compared(SATISFACTORY_REMEDY.id, CLEAR)
            | compared(UPHELD_RATE.id, CLEAR),
            "Of its four figures three can be compared, and none differs clearly from other unitary "
            "councils.",
        ),
        (
            compared(UPHELD.id, Comparison.HIGHER) | compared(UPHELD_RATE.id, CLEAR),
            "Complaints upheld: higher than other unitary councils, by more than chance explains. "
            "The other figure compared does not differ clearly.",
        ),
        (
            compared(UPHELD.id, Comparison.MUCH_LOWER)
            | compared(SATISFACTORY_REMEDY.id, Comparison.HIGHER, origin=Origin.SIMULATED),
            "Complaints upheld: much lower than other unitary councils, by far more than chance explains; "
            "satisfactory remedy before the Ombudsman: higher than other unitary councils, by more than "
            "chance explains (the others’ figures are simulated).",
        ),
    ],
)
def test_how_it_stands_names_only_what_is_beyond_chance(figures: dict[str, Figure], said: str | None) -> None:
    assert stands(figures, AuthorityType.UNITARY) == said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((9, 9), None),
        ((27, 33), "About 8 in every 10 investigations were upheld."),
        ((33, 33), "All of the 33 investigations were upheld."),
        ((0, 33), "None of the 33 investigations were upheld."),
        ((99, 100), "Nearly all investigations were upheld."),
        ((1, 100), "Fewer than 1 in every 20 investigations were upheld."),
        ((1, 20), "About 1 in every 10 investigations were upheld."),
    ],
)
def test_a_share_of_ten_cases_or_more_is_said_in_tenths(counts: tuple[int, int], said: str | None) -> None:
    assert in_tenths(figure("x", YEAR, UPHELD.id, *counts)) == said


@given(st.integers(10, 2000), st.data())
def test_the_tenth_said_is_the_nearest(base: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(1, base - 1))
    said = in_tenths(figure("x", YEAR, UPHELD.id, part, base)) or ""
    tenths = {"A": None, "N": 10, "F": 0}[said[0]]
    tenths = int(said.split()[1]) if tenths is None else tenths
    assert abs(Fraction(part, base) - Fraction(tenths, 10)) <= Fraction(1, 20)

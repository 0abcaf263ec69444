"""How many councils could be compared and stand out: every number with the number it is of."""

from collections import Counter

import pytest

from dashboard.domain.comparison import Compared, Comparison, NoComparison, not_compared
from dashboard.domain.figures import Figure, State
from dashboard.domain.origin import Origin
from dashboard.words import standings as say
from tests.support.figures import figure, stands

CLEAR, LOWER, HIGHER = Comparison.NO_CLEAR_DIFFERENCE, Comparison.LOWER, Comparison.HIGHER
NOT_HELD = figure("x", "2023-24", "upheld_pct", state=State.NOT_HELD)
FEW = figure("x", "2023-24", "upheld_pct", 1, 2)
NONE = figure("x", "2023-24", "upheld_pct", 0, 0)
CANNOT = stands(CLEAR, could_differ=False)


def upheld(compared: Compared) -> Figure:
    return figure("x", "2023-24", "upheld_pct", 8, 10, compared=compared)


def counted(*figures: Figure | None) -> say.Standings:
    return say.standings(figures)


CASES = counted(*[upheld(stands(CLEAR))] * 3, upheld(stands(LOWER)), FEW, NONE)
REASONS = counted(upheld(stands(HIGHER)), upheld(not_compared(NoComparison.FIRST_YEAR)), FEW)


def test_councils_are_counted_by_how_they_stand() -> None:
    found = counted(upheld(stands(HIGHER)), upheld(stands(Comparison.MUCH_LOWER)), upheld(CANNOT), FEW, None)
    assert (found.councils, found.held, found.enough, found.too_small) == (5, 4, 2, 1)
    assert (found.above, found.below, found.marked) == (1, 1, 2)
    assert found.reasons == Counter({NoComparison.TOO_FEW_CASES: 1})
    assert found.luck == pytest.approx(0.09)


def test_one_simulated_comparison_makes_the_whole_simulated() -> None:
    assert not CASES.simulated
    assert counted(upheld(stands(CLEAR)), upheld(stands(CLEAR, origin=Origin.SIMULATED))).simulated


@pytest.mark.parametrize(
    ("held", "councils", "base"),
    [
        (36, 36, "Of 36 unitary councils"),
        (3, 36, "Of the 3 unitary councils whose counts are held (of 36)"),
        (1, 36, "Of the one unitary council whose counts are held (of 36)"),
    ],
)
def test_k_of_n_names_its_n(held: int, councils: int, base: str) -> None:
    assert say.of_those_held(held, councils, "unitary councils") == base


@pytest.mark.parametrize(
    ("standings", "enough", "out", "differ"),
    [
        (CASES, "four have cases enough", "one stands out",
         "one differs from its type by more than chance explains, below it"),
        (REASONS, "one can be compared", "one stands out",
         "one differs from its type by more than chance explains, above it"),
        (counted(*[upheld(stands(CLEAR))] * 153), "153 have cases enough", "none stands out",
         "none differs from its type by more than chance explains"),
        (counted(*[upheld(stands(LOWER))] * 3), "three have cases enough", "three stand out",
         "three differ from their type by more than chance explains, all below it"),
        (counted(upheld(stands(LOWER)), *[upheld(stands(HIGHER))] * 2), "three have cases enough",
         "three stand out",
         "three differ from their type by more than chance explains: two above and one below"),
    ],
)  # fmt: skip
def test_what_is_said_of_those_who_stand_out(
    standings: say.Standings, enough: str, out: str, differ: str
) -> None:
    assert (say.have_enough(standings), say.stand_out(standings), say.differ(standings)) == (
        enough,
        out,
        differ,
    )


@pytest.mark.parametrize(
    ("figures", "heading"),
    [
        ([FEW, NONE], "Too few cases to compare any council with its type"),
        ([upheld(CANNOT)], "Too few cases to compare any council with its type"),
        (
            [upheld(not_compared(NoComparison.NO_AVERAGE)), NOT_HELD],
            "No average is held to compare councils with",
        ),
        (
            [upheld(not_compared(NoComparison.SPREAD_NOT_KNOWN))],
            "Too few figures are held to compare councils with their type",
        ),
        (
            [upheld(not_compared(NoComparison.FIRST_YEAR))] * 2 + [FEW],
            "A council is not compared in its first year",
        ),
    ],
)
def test_an_empty_comparison_names_its_true_reason(figures: list[Figure], heading: str) -> None:
    assert say.nothing_compared(counted(*figures)) == heading


@pytest.mark.parametrize(
    ("standings", "said"),
    [
        (counted(upheld(stands(CLEAR)), NOT_HELD), ""),
        (CASES, "Not compared: one with no cases and one with fewer than five cases."),
        (
            counted(upheld(CANNOT), upheld(CANNOT), upheld(not_compared(NoComparison.FIRST_YEAR))),
            "Two more have too few cases to show a difference. Not compared: one new that year.",
        ),
    ],
)
def test_those_not_compared_are_counted_by_reason(standings: say.Standings, said: str) -> None:
    assert say.not_compared(standings) == said


def test_a_group_says_first_how_many_differ() -> None:
    group = counted(upheld(stands(CLEAR)), upheld(stands(LOWER)), FEW, NOT_HELD)
    assert say.group_lead(group) == (
        "Of the 3 councils whose counts are held (of 4), two have cases enough; one differs from its type by "
        "more than chance explains, below it. Not compared: one with fewer than five cases."
    )
    assert say.group_lead(counted(upheld(stands(CLEAR)), upheld(stands(CLEAR)))) == (
        "Of 2 councils, none differs from its type by more than chance explains."
    )
    made_up = stands(LOWER, origin=Origin.SIMULATED)
    assert say.group_lead(counted(upheld(made_up), upheld(stands(CLEAR)), FEW)) == (
        "Of 3 councils, two have cases enough; one differs from its type by more than chance explains, below "
        "it. Simulated figures are among those it is worked out from. Not compared: one with fewer than five "
        "cases."
    )
    assert say.group_lead(counted(FEW, FEW)) == (
        "Too few cases to compare any council with its type. Not compared: two with fewer than five cases."
    )

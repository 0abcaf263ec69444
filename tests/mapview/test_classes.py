"""Which class a figure is in."""

from decimal import Decimal

import pytest

from dashboard.addresses.view_state import Reading
from dashboard.domain.comparison import Comparison, NoComparison
from dashboard.domain.figures import Figure, State
from dashboard.domain.measure import Measure
from dashboard.domain.measures import (
    COMPLIANCE,
    DEALT_WITH_RATE,
    SATISFACTORY_REMEDY,
    UPHELD,
    UPHELD_RATE,
    on_map,
)
from dashboard.mapview.classes import (
    STEPS,
    UNSHADED,
    MapClass,
    by_comparison,
    by_figure,
    class_label,
    effective_reading,
    step,
)
from tests.mapview.england import upheld
from tests.support.figures import figure, printed_benchmark, stands


@pytest.mark.parametrize(
    ("n", "d", "expected"),
    [
        (59, 100, MapClass.STEP_1),
        (119, 200, MapClass.STEP_2),  # 59.5 is shown as 60
        (60, 100, MapClass.STEP_2),
        (69, 100, MapClass.STEP_2),
        (139, 200, MapClass.STEP_3),  # 69.5 is shown as 70
        (33, 40, MapClass.STEP_4),  # 82.5 is shown as 83
        (179, 200, MapClass.STEP_5),  # 89.5 is shown as 90
        (0, 5, MapClass.STEP_1),
        (5, 5, MapClass.STEP_5),
        (3, 4, MapClass.FEW),
        (0, 1, MapClass.FEW),
        (0, 0, MapClass.NO_CASES),
    ],
)
def test_a_share_is_classed_as_it_is_shown(n: int, d: int, expected: MapClass) -> None:
    assert by_figure(upheld("a", n, d)) is expected


@pytest.mark.parametrize(
    ("measure", "value", "expected"),
    [
        (COMPLIANCE, "99", MapClass.STEP_4),
        (COMPLIANCE, "100", MapClass.STEP_5),
        (SATISFACTORY_REMEDY, "4", MapClass.STEP_1),
        (SATISFACTORY_REMEDY, "5", MapClass.STEP_2),
        (UPHELD_RATE, "1.9", MapClass.STEP_1),
        (UPHELD_RATE, "2", MapClass.STEP_2),
        (UPHELD_RATE, "8.9", MapClass.STEP_4),
        (DEALT_WITH_RATE, "50", MapClass.STEP_5),
    ],
)
def test_breaks_belong_to_the_class_above(measure: Measure, value: str, expected: MapClass) -> None:
    assert step(Decimal(value), measure.breaks) is expected


def test_the_printed_value_decides_where_it_is_held() -> None:
    assert by_figure(upheld("a", 22, 24, printed="89")) is MapClass.STEP_4


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (State.NO_CASES, MapClass.NO_CASES),
        (State.NOT_HELD, MapClass.NOT_HELD),
        (State.NOT_APPLICABLE, MapClass.NOT_APPLICABLE),
        (State.PERCENTAGE_ONLY, MapClass.PERCENTAGE_ONLY),
    ],
)
def test_the_empty_states_are_classes_of_their_own_in_both_readings(state: State, expected: MapClass) -> None:
    empty = upheld("a", printed="77", state=state)
    assert by_figure(empty) is by_comparison(empty) is expected
    assert expected in UNSHADED


@pytest.mark.parametrize(
    ("comparison", "expected"),
    [
        (Comparison.MUCH_LOWER, MapClass.MUCH_LOWER),
        (Comparison.LOWER, MapClass.LOWER),
        (Comparison.NO_CLEAR_DIFFERENCE, MapClass.NO_CLEAR_DIFFERENCE),
        (Comparison.HIGHER, MapClass.HIGHER),
        (Comparison.MUCH_HIGHER, MapClass.MUCH_HIGHER),
        (NoComparison.TOO_FEW_CASES, MapClass.FEW),
        (NoComparison.NO_AVERAGE, MapClass.NOT_COMPARED),
        (NoComparison.FIRST_YEAR, MapClass.NOT_COMPARED),
    ],
)
def test_the_comparison_is_a_class(comparison: Comparison | NoComparison, expected: MapClass) -> None:
    assert by_comparison(upheld("a", 8, 10, comparison=comparison)) is expected


def test_where_no_result_could_be_beyond_chance_nothing_is_shaded_as_compared() -> None:
    cannot = upheld("a", 5, 5, compared=stands(Comparison.NO_CLEAR_DIFFERENCE, 0, 5, could_differ=False))
    assert by_comparison(cannot) is MapClass.FEW
    assert class_label(MapClass.FEW, UPHELD, Reading.COMPARED) == "Too few to show a difference"
    assert class_label(MapClass.FEW, UPHELD, Reading.FIGURE) == "Fewer than 5 cases"


@pytest.mark.parametrize(
    ("printed", "expected"), [(None, MapClass.STEP_4), ("100", MapClass.STEP_5), ("99.6", MapClass.STEP_4)]
)
def test_over_99_per_cent_is_under_100_unless_it_was_printed_so(
    printed: str | None, expected: MapClass
) -> None:
    assert by_figure(figure("a", "2024-25", "compliance_pct", 444, 446, printed=printed)) is expected


def rate(measure: str, n: int) -> Figure:
    return figure("a", "2023-24", measure, n, 100_000, benchmark=printed_benchmark("4.6"))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (rate("upheld_per_100k", 3), MapClass.FEW),
        (rate("upheld_per_100k", 5), MapClass.STEP_3),
        (rate("dealt_with_per_100k", 4), MapClass.FEW),
        (rate("dealt_with_per_100k", 5), MapClass.STEP_1),
    ],
)
def test_the_cases_of_a_rate_are_what_is_counted(told: Figure, expected: MapClass) -> None:
    assert by_figure(told) is expected


@pytest.mark.parametrize(
    ("measure", "labels"),
    [
        (UPHELD, ["Under 60%", "60 to 69%", "70 to 79%", "80 to 89%", "90% or more"]),
        (COMPLIANCE, ["Under 85%", "85 to 89%", "90 to 94%", "95% to under 100%", "100%"]),
        (UPHELD_RATE, ["Under 2", "2 to 3.9", "4 to 5.9", "6 to 8.9", "9 or more"]),
    ],
)
def test_labels_leave_no_gap(measure: Measure, labels: list[str]) -> None:
    assert [class_label(kind, measure) for kind in STEPS] == labels


def test_every_class_has_a_label_of_its_own_on_every_measure() -> None:
    for measure in on_map():
        assert len({class_label(kind, measure) for kind in MapClass}) == len(MapClass)


@pytest.mark.parametrize(
    ("measure", "expected"),
    [(UPHELD, Reading.COMPARED), (COMPLIANCE, Reading.FIGURE), (DEALT_WITH_RATE, Reading.FIGURE)],
)
def test_what_is_never_compared_shows_its_figure(measure: Measure, expected: Reading) -> None:
    assert effective_reading(measure, Reading.COMPARED) is expected

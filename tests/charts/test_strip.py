"""The strip of a type: every council once, the middle half, nothing ranked."""

import re

import pytest

from dashboard.charts.peers import Group, group_of_type
from dashboard.charts.scale import Scale, percent_scale, scale_from_nought
from dashboard.charts.strip import missed_strip, strip, strip_svg
from dashboard.domain.measures import COMPLIANCE, UPHELD, Measure
from tests.support.one_type import YEAR, Counts, named, one_type

COUNTS: Counts = {
    **{f"Oak{i:02d}": (14 + i, 24) for i in range(9)},
    "Elder": (6, 9),
    "Birch": (0, 1),
}


def group(measure: Measure = UPHELD, counts: Counts = COUNTS, chosen: str = "Elder") -> Group:
    repository = one_type({measure.id: counts}, {measure.id: "79"}, simulated=frozenset({"Oak01"}))
    return group_of_type(named(chosen), YEAR, measure, 1, repository)


def test_every_council_is_one_dot_and_the_pages_own_is_larger() -> None:
    drawn = strip(group())
    assert drawn is not None
    svg = strip_svg(drawn, "Dots")
    assert svg.count("<circle") == len(COUNTS)
    assert svg.count('class="point own"') == 1
    assert svg.count('class="point simulated"') == 1
    assert svg.count('class="point few"') == 1
    assert 'role="img" aria-label="Dots"' in svg


def test_the_middle_half_is_of_councils_with_five_cases_or_more() -> None:
    drawn = strip(group())
    assert drawn is not None
    shares = sorted([100 * (14 + i) / 24 for i in range(9)] + [100 * 6 / 9])
    assert drawn.quarters == pytest.approx(
        (shares[2] + 0.25 * (shares[3] - shares[2]), shares[6] + 0.75 * (shares[7] - shares[6]))
    )


def test_dots_in_one_place_are_piled_up() -> None:
    drawn = strip(group(counts={f"Oak{i:02d}": (8, 10) for i in range(60)} | {"Elder": (9, 10)}))
    assert drawn is not None
    svg = strip_svg(drawn, "Dots")
    heights = {float(y) for y in re.findall(r'class="point[^"]*" cx="[\d.]+%" cy="([\d.]+)"', svg)}
    assert len(heights) == 61
    assert min(heights) > 0


def test_rule_12_compliance_is_drawn_as_the_number_not_complied_with() -> None:
    drawn = missed_strip(group(COMPLIANCE, {"Elder": (11, 12), "Alder": (5, 5), "Birch": (20, 23)}))
    assert drawn is not None
    assert {peer.name: value for peer, value in drawn.dots} == {"Alder": 0, "Birch": 3, "Elder": 1}
    assert drawn.unit == ""
    assert drawn.quarters is None


def test_nothing_is_drawn_of_nobody() -> None:
    nobody = group_of_type(named("Elder"), YEAR, UPHELD, 1, one_type({}, {}))
    assert strip(nobody) is None
    assert missed_strip(nobody) is None


@pytest.mark.parametrize(
    ("largest", "ticks", "scale"),
    [
        (0, 6, Scale(0, 1, 1)),
        (4, 6, Scale(0, 4, 1)),
        (46, 6, Scale(0, 50, 10)),
        (158, 6, Scale(0, 200, 50)),
        (1_600_000, 5, Scale(0, 2_000_000, 500_000)),
        (141_574, 5, Scale(0, 150_000, 50_000)),
    ],
)
def test_an_axis_from_nought_has_few_round_ticks(largest: float, ticks: int, scale: Scale) -> None:
    assert scale_from_nought(largest, ticks) == scale
    assert len(scale.ticks) <= ticks
    assert scale.high >= largest


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [
        ([67, 92], 60, 100),
        ([0, 100], 0, 100),
        ([6, 19], 0, 40),
        ([100], 60, 100),
        ([], 0, 100),
        ([85], 60, 100),
    ],
)
def test_an_axis_of_percentages_runs_in_twenties_within_0_and_100(
    values: list[float], low: float, high: float
) -> None:
    scale = percent_scale(values)
    assert (scale.low, scale.high, scale.step) == (low, high, 20)

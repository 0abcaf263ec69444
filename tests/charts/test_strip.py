"""The strip of a type: every council once, the middle half, nothing ranked."""

import re

import pytest

from dashboard.charts.scale import Scale, percent_scale, scale_from_nought
from dashboard.charts.strip import Strip, missed_strip, strip, strip_svg
from dashboard.domain.measures import COMPLIANCE, UPHELD
from tests.support.of_type import group_in, group_of
from tests.support.one_type import Counts, one_type

COUNTS: Counts = {
    **{f"Oak{i:02d}": (14 + i, 24) for i in range(9)},
    "Elder": (6, 9),
    "Birch": (0, 1),
}


def drawn(counts: Counts = COUNTS) -> Strip:
    found = strip(group_of(counts, simulated=frozenset({"Oak01"})))
    assert found is not None
    return found


def test_every_council_is_one_dot_and_the_pages_own_is_larger() -> None:
    svg = strip_svg(drawn(), "elder", "Dots")
    assert svg.count("<circle") == len(COUNTS)
    assert svg.count('class="point own"') == 1
    assert svg.count('class="point simulated"') == 1
    assert svg.count('class="point few"') == 1
    assert 'role="img" aria-label="Dots"' in svg


def test_the_middle_half_is_of_councils_with_five_cases_or_more() -> None:
    shares = sorted([100 * (14 + i) / 24 for i in range(9)] + [100 * 6 / 9])
    low, high = shares[2] + 0.25 * (shares[3] - shares[2]), shares[6] + 0.75 * (shares[7] - shares[6])
    assert drawn().quartiles == pytest.approx((low, high), abs=0.01)  # the scale is 0 to 100


def test_r3_no_middle_half_is_drawn_of_a_type_that_is_not_held() -> None:
    assert drawn({f"Oak{i:02d}": (14 + i, 24) for i in range(9)}).quartiles is None


def test_r7_a_dot_is_dark_where_the_test_marks_the_council() -> None:
    of_type = group_of({**COUNTS, "Cedar": (4, 30)})
    found = strip(of_type)
    assert found is not None
    assert [dot.slug for dot in found.dots if "outside" in dot.look] == ["cedar"]
    assert found.dots[0].slug == "cedar"  # at the foot of its pile, where none hides it


@pytest.mark.parametrize("many", [9, 40, 160])
def test_dots_in_one_place_are_piled_up_in_columns_and_none_hides_another(many: int) -> None:
    svg = strip_svg(
        drawn({f"Oak{i:03d}": (8, 10) for i in range(many)} | {"Elder": (9, 10)}), "elder", "Dots"
    )
    places = re.findall(
        r'class="point" cx="([\d.]+)%" cy="([\d.]+)" r="3.2"(?: transform="translate\((-?[\d.]+)\))?', svg
    )
    assert len(set(places)) == len(places) == many
    assert min(float(y) for _, y, _ in places) > 0
    assert max(abs(float(moved or 0)) for _, _, moved in places) <= 25


@pytest.mark.parametrize(("counts", "way"), [((0, 10), 1), ((10, 10), -1)])
def test_a_pile_at_an_end_stays_within_the_scale(counts: tuple[int, int], way: int) -> None:
    others: Counts = {"Alder": (0, 9), "Birch": (9, 9)}
    svg = strip_svg(drawn({**{f"Oak{i:02d}": counts for i in range(30)}, **others}), "alder", "Dots")
    moved = [float(shift) for shift in re.findall(r"translate\((-?[\d.]+)\)", svg)]
    assert moved
    assert all(way * shift > 0 for shift in moved)


def test_rule_12_compliance_is_drawn_as_the_number_not_complied_with() -> None:
    of_type = group_of({"Elder": (11, 12), "Alder": (5, 5), "Birch": (20, 23)}, COMPLIANCE)
    found = missed_strip(of_type)
    assert found is not None
    assert {dot.slug: dot.x for dot in found.dots} == {"alder": 0, "birch": 75, "elder": 25}
    assert (found.scale.high, found.unit, found.quartiles) == (4, "", None)


def test_nothing_is_drawn_of_nobody() -> None:
    repository = one_type({UPHELD.id: {"Elder": (3, 6)}}, {})
    nobody = group_in(repository, COMPLIANCE)
    assert strip(nobody) is None
    assert missed_strip(nobody) is None


def test_what_a_release_keeps_is_what_was_drawn() -> None:
    assert Strip.from_json(drawn().to_json()) == drawn()


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

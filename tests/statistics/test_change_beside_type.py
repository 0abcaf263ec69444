"""Rule R10: a change beside the type's own."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.origin import Origin
from dashboard.statistics.change_beside_type import Pair, printed_change, rate_change, share_change
from dashboard.statistics.intervals import Interval, newcombe
from dashboard.statistics.printed_average import PrintedAverage
from dashboard.statistics.trend import Direction

pair = st.integers(5, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
WITH_ITS_TYPE = ((60, 100), (78, 100))
STILL = Interval(0.0, 0.0, 0.0)
UP, DOWN, UNCLEAR, FEW = Direction.UP, Direction.DOWN, Direction.NO_CLEAR_CHANGE, Direction.TOO_FEW


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ((6, 9), (4, 5), UNCLEAR),  # Blackpool, 2023-24 and 2024-25
        ((4, 8), (12, 12), UP),
        ((12, 12), (4, 8), DOWN),
        ((48, 80), (56, 70), UP),
        ((7, 10), (10, 10), UNCLEAR),
        ((1, 4), (9, 9), FEW),
        ((9, 9), (0, 4), FEW),
    ],
)
def test_rule_13_an_arrow_beside_a_type_that_stands_still_only_where_the_interval_excludes_zero(
    before: tuple[int, int], after: tuple[int, int], told: Direction
) -> None:
    assert share_change((before, after), STILL).direction is told


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ((6, 141_000), (8, 141_500), UNCLEAR),
        ((6, 141_000), (24, 141_500), UP),
        ((40, 300_000), (15, 300_000), DOWN),
        ((2, 90_000), (4, 90_000), FEW),
    ],
)
def test_rule_13_and_so_for_rates(before: tuple[int, int], after: tuple[int, int], told: Direction) -> None:
    assert rate_change((before, after), STILL).direction is told


@given(st.integers(5, 60), st.data())
def test_rule_13_the_arrow_points_the_way_the_share_went(n: int, data: st.DataObject) -> None:
    before, after = data.draw(st.integers(0, n)), data.draw(st.integers(0, n))
    told = share_change(((before, n), (after, n)), STILL).direction
    assert told is not UP or after > before
    assert told is not DOWN or after < before
    assert (told is UNCLEAR) == (not newcombe((before, n), (after, n)).excludes_zero)


def test_a_rise_that_its_type_shares_is_no_change_beside_it() -> None:
    assert newcombe(*WITH_ITS_TYPE).low > 0
    told = share_change(WITH_ITS_TYPE, ((1_200, 2_000), (1_540, 2_000)))
    assert told.own.estimate == pytest.approx(0.18)
    assert told.of_type.estimate == pytest.approx(0.17)
    assert told.beyond.estimate == pytest.approx(0.01)
    assert told.direction is Direction.NO_CLEAR_CHANGE


def test_a_council_that_stands_still_while_its_type_rises_has_fallen_behind() -> None:
    told = share_change(((150, 200), (150, 200)), ((1_200, 2_000), (1_540, 2_000)))
    assert told.own.estimate == 0
    assert told.direction is Direction.DOWN


@given(pair, pair)
def test_beside_a_type_that_stands_still_for_certain_it_is_the_change_alone(
    before: Pair, after: Pair
) -> None:
    told = share_change((before, after), STILL)
    assert told.own == told.beyond == newcombe(before, after)
    alone = newcombe(before, after)
    assert (told.direction is Direction.UP) == (alone.low > 0)
    assert (told.direction is Direction.DOWN) == (alone.high < 0)


@given(pair, pair, pair, pair)
def test_going_back_is_the_other_way_round(before: Pair, after: Pair, then: Pair, now: Pair) -> None:
    there, back = share_change((before, after), (then, now)), share_change((after, before), (now, then))
    assert there.beyond.estimate == pytest.approx(-back.beyond.estimate)
    assert there.beyond.low == pytest.approx(-back.beyond.high)
    turned = {Direction.UP: Direction.DOWN, Direction.DOWN: Direction.UP}
    assert there.direction is turned.get(back.direction, back.direction)


@given(pair, pair, pair, pair)
def test_beside_a_type_that_is_itself_uncertain_less_is_clear(
    before: Pair, after: Pair, then: Pair, now: Pair
) -> None:
    told = share_change((before, after), (then, now))
    surely = share_change((before, after), Interval(*[told.of_type.estimate] * 3))
    assert told.beyond.low <= surely.beyond.low + 1e-12
    assert told.beyond.high >= surely.beyond.high - 1e-12


@pytest.mark.parametrize("cases", [((4, 4), (50, 100)), ((50, 100), (0, 4))])
def test_with_fewer_than_five_cases_in_a_year_nothing_is_said(cases: tuple[Pair, Pair]) -> None:
    assert share_change(cases, STILL).direction is Direction.TOO_FEW


def test_rates_are_set_beside_each_other_in_the_same_way() -> None:
    twice, others = ((40, 500_000), (100, 500_000)), ((900, 20_000_000), (1_750, 20_000_000))
    told = rate_change(twice, others)
    assert told.own.estimate == pytest.approx(12e-5)
    assert told.of_type.estimate == pytest.approx(4.25e-5)
    assert told.direction is Direction.UP
    assert rate_change(((4, 100_000), (0, 100_000)), others).direction is Direction.TOO_FEW
    assert rate_change(((45, 1_000_000), (87, 1_000_000)), others).direction is Direction.NO_CLEAR_CHANGE


def test_a_printed_average_changes_by_what_its_rounding_leaves() -> None:
    before, after = (PrintedAverage.of(Decimal(value), 0, 100, Origin.PUBLISHED) for value in ("73", "79"))
    change = printed_change(before, after)
    assert (change.estimate, change.low, change.high) == pytest.approx((0.06, 0.05, 0.07))
    assert share_change(((60, 100), (78, 100)), change).of_type is change


def test_of_councils_that_move_with_their_type_about_one_in_twenty_is_said_to_differ() -> None:
    chance, pairs, others = np.random.default_rng(21), 1_500, 900
    own = np.stack([chance.binomial(60, 0.7, pairs), chance.binomial(60, 0.8, pairs)])
    of_type = np.stack([chance.binomial(others, 0.7, pairs), chance.binomial(others, 0.8, pairs)])
    told = [
        share_change(((int(a), 60), (int(b), 60)), ((int(c), others), (int(d), others))).direction
        for a, b, c, d in zip(*own, *of_type, strict=True)
    ]
    differ = np.mean([each is not Direction.NO_CLEAR_CHANGE for each in told])
    assert differ <= 0.05 + 3 * (0.05 * 0.95 / pairs) ** 0.5

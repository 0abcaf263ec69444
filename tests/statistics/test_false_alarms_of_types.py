"""Rules R2, R4 and R14: how often chance alone is called a difference, over whole types.

A small version of ``python -m slow alarms``, with its seed and bounds.
"""

import numpy as np
import pytest

from dashboard.domain.measure import Unit
from dashboard.statistics.compare_type import compare_type, of_one_year
from dashboard.statistics.type_comparison import SpreadRule
from slow.many_looks import looks
from slow.simulated_types import (
    INVESTIGATED,
    RECEIVED,
    RESIDENTS,
    UPHELD_PER_RESIDENT,
    alarms,
    exact_alarms,
    one_year,
    rates,
    shares,
)

TYPES = {"district": 8, "unitary": 20, "metropolitan": 40, "london": 40, "county": 60}
SHARES = (0.07, 0.2, 0.5, 0.66, 0.8, 0.9, 0.97)


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("n", [5, 10, 30])
def test_r2_at_one_size_exactly(n: int, share: float) -> None:
    marked, much = exact_alarms(n, 540, share)
    assert marked < 0.05
    assert much < 0.002


@pytest.mark.parametrize("kind", INVESTIGATED)
@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_r2_of_the_largest_council_of_each_type_exactly(kind: str, share: float) -> None:
    largest = int(INVESTIGATED[kind].max())
    marked, much = exact_alarms(largest, int(INVESTIGATED[kind].sum()) - largest, share)
    assert marked < 0.05
    assert much < 0.002


@pytest.mark.parametrize("kind", INVESTIGATED)
@pytest.mark.parametrize("deviation", [0.0, 0.2, 0.35, 0.5])
def test_r14_of_shares_that_differ_by_so_much_between_councils(kind: str, deviation: float) -> None:
    chance, bases = np.random.default_rng(31), INVESTIGATED[kind]
    assert alarms(
        Unit.PERCENT, bases, lambda: shares(bases, 0.8, deviation, chance), TYPES[kind]
    ).within_nominal


@pytest.mark.parametrize("kind", ["metropolitan", "county"])
@pytest.mark.parametrize("deviation", [0.0, 0.35])
def test_r14_and_of_three_years_pooled_in_which_the_differences_last(kind: str, deviation: float) -> None:
    chance, bases = np.random.default_rng(32), INVESTIGATED[kind]
    assert alarms(
        Unit.PERCENT, bases, lambda: shares(bases, 0.75, deviation, chance, years=3), 30
    ).within_nominal


@pytest.mark.parametrize("kind", ["metropolitan", "county"])
@pytest.mark.parametrize(("share", "deviation"), [(0.1, 0.0), (0.1, 0.5), (0.5, 0.35)])
def test_r14_of_complaints_by_service(kind: str, share: float, deviation: float) -> None:
    chance, bases = np.random.default_rng(33), RECEIVED[kind]
    drawn = alarms(
        Unit.PERCENT, bases, lambda: shares(bases, share, deviation, chance), 40, SpreadRule.ALWAYS
    )
    assert drawn.within_nominal


@pytest.mark.parametrize("kind", RESIDENTS)
@pytest.mark.parametrize("phi", [1, 2, 6])
def test_r4_of_rates(kind: str, phi: int) -> None:
    chance, residents = np.random.default_rng(34), RESIDENTS[kind]
    expected = residents * UPHELD_PER_RESIDENT[kind]
    drawn = alarms(Unit.PER_100K, residents, lambda: rates(expected, phi, chance), TYPES[kind])
    assert drawn.within_nominal


@pytest.mark.parametrize(("variance", "deviation"), [(0.05, 0.0), (0.4, 0.0), (0.15, 0.35)])
def test_r11_at_least_one_mark_happens_as_often_as_is_said(variance: float, deviation: float) -> None:
    told = looks("county", variance, deviation, lives=12, chance=np.random.default_rng(36))
    assert told.happened == pytest.approx(told.said, abs=2 * told.error + 4)
    assert told.low - told.error < told.happened < told.high + told.error


def test_r4_without_the_spread_a_quarter_and_more_would_be_marked() -> None:
    chance, residents = np.random.default_rng(35), RESIDENTS["county"]
    marks = []
    for _ in range(10):
        (events,) = rates(residents * UPHELD_PER_RESIDENT["county"], 6, chance)
        year = one_year(zip(events, residents, strict=True))
        told = compare_type(Unit.PER_100K, of_one_year(year), [year]).councils
        narrow = [told[str(i)].without_spread for i in range(len(events))]
        marks += [usual.place(int(k)).marked for k, usual in zip(events, narrow, strict=True) if usual]
    assert len(marks) == 10 * len(residents)
    assert np.mean(marks) > 0.25

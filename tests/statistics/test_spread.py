"""Rules R4 and R14: how far the councils of a type vary beyond chance."""

import numpy as np
import pytest
from scipy.optimize import brentq

from dashboard.statistics.spread import spread_of_rates, spread_of_shares

UNEQUAL = np.array([5, 6, 8, 9, 11, 14, 15, 18, 22, 30, 41, 60, 132])


def at_average(counts: np.ndarray, bases: np.ndarray) -> np.ndarray:
    return bases * counts.sum() / bases.sum()


def share_spread(counts: np.ndarray, cases: np.ndarray) -> float:
    expected = at_average(counts, cases)
    return spread_of_shares([(int(k), int(n), e) for k, n, e in zip(counts, cases, expected, strict=True)])


def rate_spread(events: np.ndarray, residents: np.ndarray) -> float:
    expected = at_average(events, residents)
    return spread_of_rates([(int(k), e) for k, e in zip(events, expected, strict=True)])


@pytest.mark.parametrize("seed", range(6))
def test_pearsons_statistic_at_the_spread_of_rates_is_its_degrees_of_freedom(seed: int) -> None:
    chance = np.random.default_rng(seed)
    residents = UNEQUAL * 10_000
    events = chance.poisson(residents * 2e-4 * chance.gamma(4, 1 / 4, len(residents)))
    e = at_average(events, residents)
    oracle = brentq(lambda s: ((events - e) ** 2 / (e + s * e**2)).sum() - (len(e) - 1), 0, 50)
    assert rate_spread(events, residents) == pytest.approx(oracle, abs=1e-6)


@pytest.mark.parametrize("seed", range(6))
def test_pearsons_statistic_at_the_spread_of_shares_is_its_degrees_of_freedom(seed: int) -> None:
    chance = np.random.default_rng(seed)
    counts = chance.binomial(UNEQUAL, chance.beta(8, 2, len(UNEQUAL)))
    e, share = at_average(counts, UNEQUAL), counts.sum() / UNEQUAL.sum()
    oracle = brentq(
        lambda r: ((counts - e) ** 2 / (e * (1 - share) * (1 + (UNEQUAL - 1) * r))).sum() - (len(e) - 1),
        0,
        0.9,
    )
    assert share_spread(counts, UNEQUAL) == pytest.approx(oracle, abs=1e-6)


@pytest.mark.parametrize("spread", [0.0, 0.02, 0.1])
def test_on_average_it_is_the_spread_that_was_put_in_for_shares(spread: float) -> None:
    chance, cases = np.random.default_rng(3), np.tile(UNEQUAL, 150)
    own = chance.beta(0.8 * (1 / spread - 1), 0.2 * (1 / spread - 1), len(cases)) if spread else 0.8
    assert share_spread(chance.binomial(cases, own), cases) == pytest.approx(
        spread, abs=0.012
    )  # three standard errors


@pytest.mark.parametrize("spread", [0.0, 0.07, 0.34, 3.4])
def test_on_average_it_is_the_spread_that_was_put_in_for_rates(spread: float) -> None:
    chance, residents = np.random.default_rng(4), np.tile(UNEQUAL * 10_000, 300)
    own = chance.gamma(1 / spread, spread, len(residents)) if spread else 1.0
    found = rate_spread(chance.poisson(residents * 5e-5 * own), residents)
    assert found == pytest.approx(spread, rel=0.2, abs=0.005)  # three standard errors


def test_councils_that_vary_no_more_than_chance_have_none() -> None:
    assert share_spread(np.full(20, 8), np.full(20, 10)) == 0.0
    assert rate_spread(np.full(20, 8), np.full(20, 100_000)) == 0.0


@pytest.mark.parametrize("councils", [[], [(3, 4, 3.0)], [(0, 0, 0.0), (4, 4, 4.0), (0, 3, 0.0)]])
def test_where_nothing_can_vary_there_is_none(councils: list[tuple[int, int, float]]) -> None:
    assert spread_of_shares(councils) == 0.0
    assert spread_of_rates([(k, e) for k, _, e in councils[:1]]) == 0.0


def test_the_more_one_council_stands_out_the_larger_the_spread() -> None:
    counts = np.array([8, 8, 9, 7, 8, 8, 9, 7, 8, 8])
    found = [share_spread(np.array([*counts, k]), np.full(11, 10)) for k in (8, 3, 1, 0)]
    assert found == sorted(found)
    assert found[-1] > found[0] == 0.0


def test_it_is_given_as_files_hold_it_to_six_decimals() -> None:
    found = share_spread(np.array([1, 9, 5, 2, 10, 4]), np.full(6, 10))
    assert found == round(found, 6) > 0

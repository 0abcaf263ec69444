"""More than others of the type have: the tail by scipy, and what stands out among all that was looked at."""

import numpy as np
import pytest
from scipy import stats

from dashboard.statistics.more_than_type import beyond_chance, more_than_type
from dashboard.statistics.spread import spread_of_rates, spread_of_shares

COUNCILS = 14
ALIKE = {f"c{i}": (8, 10) for i in range(COUNCILS)}


def test_a_share_without_spread_is_the_beta_binomial_of_the_others() -> None:
    year = {**ALIKE, "own": (10, 10)}
    totals = [(k, n, n * 122 / 150) for k, n in year.values()]
    assert spread_of_shares(totals) == 0
    upper = more_than_type([year], ["own"])["own"]
    k, n = 8 * COUNCILS, 10 * COUNCILS
    by_scipy = stats.betabinom(10, k + 0.5, n - k + 0.5)
    assert upper.tail == pytest.approx(by_scipy.sf(9))
    assert upper.expected == pytest.approx(by_scipy.mean())
    assert (upper.low, upper.high) == (5, 10)
    assert by_scipy.cdf(4) < 0.025 <= by_scipy.cdf(5)


def test_a_rate_without_spread_is_the_negative_binomial_of_the_others() -> None:
    year = {**{f"c{i}": (8, 100_000) for i in range(COUNCILS)}, "own": (13, 100_000)}
    events = 8 * COUNCILS
    assert spread_of_rates([(k, (events + 13) / 15) for k, _ in year.values()]) == 0
    upper = more_than_type([year], ["own"], rate=True)["own"]
    mean, shape = (events + 0.5) / COUNCILS, events + 0.5
    by_scipy = stats.nbinom(shape, shape / (shape + mean))
    assert upper.tail == pytest.approx(by_scipy.sf(12))
    assert upper.expected == pytest.approx(mean)


@pytest.mark.parametrize("rate", [False, True])
def test_the_spread_of_the_type_is_always_in_the_range(*, rate: bool) -> None:
    base = 1000 if rate else 40
    varied = {f"c{i}": (10 + 20 * (i % 2), base) for i in range(COUNCILS)}
    alike = {f"c{i}": (20, base) for i in range(COUNCILS)}
    own = {"own": (34, base)}
    tails = [more_than_type([{**year, **own}], ["own"], rate=rate)["own"].tail for year in (varied, alike)]
    assert tails[0] > 5 * tails[1]


def test_three_years_add_up_and_a_council_that_began_within_them_is_one_of_the_others() -> None:
    first = {**ALIKE, "own": (9, 10)}
    last = {**first, "new": (10, 10)}
    found = more_than_type([first, first, last], ["own", "new"])
    assert list(found) == ["own"]
    k, n = 8 * COUNCILS, 10 * COUNCILS
    assert found["own"].expected == pytest.approx(
        10 * (2 * (k + 0.5) / (n + 1) + (k + 10.5) / (n + 11)), rel=1e-9
    )


@pytest.mark.parametrize(("councils", "compared"), [(8, False), (9, True)], ids=["nine in all", "ten in all"])
def test_a_type_speaks_from_ten_councils_with_cases(councils: int, *, compared: bool) -> None:
    year = {f"c{i}": (8, 10) for i in range(councils)} | {"own": (9, 10), "empty": (0, 0)}
    assert bool(more_than_type([year], ["own", "empty"])) is compared


@pytest.mark.parametrize(
    ("tails", "looked_at", "standing"),
    [
        ([], 100, set()),
        ([0.0009], 100, {0}),
        ([0.0011], 100, set()),
        ([0.0019, 0.0011], 100, {0, 1}),
        ([0.5, 0.0009], 100, {1}),
        ([0.03], 1, set()),
        ([0.02], 1, {0}),
    ],
    ids=["nothing", "under its line", "over its line", "two together", "one of two", "usual", "beyond usual"],
)
def test_what_stands_out(tails: list[float], looked_at: int, standing: set[int]) -> None:
    assert beyond_chance(tails, looked_at, 0.10) == standing


def test_no_more_can_stand_out_than_was_looked_at() -> None:
    with pytest.raises(ValueError, match="2 tails of 1"):
        beyond_chance([0.1, 0.2], 1, 0.10)


@pytest.mark.parametrize("seed", range(3))
def test_what_stands_out_is_what_scipy_says(seed: int) -> None:
    tails = np.random.default_rng(seed).beta(0.3, 3, 60) * 0.2
    every = np.concatenate([tails, np.ones(140)])
    adjusted = stats.false_discovery_control(every)[:60]
    expected = {i for i in range(60) if adjusted[i] <= 0.10 and tails[i] < 0.025}
    assert beyond_chance(tails.tolist(), 200, 0.10) == expected

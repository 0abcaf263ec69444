"""Whole types recomputed by a second path: scipy and numpy, nothing of the product's own statistics."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest
from scipy import stats
from scipy.optimize import brentq

from dashboard.domain.comparison import Comparison
from dashboard.domain.measure import Unit
from dashboard.domain.origin import Origin
from dashboard.statistics.compare_type import compare_type, of_one_year
from dashboard.statistics.type_comparison import (
    CouncilComparison,
    Count,
    SpreadRule,
    TypeComparison,
    TypeYear,
)
from tests.recomputed.staying import luck_with, staying

SIZES = {"districts": (181, 2.5), "unitaries": (62, 16.0), "boroughs": (36, 20.0), "counties": (21, 60.0)}


@dataclass(frozen=True)
class Recomputed:
    """What scipy says of one council."""

    comparison: Comparison
    low: int
    high: int
    luck: float


def judge(k: int, pmf: np.ndarray, stays: Callable[[int], float] | None = None) -> Recomputed:
    lower, upper = np.cumsum(pmf), np.cumsum(pmf[::-1])[::-1]
    low, high = int(np.argmax(lower >= 0.025)), int(np.flatnonzero(upper >= 0.025)[-1])
    if lower[k] < 0.025:
        said = Comparison.MUCH_LOWER if lower[k] < 0.001 else Comparison.LOWER
    elif upper[k] < 0.025:
        said = Comparison.MUCH_HIGHER if upper[k] < 0.001 else Comparison.HIGHER
    else:
        said = Comparison.NO_CLEAR_DIFFERENCE
    return Recomputed(said, low, high, luck_with(pmf, low, high, stays or (lambda _: 1.0)))


def share_spread(k: np.ndarray, n: np.ndarray) -> float:
    k, n = k[n > 0], n[n > 0]
    e, share = n * k.sum() / n.sum(), k.sum() / n.sum()

    def beyond(r: float) -> float:
        return float(((k - e) ** 2 / (e * (1 - share) * (1 + (n - 1) * r))).sum() - (len(n) - 1))

    return round(brentq(beyond, 0, 0.9, xtol=1e-12), 6) if beyond(0.0) > 0 else 0.0


def rate_spread(k: np.ndarray, n: np.ndarray) -> float:
    e = n * k.sum() / n.sum()

    def beyond(s: float) -> float:
        return float(((k - e) ** 2 / (e + s * e**2)).sum() - (len(n) - 1))

    return round(brentq(beyond, 0, 100.0, xtol=1e-12), 6) if beyond(0.0) > 0 else 0.0


def share_council(
    i: int, k: np.ndarray, n: np.ndarray, spread: float, stays: Callable[[int], float] | None = None
) -> Recomputed:
    others_k, others = k.sum() - k[i], np.delete(n, i)
    m = others.sum()
    share = (others_k + 0.5) / (m + 1)
    size = (others**2).sum() / m
    of_average = (1 + (size - 1) * spread) / (m + 2) if spread else 1 / (m + 2)
    prior = 1 / (spread + (1 - spread) * of_average) - 1
    of = stats.betabinom(n[i], share * prior, (1 - share) * prior)
    return judge(int(k[i]), of.pmf(np.arange(n[i] + 1)), stays)


def rate_council(i: int, k: np.ndarray, n: np.ndarray, spread: float) -> Recomputed:
    others_k, others = k.sum() - k[i], np.delete(n, i)
    mean = n[i] * (others_k + 0.5) / others.sum()
    expected = others * k.sum() / n.sum()
    size = (expected**2).sum() / expected.sum()
    both = (1 + spread) * (1 + (1 + size * spread) / (others_k + 0.5)) - 1
    of = stats.nbinom(1 / both, 1 / (1 + both * mean))
    return judge(int(k[i]), of.pmf(np.arange(int(of.isf(1e-12)) + int(k[i]) + 2)))


def agrees(council: CouncilComparison, oracle: Recomputed) -> bool:
    assert council.usual is not None
    return (
        council.comparison is oracle.comparison
        and (council.usual.low, council.usual.high) == (oracle.low, oracle.high)
        and council.luck.marked == pytest.approx(oracle.luck, abs=1e-8)
    )


def compared(unit: Unit, k: np.ndarray, n: np.ndarray, rule: SpreadRule) -> TypeComparison:
    year = TypeYear({str(i): Count(int(k[i]), int(n[i]), Origin.DERIVED) for i in range(len(n))})
    return compare_type(unit, of_one_year(year), [year], rule)


@pytest.mark.parametrize("kind", SIZES)
@pytest.mark.parametrize("deviation", [0.0, 0.6])
@pytest.mark.parametrize("rule", SpreadRule)
def test_shares(kind: str, deviation: float, rule: SpreadRule) -> None:
    councils, mean = SIZES[kind]
    chance = np.random.default_rng([councils, int(10 * deviation)])
    n = chance.negative_binomial(2, 2 / (2 + mean), councils)
    k = chance.binomial(n, 1 / (1 + np.exp(-1.4 - deviation * chance.standard_normal(councils))))
    told = compared(Unit.PERCENT, k, n, rule)
    found = told.variation is not None and told.variation.more_than_chance
    assert told.spread == (share_spread(k, n) if found or rule is SpreadRule.ALWAYS else None)
    counts = {str(i): ((int(k[i]), int(n[i])),) for i in range(councils)}
    checked = 0
    for i in np.flatnonzero(n >= 5):
        stays = staying(counts, str(i)) if told.spread is None else None
        assert agrees(told.councils[str(i)], share_council(int(i), k, n, told.spread or 0.0, stays))
        checked += 1
    assert checked == told.compared == int((n >= 5).sum())


@pytest.mark.parametrize("kind", SIZES)
@pytest.mark.parametrize("variation", [0.0, 0.15, 1.0])
def test_rates(kind: str, variation: float) -> None:
    councils, mean = SIZES[kind]
    chance = np.random.default_rng([councils, int(100 * variation)])
    n = np.rint(chance.lognormal(np.log(200_000), 0.5, councils)).astype(np.int64)
    own = chance.gamma(1 / variation, variation, councils) if variation else np.ones(councils)
    k = chance.poisson(mean * n / 200_000 * own)
    told = compared(Unit.PER_100K, k, n, SpreadRule.WHERE_FOUND)
    assert told.spread == rate_spread(k, n)
    assert all(
        agrees(told.councils[str(i)], rate_council(i, k, n, told.spread or 0.0)) for i in range(councils)
    )
    assert told.luck.marked == pytest.approx(
        sum(rate_council(i, k, n, told.spread or 0.0).luck for i in range(councils)), abs=1e-6
    )

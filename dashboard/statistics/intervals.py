"""95% intervals of a proportion, a count, a rate and a difference."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import hypot, sqrt
from statistics import NormalDist

from dashboard.statistics.exact import WIDE_TAIL, poisson_at_least, poisson_at_most

Z = NormalDist().inv_cdf(1 - WIDE_TAIL)
BYAR_FROM = 10


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with the ends of its 95% interval, all in one unit."""

    estimate: float
    low: float
    high: float

    def scaled(self, factor: float) -> "Interval":
        """Return the interval in another unit (100 for per cent)."""
        return Interval(self.estimate * factor, self.low * factor, self.high * factor)

    @property
    def excludes_zero(self) -> bool:
        """Whether zero lies outside of the interval."""
        return self.low > 0 or self.high < 0


def wilson(k: int, n: int) -> Interval:
    """Return Wilson's score interval of k of n, as proportions of 1.

    Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
    JASA 22 (1927) 209-212. Raises ValueError unless 0 <= k <= n and n > 0.
    """
    if not 0 <= k <= n or n == 0:
        raise ValueError(f"{k} of {n} is not a proportion")
    share, z2 = k / n, Z * Z
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    reach = Z * sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    low = 0.0 if k == 0 else max(0.0, middle - reach)
    high = 1.0 if k == n else min(1.0, middle + reach)
    return Interval(share, low, high)


def poisson_count(events: int) -> Interval:
    """Return the interval of a count: exact Poisson below 10 events, Byar's approximation from 10.

    Sources: F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936) 437-442;
    Byar's in N. E. Breslow and N. E. Day, "Statistical methods in cancer research" II (IARC 1987), 69.
    Raises ValueError for a negative count.
    """
    if events < 0:
        raise ValueError(f"{events} is not a count")
    low, high = _garwood(events) if events < BYAR_FROM else _byar(events)
    return Interval(float(events), low, high)


def rate(events: int, population: int, per: int = 100_000) -> Interval:
    """Return the interval of events per so many residents. Raises ValueError without residents."""
    if population <= 0:
        raise ValueError(f"a rate needs residents, not {population}")
    return poisson_count(events).scaled(per / population)


def newcombe(before: tuple[int, int], after: tuple[int, int]) -> Interval:
    """Return the interval of the change in a proportion, after minus before, each as (k, n).

    Source: R. G. Newcombe, "Interval estimation for the difference between independent
    proportions", Statistics in Medicine 17 (1998) 873-890, method 10 (from two Wilson intervals).
    """
    return _difference(wilson(*before), wilson(*after))


def rate_difference(before: tuple[int, int], after: tuple[int, int], per: int = 100_000) -> Interval:
    """Return the interval of the change in a rate, after minus before, each as (events, population).

    Source: the same construction from any two intervals, G. Y. Zou and A. Donner, "Construction of
    confidence limits about effect measures", Statistics in Medicine 27 (2008) 1693-1702.
    """
    return _difference(rate(*before, per=per), rate(*after, per=per))


def _difference(before: Interval, after: Interval) -> Interval:
    change = after.estimate - before.estimate
    low = change - hypot(after.estimate - after.low, before.high - before.estimate)
    high = change + hypot(after.high - after.estimate, before.estimate - before.low)
    return Interval(change, low, high)


def _byar(events: int) -> tuple[float, float]:
    more = events + 1
    low = events * (1 - 1 / (9 * events) - Z / (3 * sqrt(events))) ** 3
    high = more * (1 - 1 / (9 * more) + Z / (3 * sqrt(more))) ** 3
    return low, high


@lru_cache(maxsize=BYAR_FROM)
def _garwood(events: int) -> tuple[float, float]:
    """Find the means whose tails at the count are 2.5%, by halving: each tail is monotone in the mean."""
    low = 0.0 if events == 0 else _halve(lambda mean: poisson_at_least(events, mean) < WIDE_TAIL)
    high = _halve(lambda mean: poisson_at_most(events, mean) > WIDE_TAIL)
    return low, high


def _halve(below: Callable[[float], bool]) -> float:
    left, right = 0.0, 50.0
    for _ in range(60):
        middle = (left + right) / 2
        left, right = (middle, right) if below(middle) else (left, middle)
    return (left + right) / 2

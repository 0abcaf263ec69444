"""What scipy says of one council beside its type. Formulas as docs/decisions state them, in other words."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import special, stats
from scipy.optimize import brentq

from tests.recomputed.staying import luck_with


@dataclass(frozen=True)
class Judged:
    """Where a count stands, the 95% range, and the chance that luck alone puts a count outside of it."""

    comparison: str
    low: int
    high: int
    luck: float


@dataclass(frozen=True)
class Average:
    """What one year of a council is held against: the others' sums, or a printed average's three ends."""

    numerator: float = 0.0
    denominator: float = 0.0
    printed: tuple[float, float, float] | None = None

    @property
    def ends(self) -> tuple[float, float, float]:
        if self.printed is not None:
            return self.printed
        return ((self.numerator + 0.5) / (self.denominator + 1),) * 3


def spread_of_shares(k: np.ndarray, n: np.ndarray, e: np.ndarray) -> float:
    """The correlation at which Pearson's statistic is its degrees of freedom; 0 where it is below already."""
    kept = (n > 0) & (e > 0) & (e < n)
    k, n, e, councils = k[kept], n[kept], e[kept], int((n > 0).sum())

    def beyond(r: float) -> float:
        return float(((k - e) ** 2 / (e * (1 - e / n) * (1 + (n - 1) * r))).sum() - (councils - 1))

    return round(brentq(beyond, 0, 0.9, xtol=1e-13), 6) if len(k) and beyond(0.0) > 0 else 0.0


def spread_of_rates(k: np.ndarray, e: np.ndarray) -> float:
    """The squared coefficient of variation at which Pearson's statistic is its degrees of freedom."""
    kept = e > 0
    k, e, councils = k[kept], e[kept], int(kept.sum())

    def beyond(s: float) -> float:
        return float(((k - e) ** 2 / (e + s * e**2)).sum() - (councils - 1))

    return round(brentq(beyond, 0, 100.0, xtol=1e-13), 6) if len(k) and beyond(0.0) > 0 else 0.0


def share_by_chance(
    k: int, bases: list[int], averages: list[Average], stays: Callable[[int], float] | None = None
) -> Judged:
    """The years' own distributions, convolved. ``stays``: how likely a count's mark is to stay one."""
    return _judged(k, [_convolved(bases, averages, end) for end in range(3)], stays)


def share_with_spread(
    k: int, bases: list[int], averages: list[Average], spread: float, size: float
) -> Judged:
    """A beta-binomial of matched mean and variance, its average a beta too."""
    cases = sum(bases)
    pmfs = []
    for end in range(3):
        mean = sum(n * a.ends[end] for n, a in zip(bases, averages, strict=True)) / cases
        chance = sum(
            (n / cases) ** 2 * a.ends[1] * (1 - a.ends[1]) / (a.denominator + 2)
            for n, a in zip(bases, averages, strict=True)
            if a.printed is None
        ) / (mean * (1 - mean))
        of_average = min(chance * (1 + (size - 1) * spread), 0.95)
        prior = 1 / (spread + (1 - spread) * of_average) - 1
        pmfs.append(_beta_binomial(cases, mean * prior, (1 - mean) * prior))
    return _judged(k, pmfs)


def rate_with_spread(
    k: int, residents: list[int], averages: list[Average], spread: float, size: float
) -> Judged:
    """A negative binomial of matched mean and variance, its average a gamma too."""
    pmfs = []
    for end in range(3):
        means = [
            n * (a.printed[end] if a.printed is not None else (a.numerator + 0.5) / a.denominator)
            for n, a in zip(residents, averages, strict=True)
        ]
        mean = sum(means)
        chance = sum(
            m * m / (a.numerator + 0.5) for m, a in zip(means, averages, strict=True) if a.printed is None
        ) / (mean * mean)
        both = (1 + spread) * (1 + chance * (1 + size * spread)) - 1
        of = stats.nbinom(1 / both, 1 / (1 + both * mean)) if both > 0 else stats.poisson(mean)
        most = max(int(of.isf(1e-13)), k) + 2
        pmfs.append(of.pmf(np.arange(most + 1)))
    return _judged(k, pmfs)


def _beta_binomial(n: int, a: float, b: float) -> np.ndarray:
    """The whole distribution at once, by the logarithms of beta functions."""
    k = np.arange(n + 1)
    choose = -np.log(n + 1) - special.betaln(n - k + 1, k + 1)
    return np.asarray(np.exp(choose + special.betaln(k + a, n - k + b) - special.betaln(a, b)))


def _convolved(bases: list[int], averages: list[Average], end: int) -> np.ndarray:
    pmf = np.ones(1)
    for n, average in zip(bases, averages, strict=True):
        if average.printed is not None:
            of = stats.binom.pmf(np.arange(n + 1), n, average.printed[end])
        else:
            of = _beta_binomial(n, average.numerator + 0.5, average.denominator - average.numerator + 0.5)
        pmf = np.convolve(pmf, of)
    return pmf


def _judged(k: int, pmfs: list[np.ndarray], stays: Callable[[int], float] | None = None) -> Judged:
    """A low count against the average's low end, a high one against its high end; luck at what is printed."""
    at_low, at_value, at_high = pmfs
    lower = np.cumsum(at_low)
    upper = np.cumsum(at_high[::-1])[::-1]
    low, high = int(np.argmax(lower >= 0.025)), int(np.flatnonzero(upper >= 0.025)[-1])
    below = float(lower[min(k, len(lower) - 1)])
    above = float(upper[k]) if k < len(upper) else 0.0
    if below < 0.025:
        said = "much_lower" if below < 0.001 else "lower"
    elif above < 0.025:
        said = "much_higher" if above < 0.001 else "higher"
    else:
        said = "no_clear_difference"
    luck = luck_with(at_value, low, high, stays or (lambda _: 1.0))
    return Judged(said, low, high, luck)

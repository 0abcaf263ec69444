"""Whether a mark stays one: by how likely a type is found to vary where one of its councils is far out.

Pearson's statistic S, each year's sum given, as the sum over councils of X^2 / V less the line that best
foretells S from the sums. Its moments are those of polynomials in the councils' deviations, multiplied out
term by term, with scipy's moments of the binomial distribution.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from scipy import stats

Years = tuple[tuple[int, int], ...]
"""One council's (count, cases), year by year."""
Terms = dict[tuple[int, ...], float]
"""A polynomial in the deviations of the years: coefficients by exponents."""


@dataclass(frozen=True)
class Type:
    """What the statistic of a type has of each council (mean, variance, third moment), and in all."""

    deviations: np.ndarray
    variances: np.ndarray
    moments: np.ndarray
    critical: float

    def rejects(self, council: int, more: int) -> float:
        """How likely it is that the others, by chance, bring the statistic over its critical value."""
        mean, variance, third = self.moments.sum(axis=0) - self.moments[council]
        own = (self.deviations[council] + more) ** 2 / self.variances[council]
        return float(_law(mean, variance, third).sf(self.critical - own))


@cache
def type_of(councils: tuple[Years, ...]) -> Type:
    """Shares of a type over one year or several; each council has cases, and each year both outcomes."""
    sums = [tuple(map(sum, zip(*year, strict=True))) for year in zip(*councils, strict=True)]
    at = [k / n for k, n in sums]
    each = [[_central(n, p) for (_, n), p in zip(years, at, strict=True)] for years in councils]
    variances = np.array([sum(year[2] for year in years) for years in each])
    slopes = [
        sum(years[t][3] / v for years, v in zip(each, variances, strict=True)) / (n * p * (1 - p))
        for t, ((_, n), p) in enumerate(zip(sums, at, strict=True))
    ]
    moments = np.array(
        [
            _moments(council, years, variance, slopes, sums)
            for council, years, variance in zip(councils, each, variances, strict=True)
        ]
    )
    deviations = [sum(k - n * p for (k, n), p in zip(years, at, strict=True)) for years in councils]
    critical = float(_law(*moments.sum(axis=0)).isf(0.05))
    return Type(np.array(deviations), variances, moments, critical)


def staying(counts: Mapping[str, Years], council: str) -> Callable[[int], float] | None:
    """How likely a mark of the council is to stay, by its count; None where nothing varies among them.

    Years in which all or none of a type were so say nothing, nor do councils without cases in the others.
    """
    told = [t for t, year in enumerate(zip(*counts.values(), strict=True)) if _varies(year)]
    kept = {slug: tuple(years[t] for t in told) for slug, years in counts.items()}
    kept = {slug: years for slug, years in kept.items() if sum(n for _, n in years)}
    if len(kept) < 2:
        return None
    of_type = type_of(tuple(kept.values()))
    if of_type.moments[:, 1].sum() < 1e-9 * len(kept):
        return None
    if council not in kept:
        return lambda _: 0.95
    own, place = sum(k for k, _ in counts[council]), list(kept).index(council)
    return lambda count: 1 - of_type.rejects(place, count - own)


def _varies(year: Sequence[tuple[int, int]]) -> bool:
    return 0 < sum(k for k, _ in year) < sum(n for _, n in year)


def luck_with(pmf: np.ndarray, low: int, high: int, stays: Callable[[int], float]) -> float:
    """The chance of a count outside of the range whose mark stays."""
    far = [k for k in range(len(pmf)) if not low <= k <= high and pmf[k] > 1e-13]
    return float(sum(pmf[k] * stays(k) for k in far))


def _moments(
    council: Years,
    central: Sequence[Sequence[float]],
    variance: float,
    slopes: Sequence[float],
    sums: Sequence[tuple[int, ...]],
) -> tuple[float, float, float]:
    mean = sum(
        year[2] * (base - n) / (base - 1)
        for year, (_, n), (_, base) in zip(central, council, sums, strict=True)
    )
    unit = [tuple(int(i == t) for i in range(len(slopes))) for t in range(len(slopes))]
    line: Terms = dict(zip(unit, slopes, strict=True))
    whole: Terms = dict.fromkeys(unit, 1.0)
    square = {term: value / variance for term, value in _times(whole, whole).items()}
    part: Terms = defaultdict(float, square)
    part[(0,) * len(slopes)] -= 1
    for term, slope in line.items():
        part[term] -= slope
    second = _times(part, part)
    return mean / variance, _expected(second, central), _expected(_times(second, part), central)


def _times(one: Terms, other: Terms) -> Terms:
    product: Terms = defaultdict(float)
    for term, value in one.items():
        for another, times in other.items():
            product[tuple(map(sum, zip(term, another, strict=True)))] += value * times
    return product


def _expected(terms: Terms, central: Sequence[Sequence[float]]) -> float:
    return sum(
        value * float(np.prod([year[power] for power, year in zip(term, central, strict=True)]))
        for term, value in terms.items()
    )


@cache
def _central(cases: int, share: float) -> tuple[float, ...]:
    """The central moments of a count, nought to six."""
    k = np.arange(cases + 1)
    pmf = stats.binom.pmf(k, cases, share)
    return tuple(float((pmf * (k - cases * share) ** power).sum()) for power in range(7))


def _law(mean: float, variance: float, third: float) -> stats.rv_continuous:
    return stats.pearson3(third / variance**1.5, loc=mean, scale=variance**0.5)

"""What is to be expected of one council's count: from the others of its type, or from a printed average.

Where the counts of all others are known, the count is predicted from them: the beta-binomial
distribution of n further cases after k of m (Jeffreys' prior: k + 0.5, m - k + 0.5), or of a rate the
negative binomial of shape k + 0.5. So the council is left out of what it is compared with, and the
others' own chance is allowed for. Where councils vary beyond chance (``spread``), the council's own share
varies around the others' by that much, and so does the others' average the less they are.

Over several years the expectations of the years are added up: independent distributions where there is no
spread; where there is, one distribution with the mean of their sum, since what sets a council apart
from its type one year is mostly there the next.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import fsum

from dashboard.statistics.count_distribution import (
    CountDistribution,
    beta_binomial,
    binomial,
    negative_binomial,
    sum_of,
)
from dashboard.statistics.printed_average import PrintedAverage
from dashboard.statistics.usual_range import Expectation

_JEFFREYS = 0.5
_MOST_OF_ITS_VARIANCE = 0.95


@dataclass(frozen=True, slots=True)
class Others:
    """The counts of all other councils of a type in a year: k of m cases, or k events among m residents."""

    numerator: int
    denominator: int


@dataclass(frozen=True, slots=True)
class YearExpected:
    """One year of what a council is compared with: its own cases (or residents), and the average for them."""

    base: int
    average: Others | PrintedAverage


End = Callable[[PrintedAverage], float]
_ENDS: tuple[End, End, End] = (lambda a: a.low, lambda a: a.value, lambda a: a.high)


def expected_share(years: Sequence[YearExpected], spread: float | None, size_of_others: float) -> Expectation:
    """Return the expectation of a share's count, over one year or several (all with cases).

    ``spread`` is the intra-class correlation (see ``spread_of_shares``), None or 0 for chance alone.
    ``size_of_others`` is the others' mean number of cases, each weighed by its cases (sum m^2 / sum m): the
    larger, the less sure is their average for so many cases, where councils vary.
    """
    one = spread_less if not spread else (lambda part, end: _spread_share(part, end, spread, size_of_others))
    return _at_ends(years, one)


def expected_rate(years: Sequence[YearExpected], spread: float, size_of_others: float) -> Expectation:
    """Return the expectation of a rate's events, over one year or several (all with residents).

    ``spread`` is the squared coefficient of variation (see ``spread_of_rates``), 0 for chance alone.
    ``size_of_others`` is the others' mean number of expected events, each weighed by its own.
    """
    return _at_ends(years, lambda part, end: _rate(part, end, spread, size_of_others))


def spread_less(years: Sequence[YearExpected], end: End) -> CountDistribution:
    """Return the distribution of a share's count by chance alone: the sum of the years' own."""
    return sum_of([_share_of_year(year, end) for year in years])


def _at_ends(
    years: Sequence[YearExpected], one: Callable[[Sequence[YearExpected], End], CountDistribution]
) -> Expectation:
    if all(isinstance(year.average, Others) for year in years):
        return Expectation.known(one(years, _ENDS[1]))
    return Expectation(*(one(years, end) for end in _ENDS))


def _share_of_year(year: YearExpected, end: End) -> CountDistribution:
    of = year.average
    if isinstance(of, PrintedAverage):
        return binomial(year.base, end(of))
    return beta_binomial(year.base, of.numerator + _JEFFREYS, of.denominator - of.numerator + _JEFFREYS)


def _spread_share(
    years: Sequence[YearExpected], end: End, spread: float, size_of_others: float
) -> CountDistribution:
    """Match mean and variance of the council's own share by a Beta, around an average that is a Beta too.

    By the law of total variance the two correlations add up to r + (1 - r) v, where v is the
    average's variance over p (1 - p): 1 / (m + 2) of one year by chance alone, and larger by
    1 + (size - 1) r where the others vary too.
    """
    cases = sum(year.base for year in years)
    mean = fsum(year.base * _share(year.average, end) for year in years) / cases
    if not 0 < mean < 1:
        return binomial(cases, mean)
    by_chance = fsum((year.base / cases) ** 2 * _variance(year.average) for year in years) / (
        mean * (1 - mean)
    )
    of_average = min(by_chance * (1 + (size_of_others - 1) * spread), _MOST_OF_ITS_VARIANCE)
    both = spread + (1 - spread) * of_average
    prior = 1 / both - 1
    return beta_binomial(cases, mean * prior, (1 - mean) * prior)


def _share(average: Others | PrintedAverage, end: End) -> float:
    if isinstance(average, PrintedAverage):
        return end(average)
    return (average.numerator + _JEFFREYS) / (average.denominator + 2 * _JEFFREYS)


def _variance(average: Others | PrintedAverage) -> float:
    """Return the variance of the others' share by chance alone; a printed average has its ends instead."""
    if isinstance(average, PrintedAverage):
        return 0.0
    share = _share(average, _ENDS[1])
    return share * (1 - share) / (average.denominator + 2)


def _rate(years: Sequence[YearExpected], end: End, spread: float, size_of_others: float) -> CountDistribution:
    """Match mean and variance of the council's own rate by a gamma, around an average that is a gamma too.

    Squared coefficients of variation combine as (1 + s)(1 + v) - 1; v is 1 / (k + 0.5) of one year by
    chance alone, and larger by 1 + size * s where the others vary too.
    """
    means = [_events(year, end) for year in years]
    mean = fsum(means)
    if mean <= 0:
        return negative_binomial(0.0, 0.0)
    by_chance = (
        fsum(
            each * each / (year.average.numerator + _JEFFREYS)
            for each, year in zip(means, years, strict=True)
            if isinstance(year.average, Others)
        )
        / mean**2
    )
    of_average = by_chance * (1 + size_of_others * spread)
    return negative_binomial(mean, (1 + spread) * (1 + of_average) - 1)


def _events(year: YearExpected, end: End) -> float:
    of = year.average
    if isinstance(of, PrintedAverage):
        return year.base * end(of)
    return year.base * (of.numerator + _JEFFREYS) / of.denominator

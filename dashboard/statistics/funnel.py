"""Funnel limits: between which a council of each size would lie were it like its type, at 95% and 99.8%.

They come from the very distributions that councils are tested by (``predictive``), so that they have the
spread between councils in them where the usual ranges have it. A whole number cannot lie exactly on a
tail of 2.5%, so limits of whole numbers are a saw; here each is drawn in by the part of its last number's
probability that is not needed (D. J. Spiegelhalter, "Funnel plots for comparing institutional
performance", Statistics in Medicine 24 (2005) 1185-1202, appendix A.1.1). That leaves the curve smooth and
no number on its wrong side: a count is below a limit exactly when its tail is under what is asked for.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dashboard.statistics.count_distribution import CountDistribution
from dashboard.statistics.exact import NARROW_TAIL, WIDE_TAIL
from dashboard.statistics.predictive import Others, YearExpected, expected_rate, expected_share
from dashboard.statistics.printed_average import PrintedAverage
from dashboard.statistics.usual_range import Expectation

Average = Others | PrintedAverage
"""What limits stand around: the counts of a type, or its printed average."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits at one size, in counts: 95% and 99.8%. Not targets.

    ``n`` is a number of cases, or of residents where the counts are events.
    """

    n: int
    low: float
    high: float
    far_low: float
    far_high: float

    def scaled(self, per: int) -> tuple[float, float, float, float]:
        """Return the four limits per so many of n: 95% low and high, 99.8% low and high."""
        low, high, far_low, far_high = (
            per * limit / self.n for limit in (self.low, self.high, self.far_low, self.far_high)
        )
        return low, high, far_low, far_high


def limits_of_shares(
    average: Average, spread: float, size_of_others: float, sizes: Iterable[int]
) -> tuple[Limits, ...]:
    """Return the limits of a share's count at each number of cases (1 or more).

    ``spread`` is 0 for chance alone; ``size_of_others``: see ``expected_share``.
    """
    return tuple(
        _limits(n, expected_share([YearExpected(n, average)], spread, size_of_others), most=n) for n in sizes
    )


def limits_of_rates(
    average: Average, spread: float, size_of_others: float, residents: Iterable[int]
) -> tuple[Limits, ...]:
    """Return the limits of the events among each number of residents (1 or more)."""
    return tuple(
        _limits(n, expected_rate([YearExpected(n, average)], spread, size_of_others), most=None)
        for n in residents
    )


def value_of(average: Average) -> float:
    """Return the average itself, per case or per resident."""
    if isinstance(average, PrintedAverage):
        return average.value
    return average.numerator / average.denominator


def _limits(n: int, expected: Expectation, most: int | None) -> Limits:
    def low(tail: float) -> float:
        return max(0.0, _lowest(expected.at_low_end, tail))

    def high(tail: float) -> float:
        found = _highest(expected.at_high_end, tail)
        return found if most is None else min(float(most), found)

    return Limits(n, low(WIDE_TAIL), high(WIDE_TAIL), low(NARROW_TAIL), high(NARROW_TAIL))


def _lowest(counts: CountDistribution, tail: float) -> float:
    """Return the low limit: above every count whose lower tail is under ``tail``, at or below all others."""
    k = counts.lowest_usual(tail)
    return k - _unneeded(counts.at_most, k, k - 1, tail)


def _highest(counts: CountDistribution, tail: float) -> float:
    k = counts.highest_usual(tail)
    return k + _unneeded(counts.at_least, k, k + 1, tail)


def _unneeded(tail_at: Callable[[int], float], k: int, beyond: int, tail: float) -> float:
    """Return the part of the probability of k that is not needed to reach a tail: from 0 to below 1."""
    reached, before = tail_at(k), tail_at(beyond)
    return (reached - tail) / (reached - before) if reached > before else 0.0

"""Funnel limits: exact, at 95% and 99.8%, around a type's benchmark; by cases, or by residents.

Source: D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in
Medicine 24 (2005) 1185-1202, appendix A.1.1; limits here are whole numbers, without interpolation.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.domain.comparison import Comparison
from dashboard.statistics.comparison import TypeRate, usual_events, usual_range
from dashboard.statistics.exact import NARROW_TAIL, WIDE_TAIL
from dashboard.statistics.overdispersion import widened_tail


@dataclass(frozen=True, slots=True)
class FunnelLimits:
    """The fewest and most of n cases inside the 95% and the 99.8% limits, inclusive. Not targets.

    Of a rate, ``n`` is the number of residents and the limits are events.
    """

    n: int
    low_95: int
    high_95: int
    low_998: int
    high_998: int

    def scaled(self, per: int) -> tuple[float, float, float, float]:
        """Return the four limits per so many of n: 95% low and high, 99.8% low and high."""
        each = (self.low_95, self.high_95, self.low_998, self.high_998)
        low_95, high_95, low_998, high_998 = (per * limit / self.n for limit in each)
        return low_95, high_95, low_998, high_998

    def percentages(self) -> tuple[float, float, float, float]:
        """Return the four limits as percentages of n: 95% low and high, 99.8% low and high."""
        return self.scaled(100)

    def place(self, events: int) -> Comparison:
        """Say where a number of events lies: inside, outside the 95% limits, or outside both."""
        if events < self.low_998:
            return Comparison.MUCH_LOWER
        if events > self.high_998:
            return Comparison.MUCH_HIGHER
        if events < self.low_95:
            return Comparison.LOWER
        if events > self.high_95:
            return Comparison.HIGHER
        return Comparison.NO_CLEAR_DIFFERENCE


def funnel(benchmark: TypeRate, sizes: Iterable[int], phi: float = 1.0) -> list[FunnelLimits]:
    """Return the limits of a share at each number of cases (1 or more): exact binomial.

    ``phi`` above 1 widens them for overdispersion: a separate view, to be named as such. Around a
    printed average they stand at the ends of its rounding interval, as the comparison does, so that
    a council is outside the 95% limits exactly when it is called lower or higher.
    """
    wide, narrow = _tails(phi)
    return [
        FunnelLimits(n, *usual_range(n, benchmark, wide), *usual_range(n, benchmark, narrow)) for n in sizes
    ]


def rate_funnel(benchmark: TypeRate, populations: Iterable[int], phi: float = 1.0) -> list[FunnelLimits]:
    """Return the limits of a rate at each number of residents (1 or more): exact Poisson."""
    wide, narrow = _tails(phi)
    return [
        FunnelLimits(n, *usual_events(n, benchmark, wide), *usual_events(n, benchmark, narrow))
        for n in populations
    ]


def _tails(phi: float) -> tuple[float, float]:
    if phi <= 1:
        return WIDE_TAIL, NARROW_TAIL
    return widened_tail(WIDE_TAIL, phi), widened_tail(NARROW_TAIL, phi)

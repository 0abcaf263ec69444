"""Funnel limits: exact binomial at 95% and 99.8% around a type's benchmark, by number of cases.

Source: D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in
Medicine 24 (2005) 1185-1202, appendix A.1.1; limits here are whole numbers, without interpolation.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.statistics.comparison import TypeRate, usual_range
from dashboard.statistics.exact import NARROW_TAIL, WIDE_TAIL
from dashboard.statistics.overdispersion import widened_tail


@dataclass(frozen=True, slots=True)
class FunnelLimits:
    """The fewest and most of n cases inside the 95% and the 99.8% limits, inclusive. Not targets."""

    n: int
    low_95: int
    high_95: int
    low_998: int
    high_998: int

    def percentages(self) -> tuple[float, float, float, float]:
        """Return the four limits as percentages of n: 95% low and high, 99.8% low and high."""
        each = (self.low_95, self.high_95, self.low_998, self.high_998)
        low_95, high_95, low_998, high_998 = (100 * limit / self.n for limit in each)
        return low_95, high_95, low_998, high_998


def funnel(benchmark: TypeRate, sizes: Iterable[int], phi: float = 1.0) -> list[FunnelLimits]:
    """Return the limits at each number of cases (1 or more).

    ``phi`` above 1 widens them for overdispersion: a separate view, to be named as such. Around a
    printed average they stand at the ends of its rounding interval, as the comparison does, so that
    a council is outside the 95% limits exactly when it is called lower or higher.
    """
    wide, narrow = (widened_tail(tail, phi) if phi > 1 else tail for tail in (WIDE_TAIL, NARROW_TAIL))
    return [
        FunnelLimits(n, *usual_range(n, benchmark, wide), *usual_range(n, benchmark, narrow)) for n in sizes
    ]

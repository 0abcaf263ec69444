"""The usual range of a council's number, and where the number stands beside it."""

from dataclasses import dataclass

from dashboard.domain.comparison import Comparison
from dashboard.statistics.chance import Luck
from dashboard.statistics.count_distribution import CountDistribution
from dashboard.statistics.exact import NARROW_TAIL, WIDE_TAIL


@dataclass(frozen=True, slots=True)
class UsualRange:
    """The counts that chance explains, ends included: 95% (``low`` to ``high``) and 99.8% (``far_*``).

    A council is marked exactly when its count lies outside: what the bar draws is what the words say.
    """

    low: int
    high: int
    far_low: int
    far_high: int

    def place(self, count: int) -> Comparison:
        """Say where a count stands: inside, outside the 95% range, or outside both."""
        if count < self.far_low:
            return Comparison.MUCH_LOWER
        if count > self.far_high:
            return Comparison.MUCH_HIGHER
        if count < self.low:
            return Comparison.LOWER
        if count > self.high:
            return Comparison.HIGHER
        return Comparison.NO_CLEAR_DIFFERENCE


@dataclass(frozen=True, slots=True)
class Expectation:
    """What is to be expected of one council's count, were it like its type.

    An average worked out from counts is known, and the three are one distribution. A printed average
    is known to its rounding only: a low count is tested against the low end of the rounding interval
    and a high one against the high end, each the end nearer to the council; luck is reckoned at what
    is printed.
    """

    at_low_end: CountDistribution
    at_average: CountDistribution
    at_high_end: CountDistribution

    @classmethod
    def known(cls, distribution: CountDistribution) -> "Expectation":
        """Return the expectation from an average that is no printed one."""
        return cls(distribution, distribution, distribution)

    @property
    def mean(self) -> float:
        """The expected count at the average."""
        return self.at_average.mean

    def usual(self) -> UsualRange:
        """Return the usual range: tails of 2.5% and of 0.1% lie outside of it at each end, or less."""
        low, high = self.at_low_end, self.at_high_end
        return UsualRange(
            low.lowest_usual(WIDE_TAIL),
            high.highest_usual(WIDE_TAIL),
            low.lowest_usual(NARROW_TAIL),
            high.highest_usual(NARROW_TAIL),
        )

    def luck(self, usual: UsualRange) -> Luck:
        """Return the exact probability that luck alone puts a count outside of the range."""

        def outside(low: int, high: int) -> float:
            return self.at_average.at_most(low - 1) + self.at_average.at_least(high + 1)

        return Luck(outside(usual.low, usual.high), outside(usual.far_low, usual.far_high))

"""The usual range of a council's number, and where the number stands beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from dashboard.domain.comparison import Comparison
from dashboard.statistics.chance import Luck
from dashboard.statistics.count_distribution import CountDistribution
from dashboard.statistics.exact import NARROW_TAIL, WIDE_TAIL

_NEGLIGIBLE = 1e-9


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

    def luck(self, usual: UsualRange, stays: Callable[[int], float] | None = None) -> Luck:
        """Return the probability that luck alone puts a count outside of the range, and it is marked for it.

        ``stays`` is how likely the mark of a count is to stay one, the less the farther out it lies (None:
        it surely does).
        """
        return Luck(
            self._marked(usual.low - 1, usual.high + 1, stays),
            self._marked(usual.far_low - 1, usual.far_high + 1, stays),
        )

    def _marked(self, below: int, above: int, stays: Callable[[int], float] | None) -> float:
        known = self.at_average
        if stays is None:
            return known.at_most(below) + known.at_least(above)
        return _weighed(known.at_most, range(below, -1, -1), stays) + _weighed(
            known.at_least, range(above, known.last + 1), stays
        )


def _weighed(tail: Callable[[int], float], counts: range, stays: Callable[[int], float]) -> float:
    """Add up the probabilities of counts, from the nearest outwards, each times how likely its mark stays."""
    total = 0.0
    for count, farther in pairwise([*counts, counts[-1] + counts.step]) if counts else ():
        left, stay = tail(count), stays(count)
        total += (left - tail(farther)) * stay
        if left * stay < _NEGLIGIBLE:
            break
    return total

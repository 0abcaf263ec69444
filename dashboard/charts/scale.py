"""Round axes: their ends and their ticks."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500)
_MOST_TICKS = 6


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from ``low`` to ``high``, both ticks, one each ``step``."""

    low: float
    high: float
    step: float

    @property
    def ticks(self) -> tuple[float, ...]:
        """The values that are labelled."""
        count = round((self.high - self.low) / self.step)
        return tuple(self.low + index * self.step for index in range(count + 1))

    def share(self, value: float) -> float:
        """Return where a value lies: 0 at the low end, 1 at the high one, not held within them."""
        return (value - self.low) / (self.high - self.low)


def scale_from_nought(largest: float, most_ticks: int = _MOST_TICKS) -> Scale:
    """Return the scale from 0 to a round number not below the largest value, with few ticks."""
    if largest <= 0:
        return Scale(0, 1, 1)
    size = 1
    while True:
        for step in _STEPS:
            if largest <= step * size * (most_ticks - 1):
                return Scale(0, ceil(largest / (step * size)) * step * size, step * size)
        size *= 1000


def percent_scale(values: Sequence[float]) -> Scale:
    """Return the scale of percentages: whole twenties around the values, within 0 and 100."""
    low = 20 * floor(min(values, default=0.0) / 20)
    high = 20 * ceil(max(values, default=100.0) / 20)
    return Scale(max(0, min(low, 60)), min(100, max(high, low + 40)), 20)

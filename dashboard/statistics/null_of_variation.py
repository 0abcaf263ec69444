"""The statistic of ``variation`` where councils do not differ, and what one council's count makes of it."""

from dataclasses import dataclass
from functools import cached_property
from math import fsum, sqrt

from dashboard.domain.comparison import SIGNIFICANT
from dashboard.statistics.gamma_tail import pearson_three_critical, pearson_three_tail


@dataclass(frozen=True, slots=True)
class Moments:
    """Mean, variance and third central moment."""

    mean: float
    variance: float
    third: float

    def tail(self, value: float) -> float:
        """Return how likely so large a value is, or a larger: by a shifted gamma distribution."""
        return pearson_three_tail((value - self.mean) / sqrt(self.variance), self.third / self.variance**1.5)

    def without(self, other: "Moments") -> "Moments":
        """Return the moments that are left where an independent part is taken away."""
        return Moments(self.mean - other.mean, self.variance - other.variance, self.third - other.third)


@dataclass(frozen=True, slots=True)
class Part:
    """One council in the statistic: its count less what is expected, the count's variance, and the moments
    of its square over that variance."""

    deviation: float
    variance: float
    moments: Moments

    @property
    def statistic(self) -> float:
        """What the council adds to the statistic."""
        return self.deviation**2 / self.variance


@dataclass(frozen=True)
class Null:
    """The parts of the councils in the order they were given; None of one that adds nothing."""

    parts: tuple[Part | None, ...]

    @cached_property
    def statistic(self) -> float:
        """Pearson's statistic."""
        return fsum(part.statistic for part in self.parts if part is not None)

    @cached_property
    def moments(self) -> Moments:
        """Its moments, of all councils."""
        of = [part.moments for part in self.parts if part is not None]
        return Moments(fsum(m.mean for m in of), fsum(m.variance for m in of), fsum(m.third for m in of))

    @cached_property
    def _critical(self) -> float:
        whole = self.moments
        return whole.mean + sqrt(whole.variance) * pearson_three_critical(
            SIGNIFICANT, whole.third / whole.variance**1.5
        )

    def rejects(self, council: int, more: int) -> float:
        """Return how likely the test is to reject where a council has so many more than it had (or less), and
        all others what chance gives them. The average is taken to stay what it is."""
        part = self.parts[council]
        if part is None:
            return SIGNIFICANT
        others = self.moments.without(part.moments)
        if others.variance <= 0:
            return SIGNIFICANT
        return others.tail(self._critical - (part.deviation + more) ** 2 / part.variance)

"""All others of a type: their counts without a council's own, taken off the type's sums."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from dashboard.domain.origin import Origin
from dashboard.statistics.predictive import Others
from dashboard.statistics.printed_average import PrintedAverage
from dashboard.statistics.type_comparison import Count, TypeYear


@dataclass(frozen=True, slots=True)
class YearTotals:
    """The sums of a type in a year over those held, and which of its councils are not held or simulated."""

    numerator: int
    denominator: int
    counts: Mapping[str, Count]
    not_held: frozenset[str]
    simulated: frozenset[str]
    printed: PrintedAverage | None

    @classmethod
    def of(cls, year: TypeYear) -> "YearTotals":
        """Add up a type's year."""
        held = {council: count for council, count in year.counts.items() if count.held}
        return cls(
            sum(count.numerator or 0 for count in held.values()),
            sum(count.denominator or 0 for count in held.values()),
            year.counts,
            frozenset(year.counts.keys() - held.keys()),
            frozenset(council for council, count in held.items() if count.origin is Origin.SIMULATED),
            year.printed,
        )

    def average(self, without: frozenset[str]) -> Others | PrintedAverage | None:
        """Return what a council is compared with: all others where every one is held and they have cases,
        else the printed average, else nothing."""
        if self.not_held <= without:
            own = [self.counts[council] for council in without if council in self.counts]
            denominator = self.denominator - sum(count.denominator or 0 for count in own)
            if denominator > 0:
                return Others(self.numerator - sum(count.numerator or 0 for count in own), denominator)
        return self.printed

    def origins(self, without: frozenset[str]) -> frozenset[Origin | None]:
        """Return the origins of what ``average`` gives, as far as they make it simulated or not."""
        average = self.average(without)
        if isinstance(average, PrintedAverage):
            return frozenset({average.origin})
        return frozenset({Origin.SIMULATED} if self.simulated - without else {Origin.DERIVED})


class SizesOfOthers:
    """The mean size of a council's others, each weighed by its size: sum of squares over sum."""

    __slots__ = ("_sizes", "_squares", "_sum")

    def __init__(self, sizes: Mapping[str, float]) -> None:
        self._sizes = sizes
        self._sum = fsum(sizes.values())
        self._squares = fsum(size * size for size in sizes.values())

    def without(self, council: str) -> float:
        """Return it for the others of a council; 0 where they have none."""
        own = self._sizes.get(council, 0.0)
        rest = self._sum - own
        return (self._squares - own * own) / rest if rest > 0 else 0.0

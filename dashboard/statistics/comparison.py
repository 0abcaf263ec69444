"""Lower, similar or higher than councils of its type: exact tests against a benchmark.

The rule: a tail below 0.025 on that side is *lower* or *higher*, below 0.001 *much* so. A printed
average is known to its rounding only, so a council is tested against the end of the rounding
interval nearer to it. So a council differs exactly when its number lies outside the usual range.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from dashboard.domain.comparison import Comparison
from dashboard.domain.figures import Benchmark, BenchmarkKind
from dashboard.domain.measures import PER, Measure
from dashboard.statistics.exact import (
    NARROW_TAIL,
    WIDE_TAIL,
    highest_usual_binomial,
    highest_usual_poisson,
    lowest_usual_binomial,
    lowest_usual_poisson,
)
from dashboard.statistics.small_numbers import too_few_to_compare


@dataclass(frozen=True, slots=True)
class TypeRate:
    """A benchmark per case (or per resident): its value and the ends between which it is known to lie."""

    low: float
    value: float
    high: float

    @classmethod
    def exact(cls, value: Fraction | float) -> "TypeRate":
        """Return a benchmark known exactly, as a pooled one is."""
        return cls(float(value), float(value), float(value))

    @classmethod
    def printed(cls, value: Decimal, decimals: int, per: int) -> "TypeRate":
        """Return a benchmark printed with so many decimals, per 100 (a percentage) or 100,000.

        A percentage's interval ends at 0 and 100; a rate's at 0.
        """
        half = Decimal(5).scaleb(-decimals - 1)
        high = value + half
        if per == 100:
            high = min(high, Decimal(100))
        return cls(float(max(value - half, Decimal(0)) / per), float(value / per), float(high / per))


def type_rate(benchmark: Benchmark, measure: Measure) -> TypeRate:
    """Return a benchmark as a rate per case: exact where pooled, to its rounding where printed."""
    if benchmark.kind is BenchmarkKind.POOLED and benchmark.numerator is not None and benchmark.denominator:
        return TypeRate.exact(Fraction(benchmark.numerator, benchmark.denominator))
    return TypeRate.printed(benchmark.value, measure.decimals, PER[measure.unit])


def usual_range(n: int, benchmark: TypeRate, tail: float = WIDE_TAIL) -> tuple[int, int]:
    """Return the fewest and most of n cases that chance explains at a council like its type.

    Exact binomial; inclusive. A number below or above has a tail under ``tail`` (0.025: a 95% range).
    """
    return (
        lowest_usual_binomial(n, benchmark.low, tail),
        highest_usual_binomial(n, benchmark.high, tail),
    )


def usual_events(population: int, benchmark: TypeRate, tail: float = WIDE_TAIL) -> tuple[int, int]:
    """Return the fewest and most events that chance explains among so many residents (exact Poisson)."""
    return (
        lowest_usual_poisson(population * benchmark.low, tail),
        highest_usual_poisson(population * benchmark.high, tail),
    )


def compare_share(k: int, n: int, benchmark: TypeRate) -> Comparison:
    """Compare k of n with a benchmark proportion. Below five cases there is no comparison."""
    if too_few_to_compare(n):
        return Comparison.NONE
    return _placed(k, usual_range(n, benchmark), usual_range(n, benchmark, NARROW_TAIL))


def compare_rate(events: int, population: int, benchmark: TypeRate) -> Comparison:
    """Compare events among residents with a benchmark rate.

    The cases are events: fewer than five, where fewer than five are expected too, are too few. A
    council with none where twelve are usual has something to compare.
    """
    if too_few_to_compare(max(events, population * benchmark.value)):
        return Comparison.NONE
    return _placed(
        events, usual_events(population, benchmark), usual_events(population, benchmark, NARROW_TAIL)
    )


def _placed(k: int, usual: tuple[int, int], far: tuple[int, int]) -> Comparison:
    if k < far[0]:
        return Comparison.MUCH_LOWER
    if k > far[1]:
        return Comparison.MUCH_HIGHER
    if k < usual[0]:
        return Comparison.LOWER
    if k > usual[1]:
        return Comparison.HIGHER
    return Comparison.NO_CLEAR_DIFFERENCE

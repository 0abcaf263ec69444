"""How many marks luck alone would make on the map in view."""

from collections.abc import Iterable
from fractions import Fraction

from dashboard.domain.figures import Benchmark, BenchmarkKind, Comparison, Figure
from dashboard.domain.measures import MEASURES, Measure, Unit
from dashboard.statistics.chance import expected_marks, luck_of_rate, luck_of_share
from dashboard.statistics.comparison import TypeRate


def marks_by_luck(figures: Iterable[Figure]) -> float:
    """Return the sum, over the councils compared, of the exact probability that luck marks one."""
    return expected_marks(
        (luck_of_share if MEASURES[f.measure].unit is Unit.PERCENT else luck_of_rate)(
            f.denominator, type_rate(f.benchmark, MEASURES[f.measure])
        )
        for f in figures
        if f.benchmark is not None and f.denominator and f.comparison is not Comparison.NONE
    ).marked


def type_rate(benchmark: Benchmark, measure: Measure) -> TypeRate:
    """Return a benchmark as a rate per case: exact where pooled, to its rounding where printed."""
    if benchmark.kind is BenchmarkKind.POOLED and benchmark.numerator is not None and benchmark.denominator:
        return TypeRate.exact(Fraction(benchmark.numerator, benchmark.denominator))
    per = 100 if measure.unit is Unit.PERCENT else 100_000
    return TypeRate.printed(benchmark.value, measure.decimals, per)

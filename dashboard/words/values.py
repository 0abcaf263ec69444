"""A value in words, with what it is made of: printed as printed, our own never an absolute by rounding."""

from decimal import Decimal
from fractions import Fraction

from dashboard.domain.figures import Benchmark, BenchmarkKind, Figure, State
from dashboard.domain.formats import for_files, fraction, thousands, value_text, worked_out
from dashboard.domain.measure import Measure, Unit
from dashboard.domain.measures import MEASURES
from dashboard.statistics.small_numbers import counts_lead


def value(figure: Figure) -> str | None:
    """Write a figure's value: "82%", "over 99%", "4.2"; None where there is none to show."""
    measure = MEASURES[figure.measure]
    if figure.shown is None or figure.state not in (State.VALUE, State.PERCENTAGE_ONLY):
        return None
    if figure.printed is not None or figure.numerator is None:
        return value_text(measure, figure.shown)
    return worked_out(measure, figure.numerator, figure.denominator)


def value_in_files(figure: Figure) -> Decimal | None:
    """Return the value shown as files hold it: what is printed as it is, our own with one decimal more."""
    if figure.printed is not None or figure.value is None or figure.numerator is None:
        return figure.shown
    return for_files(MEASURES[figure.measure], figure.numerator, figure.denominator)


def average(benchmark: Benchmark, measure: Measure) -> str:
    """Write a type's average: what is printed as it is, a pooled one never an absolute by rounding."""
    if _sums_shown(benchmark):
        return worked_out(measure, benchmark.numerator or 0, benchmark.denominator)
    return value_text(measure, benchmark.value)


def average_in_files(benchmark: Benchmark, measure: Measure) -> Decimal:
    """Return a type's average as files hold it: a pooled one with one decimal more than is shown."""
    if _sums_shown(benchmark):
        return for_files(measure, benchmark.numerator or 0, benchmark.denominator)
    return benchmark.value


def mean(measure: Measure, value: Fraction) -> str:
    """Write a mean of shares (of 1) or of rates (a resident), which we compute."""
    return worked_out(measure, value.numerator, value.denominator)


def with_counts(measure: Measure, text: str, numerator: int | None, denominator: int | None) -> str:
    """Write a value with what it is made of, which leads below five cases; a count by itself."""
    if measure.unit is Unit.COUNT or numerator is None or denominator is None:
        return text
    counts = fraction(numerator, denominator)
    if measure.is_rate:
        counts = f"{thousands(numerator)} {measure.words.done}"
    lead = counts_lead(measure, numerator, denominator)
    return f"{counts} ({text})" if lead else f"{text} ({counts})"


def of_figure(figure: Figure) -> str | None:
    """Write a figure with what it is made of: "82% (27 of 33)"; "2 of 2 (100%)"; None where there is none."""
    text = value(figure)
    if text is None:
        return None
    return with_counts(MEASURES[figure.measure], text, figure.numerator, figure.denominator)


def of_counts(measure: Measure, numerator: int, denominator: int) -> str:
    """Write a value worked out from counts with them: "over 99% (444 of 446)"."""
    return with_counts(measure, worked_out(measure, numerator, denominator), numerator, denominator)


def _sums_shown(benchmark: Benchmark) -> bool:
    pooled = benchmark.kind is BenchmarkKind.POOLED
    return pooled and benchmark.numerator is not None and bool(benchmark.denominator)

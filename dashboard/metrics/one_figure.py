"""One figure from its counts and what was printed: its state, value, origin, note. Nothing compared yet."""

from decimal import Decimal
from fractions import Fraction

from dashboard.domain.comparison import NoComparison, not_compared
from dashboard.domain.figures import Figure, State
from dashboard.domain.measure import PER, Measure, Unit
from dashboard.domain.origin import Origin
from dashboard.domain.rounding import half_up
from dashboard.domain.years import ReportingYear
from dashboard.metrics.counts_with_origin import PrintedValue, pair_origin
from dashboard.metrics.notes import before_printed, parts_from_counts
from dashboard.metrics.periods import Base, measured_from, years_of_period
from dashboard.statistics.small_numbers import few


def figure_of(
    slug: str, year: str, period: int, *, measure: Measure, base: Base, printed: PrintedValue | None
) -> Figure:
    """Return the figure of a council, year and period from its base and the printed value, if any."""
    state = _state(year, period, measure, base, printed)
    value = value_of(measure, base) if state is State.VALUE else None
    origin = _origin(measure, base, state, printed)
    return Figure(
        slug=slug,
        year=year,
        measure=measure.id,
        state=state,
        numerator=base.numerator,
        denominator=base.denominator,
        value=value,
        printed=printed.value if printed else None,
        origin=origin,
        printed_origin=printed.origin if printed else None,
        note=_note(year, measure, base, printed, value),
        source_url=_source(base, printed, origin),
        benchmark=None,
        compared=not_compared(_reason(measure, state)),
        low=None,
        high=None,
        few=state is State.VALUE and _is_few(measure, base),
    )


def _reason(measure: Measure, state: State) -> NoComparison:
    """Return why a figure is not compared, before any comparison is made."""
    if not measure.compared:
        return NoComparison.MEASURE_NOT_COMPARED
    return _WITHOUT.get(state, NoComparison.NO_AVERAGE)


def value_of(measure: Measure, base: Base) -> Decimal | None:
    """Return the computed value, rounded half up as the measure is printed; None without a whole base."""
    if base.numerator is None:
        return None
    if measure.denominator is None:
        return Decimal(base.numerator)
    if not base.denominator:
        return None
    return half_up(Fraction(PER[measure.unit] * base.numerator, base.denominator), measure.decimals)


def _state(year: str, period: int, measure: Measure, base: Base, printed: PrintedValue | None) -> State:
    if base.denominator == 0:
        return State.NO_CASES
    if value_of(measure, base) is not None:
        return State.VALUE
    if printed is not None:
        return State.PERCENTAGE_ONLY
    first = ReportingYear.parse(years_of_period(year, period)[0])
    return State.NOT_APPLICABLE if first < measured_from(measure) else State.NOT_HELD


def _origin(measure: Measure, base: Base, state: State, printed: PrintedValue | None) -> Origin | None:
    """Return the origin of the counts where they are shown as their source gave them, else of the value."""
    if not base.counts:
        return None
    ours = state is State.VALUE and measure.denominator is not None and printed is None
    return pair_origin(*base.counts, as_printed=not base.added and not ours)


def _source(base: Base, printed: PrintedValue | None, origin: Origin | None) -> str | None:
    """Return where the figure can be read. A simulated one can be read nowhere, whatever its parts."""
    if printed is not None:
        return printed.source_url
    if origin is Origin.SIMULATED:
        return None
    return next((count.source_url for count in base.counts if count.source_url), None)


def _note(
    year: str, measure: Measure, base: Base, printed: PrintedValue | None, value: Decimal | None
) -> str | None:
    said = list(base.notes)
    if printed is not None and base.denominator:
        said.append(parts_from_counts(measure, printed.value, base.numerator, base.denominator) or "")
    elif value is not None:
        said.append(before_printed(measure, year) or "")
    return " ".join(part for part in said if part) or None


def _is_few(measure: Measure, base: Base) -> bool:
    """Whether a share has few cases below the line, or a rate few events; a plain count is never marked."""
    cases = base.denominator if measure.unit is Unit.PERCENT else base.numerator
    return measure.unit is not Unit.COUNT and cases is not None and few(cases)


_WITHOUT = {
    State.NO_CASES: NoComparison.NO_CASES,
    State.NOT_HELD: NoComparison.NOT_HELD,
    State.NOT_APPLICABLE: NoComparison.NOT_APPLICABLE,
    State.PERCENTAGE_ONLY: NoComparison.PERCENTAGE_WITHOUT_COUNTS,
}

"""Figures for tests, worked from counts as the build works them, in plain Python."""

import math
from decimal import Decimal

from dashboard.domain.comparison import (
    Compared,
    ComparedWith,
    Comparison,
    NoComparison,
    not_compared,
)
from dashboard.domain.figures import Benchmark, BenchmarkKind, Figure, State
from dashboard.domain.measure import Unit
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin, derived_from
from dashboard.domain.rounding import percentage, rate_per_100k

PAGE = "https://www.lgo.org.uk/your-councils-performance/blackpool-borough-council/statistics"


def printed_benchmark(value: str, origin: Origin = Origin.PUBLISHED) -> Benchmark:
    """An average the Ombudsman printed."""
    return Benchmark(BenchmarkKind.PRINTED, Decimal(value), origin, None, None, None, PAGE)


def pooled_benchmark(
    value: str, numerator: int, denominator: int, councils: int, origin: Origin = Origin.SIMULATED
) -> Benchmark:
    """An average pooled from counts."""
    return Benchmark(BenchmarkKind.POOLED, Decimal(value), origin, numerator, denominator, councils, None)


def figure(
    slug: str,
    year: str,
    measure: str,
    numerator: int | None = None,
    denominator: int | None = None,
    *,
    printed: str | None = None,
    origin: Origin | None = Origin.PUBLISHED,
    printed_origin: Origin | None = None,
    benchmark: Benchmark | None = None,
    state: State | None = None,
    comparison: Comparison | NoComparison | None = None,
    compared: Compared | None = None,
    note: str | None = None,
) -> Figure:
    """A figure as the build would make it: state, interval and comparison follow from the counts."""
    known = MEASURES[measure]
    unit = known.unit
    counts = numerator is not None and denominator is not None
    value = None
    low = high = None
    usual: tuple[int | None, int | None] = (None, None)
    if unit is Unit.COUNT and numerator is not None:
        value = Decimal(numerator)
    elif counts and denominator:
        assert numerator is not None
        if unit is Unit.PERCENT:
            value = percentage(numerator, denominator)
            low, high = wilson(numerator, denominator)
            if benchmark and known.compared and denominator >= 5:
                usual = usual_range(denominator, float(benchmark.value) / 100)
        else:
            value = rate_per_100k(numerator, denominator)
            low, high = (byar(end, denominator, numerator) for end in (-1, 1))
            if benchmark and known.compared:
                usual = usual_events(denominator * float(benchmark.value) / 100_000)
    if state is None:
        state = _state(unit, numerator, denominator, printed)
    if compared is None:
        compared = _compared(
            measure,
            denominator=denominator,
            benchmark=benchmark,
            state=state,
            asked=comparison,
            usual=usual,
            origin=origin,
        )
    return Figure(
        slug=slug,
        year=year,
        measure=measure,
        state=state,
        numerator=numerator,
        denominator=denominator,
        value=value,
        printed=None if printed is None else Decimal(printed),
        origin=origin if numerator is not None or denominator is not None else None,
        printed_origin=(printed_origin or origin) if printed is not None else None,
        note=note,
        source_url=PAGE if origin in {Origin.PUBLISHED, Origin.REPORTED} else None,
        benchmark=benchmark,
        compared=compared,
        low=low,
        high=high,
        few=unit is Unit.PERCENT and denominator is not None and 5 <= denominator < 30,
    )


def count(
    slug: str, year: str, measure: str, number: int | None, origin: Origin = Origin.PUBLISHED
) -> Figure:
    """A count measure; None is not held."""
    return figure(slug, year, measure, number, None, origin=origin if number is not None else None)


def _state(unit: Unit, numerator: int | None, denominator: int | None, printed: str | None) -> State:
    if unit is Unit.COUNT:
        return State.NOT_HELD if numerator is None else State.VALUE
    if denominator == 0:
        return State.NO_CASES
    if numerator is not None and denominator is not None:
        return State.VALUE
    return State.PERCENTAGE_ONLY if printed is not None else State.NOT_HELD


def stands(
    comparison: Comparison,
    low: int = 0,
    high: int = 10,
    *,
    compared_with: ComparedWith = ComparedWith.OTHERS,
    others: tuple[int, int] | None = None,
    origin: Origin = Origin.DERIVED,
    spread: float | None = None,
    could_differ: bool = True,
    luck: float = 0.03,
) -> Compared:
    """How a council stands, within ``low`` to ``high`` or outside, beside the others' counts if told."""
    return Compared(
        comparison,
        None,
        low=low,
        high=high,
        compared_with=compared_with,
        others_numerator=others[0] if others else None,
        others_denominator=others[1] if others else None,
        spread=spread,
        origin=origin,
        could_differ=could_differ,
        luck=luck,
    )


def _compared(
    measure: str,
    *,
    denominator: int | None,
    benchmark: Benchmark | None,
    state: State,
    asked: Comparison | NoComparison | None,
    usual: tuple[int | None, int | None],
    origin: Origin | None,
) -> Compared:
    """The comparison asked for; else the true reason for none; else no clear difference."""
    if isinstance(asked, NoComparison):
        return not_compared(asked)
    reason = _reason(measure, denominator, benchmark, state)
    if reason is not None and asked in (None, Comparison.NONE):
        return not_compared(reason)
    printed = benchmark is None or benchmark.kind is BenchmarkKind.PRINTED
    low, high = (0 if end is None else end for end in usual)
    return Compared(
        comparison=Comparison.NO_CLEAR_DIFFERENCE if asked is None else asked,
        reason=None,
        low=low,
        high=high,
        far_low=low,
        far_high=high,
        expected=(low + high) / 2,
        compared_with=ComparedWith.PRINTED_AVERAGE if printed else ComparedWith.OTHERS,
        others_numerator=None if printed or benchmark is None else benchmark.numerator,
        others_denominator=None if printed or benchmark is None else benchmark.denominator,
        origin=derived_from(*(o for o in (origin, benchmark.origin if benchmark else None) if o)),
        luck=0.03,
        could_differ=True,
    )


def _reason(
    measure: str, denominator: int | None, benchmark: Benchmark | None, state: State
) -> NoComparison | None:
    if not MEASURES[measure].compared:
        return NoComparison.MEASURE_NOT_COMPARED
    if state is not State.VALUE:
        return {
            State.NO_CASES: NoComparison.NO_CASES,
            State.NOT_HELD: NoComparison.NOT_HELD,
            State.NOT_APPLICABLE: NoComparison.NOT_APPLICABLE,
            State.PERCENTAGE_ONLY: NoComparison.PERCENTAGE_WITHOUT_COUNTS,
        }[state]
    if MEASURES[measure].is_share and denominator is not None and denominator < 5:
        return NoComparison.TOO_FEW_CASES
    return NoComparison.NO_AVERAGE if benchmark is None else None


def wilson(numerator: int, denominator: int) -> tuple[float, float]:
    """Wilson's 95% interval, in per cent (Wilson 1927)."""
    z = 1.959963984540054
    p = numerator / denominator
    centre = p + z * z / (2 * denominator)
    spread = z * math.sqrt(p * (1 - p) / denominator + z * z / (4 * denominator**2))
    scale = 100 / (1 + z * z / denominator)
    return max(0.0, scale * (centre - spread)), min(100.0, scale * (centre + spread))


def byar(side: int, population: int, events: int) -> float:
    """One end of Byar's interval for a rate per 100,000 (close enough for a test's drawing)."""
    z = 1.959963984540054
    count_ = events if side < 0 else events + 1
    if count_ == 0:
        return 0.0
    limit = count_ * (1 - 1 / (9 * count_) + side * z / (3 * math.sqrt(count_))) ** 3
    return max(0.0, 100_000 * limit / population)


def usual_events(mean: float) -> tuple[int, int]:
    """The middle 95% of a count with twice the spread of chance (close enough for a test's drawing)."""
    reach = 1.96 * math.sqrt(2 * mean)
    return max(0, math.ceil(mean - reach)), math.floor(mean + reach)


def usual_range(cases: int, share: float) -> tuple[int, int]:
    """The central 95% of a binomial count."""
    total, low, high = 0.0, 0, cases
    found = False
    for k in range(cases + 1):
        total += math.comb(cases, k) * share**k * (1 - share) ** (cases - k)
        if total > 0.025 and not found:
            low, found = k, True
        if total >= 0.975:
            high = k
            break
    return low, high

"""A measure's change on the year before and its trend: of figures, across no break, beside the type's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain.comparison import ComparedWith, NoComparison
from dashboard.domain.figures import BenchmarkKind, Figure
from dashboard.domain.measure import PER, Measure
from dashboard.domain.years import ReportingYear
from dashboard.statistics.change_beside_type import (
    ChangeBesideType,
    Pair,
    printed_change,
    rate_change,
    share_change,
    too_few_for_a_change,
)
from dashboard.statistics.intervals import Interval
from dashboard.statistics.printed_average import PrintedAverage
from dashboard.statistics.trend import TREND_POINTS, Direction, Point, trend_in_rate, trend_in_share


class NoChange(StrEnum):
    """Why no change is claimed where both years have their counts."""

    BREAK = "break"
    """The measure's series is interrupted between the two."""
    FIRST_YEAR = "first_year"
    """A rate of a new council's first year: complaints may still stand under its predecessors."""
    TOO_FEW = "too_few"
    """Too few cases in either year."""
    TYPE_NOT_HELD = "type_not_held"
    """How the type changed is not held."""


@dataclass(frozen=True, slots=True)
class YearChange:
    """Two years of a council, both with counts. ``reason`` is None exactly where ``beside`` is the change
    beside the type's own."""

    before: Figure
    now: Figure
    beside: ChangeBesideType | None
    reason: NoChange | None

    @property
    def direction(self) -> Direction:
        """Which way the council went beyond its type, as far as chance lets us say."""
        return Direction.TOO_FEW if self.beside is None else self.beside.direction


@dataclass(frozen=True, slots=True)
class SeriesTrend:
    """The trend up to a year, over the ``years`` since the last ``interruption`` that have counts."""

    years: tuple[str, ...]
    interruption: ReportingYear | None
    direction: Direction


def year_change(by_year: Mapping[str, Figure], year: str, measure: Measure) -> YearChange | None:
    """Compare a year with the one before it; None where either has no counts."""
    before, now = by_year.get(str(ReportingYear.parse(year).shifted(-1))), by_year.get(year)
    if before is None or now is None:
        return None
    counts = _counts(before), _counts(now)
    if counts[0] is None or counts[1] is None:
        return None
    own, of_type = (counts[0], counts[1]), _of_type(before, now, measure)
    reason = _reason(before, now, measure, own)
    if reason is not None or of_type is None:
        return YearChange(before, now, None, reason or NoChange.TYPE_NOT_HELD)
    beside = (share_change if measure.is_share else rate_change)(own, of_type)
    return YearChange(before, now, beside, None)


def _reason(before: Figure, now: Figure, measure: Measure, own: tuple[Pair, Pair]) -> NoChange | None:
    """Return why no change is claimed, whatever the type did; None where one may be."""
    years = ReportingYear.parse(before.year), ReportingYear.parse(now.year)
    if measure.interruption(*years) is not None:
        return NoChange.BREAK
    if too_few_for_a_change(own, share=measure.is_share):
        return NoChange.TOO_FEW
    if NoComparison.FIRST_YEAR in (before.compared.reason, now.compared.reason):
        return NoChange.FIRST_YEAR
    return None


def series_trend(by_year: Mapping[str, Figure], year: str, measure: Measure) -> SeriesTrend | None:
    """Return the trend of a series up to a year, over no interruption; None of no year with counts."""
    held = sorted(of for of, figure in by_year.items() if of <= year and _counts(figure) is not None)
    if not held:
        return None
    cut = measure.interruption(ReportingYear.parse(held[0]), ReportingYear.parse(year))
    since = tuple(of for of in held if cut is None or ReportingYear.parse(of) >= cut)
    points = [
        Point(ReportingYear.parse(of).start_year, *counts)
        for of in since
        if (counts := _counts(by_year[of])) is not None
    ]
    return SeriesTrend(since, cut, (trend_in_share if measure.is_share else trend_in_rate)(points))


def first_trend(measure: Measure, year: str) -> ReportingYear:
    """Return the first year from this one on up to which a trend may be claimed: five without a break."""
    last = ReportingYear.parse(year)
    while measure.interruption(last.shifted(1 - TREND_POINTS), last) is not None:
        last = last.shifted(1)
    return last


def _counts(figure: Figure) -> Pair | None:
    if figure.numerator is None or not figure.denominator or figure.shown is None:
        return None
    return figure.numerator, figure.denominator


def _of_type(before: Figure, now: Figure, measure: Measure) -> tuple[Pair, Pair] | Interval | None:
    """Return the others' counts of both years, else the change of the printed average, else None."""
    others = _others(before), _others(now)
    if others[0] is not None and others[1] is not None:
        return others[0], others[1]
    printed = _printed(before, measure), _printed(now, measure)
    if printed[0] is None or printed[1] is None:
        return None
    return printed_change(printed[0], printed[1])


def _others(figure: Figure) -> Pair | None:
    compared = figure.compared
    if compared.compared_with is not ComparedWith.OTHERS or compared.others_numerator is None:
        return None
    return (compared.others_numerator, compared.others_denominator) if compared.others_denominator else None


def _printed(figure: Figure, measure: Measure) -> PrintedAverage | None:
    average = figure.benchmark
    if average is None or average.kind is not BenchmarkKind.PRINTED:
        return None
    return PrintedAverage.of(average.value, measure.decimals, PER[measure.unit], average.origin)

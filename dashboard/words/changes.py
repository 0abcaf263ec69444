"""The change on the year before and the trend, in sentences: beside the type's own, and across no break."""

from collections.abc import Mapping
from fractions import Fraction

from dashboard.domain.figures import Figure
from dashboard.domain.formats import words
from dashboard.domain.measure import PER, Measure
from dashboard.domain.origin import Origin
from dashboard.domain.rounding import half_up, plain
from dashboard.domain.years import ReportingYear
from dashboard.statistics.change_beside_type import ChangeBesideType
from dashboard.statistics.of_history import (
    NoChange,
    SeriesTrend,
    YearChange,
    first_trend,
    series_trend,
    year_change,
)
from dashboard.statistics.trend import TREND_POINTS, Direction
from dashboard.words.breaks import EVENTS
from dashboard.words.values import value, with_counts
from dashboard.words.wording import noun

_ARROWS = {Direction.UP: "▲ ", Direction.DOWN: "▼ "}
_BESIDE = {
    Direction.UP: "The difference is more than chance explains",
    Direction.DOWN: "The difference is more than chance explains",
    Direction.NO_CLEAR_CHANGE: "No clear change beside its type",
}
_NO_CLEAR_CHANGE = _BESIDE[Direction.NO_CLEAR_CHANGE]
_WENT = {Direction.UP: "Rose", Direction.DOWN: "Fell"}
_HELD_BACK = {Direction.UP: "Fell less than", Direction.DOWN: "Rose less than"}
_SHORT_NONE = {
    NoChange.BREAK: "Not across the break",
    NoChange.FIRST_YEAR: "First year before",
    NoChange.TOO_FEW: "Too few cases",
    NoChange.TYPE_NOT_HELD: "Change of its type not held",
}


def change(by_year: Mapping[str, Figure], year: str, measure: Measure) -> str | None:
    """Compare a year with the one before it, both with counts; None where either is missing.

    "Rose by 9 points since 2022-23; its type rose by 6. No clear change beside its type: …". ▲ and ▼ stand
    only where the council's change less its type's is more than chance explains and the council itself went
    that way, and never across a break of the measure's own series. A year that is marked is always named.
    """
    found = year_change(by_year, year, measure)
    if found is None:
        return None
    said = f"{_said(found, measure)}: {_value(found.before, measure)}, then {_value(found.now, measure)}."
    at = ReportingYear.parse(year)
    if found.reason is NoChange.BREAK or at not in measure.marked_at:
        return said
    return f"{said} {EVENTS[at].words} Read this change with care."


def change_in_short(by_year: Mapping[str, Figure], year: str, measure: Measure) -> str | None:
    """Say the same in the few words of a cell; None where either year is missing."""
    found = year_change(by_year, year, measure)
    if found is None:
        return None
    if found.beside is None:
        return _SHORT_NONE[found.reason or NoChange.TYPE_NOT_HELD]
    if found.direction is Direction.NO_CLEAR_CHANGE:
        return _NO_CLEAR_CHANGE.replace("its type", whose(found))
    return f"{_way(found.beside)} {whose(found)}, beyond chance"


def _way(beside: ChangeBesideType) -> str:
    """Say which way a council went beside its type; an arrow stands only where it went that way itself."""
    if beside.went_that_way:
        return f"{_ARROWS[beside.direction]}{_WENT[beside.direction]} beside"
    if beside.own.estimate == 0:
        return "Did not change as did"
    return _HELD_BACK[beside.direction]


def verdict(by_year: Mapping[str, Figure], year: str, measure: Measure) -> str | None:
    """Say whether a series up to a year rises or falls, as far as chance lets us; None of under two years.

    A trend needs five years with cases since the last break of the measure's own series, and must stand
    without any one of them; where a break leaves too few, that is said, and from when there may be one.
    """
    found = series_trend(by_year, year, measure)
    if found is None or (len(found.years) < 2 and found.interruption is None):
        return None
    simulated = any(_simulated(by_year[each]) for each in found.years)
    among = "simulated figures among them" if simulated else ""
    if found.direction is Direction.TOO_FEW:
        return _no_trend(found, year, measure, among)
    over = f"Trend, {found.years[0]} to {found.years[-1]}"
    marked = f" ({among})" if among else ""
    if found.direction is Direction.NO_CLEAR_CHANGE:
        return f"{over}: no clear change{marked}."
    way = "rising" if found.direction is Direction.UP else "falling"
    return f"{over}: {way}, by more than chance explains, and so without any one of the years{marked}."


def _no_trend(found: SeriesTrend, year: str, measure: Measure, among: str) -> str:
    held = len(found.years)
    first = first_trend(measure, year)
    if found.interruption is not None and first > ReportingYear.parse(year):
        has = "has" if held < 2 else "have"
        since = f"{words(held)} {noun(max(held, 1), 'years')} since then {has} counts"
        return (
            f"Trend: none is claimed before {first}. The series begins anew in {found.interruption}, a trend "
            f"needs {words(TREND_POINTS)} years without a break, and {since}{f' ({among})' if among else ''}."
        )
    needed = f"{held} of the {TREND_POINTS} it needs{f', {among}' if among else ''}"
    return f"Trend: too few years with cases to speak of one ({needed})."


def _said(found: YearChange, measure: Measure) -> str:
    """Return the sentence up to its figures."""
    before = found.before.year
    if found.beside is None:
        return _without_type(found, before)
    beside = found.beside
    own, of_type = moved(beside.own.estimate, measure), moved(beside.of_type.estimate, measure, unit=False)
    lead = f"{own[:1].upper()}{own[1:]} since {before}; {whose(found)} {of_type}."
    arrow = _ARROWS[beside.direction] if beside.went_that_way else ""
    return f"{arrow}{lead} {_BESIDE[beside.direction]}"


def whose(found: YearChange) -> str:
    """Name the type, and that its figures are simulated where the council's own are not."""
    of_type = Origin.SIMULATED in (found.before.compared.origin, found.now.compared.origin)
    own = _simulated(found.before) or _simulated(found.now)
    return "its type (simulated)" if of_type and not own else "its type"


def _without_type(found: YearChange, before: str) -> str:
    return {
        NoChange.BREAK: (
            f"No change on {before} is claimed, since the series has a break in {found.now.year}"
        ),
        NoChange.FIRST_YEAR: f"No change on {before} is claimed, the first year of the council",
        NoChange.TOO_FEW: f"Too few cases to say whether it has changed since {before}",
        NoChange.TYPE_NOT_HELD: f"No change on {before} is claimed, since that of its type is not held",
    }[found.reason or NoChange.TYPE_NOT_HELD]


def moved(difference: float, measure: Measure, *, unit: bool = True) -> str:
    """Say by how much something moved: "rose by 9 points", "fell by 0.4 per 100,000", "did not change"."""
    if difference == 0:
        return "did not change"
    exact = Fraction(str(round(abs(difference), 12)))  # without the noise of binary floats
    size = half_up(exact * PER[measure.unit], measure.decimals)
    step = half_up(Fraction(1, 10**measure.decimals), measure.decimals)
    number = plain(size) if size else f"under {plain(step)}"
    of = (" point" if number in ("1", "under 1") else " points") if measure.is_share else " per 100,000"
    return f"{'rose' if difference > 0 else 'fell'} by {number}{of if unit else ''}"


def _value(figure: Figure, measure: Measure) -> str:
    said = with_counts(measure, value(figure) or "", figure.numerator, figure.denominator)
    return f"{said.removesuffix(')')}, simulated)" if _simulated(figure) else said


def _simulated(figure: Figure) -> bool:
    return Origin.SIMULATED in {figure.origin, figure.shown_origin}

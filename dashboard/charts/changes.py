"""The change on the year before, and the trend, in sentences: said only where it is more than chance."""

from collections.abc import Mapping

from dashboard.charts.breaks import BREAKS, breaks_within
from dashboard.domain.figures import Figure
from dashboard.domain.formats import fraction, value_text
from dashboard.domain.measures import Measure, Unit
from dashboard.domain.origin import Origin
from dashboard.domain.years import ReportingYear
from dashboard.statistics.small_numbers import too_few_to_compare
from dashboard.statistics.trend import (
    TREND_POINTS,
    Direction,
    Point,
    change_in_rate,
    change_in_share,
    trend_in_rate,
    trend_in_share,
)


def change(by_year: Mapping[str, Figure], year: str, measure: Measure) -> str | None:
    """Compare a year with the one before it, both with counts; None where either is missing.

    ▲ and ▼ stand only where the 95% interval of the difference excludes zero (Newcombe's for a share).
    A break between the two years is always named.
    """
    before = str(ReportingYear.parse(year).shifted(-1))
    then, now = by_year.get(before), by_year.get(year)
    if then is None or now is None or not _counted(then) or not _counted(now):
        return None
    direction = _direction(then, now, measure)
    said = {
        Direction.UP: f"▲ Higher than in {before}, by more than chance explains",
        Direction.DOWN: f"▼ Lower than in {before}, by more than chance explains",
        Direction.NO_CLEAR_CHANGE: f"No clear change since {before}",
        Direction.TOO_FEW: f"Too few cases to say whether it has changed since {before}",
    }[direction]
    broken = next((b for b in BREAKS if b.year == year), None)
    caution = f" The series has a break in {year}: read this change with care." if broken else ""
    return f"{said}: {_value(then, measure)}, then {_value(now, measure)}.{caution}"


def verdict(by_year: Mapping[str, Figure], year: str, measure: Measure) -> str | None:
    """Say whether a series up to a year rises or falls, as far as chance lets us; None of under two years.

    A trend needs five years with cases and must stand without any one of them. Every break it spans is named.
    """
    held = sorted(y for y, figure in by_year.items() if y <= year and _counted(figure))
    if len(held) < 2:
        return None
    points = [
        Point(ReportingYear.parse(y).start_year, by_year[y].numerator or 0, by_year[y].denominator or 0)
        for y in held
    ]
    direction = (trend_in_share if measure.unit is Unit.PERCENT else trend_in_rate)(points)
    over = f"{held[0]} to {held[-1]}"
    simulated = any(Origin.SIMULATED in {by_year[y].origin, by_year[y].shown_origin} for y in held)
    among = "simulated figures among them" if simulated else ""
    if direction is Direction.TOO_FEW:
        needed = f"{len(held)} of the {TREND_POINTS} it needs{', ' + among if among else ''}"
        return f"Trend: too few years with cases to speak of one ({needed})."
    marked = f" ({among})" if among else ""
    if direction is Direction.NO_CLEAR_CHANGE:
        return f"Trend, {over}: no clear change{marked}."
    way = "rising" if direction is Direction.UP else "falling"
    said = f"Trend, {over}: {way}, by more than chance explains, and so without any one of the years"
    spanned = [b.year for b in breaks_within(held)]
    caution = (
        f" It spans breaks in the series ({', '.join(spanned)}), which may explain it." if spanned else ""
    )
    return f"{said}{marked}.{caution}"


def _direction(then: Figure, now: Figure, measure: Measure) -> Direction:
    pair = [(f.numerator or 0, f.denominator or 0) for f in (then, now)]
    return (change_in_share if measure.unit is Unit.PERCENT else change_in_rate)(pair[0], pair[1])


def _value(figure: Figure, measure: Measure) -> str:
    if figure.shown is None:
        return ""
    text = value_text(measure, figure.shown)
    simulated = ", simulated" if Origin.SIMULATED in {figure.origin, figure.shown_origin} else ""
    if measure.unit is Unit.PERCENT:
        counts = fraction(figure.numerator or 0, figure.denominator or 0)
        if too_few_to_compare(figure.denominator or 0):
            return f"{counts} ({text}{simulated})"
        return f"{text} ({counts}{simulated})"
    return f"{text} ({figure.numerator} upheld{simulated})"


def _counted(figure: Figure) -> bool:
    return figure.numerator is not None and bool(figure.denominator) and figure.shown is not None

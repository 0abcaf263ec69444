"""The thin bars as inline SVG: a council in its usual range, what was complied with, parts of a whole.

Horizontal positions are percentages of the drawing's width, so the bar fits any column without script
and its strokes keep their thickness.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from dashboard.charts.scale import Scale, percent_scale, scale_from_nought
from dashboard.domain.comparison import Comparison
from dashboard.domain.figures import Figure
from dashboard.domain.measure import PER, Measure, Unit
from dashboard.domain.measures import MEASURES

HEIGHT, SMALL = 26, 14
_MIDDLE = HEIGHT / 2
_SCALES = (5, 10, 15, 20, 30, 40, 60, 80, 100, 150, 200)


def scale_end(measure: Measure, *values: float | None) -> float:
    """Return the right end of a measure's bar: 100 for a percentage, else a round number above all values."""
    if measure.unit is Unit.PERCENT:
        return 100.0
    largest = max((v for v in values if v is not None), default=0.0)
    return float(next((end for end in _SCALES if end >= largest), largest))


@dataclass(frozen=True, slots=True)
class Usual:
    """A figure's place on its bar, in the measure's unit: itself, the usual range and the average tested
    against, both None where nothing is compared.

    Counts are whole: the range is drawn from half a count below its lowest to half a count above its
    highest, so that the point is clearly within it or outside, and outside exactly when it is said to be.
    """

    value: float
    band: tuple[float, float] | None
    average: float | None
    mark: Comparison

    @classmethod
    def of(cls, figure: Figure) -> "Usual":
        """Place a figure with counts. Its point is what the counts come to, not what was printed of it."""
        events, base, compared = figure.numerator or 0, figure.denominator or 1, figure.compared
        measure = MEASURES[figure.measure]
        each = PER[measure.unit] / base
        band = None
        if compared.low is not None and compared.high is not None:
            highest = compared.high + 0.5
            band = (
                each * max(0.0, compared.low - 0.5),
                each * (min(base, highest) if measure.is_share else highest),
            )
        average = None if compared.expected is None else each * compared.expected
        return cls(each * events, band, average, compared.comparison)


def usual_bar(place: Usual, *, end: float, alt: str) -> str:
    """Draw a figure between 0 and ``end``: point, usual range, average; a mark at the bar's end where it is
    outside. ``alt`` is its text."""
    parts = [_bar(0, 100, "bar-track")]
    if place.band is not None:
        parts.append(_bar(_at(place.band[0], end), _at(place.band[1], end), "bar-range", least=0))
    if place.average is not None:
        x = _at(place.average, end)
        parts.append(f'<line class="bar-average" x1="{x}%" x2="{x}%" y1="2" y2="{HEIGHT - 2}"/>')
    parts.append(f'<circle class="bar-point" cx="{_at(place.value, end)}%" cy="{_MIDDLE:g}" r="6.5"/>')
    if place.mark.marked:
        up = place.mark in (Comparison.HIGHER, Comparison.MUCH_HIGHER)
        d = "M6 17l4.5-8 4.5 8z" if up else "M6 9l4.5 8 4.5-8z"
        parts.append(f'<svg x="100%" overflow="visible"><path class="bar-mark" d="{d}"/></svg>')
    return _svg("usual-bar", parts, alt)


def common_scale(measure: Measure, places: Iterable[Usual]) -> Scale:
    """Return the one scale of a measure's small bars, from the lowest to the highest that they draw."""
    drawn = [value for place in places for value in (place.value, *(place.band or ()))]
    return percent_scale(drawn) if measure.is_share else scale_from_nought(max(drawn, default=0.0))


def small_bar(place: Usual, scale: Scale, *, simulated: bool) -> str:
    """Draw a figure and its usual range in the cell of a table: no words, which the cell has.

    An open point is simulated. Turned by a quarter, the bar stands upright.
    """
    parts = [f'<rect class="bar-track" x="0%" width="100%" y="{SMALL / 2 - 1:g}" height="2"/>']
    if place.band is not None:
        low, high = (round(100 * scale.share(end), 2) for end in place.band)
        width = round(high - low, 2)
        parts.append(
            f'<rect class="bar-range" x="{low:g}%" width="{width:g}%" y="2" height="{SMALL - 4}" rx="2"/>'
        )
    x = round(100 * scale.share(place.value), 2)
    parts.append(f'<circle class="bar-point" cx="{x:g}%" cy="{SMALL / 2:g}" r="4"/>')
    css, drawn = "small-bar simulated" if simulated else "small-bar", "".join(parts)
    return f'<svg class="{css}" height="{SMALL}" aria-hidden="true" focusable="false">{drawn}</svg>'


def complied_bar(*, complied: int, due: int, alt: str) -> str:
    """Draw what was complied with as the filled part of all that fell due: a count, not an estimate."""
    filled = _at(complied, due)
    parts = [_bar(0, 100, "bar-missed")]
    if complied:
        parts.append(_bar(0, filled, "bar-complied"))
    if 0 < complied < due:
        parts.append(f'<line class="bar-edge" x1="{filled}%" x2="{filled}%" y1="5" y2="{HEIGHT - 5}"/>')
    return _svg("complied-bar", parts, alt)


def stacked_bar(parts: tuple[tuple[str, int], ...], alt: str) -> str:
    """Draw counts as parts of one bar, each with its CSS class, in order; nothing for an empty total."""
    total = sum(count for _, count in parts)
    drawn, start = [], 0
    for css, count in parts:
        if count:
            drawn.append(_bar(_at(start, total), _at(start + count, total), css, radius=0))
        if count and start:
            x = _at(start, total)
            drawn.append(f'<line class="bar-edge" x1="{x}%" x2="{x}%" y1="5" y2="{HEIGHT - 5}"/>')
        start += count
    return _svg("stacked-bar", drawn, alt)


def _bar(start: float, stop: float, css: str, radius: float = 3, least: float = 0.6) -> str:
    """Draw a bar that is seen however little it is. A range is drawn as it is, with an edge: a point beside
    it must not lie within."""
    width = round(max(stop - start, least), 3)
    return f'<rect class="{css}" x="{start}%" width="{width}%" y="10" height="6" rx="{radius:g}"/>'


def _at(value: float, end: float) -> float:
    return round(100 * min(max(value / end, 0.0), 1.0), 3)


def _svg(css: str, parts: list[str], alt: str) -> str:
    return (
        f'<svg class="{css}" role="img" aria-label="{escape(alt)}" width="100%" height="{HEIGHT}" '
        f'focusable="false">{"".join(parts)}</svg>'
    )

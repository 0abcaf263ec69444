"""The thin bar of a measure as inline SVG: the council's point, the range chance allows, the type's average.

Horizontal positions are percentages of the drawing's width, so the bar fits any column without script
and its strokes keep their thickness.
"""

from html import escape

from dashboard.domain.measures import Measure, Unit

HEIGHT = 26
_MIDDLE = HEIGHT / 2
_SCALES = (5, 10, 15, 20, 30, 40, 60, 80, 100, 150, 200)


def scale_end(measure: Measure, *values: float | None) -> float:
    """Return the right end of a measure's bar: 100 for a percentage, else a round number above all values."""
    if measure.unit is Unit.PERCENT:
        return 100.0
    largest = max((v for v in values if v is not None), default=0.0)
    return float(next((end for end in _SCALES if end >= largest), largest))


def interval_bar(
    *, value: float, low: float | None, high: float | None, benchmark: float | None, end: float, alt: str
) -> str:
    """Draw a value between 0 and ``end``, its interval and the benchmark's tick. ``alt`` is its text."""
    parts = [_bar(0, 100, "bar-track")]
    if low is not None and high is not None:
        parts.append(_bar(_at(low, end), _at(high, end), "bar-range"))
    if benchmark is not None:
        x = _at(benchmark, end)
        parts.append(f'<line class="bar-average" x1="{x}%" x2="{x}%" y1="2" y2="{HEIGHT - 2}"/>')
    parts.append(f'<circle class="bar-point" cx="{_at(value, end)}%" cy="{_MIDDLE:g}" r="6.5"/>')
    return _svg("interval-bar", parts, alt)


def complied_bar(*, complied: int, due: int, alt: str) -> str:
    """Draw what was complied with as the filled part of all that fell due: a count, not an estimate."""
    filled = _at(complied, due)
    parts = [_bar(0, 100, "bar-missed")]
    if complied:
        parts.append(_bar(0, filled, "bar-complied"))
    if 0 < complied < due:
        parts.append(f'<line class="bar-edge" x1="{filled}%" x2="{filled}%" y1="5" y2="{HEIGHT - 5}"/>')
    return _svg("interval-bar", parts, alt)


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


def _bar(start: float, stop: float, css: str, radius: float = 3) -> str:
    width = round(max(stop - start, 0.6), 2)
    return f'<rect class="{css}" x="{start}%" width="{width}%" y="10" height="6" rx="{radius:g}"/>'


def _at(value: float, end: float) -> float:
    return round(100 * min(max(value / end, 0.0), 1.0), 2)


def _svg(css: str, parts: list[str], alt: str) -> str:
    return (
        f'<svg class="{css}" role="img" aria-label="{escape(alt)}" width="100%" height="{HEIGHT}" '
        f'focusable="false">{"".join(parts)}</svg>'
    )

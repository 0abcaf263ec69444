"""Several councils on one measure in a year for paper: a point each, its interval, value and average."""

from collections.abc import Sequence

from dashboard.charts.dot_plot import DotRow
from dashboard.charts.lettering import lines
from dashboard.charts.paper import PAPER, SIZE, Plot, drawing, key, letters, line
from dashboard.charts.scale import Scale, scale_from_nought
from dashboard.charts.style import BENCHMARK_COLOUR, COUNCIL_COLOUR, HAIRLINE
from dashboard.domain.measure import Measure, Unit

_NAMES, _VALUES, _GAP = 158.0, 120.0, 12.0  # columns left and right of the plot, and between them
_ROW, _TOP, _SCALE = 36.0, 4.0, 22.0
_VALUE = 11.5
_LEADING = 14.0
_STRONG = f' fill="#14181C" font-weight="bold" font-size="{SIZE}"'
_PLAIN = f' fill="#14181C" font-size="{_VALUE:g}"'


def paper_dots(measure: Measure, rows: Sequence[DotRow], alt: str, width: float = PAPER) -> str:
    """Return the drawing of the councils in the order given; of one without a value its words."""
    percent = measure.unit is Unit.PERCENT
    ends = [
        max(row.high or 0.0, row.value or 0.0, row.average or 0.0) for row in rows if row.value is not None
    ]
    scale = Scale(0, 100, 20) if percent else scale_from_nought(max(ends, default=1.0))
    left = _NAMES + _GAP
    plot = Plot(left, _TOP, width - left - _GAP - _VALUES, _ROW * len(rows))
    parts = []
    for tick in scale.ticks:
        x = plot.x(scale.share(tick))
        parts += [
            line(x, plot.top, x, plot.foot, HAIRLINE),
            letters(x, plot.foot + 16, f"{tick:g}{'%' if percent else ''}", "middle"),
        ]
    for index, row in enumerate(rows):
        parts += _row(row, plot.top + _ROW * (index + 0.5), plot, scale)
    listed, tall = key(_key(rows), 0, plot.foot + _SCALE + 22, width)
    return drawing(width, plot.foot + _SCALE + 22 + tall - 4, [*parts, *listed], alt)


def _row(row: DotRow, y: float, plot: Plot, scale: Scale) -> list[str]:
    parts = [line(plot.left, y, plot.right, y, HAIRLINE)]
    parts += _words(lines(row.council, SIZE, _NAMES - 4, bold=True), _NAMES, y, "end", _STRONG)
    parts += _words(lines(row.text, _VALUE, _VALUES - 4), plot.right + _GAP, y, "start", _PLAIN)
    if row.value is None:
        return parts
    if row.average is not None:
        at = plot.x(scale.share(row.average))
        parts.append(line(at, y - 10, at, y + 10, BENCHMARK_COLOUR, more=' stroke-width="3"'))
    x = plot.x(scale.share(row.value))
    low, high = (plot.x(scale.share(row.value if end is None else end)) for end in (row.low, row.high))
    parts.append(line(low, y, high, y, COUNCIL_COLOUR, more=' stroke-width="2"'))
    return [*parts, _point(x, y, simulated=row.simulated)]


def _words(told: Sequence[str], x: float, y: float, anchor: str, look: str) -> list[str]:
    """Write the lines of a text beside a row, centred on it."""
    first = y + 4 - _LEADING * (len(told) - 1) / 2
    return [
        letters(x, round(first + _LEADING * i, 1), text, anchor, more=look) for i, text in enumerate(told)
    ]


def _point(x: float, y: float, *, simulated: bool) -> str:
    fill = "#FFFFFF" if simulated else COUNCIL_COLOUR
    return f'<circle cx="{x:g}" cy="{y:g}" r="5" fill="{fill}" stroke="{COUNCIL_COLOUR}" stroke-width="2"/>'


def _key(rows: Sequence[DotRow]) -> list[tuple[str, str]]:
    """Explain the marks that this drawing has, and no others."""
    drawn = [row for row in rows if row.value is not None]
    upright = line(0, -7, 0, 7, BENCHMARK_COLOUR, more=' stroke-width="3"')
    level = line(-8, 0, 10, 0, COUNCIL_COLOUR, more=' stroke-width="2"')
    entries = [
        (_point(0, 0, simulated=False), "a council", any(not row.simulated for row in drawn)),
        (_point(0, 0, simulated=True), "open: simulated", any(row.simulated for row in drawn)),
        (level, "95% interval", any(row.low is not None for row in drawn)),
        (upright, "average of the council’s own type", any(row.average is not None for row in drawn)),
    ]
    return [(glyph, words) for glyph, words, there in entries if there]

"""Several councils over the years for paper: a small chart each, all on one scale, its values under it."""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from dashboard.charts.breaks import Break, breaks_of
from dashboard.charts.lettering import lines
from dashboard.charts.paper import PAPER, Plot, drawing, grid, key, letters, line
from dashboard.charts.scale import Scale, scale_from_nought
from dashboard.charts.series import interrupted, is_cut, year_number
from dashboard.charts.small_multiples import COLUMNS, YearPoint
from dashboard.charts.style import BENCHMARK_COLOUR, COUNCIL_COLOUR, INK
from dashboard.domain.measure import Measure, Unit

_BETWEEN, _LEFT, _HEIGHT, _HEAD, _AFTER = 24.0, 42.0, 92.0, 24.0, 22.0
_YEAR, _TOLD, _LEADING = 10.0, 8.5, 11.0
_DOTS = ' stroke-width="2" stroke-dasharray="1.5 3.5"'

Series = Sequence[tuple[str, Sequence[YearPoint]]]


def paper_multiples(measure: Measure, series: Series, alt: str, width: float = PAPER) -> str:
    """Return the drawing of the councils in the order given.

    A line stops where a year has no value and at a break of the measure. Under each year stands what its
    table says of it.
    """
    points = [point for _, every in series for point in every]
    years = sorted({point.year for point in points})
    breaks = breaks_of(measure, years)
    percent = measure.unit is Unit.PERCENT
    ends = [max(p.high or 0.0, p.value or 0.0, p.average or 0.0) for p in points]
    scale = Scale(0, 100, 50) if percent else scale_from_nought(max(ends, default=1.0), 4)
    wide = (width - _BETWEEN * (COLUMNS - 1)) / COLUMNS
    parts: list[str] = []
    top = 0.0
    for row in range(ceil(len(series) / COLUMNS)):
        tall = 0.0
        for column, (name, every) in enumerate(series[COLUMNS * row : COLUMNS * (row + 1)]):
            left = column * (wide + _BETWEEN)
            drawn, high = _one((name, every), breaks, (scale, "%" if percent else ""), (left, top, wide))
            parts += drawn
            tall = max(tall, high)
        top += tall + _AFTER
    listed, tall = key(_key(points, breaks), 0, top + 8, width)
    return drawing(width, top + tall + 4, [*parts, *listed], alt)


def _one(
    series: tuple[str, Sequence[YearPoint]],
    breaks: Sequence[Break],
    along: tuple[Scale, str],
    place: tuple[float, float, float],
) -> tuple[list[str], float]:
    """Return one council's chart at a place (left, top, width), and its height; ``along`` has the unit."""
    (name, points), (scale, unit), (left, top, wide) = series, along, place
    heading = lines(name, 12, wide, bold=True)
    head = _HEAD + 15 * (len(heading) - 1)
    plot = Plot(left + _LEFT, top + head, wide - _LEFT, _HEIGHT)
    years = [point.year for point in points]
    look = ' font-weight="bold" fill="#14181C"'
    parts = [letters(left, top + 11 + 15 * i, told, more=look) for i, told in enumerate(heading)]
    parts += grid(plot, [(scale.share(tick), f"{tick:g}{unit}") for tick in scale.ticks])
    for each in breaks:
        x = _at(years.index(each.year) - 0.5, years, plot)
        dashes = "5 4" if each.interrupts else "1.5 3.5"
        parts.append(line(x, plot.top, x, plot.foot, INK, more=f' stroke-dasharray="{dashes}"'))
    parts += _lines(points, breaks, scale, plot)
    for index, point in enumerate(points):
        if point.value is not None:
            parts += _mark(point, point.value, _at(index, years, plot), scale, plot)
    told, tall = _told(points, years, plot)
    return [*parts, *told], head + _HEIGHT + tall


def _at(index: float, years: Sequence[str], plot: Plot) -> float:
    return plot.x((index + 0.5) / len(years))


def _lines(points: Sequence[YearPoint], breaks: Sequence[Break], scale: Scale, plot: Plot) -> list[str]:
    """Join years that follow one another and have a value, the type's average dotted, none across a break."""
    years = [point.year for point in points]
    cuts = interrupted(breaks)
    parts = []
    for values, colour, more in (
        ([p.average for p in points], BENCHMARK_COLOUR, _DOTS),
        ([p.value for p in points], COUNCIL_COLOUR, ' stroke-width="2"'),
    ):
        places = [
            None if value is None else (_at(i, years, plot), plot.y(scale.share(value)))
            for i, value in enumerate(values)
        ]
        parts += [
            line(*here, *there, colour, more=more)
            for (before, here), (after, there) in pairwise(zip(map(year_number, years), places, strict=True))
            if here is not None and there is not None and not is_cut(before, after, cuts)
        ]
    return parts


def _mark(point: YearPoint, value: float, x: float, scale: Scale, plot: Plot) -> list[str]:
    y = plot.y(scale.share(value))
    low, high = (plot.y(scale.share(value if end is None else end)) for end in (point.low, point.high))
    return [line(x, low, x, high, COUNCIL_COLOUR), _circle(x, y, simulated=point.simulated)]


def _circle(x: float, y: float, *, simulated: bool) -> str:
    fill = "#FFFFFF" if simulated else COUNCIL_COLOUR
    return (
        f'<circle cx="{x:g}" cy="{y:g}" r="3.6" fill="{fill}" stroke="{COUNCIL_COLOUR}" stroke-width="1.8"/>'
    )


def _told(points: Sequence[YearPoint], years: Sequence[str], plot: Plot) -> tuple[list[str], float]:
    """Write each year and under it what its table says, and return the height that takes."""
    room = plot.width / len(points) - 3
    parts: list[str] = []
    most = 0
    for index, point in enumerate(points):
        x = _at(index, years, plot)
        parts.append(letters(x, plot.foot + 14, _short(point.year), "middle", more=f' font-size="{_YEAR:g}"'))
        lead, _, counts = point.text.removesuffix(")").partition(" (")
        rows = [line for part in (lead, counts) for line in lines(part, _TOLD, room)]
        most = max(most, len(rows))
        parts += [
            letters(x, plot.foot + 27 + _LEADING * row, told, "middle", more=f' font-size="{_TOLD:g}"')
            for row, told in enumerate(rows)
        ]
    return parts, 18 + _LEADING * most


def _short(year: str) -> str:
    """Return a year as narrow as it can be read: "18-19" of 2018-19."""
    return year[2:]


def _key(points: Sequence[YearPoint], breaks: Sequence[Break]) -> list[tuple[str, str]]:
    """Explain the marks that this drawing has, and no others."""
    drawn = [point for point in points if point.value is not None]

    def sample(dashes: str, colour: str = INK, more: str = "") -> str:
        return line(-8, 0, 10, 0, colour, more=f' stroke-dasharray="{dashes}"{more}')

    upright = line(0, -7, 0, 7, COUNCIL_COLOUR)
    entries = [
        (_circle(0, 0, simulated=False), "the council", any(not p.simulated for p in drawn)),
        (_circle(0, 0, simulated=True), "open: simulated", any(p.simulated for p in drawn)),
        (upright, "95% interval", any(p.low is not None for p in drawn)),
        (
            sample("1.5 3.5", BENCHMARK_COLOUR, ' stroke-width="2"'),
            "average of its type",
            any(p.average is not None for p in points),
        ),
        (sample("5 4"), "break in the series", any(each.interrupts for each in breaks)),
        (sample("1.5 3.5"), "a year to be read with care", any(not each.interrupts for each in breaks)),
    ]
    return [(glyph, words) for glyph, words, there in entries if there]

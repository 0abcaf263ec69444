"""One measure of a council over the years for paper: values with their intervals, averages, breaks."""

from collections.abc import Collection, Mapping, Sequence
from itertools import dropwhile, pairwise

from dashboard.charts.breaks import Break, breaks_of
from dashboard.charts.lettering import lines
from dashboard.charts.paper import PAPER, Plot, drawing, grid, key, letters, line
from dashboard.charts.scale import Scale, scale_from_nought
from dashboard.charts.series import Point, council_points, interrupted, is_cut, points_text, year_number
from dashboard.charts.style import BENCHMARK_COLOUR, COUNCIL_COLOUR, INK
from dashboard.domain.figures import Benchmark, Figure
from dashboard.domain.measure import Measure, Unit
from dashboard.domain.origin import Origin

_HEIGHT = 190
_TOP, _LEFT, _RIGHT, _BELOW = 34, 44, 8, 36
_ROOMY, _TOUCHING = 56.0, 40.0  # pixels from year to year at which one has a line, and two
_TOLD, _STRONG = 10.0, ' font-weight="bold"'  # the letters of values under their years, and of what leads


def paper_trend(
    history: Sequence[Figure],
    averages: Mapping[str, Benchmark],
    measure: Measure,
    council: str,
    width: float = PAPER,
    *,
    told: bool = False,
) -> str | None:
    """Draw a history, ascending by year, from the first year with a value or an average; None without one.

    A line stops where a year has no value or too few cases for one, and at a break of the measure. What is
    simulated is open. ``told`` writes each year's value and counts under it, as its table has them.
    """
    applicable = list(dropwhile(lambda f: f.shown is None and f.year not in averages, history))
    points = council_points(applicable)
    if not any(point.value is not None for point in points):
        return None
    years = [point.year for point in points]
    held = {year: averages[year] for year in years if year in averages}
    scale = _scale(points, held, measure)
    plot = Plot(_LEFT, _TOP, width - _LEFT - _RIGHT, _HEIGHT)
    percent = "%" if measure.unit is Unit.PERCENT else ""
    parts = grid(plot, [(scale.share(value), f"{value:g}{percent}") for value in scale.ticks])
    breaks = breaks_of(measure, years)
    cuts = interrupted(breaks)
    parts += _breaks(breaks, years, plot)
    parts += _years(years, plot)
    parts += _averages(years, held, scale, plot, cuts)
    parts += _council(points, scale, plot, cuts)
    values, more = _values(points, plot) if told else ([], 0.0)
    foot = plot.foot + _BELOW + more
    listed, tall = key(_key(points, held, council), 0, foot + 18, width)
    alt = points_text(points, measure, council)
    return drawing(width, foot + tall + 4, [*parts, *values, *listed], alt)


def _scale(points: Sequence[Point], averages: Mapping[str, Benchmark], measure: Measure) -> Scale:
    if measure.unit is Unit.PERCENT:
        return Scale(0, 100, 20)
    ends = [p.high or p.value or 0.0 for p in points] + [float(b.value) for b in averages.values()]
    return scale_from_nought(max(ends))


def _at(index: float, years: Sequence[str], plot: Plot) -> float:
    return plot.x((index + 0.5) / len(years))


def _years(years: Sequence[str], plot: Plot) -> list[str]:
    """Write the years, in two lines where close, every other where they would touch; the last always."""
    apart = plot.width / len(years)
    parts = []
    for index, year in enumerate(years):
        if apart < _TOUCHING and (len(years) - 1 - index) % 2:
            continue
        x = _at(index, years, plot)
        told = [year] if apart >= _ROOMY else [year[:5], year[5:]]
        parts += [letters(x, plot.foot + 16 + 14 * row, words, "middle") for row, words in enumerate(told)]
    return parts


def _values(points: Sequence[Point], plot: Plot) -> tuple[list[str], float]:
    """Write under each year what its table says, and return the height that takes."""
    room = plot.width / len(points) - 6
    parts: list[str] = []
    most = 0
    for index, point in enumerate(points):
        x = _at(index, [one.year for one in points], plot)
        lead = [(line, True) for line in lines(point.text, _TOLD, room, bold=True)]
        rows = [*lead, *((line, False) for line in lines(point.counts, _TOLD, room))]
        most = max(most, len(rows))
        for row, (words, strong) in enumerate(rows):
            look = f' font-size="{_TOLD:g}"{_STRONG if strong and point.value is not None else ""}'
            parts.append(
                letters(
                    x, plot.foot + (36 if room + 6 >= _ROOMY else 50) + 13 * row, words, "middle", more=look
                )
            )
    return parts, 13.0 * most + 10


def _breaks(breaks: Sequence[Break], years: Sequence[str], plot: Plot) -> list[str]:
    parts = []
    for each in breaks:
        x = _at(years.index(each.year) - 0.5, years, plot)
        dashes = "5 4" if each.interrupts else "1.5 3.5"
        parts.append(line(x, plot.top - 4, x, plot.foot, INK, more=f' stroke-dasharray="{dashes}"'))
        parts += [
            letters(x, plot.top - 22 + 12 * row, words, "middle", more=' font-size="10.5"')
            for row, words in enumerate(each.label)
        ]
    return parts


def _averages(
    years: Sequence[str],
    averages: Mapping[str, Benchmark],
    scale: Scale,
    plot: Plot,
    cuts: Collection[int],
) -> list[str]:
    places = [
        (_at(i, years, plot), plot.y(scale.share(float(averages[y].value)))) if y in averages else None
        for i, y in enumerate(years)
    ]
    parts = _joined(years, places, cuts, BENCHMARK_COLOUR, ' stroke-width="2" stroke-dasharray="1.5 3.5"')
    for year, place in zip(years, places, strict=True):
        if place is not None:
            x, y = place
            parts.append(_square(x, y, simulated=averages[year].origin is Origin.SIMULATED))
    return parts


def _council(points: Sequence[Point], scale: Scale, plot: Plot, cuts: Collection[int]) -> list[str]:
    years = [point.year for point in points]
    parts: list[str] = []
    joined: list[tuple[float, float] | None] = []
    marks: list[str] = []
    for index, point in enumerate(points):
        if point.value is None:
            joined.append(None)
            continue
        x, y = _at(index, years, plot), plot.y(scale.share(point.value))
        joined.append(None if point.too_few else (x, y))
        if point.low is not None and point.high is not None:
            low, high = plot.y(scale.share(point.low)), plot.y(scale.share(point.high))
            parts += [line(x, low, x, high, COUNCIL_COLOUR)]
            parts += [line(x - 3, end, x + 3, end, COUNCIL_COLOUR) for end in (low, high)]
        marks.append(_circle(x, y, simulated=point.simulated))
    return [*parts, *_joined(years, joined, cuts, COUNCIL_COLOUR, ' stroke-width="2"'), *marks]


def _joined(
    years: Sequence[str],
    places: Sequence[tuple[float, float] | None],
    cuts: Collection[int],
    colour: str,
    more: str,
) -> list[str]:
    """Join years that follow one another, where both have a place and no break lies between them."""
    return [
        line(*here, *there, colour, more=more)
        for (before, here), (after, there) in pairwise(zip(map(year_number, years), places, strict=True))
        if here is not None and there is not None and not is_cut(before, after, cuts)
    ]


def _circle(x: float, y: float, *, simulated: bool) -> str:
    fill = "#FFFFFF" if simulated else COUNCIL_COLOUR
    return f'<circle cx="{x:g}" cy="{y:g}" r="4.2" fill="{fill}" stroke="{COUNCIL_COLOUR}" stroke-width="2"/>'


def _square(x: float, y: float, *, simulated: bool) -> str:
    fill = "#FFFFFF" if simulated else BENCHMARK_COLOUR
    return (
        f'<rect x="{x - 3.2:g}" y="{y - 3.2:g}" width="6.4" height="6.4" fill="{fill}" '
        f'stroke="{BENCHMARK_COLOUR}" stroke-width="1.8"/>'
    )


def _key(points: Sequence[Point], averages: Mapping[str, Benchmark], council: str) -> list[tuple[str, str]]:
    """Explain the marks that this drawing has, and no others."""
    drawn = [point for point in points if point.value is not None]
    origins = {average.origin for average in averages.values()}
    bars = any(point.low is not None for point in drawn)
    simulated = Origin.SIMULATED
    entries = [
        (_circle(0, 0, simulated=False), council, any(not p.simulated for p in drawn)),
        (_circle(0, 0, simulated=True), f"{council}, simulated", any(p.simulated for p in drawn)),
        (line(0, -7, 0, 7, COUNCIL_COLOUR), "95% interval", bars),
        (_square(0, 0, simulated=False), "average of its type", bool(origins - {simulated})),
        (_square(0, 0, simulated=True), "average of its type, simulated", simulated in origins),
    ]
    return [(glyph, words) for glyph, words, there in entries if there]

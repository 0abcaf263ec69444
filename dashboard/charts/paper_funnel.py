"""A funnel for paper: limits, average, councils, the names of the page's own and of those that stand out."""

from collections.abc import Sequence
from functools import lru_cache

from dashboard.charts.funnel import GRID, Funnel, Line, Point
from dashboard.charts.paper import LETTER, PAPER, Plot, drawing, grid, haloed, key, letters, line
from dashboard.charts.style import BENCHMARK_COLOUR, COUNCIL_COLOUR, INK
from dashboard.domain.formats import thousands
from dashboard.statistics.small_numbers import TOO_FEW_BELOW

_HEIGHT = 220
_TOP, _LEFT, _RIGHT, _BELOW = 12, 44, 14, 38
_PEER, _OUTSIDE = "#5F7F9F", "#14181C"
_DASHES = ("", "", ' stroke-dasharray="5 3"', ' stroke-dasharray="5 3"')
_KEPT = 256  # paths of limits: four a type, year and width
_NARROWED = 0.75  # a tie's councils stand apart by so much of what they do on a screen


def paper_funnel(drawn: Funnel, own: str, noun: str, alt: str, width: float = PAPER) -> str:
    """Return the drawing for the council ``own`` (a slug). ``noun`` is what its sizes count, ``alt`` names it
    as a whole."""
    plot = Plot(_LEFT, _TOP, width - _LEFT - _RIGHT, _HEIGHT)
    points = sorted(drawn.points, key=lambda point: point.slug == own)
    parts = [
        *_few(drawn, plot),
        *grid(plot, [(drawn.y.share(value), f"{value:g}{drawn.unit}") for value in drawn.y.ticks]),
        *_cases(drawn, plot, noun),
        *(_limit(limit, plot, dash) for limit, dash in zip(drawn.limits, _DASHES, strict=True)),
        _centre(drawn, plot),
        *(_council(point, own, plot) for point in points),
        *_names(drawn, own, plot),
    ]
    listed, tall = key(_key(points, own), 0, plot.foot + _BELOW + 16, width)
    return drawing(width, plot.foot + _BELOW + tall + 2, [*parts, *listed], alt)


def _few(drawn: Funnel, plot: Plot) -> list[str]:
    if not drawn.unit:
        return []
    wide = min(1.0, drawn.x.share(TOO_FEW_BELOW - 0.5)) * plot.width
    place = f'x="{plot.left:g}" y="{plot.top:g}" width="{wide:.1f}" height="{plot.height:g}"'
    return [f'<rect {place} fill="#EFEDE8"/>']


def _cases(drawn: Funnel, plot: Plot, noun: str) -> list[str]:
    parts = [line(plot.left, plot.foot, plot.right, plot.foot, INK)]
    beyond = -1.0
    for value in drawn.x.ticks:
        words = thousands(round(value))
        x, half = plot.x(drawn.x.share(value)), LETTER * len(words) / 2
        centre = min(x, plot.right + _RIGHT - half)
        if centre - half > beyond:
            parts.append(letters(centre, plot.foot + 16, words, "middle"))
            beyond = centre + half + 6
    return [*parts, letters(plot.right, plot.foot + 32, f"{noun.capitalize()} →", "end")]


@lru_cache(maxsize=_KEPT)
def _limit(limit: Line, plot: Plot, dash: str) -> str:
    """Return a limit's path: all councils of a type share it, so those drawn last are kept."""
    pairs = [f"{plot.x(x / GRID):g} {plot.y(y / GRID):g}" for x, y in _within(limit)]
    if not pairs:
        return ""
    return f'<path d="M{"L".join(pairs)}" fill="none" stroke="{INK}" stroke-width="1.2"{dash}/>'


def _within(limit: Line) -> list[tuple[float, float]]:
    """Return a limit from where it enters the plot: what lies out of it is not drawn along an edge."""
    first = next((i for i, (_, y) in enumerate(limit) if 0 <= y <= GRID), None)
    if first is None:
        return []
    told: list[tuple[float, float]] = list(limit[first:])
    if first:
        (before, out), (x, y) = limit[first - 1 : first + 1]
        edge = float(GRID) if out > GRID else 0.0
        told.insert(0, (before + (x - before) * (out - edge) / (out - y), edge))
    return [(x, min(max(y, 0.0), float(GRID))) for x, y in told]


def _centre(drawn: Funnel, plot: Plot) -> str:
    y = plot.y(drawn.y.share(drawn.around.average))
    return line(
        plot.left, y, plot.right, y, BENCHMARK_COLOUR, more=' stroke-width="2" stroke-dasharray="2 3"'
    )


def _place(point: Point, plot: Plot) -> tuple[float, float]:
    return plot.x(point.x / 100), plot.y(1 - point.y / 100)


def _council(point: Point, own: str, plot: Plot) -> str:
    x, y = _place(point, plot)
    chosen = point.slug == own
    colour = COUNCIL_COLOUR if chosen else _OUTSIDE if "outside" in point.look else _PEER
    return _mark(
        x + (0.0 if chosen else point.shift * _NARROWED),
        y,
        colour,
        own=chosen,
        few="few" in point.look,
        simulated="simulated" in point.look,
    )


def _mark(x: float, y: float, colour: str, *, own: bool, few: bool, simulated: bool) -> str:
    radius = 5.5 if own else 2.0 if few else 3.4
    fill = "#FFFFFF" if simulated else colour
    stroke = 2.6 if own else 1.3
    return (
        f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{fill}" stroke="{colour}" '
        f'stroke-width="{stroke:g}"/>'
    )


def _names(drawn: Funnel, own: str, plot: Plot) -> list[str]:
    """Name the page's council and those that stand out, moved apart where they would collide."""
    wanted = (own, *(slug for slug in drawn.named if slug != own))
    taken: list[tuple[float, float, float]] = []
    parts = []
    for point in filter(None, map(drawn.point, wanted)):
        x, y = _place(point, plot)
        chosen = point.slug == own
        wide = (7.0 if chosen else LETTER) * len(point.name)
        left = x + 10 + wide > plot.right
        start = max(plot.left, x - 10 - wide) if left else x + 10
        at = max(y + 4, plot.top + 10)
        while any(
            abs(at - other) < 14 and start < end and begin < start + wide for begin, end, other in taken
        ):
            at += 14
        taken.append((start, start + wide, at))
        parts.append(haloed(start, at, point.name, own=chosen))
    return parts


def _key(points: Sequence[Point], own: str) -> list[tuple[str, str]]:
    """Explain the marks that this drawing has, and no others."""
    others = [point for point in points if point.slug != own]
    chosen = next((point for point in points if point.slug == own), None)

    def glyph(colour: str, *, own: bool = False, few: bool = False, simulated: bool = False) -> str:
        return _mark(0, 0, colour, own=own, few=few, simulated=simulated)

    def sample(more: str, colour: str = INK) -> str:
        return line(-8, 0, 10, 0, colour, more=more)

    def any_looks(word: str, among: Sequence[Point]) -> bool:
        return any(word in point.look for point in among)

    own_simulated = chosen is not None and "simulated" in chosen.look
    entries = [
        (glyph(COUNCIL_COLOUR, own=True, simulated=own_simulated), "this council", chosen is not None),
        (glyph(_PEER), "other councils of its type", any("simulated" not in one.look for one in others)),
        (glyph(_PEER, simulated=True), "open: simulated", any_looks("simulated", points)),
        (glyph(_OUTSIDE), "dark: stands out", any_looks("outside", others)),
        (glyph(_PEER, few=True), "small: fewer than five", any_looks("few", points)),
        (sample(' stroke-width="2" stroke-dasharray="2 3"', BENCHMARK_COLOUR), "average", True),
        (sample(' stroke-width="1.4"'), "95 of 100 between these", True),
        (sample(' stroke-width="1.4" stroke-dasharray="5 3"'), "998 of 1,000 between these", True),
    ]
    return [(mark, words) for mark, words, there in entries if there]

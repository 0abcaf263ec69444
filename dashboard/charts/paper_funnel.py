"""A funnel for paper: limits, average, councils, the names of the page's own and of those far outside."""

from dashboard.charts.funnel import FunnelChart
from dashboard.charts.paper import LETTER, PAPER, Plot, drawing, grid, haloed, key, letters, line
from dashboard.charts.peers import Peer
from dashboard.charts.style import BENCHMARK_COLOUR, COUNCIL_COLOUR, INK
from dashboard.domain.comparison import Comparison
from dashboard.domain.formats import thousands
from dashboard.domain.measures import PER, Unit
from dashboard.statistics.funnel import FunnelLimits
from dashboard.statistics.small_numbers import TOO_FEW_BELOW

_HEIGHT = 220
_TOP, _LEFT, _RIGHT, _BELOW = 12, 44, 14, 38
_PEER, _OUTSIDE = "#5F7F9F", "#14181C"
_DASHES = ("", "", ' stroke-dasharray="5 3"', ' stroke-dasharray="5 3"')
_APART = 3.0
_JUDGED_OUTSIDE = (Comparison.MUCH_LOWER, Comparison.LOWER, Comparison.HIGHER, Comparison.MUCH_HIGHER)


def paper_funnel(chart: FunnelChart, alt: str, width: float = PAPER) -> str:
    """Return the drawing. ``alt`` names it as a whole."""
    plot = Plot(_LEFT, _TOP, width - _LEFT - _RIGHT, _HEIGHT)
    percent = "%" if chart.group.measure.unit is Unit.PERCENT else ""
    parts = [
        *_few(chart, plot),
        *grid(plot, [(chart.y.share(value), f"{value:g}{percent}") for value in chart.y.ticks]),
        *_cases(chart, plot),
        *_limits(chart, plot),
        *_centre(chart, plot),
        *_councils(chart, plot),
        *_names(chart, plot),
    ]
    listed, tall = key(_key(chart), 0, plot.foot + _BELOW + 16, width)
    return drawing(width, plot.foot + _BELOW + tall + 2, [*parts, *listed], alt)


def _few(chart: FunnelChart, plot: Plot) -> list[str]:
    if chart.group.measure.unit is not Unit.PERCENT:
        return []
    wide = min(1.0, chart.x.share(TOO_FEW_BELOW - 0.5)) * plot.width
    place = f'x="{plot.left:g}" y="{plot.top:g}" width="{wide:.1f}" height="{plot.height:g}"'
    return [f'<rect {place} fill="#EFEDE8"/>']


def _cases(chart: FunnelChart, plot: Plot) -> list[str]:
    parts = [line(plot.left, plot.foot, plot.right, plot.foot, INK)]
    beyond = -1.0
    for value in chart.x.ticks:
        words = thousands(round(value))
        x, half = plot.x(chart.x.share(value)), LETTER * len(words) / 2
        centre = min(x, plot.right + _RIGHT - half)
        if centre - half > beyond:
            parts.append(letters(centre, plot.foot + 16, words, "middle"))
            beyond = centre + half + 6
    name = chart.group.measure.noun.capitalize()
    return [*parts, letters(plot.right, plot.foot + 32, f"{name} →", "end")]


def _limits(chart: FunnelChart, plot: Plot) -> list[str]:
    per = PER[chart.group.measure.unit]
    steps = chart.group.measure.unit is Unit.PERCENT
    parts = []
    for column, dash in enumerate(_DASHES):
        draw = _steps if steps else _joined
        d = draw(chart, plot, [(at, at.scaled(per)[column]) for at in chart.limits])
        parts.append(f'<path d="{d}" fill="none" stroke="{INK}" stroke-width="1.2"{dash}/>')
    return parts


def _steps(chart: FunnelChart, plot: Plot, values: list[tuple[FunnelLimits, float]]) -> str:
    """Draw a limit as level steps, one a number of cases, since between two numbers there is none."""
    written = []
    for index, (at, value) in enumerate(values):
        end = min(plot.right, plot.x(chart.x.share(at.n + 0.5)))
        y = _within(plot, chart.y.share(value))
        start = f"M{plot.x(chart.x.share(at.n - 0.5)):g} {y:g}" if index == 0 else f"V{y:g}"
        written.append(f"{start}H{end:g}")
    return "".join(written)


def _joined(chart: FunnelChart, plot: Plot, values: list[tuple[FunnelLimits, float]]) -> str:
    pairs = [
        f"{plot.x(chart.x.share(at.n)):g} {_within(plot, chart.y.share(value)):g}" for at, value in values
    ]
    return f"M{'L'.join(pairs)}"


def _within(plot: Plot, share: float) -> float:
    return plot.y(max(0.0, min(1.0, share)))


def _centre(chart: FunnelChart, plot: Plot) -> list[str]:
    y = plot.y(chart.y.share(chart.centre))
    dots = ' stroke-width="2" stroke-dasharray="2 3"'
    return [line(plot.left, y, plot.right, y, BENCHMARK_COLOUR, more=dots)]


def _councils(chart: FunnelChart, plot: Plot) -> list[str]:
    """Draw the page's own council last; councils with the same counts side by side."""
    tied: dict[tuple[int, int], list[Peer]] = {}
    for peer in chart.group.peers:
        tied.setdefault((peer.base, peer.events), []).append(peer)
    ordered = sorted(chart.group.peers, key=lambda p: (p.slug == chart.group.chosen, p.base, p.value, p.name))
    parts = []
    for peer in ordered:
        alike = tied[peer.base, peer.events]
        own = peer.slug == chart.group.chosen
        shift = 0.0 if own else (alike.index(peer) - (len(alike) - 1) / 2) * min(_APART, 14 / len(alike))
        x, y = plot.x(chart.x.share(peer.base)) + shift, plot.y(chart.y.share(peer.value))
        parts.append(_mark(x, y, _colour(chart, peer), own=own, few=peer.few, simulated=peer.simulated))
    return parts


def _colour(chart: FunnelChart, peer: Peer) -> str:
    if peer.slug == chart.group.chosen:
        return COUNCIL_COLOUR
    return (
        _OUTSIDE if peer.judged and chart.places[peer.slug] is not Comparison.NO_CLEAR_DIFFERENCE else _PEER
    )


def _mark(x: float, y: float, colour: str, *, own: bool, few: bool, simulated: bool) -> str:
    radius = 5.5 if own else 2.0 if few else 3.4
    fill = "#FFFFFF" if simulated else colour
    stroke = 2.6 if own else 1.3
    return (
        f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{fill}" stroke="{colour}" '
        f'stroke-width="{stroke:g}"/>'
    )


def _names(chart: FunnelChart, plot: Plot) -> list[str]:
    """Name the page's council and those beyond the 99.8% limits, moved apart where they would collide."""
    own = chart.group.own
    taken: list[tuple[float, float, float]] = []
    parts = []
    for peer in [*([own] if own else []), *(each for each in chart.beyond if each != own)]:
        x, y = plot.x(chart.x.share(peer.base)), plot.y(chart.y.share(peer.value))
        wide = (7.0 if peer == own else LETTER) * len(peer.name)
        left = x + 10 + wide > plot.right
        start = max(plot.left, x - 10 - wide) if left else x + 10
        at = max(y + 4, plot.top + 10)
        while any(
            abs(at - other) < 14 and start < end and begin < start + wide for begin, end, other in taken
        ):
            at += 14
        taken.append((start, start + wide, at))
        parts.append(haloed(start, at, peer.name, own=peer == own))
    return parts


def _key(chart: FunnelChart) -> list[tuple[str, str]]:
    """Explain the marks that this drawing has, and no others."""
    peers = chart.group.peers
    others = [peer for peer in peers if peer.slug != chart.group.chosen]
    own = chart.group.own
    outside = any(_colour(chart, peer) == _OUTSIDE for peer in others)

    def glyph(colour: str, *, own: bool = False, few: bool = False, simulated: bool = False) -> str:
        return _mark(0, 0, colour, own=own, few=few, simulated=simulated)

    def sample(more: str, colour: str = INK) -> str:
        return line(-8, 0, 10, 0, colour, more=more)

    entries = [
        (glyph(COUNCIL_COLOUR, own=True, simulated=bool(own and own.simulated)), "this council", bool(own)),
        (glyph(_PEER), "other councils of its type", any(not peer.simulated for peer in others)),
        (glyph(_PEER, simulated=True), "open: simulated", any(peer.simulated for peer in peers)),
        (glyph(_OUTSIDE), "dark: outside the 95% limits", outside),
        (glyph(_PEER, few=True), "small: too few to compare", any(peer.few for peer in peers)),
        (sample(' stroke-width="2" stroke-dasharray="2 3"', BENCHMARK_COLOUR), "average", True),
        (sample(' stroke-width="1.4"'), "95% limits", True),
        (sample(' stroke-width="1.4" stroke-dasharray="5 3"'), "99.8% limits", True),
    ]
    return [(mark, words) for mark, words, there in entries if there]

"""A funnel as inline SVG: limits, average, councils. It fits any width without a script.

Places are percentages of the drawing, so that letters and points keep their size; only the limits are
stretched. Every council is a link with its name and figures; the council of the page is the one tab
stop, and `assets/js/funnel.js` lets arrow keys move on from it.
"""

from collections.abc import Callable, Sequence
from html import escape
from textwrap import wrap

from dashboard.charts.funnel import FunnelChart
from dashboard.charts.peers import Peer
from dashboard.charts.scale import Scale
from dashboard.domain.comparison import Comparison
from dashboard.domain.formats import thousands
from dashboard.domain.measures import Unit
from dashboard.statistics.small_numbers import TOO_FEW_BELOW

HEIGHT = 320
_GRID = 1000
_SIDE_BY_SIDE = 4.0
_WIDEST_TIE = 16.0
_NEAR_RIGHT, _NEAR_TOP = 60, 8
_LINE_HEIGHT = 15
_PHONE, _LETTER, _FEWEST, _BESIDE = 300, 7.5, 12, 12
"""Pixels of a plot on a phone, where a name must fit too, of a bold letter, and from a point to its name; the
fewest letters of a line."""
_LONG_NUMBER, _NARROW = 6, 30

PLACES = {
    Comparison.NO_CLEAR_DIFFERENCE: "inside the limits",
    Comparison.LOWER: "below the 95% limits",
    Comparison.HIGHER: "above the 95% limits",
    Comparison.MUCH_LOWER: "below the 99.8% limits",
    Comparison.MUCH_HIGHER: "above the 99.8% limits",
    Comparison.NONE: "not compared",
}


def funnel_svg(chart: FunnelChart, alt: str, link: Callable[[str], str]) -> str:
    """Return the drawing. ``alt`` names it as a whole; ``link`` gives a council's address by slug."""
    parts = [*_axes(chart), _few(chart), _limits(chart), _centre(chart)]
    parts += _points(chart, link)
    parts += _labels(chart)
    return (
        f'<svg class="funnel-plot" role="group" aria-label="{escape(alt)}" width="100%" height="{HEIGHT}" '
        f'focusable="false">{"".join(parts)}</svg>'
    )


def point_name(peer: Peer, place: Comparison) -> str:
    """Return what a council's point is called: name, figure with its fraction, place, origin."""
    simulated = ", simulated" if peer.simulated else ""
    return f"{peer.name}, {peer.text}, {PLACES[place]}{simulated}"


def _axes(chart: FunnelChart) -> list[str]:
    parts = []
    percent = chart.group.measure.unit is Unit.PERCENT
    for value in chart.y.ticks:
        at = _y(chart, value)
        parts.append(f'<line class="funnel-grid" x1="0" x2="100%" y1="{at}%" y2="{at}%"/>')
        text = f"{value:g}{'%' if percent else ''}"
        parts.append(
            f'<text class="funnel-tick" x="0" dx="-8" y="{at}%" dy="4" text-anchor="end">{text}</text>'
        )
    last = len(chart.x.ticks) - 1
    for index, value in enumerate(chart.x.ticks):
        anchor = "end" if index == last else "middle" if index else "start"
        at = _x(chart, value)
        if index == last - 1 and len(thousands(round(value))) >= _LONG_NUMBER and 100 - at < _NARROW:
            continue  # it would touch the last one, which ends at the plot's edge, on a phone
        parts.append(
            f'<text class="funnel-tick" x="{at}%" y="100%" dy="19" text-anchor="{anchor}">'
            f"{thousands(round(value))}</text>"
        )
    return parts


def _few(chart: FunnelChart) -> str:
    """Shade where cases are too few to be judged (of a rate that depends on more than its residents)."""
    if chart.group.measure.unit is not Unit.PERCENT:
        return ""
    width = min(100.0, _x(chart, TOO_FEW_BELOW - 0.5))
    return f'<rect class="funnel-few" x="0" y="0" width="{width}%" height="100%"/>'


def _limits(chart: FunnelChart) -> str:
    steps = chart.group.measure.unit is Unit.PERCENT
    per = 100 if steps else 100_000
    scaled = [at.scaled(per) for at in chart.limits]
    paths = []
    for column, css in enumerate(("limit-95", "limit-95", "limit-998", "limit-998")):
        values = [row[column] for row in scaled]
        d = _steps(chart, values) if steps else _polyline(chart, values)
        paths.append(f'<path class="{css}" vector-effect="non-scaling-stroke" d="{d}"/>')
    return (
        f'<svg class="funnel-limits" width="100%" height="100%" viewBox="0 0 {_GRID} {_GRID}" '
        f'preserveAspectRatio="none">{"".join(paths)}</svg>'
    )


def _steps(chart: FunnelChart, values: Sequence[float]) -> str:
    """Draw a limit as level steps, one a number of cases, since between two numbers there is none."""
    first, *others = [
        (_grid(chart.x, at.n - 0.5), _grid(chart.x, at.n + 0.5), _GRID - _grid(chart.y, value))
        for at, value in zip(chart.limits, values, strict=True)
    ]
    return f"M{first[0]} {first[2]}H{first[1]}" + "".join(f"V{level}H{end}" for _, end, level in others)


def _polyline(chart: FunnelChart, values: Sequence[float]) -> str:
    pairs = [
        f"{_grid(chart.x, at.n)} {_GRID - _grid(chart.y, value)}"
        for at, value in zip(chart.limits, values, strict=True)
    ]
    return f"M{'L'.join(pairs)}"


def _centre(chart: FunnelChart) -> str:
    at = _y(chart, chart.centre)
    return f'<line class="funnel-centre" x1="0" x2="100%" y1="{at}%" y2="{at}%"/>'


def _points(chart: FunnelChart, link: Callable[[str], str]) -> list[str]:
    """Draw the councils by cases, then value, the page's own last so that it lies on top."""
    tied: dict[tuple[int, int], list[Peer]] = {}
    for peer in chart.group.peers:
        tied.setdefault((peer.base, peer.events), []).append(peer)
    ordered = sorted(chart.group.peers, key=lambda p: (p.slug == chart.group.chosen, p.base, p.value, p.name))
    own = chart.group.own or ordered[0]
    drawn = []
    for peer in ordered:
        alike = tied[peer.base, peer.events]
        apart = min(_SIDE_BY_SIDE, _WIDEST_TIE / len(alike))
        shift = 0.0 if peer == own else (alike.index(peer) - (len(alike) - 1) / 2) * apart
        drawn.append(_point(chart, peer, shift, link(peer.slug), tab=peer == own))
    return drawn


def _point(chart: FunnelChart, peer: Peer, shift: float, href: str, *, tab: bool) -> str:
    place = chart.places[peer.slug]
    chosen = peer.slug == chart.group.chosen
    kinds = ["own" if chosen else "", "simulated" if peer.simulated else "", "few" if peer.few else ""]
    if not chosen and peer.judged and place is not Comparison.NO_CLEAR_DIFFERENCE:
        kinds.append("outside")
    css = " ".join(["point", *(kind for kind in kinds if kind)])
    radius = 7 if chosen else 2.5 if peer.few else 4.5
    moved = f' transform="translate({shift:g})"' if shift else ""
    here = ' aria-current="page"' if chosen else ""
    return (
        f'<a href="{escape(href)}" tabindex="{0 if tab else -1}"{here} '
        f'aria-label="{escape(point_name(peer, place))}">'
        f'<circle class="{css}" cx="{_x(chart, peer.base)}%" cy="{_y(chart, peer.value)}%" r="{radius:g}"'
        f"{moved}/></a>"
    )


def _labels(chart: FunnelChart) -> list[str]:
    """Name the page's council and those beyond the 99.8% limits, moved apart where they would collide."""
    own = chart.group.own
    named = [*([own] if own else []), *(peer for peer in chart.beyond if peer != own)]
    taken: list[tuple[float, float, float]] = []
    parts = []
    for peer in named:
        x, y = _x(chart, peer.base), _y(chart, peer.value)
        left = x > _NEAR_RIGHT
        lines = _lines(peer.name, x if left else 100 - x)
        tall = [_LINE_HEIGHT * line for line in range(len(lines))]
        start, end = _extent(lines, x, left=left)
        at = y * HEIGHT / 100 + (4 if y > _NEAR_TOP else 16)
        if at - tall[-1] > _LINE_HEIGHT:
            at -= tall[-1]  # the last line beside the point: what lies below it is more often near
        while any(
            abs(at + line - other) < _LINE_HEIGHT and start < ends and begins < end
            for begins, ends, other in taken
            for line in tall
        ):
            at += _LINE_HEIGHT
        taken += [(start, end, at + line) for line in tall]
        down = at - y * HEIGHT / 100
        css = "funnel-label own" if peer == own else "funnel-label"
        dx, anchor = (-_BESIDE, "end") if left else (_BESIDE, "start")
        parts += [
            f'<text class="{css}" aria-hidden="true" x="{x}%" y="{y}%" dx="{dx}" '
            f'dy="{down + low:g}" text-anchor="{anchor}">{escape(line)}</text>'
            for line, low in zip(lines, tall, strict=True)
        ]
    return parts


def _lines(name: str, room: float) -> list[str]:
    """Break a name so that it fits beside its point on a phone too; ``room`` is a share of the width in %."""
    letters = int((_PHONE * room / 100 - _BESIDE) / _LETTER)
    return wrap(name, max(letters, _FEWEST), break_long_words=False)


def _extent(lines: list[str], x: float, *, left: bool) -> tuple[float, float]:
    """Return where a name begins and ends, in % of a phone's plot."""
    near = 100 * _BESIDE / _PHONE
    far = near + 100 * _LETTER * max(map(len, lines)) / _PHONE
    return (x - far, x - near) if left else (x + near, x + far)


def _x(chart: FunnelChart, value: float) -> float:
    return round(100 * chart.x.share(value), 2)


def _y(chart: FunnelChart, value: float) -> float:
    return round(100 - 100 * chart.y.share(value), 2)


def _grid(scale: Scale, value: float) -> int:
    return round(_GRID * scale.share(value))

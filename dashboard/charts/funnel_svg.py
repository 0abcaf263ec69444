"""A funnel as inline SVG: limits, average, councils. It fits any width without a script.

Places are percentages of the drawing, so that letters and points keep their size; only the limits are
stretched. Every council is a link with its name and figures; the council of the page is the one tab
stop, and `assets/js/funnel.js` lets arrow keys move on from it. The second view is a picture only.
"""

from collections.abc import Callable, Sequence
from html import escape
from textwrap import wrap

from dashboard.charts.funnel import GRID, Funnel, Line, Point
from dashboard.charts.scale import Scale
from dashboard.domain.formats import thousands
from dashboard.statistics.small_numbers import TOO_FEW_BELOW

HEIGHT = 320
_NEAR_RIGHT, _NEAR_TOP = 60, 8
_LINE_HEIGHT = 15
_PHONE, _LETTER, _FEWEST, _BESIDE = 300, 7.5, 12, 12
"""Pixels of a plot on a phone, where a name must fit too, of a bold letter, and from a point to its name; the
fewest letters of a line."""
_LONG_NUMBER, _NARROW = 6, 30
_OWN, _COUNCIL, _SMALL = 7, 4.5, 2.5
_CLASSES = ("limit-95", "limit-95", "limit-998", "limit-998")


def funnel_svg(drawn: Funnel, own: str, alt: str, link: Callable[[str], str]) -> str:
    """Return the drawing for the council ``own`` (a slug). ``alt`` names it as a whole; ``link`` gives a
    council's address by slug."""
    points = _points(drawn, own)
    tab = own if drawn.point(own) else points[0].slug
    inside = [_frame(drawn, drawn.limits)]
    inside += [_linked(point, link(point.slug), own=own, tab=point.slug == tab) for point in points]
    inside += _labels(drawn, own)
    return _svg("group", alt, inside)


def plain_svg(drawn: Funnel, own: str, alt: str) -> str:
    """Return the second view, with the limits that chance alone would leave: the same dots, no links."""
    inside = [_frame(drawn, drawn.plain), *(_circle(point, own) for point in _points(drawn, own))]
    return _svg("img", alt, [*inside, *_labels(drawn, own)])


def _svg(role: str, alt: str, inside: Sequence[str]) -> str:
    return (
        f'<svg class="funnel-plot" role="{role}" aria-label="{escape(alt)}" width="100%" height="{HEIGHT}" '
        f'focusable="false">{"".join(inside)}</svg>'
    )


def _frame(drawn: Funnel, limits: Sequence[Line]) -> str:
    """Draw what all councils share: axes, the shade of too few cases, limits, the average."""
    return "".join([*_axes(drawn), _few(drawn), _limits(limits), _centre(drawn)])


def _axes(drawn: Funnel) -> list[str]:
    parts = []
    for value in drawn.y.ticks:
        at = _down(drawn.y, value)
        parts.append(f'<line class="funnel-grid" x1="0" x2="100%" y1="{at}%" y2="{at}%"/>')
        parts.append(
            f'<text class="funnel-tick" x="0" dx="-8" y="{at}%" dy="4" text-anchor="end">'
            f"{value:g}{drawn.unit}</text>"
        )
    last = len(drawn.x.ticks) - 1
    for index, value in enumerate(drawn.x.ticks):
        anchor = "end" if index == last else "middle" if index else "start"
        at = round(100 * drawn.x.share(value), 2)
        if index == last - 1 and len(thousands(round(value))) >= _LONG_NUMBER and 100 - at < _NARROW:
            continue  # it would touch the last one, which ends at the plot's edge, on a phone
        parts.append(
            f'<text class="funnel-tick" x="{at}%" y="100%" dy="19" text-anchor="{anchor}">'
            f"{thousands(round(value))}</text>"
        )
    return parts


def _few(drawn: Funnel) -> str:
    """Shade where cases are too few to be compared (rates all are)."""
    if not drawn.unit:
        return ""
    width = min(100.0, round(100 * drawn.x.share(TOO_FEW_BELOW - 0.5), 2))
    return f'<rect class="funnel-few" x="0" y="0" width="{width}%" height="100%"/>'


def _limits(limits: Sequence[Line]) -> str:
    paths = [
        f'<path class="{css}" vector-effect="non-scaling-stroke" d="M'
        f'{"L".join(f"{x} {GRID - y}" for x, y in line)}"/>'
        for css, line in zip(_CLASSES, limits, strict=True)
    ]
    return (
        f'<svg class="funnel-limits" width="100%" height="100%" viewBox="0 0 {GRID} {GRID}" '
        f'preserveAspectRatio="none">{"".join(paths)}</svg>'
    )


def _centre(drawn: Funnel) -> str:
    at = _down(drawn.y, drawn.centre)
    return f'<line class="funnel-centre" x1="0" x2="100%" y1="{at}%" y2="{at}%"/>'


def _points(drawn: Funnel, own: str) -> list[Point]:
    """Return the points with the page's own last, so that it lies on top."""
    return sorted(drawn.points, key=lambda point: point.slug == own)


def _linked(point: Point, href: str, *, own: str, tab: bool) -> str:
    here = ' aria-current="page"' if point.slug == own else ""
    return (
        f'<a href="{escape(href)}" tabindex="{0 if tab else -1}"{here} aria-label="{escape(point.said)}">'
        f"{_circle(point, own)}</a>"
    )


def _circle(point: Point, own: str) -> str:
    chosen = point.slug == own
    look = point.look.replace("few", "").replace("outside", "").strip() if chosen else point.look
    css = f"point own {look}" if chosen else f"point {look}"
    radius = _OWN if chosen else _SMALL if "few" in look else _COUNCIL
    moved = f' transform="translate({point.shift:g})"' if point.shift and not chosen else ""
    return f'<circle class="{css.rstrip()}" cx="{point.x}%" cy="{point.y}%" r="{radius:g}"{moved}/>'


def _labels(drawn: Funnel, own: str) -> list[str]:
    """Name the page's council and those that stand out, moved apart where they would collide."""
    wanted = (own, *(slug for slug in drawn.named if slug != own))
    taken: list[tuple[float, float, float]] = []
    parts = []
    for point in filter(None, map(drawn.point, wanted)):
        x, y = point.x, point.y
        left = x > _NEAR_RIGHT
        lines = _lines(point.name, x if left else 100 - x)
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
        css = "funnel-label own" if point.slug == own else "funnel-label"
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


def _down(scale: Scale, value: float) -> float:
    return round(100 - 100 * scale.share(value), 2)

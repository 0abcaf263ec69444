"""A funnel as inline SVG: limits, average, councils. It fits any width without a script.

What all councils of a type share is drawn once at build (``Picture``); a page takes its own council's point
out of it and puts it on top, large and named. Places are percentages of the drawing, so that letters and
points keep their size; only the limits are stretched. Every council is a link with its name and figures;
the council of the page is the one tab stop, and `assets/js/funnel.js` lets arrow keys move on from it. The
second view is a picture only.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap

from dashboard.addresses.links import UNNAMED, Links
from dashboard.charts.funnel import GRID, Around, Funnel, Line, Point
from dashboard.charts.scale import Scale
from dashboard.domain.formats import thousands
from dashboard.statistics.small_numbers import TOO_FEW_BELOW

HEIGHT = 320
_NEAR_RIGHT, _NEAR_TOP, _NEAR_FOOT = 60, 8, 94
_LINE_HEIGHT = 15
_PHONE, _LETTER, _FEWEST, _BESIDE = 300, 7.5, 12, 12
"""Pixels of a plot on a phone, where a name must fit too, of a bold letter, and from a point to its name; the
fewest letters of a line."""
_LONG_NUMBER, _NARROW = 6, 30
_OWN, _COUNCIL, _SMALL = 7, 4.5, 2.5
_CLASSES = ("limit-95", "limit-95", "limit-998", "limit-998")
_POINT = re.compile(
    r'<a href="(?P<href>[^"]*)" tabindex="-1" aria-label="(?P<said>[^"]*)">'
    r'<circle class="(?P<look>[^"]*)" cx="(?P<x>[\d.-]+)%" cy="(?P<y>[\d.-]+)%"[^>]*/></a>'
)
_LINK = re.compile(r"</?a\b[^>]*>")


@dataclass(frozen=True, slots=True)
class Picture:
    """What a type's councils share of their funnel: everything between the drawing's tags.

    ``points`` are the councils as links, by cases; ``plain`` is the frame of the second view, empty where
    there is none. ``named`` are the points that are named besides the page's own.
    """

    around: Around
    frame: str
    points: str
    plain: str
    named: tuple[Point, ...]

    def to_json(self) -> str:
        """Return the picture as the release keeps it."""
        told = [self.around, self.frame, self.points, self.plain, self.named]
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Picture":
        """Read it again."""
        around, frame, points, plain, named = json.loads(text)
        return cls(Around(*around), frame, points, plain, tuple(Point(*point) for point in named))


def picture(drawn: Funnel, year: str) -> Picture:
    """Draw what all councils of a type share."""
    return Picture(
        around=drawn.around,
        frame=_frame(drawn, drawn.limits),
        points="".join(_linked(point, UNNAMED.council(point.slug, year)) for point in drawn.points),
        plain=_frame(drawn, drawn.plain) if drawn.plain else "",
        named=tuple(point for point in drawn.points if point.slug in drawn.named),
    )


@dataclass(frozen=True, slots=True)
class OfPage:
    """Whose page a picture stands on: the council, its name, the year, the release that addresses name."""

    slug: str
    name: str
    year: str
    links: Links = UNNAMED


def funnel_svg(shared: Picture, page: OfPage, alt: str) -> str:
    """Return the drawing for a page. ``alt`` names it as a whole."""
    others, own = _without(shared.points, page)
    # A plot has one tab stop: if not the page's council then its first.
    inside = f"{others}{_own(own)}" if own else others.replace('tabindex="-1"', 'tabindex="0"', 1)
    if page.links != UNNAMED:
        plain, asked = (links.council("", page.year) for links in (UNNAMED, page.links))
        inside = inside.replace(
            f'{page.year}" tabindex', f'{page.year}{escape(asked[len(plain) :])}" tabindex'
        )
    return _svg("group", alt, [shared.frame, inside, *_labels(_named(shared, own, page), page.slug)])


def plain_svg(shared: Picture, page: OfPage, alt: str) -> str:
    """Return the second view, with the limits that chance alone would leave: the same dots, no links."""
    others, own = _without(shared.points, page)
    dots = _LINK.sub("", f"{others}{_own(own) if own else ''}")
    return _svg("img", alt, [shared.plain, dots, *_labels(_named(shared, own, page), page.slug)])


def _without(points: str, page: OfPage) -> tuple[str, re.Match[str] | None]:
    """Take the page's council out of the points."""
    begins = points.find(f'<a href="{escape(UNNAMED.council(page.slug, page.year))}"')
    found = _POINT.match(points, begins) if begins >= 0 else None
    if found is None:
        return points, None
    return points[: found.start()] + points[found.end() :], found


def _own(point: re.Match[str]) -> str:
    """Draw a council's point as that of its own page: large, and the tab stop."""
    simulated = " simulated" if "simulated" in point["look"] else ""
    return (
        f'<a href="{point["href"]}" tabindex="0" aria-current="page" aria-label="{point["said"]}">'
        f'<circle class="point own{simulated}" cx="{point["x"]}%" cy="{point["y"]}%" r="{_OWN}"/></a>'
    )


def _named(shared: Picture, own: re.Match[str] | None, page: OfPage) -> list[Point]:
    """Return the points that are named: the page's own, then those that stand out."""
    others = [point for point in shared.named if point.slug != page.slug]
    if own is None:
        return others
    return [Point(page.slug, page.name, float(own["x"]), float(own["y"]), 0.0, "", ""), *others]


def _svg(role: str, alt: str, inside: Sequence[str]) -> str:
    return (
        f'<svg class="funnel-plot" role="{role}" aria-label="{escape(alt)}" width="100%" height="{HEIGHT}" '
        f'focusable="false">{"".join(inside)}</svg>'
    )


def _frame(drawn: Funnel, limits: Sequence[Line]) -> str:
    """Draw axes, the shade of too few cases, limits, the average."""
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
    at = _down(drawn.y, drawn.around.average)
    return f'<line class="funnel-centre" x1="0" x2="100%" y1="{at}%" y2="{at}%"/>'


def _linked(point: Point, href: str) -> str:
    radius = _SMALL if "few" in point.look else _COUNCIL
    moved = f' transform="translate({point.shift:g})"' if point.shift else ""
    css = f"point {point.look}".rstrip()
    return (
        f'<a href="{escape(href)}" tabindex="-1" aria-label="{escape(point.said)}">'
        f'<circle class="{css}" cx="{point.x}%" cy="{point.y}%" r="{radius:g}"{moved}/></a>'
    )


def _labels(points: Sequence[Point], own: str) -> list[str]:
    """Name the page's council and those that stand out, moved apart where they would collide."""
    taken: list[tuple[float, float, float]] = []
    parts = []
    for point in points:
        x, y = point.x, point.y
        left = x > _NEAR_RIGHT
        lines = _lines(point.name, x if left else 100 - x)
        tall = [_LINE_HEIGHT * line for line in range(len(lines))]
        start, end = _extent(lines, x, left=left)
        at = y * HEIGHT / 100 + (16 if y < _NEAR_TOP else 4)
        if at - tall[-1] > _LINE_HEIGHT:
            at -= tall[-1]  # the last line beside the point: what lies below it is more often near
        step = (
            -_LINE_HEIGHT if y > _NEAR_FOOT else _LINE_HEIGHT
        )  # what is below the foot are the axis's numbers
        at -= 8 if y > _NEAR_FOOT else 0
        while any(
            abs(at + line - other) < _LINE_HEIGHT and start < ends and begins < end
            for begins, ends, other in taken
            for line in tall
        ):
            at += step
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

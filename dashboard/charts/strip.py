"""The strip of a type: every council as a dot along one measure, and where the middle half lies.

The dots are worked out once at build and kept in the release; a page puts its own council on the line.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import ceil
from typing import NamedTuple

from dashboard.charts.funnel import look
from dashboard.charts.peers import Group
from dashboard.charts.scale import Scale, percent_scale, scale_from_nought

_COLUMNS = 70  # About the number of dots side by side on a phone.
_DOT, _SMALL_DOT, _OWN_DOT = 3.2, 2.0, 6.0
_APART = 2 * _DOT + 0.6
_HIGHEST_PILE = 110.0
_ROWS, _SIDE_BY_SIDE, _NEAR_END = 9, 7, 2.0
"""Dots of a pile, above which it has columns; the most columns, until a pile grows; per cent near an end."""
_LOWEST = 16.0
_SCALE = 24


class Dot(NamedTuple):
    """A council: where it lies in per cent of the scale, and some of "few", "outside" and "simulated"."""

    slug: str
    x: float
    look: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Dots along a scale. ``quartiles`` are the ends of the middle half, in per cent of the
    scale; None where the type is not held well enough to speak of one."""

    unit: str
    scale: Scale
    quartiles: tuple[float, float] | None
    dots: tuple[Dot, ...]

    def to_json(self) -> str:
        """Return the strip as the release keeps it."""
        scale = (self.scale.low, self.scale.high, self.scale.step)
        told = [self.unit, scale, self.quartiles, self.dots]
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Strip":
        """Read it again."""
        unit, scale, quartiles, dots = json.loads(text)
        between = None if quartiles is None else (quartiles[0], quartiles[1])
        return cls(unit, Scale(*scale), between, tuple(Dot(*dot) for dot in dots))


def strip(group: Group) -> Strip | None:
    """Return the strip of a group on a share or a rate; None without a council."""
    if not group.peers:
        return None
    share = group.measure.is_share
    values = [peer.value for peer in group.peers]
    scale = percent_scale(values) if share else scale_from_nought(max(values))
    dots = [Dot(peer.slug, _at(scale, peer.value), look(peer)) for peer in group.peers]
    return Strip("%" if share else "", scale, _quartiles(group, scale), _ordered(dots))


def missed_strip(group: Group) -> Strip | None:
    """Return the strip of how many recommendations each council did not comply with: a count."""
    if not group.peers:
        return None
    missed = [peer.base - peer.events for peer in group.peers]
    scale = scale_from_nought(max(4.0, *missed))
    dots = [
        Dot(peer.slug, _at(scale, count), look(peer)) for peer, count in zip(group.peers, missed, strict=True)
    ]
    return Strip("", scale, None, _ordered(dots))


class Placed(NamedTuple):
    """A dot in its pile: moved from its place along the strip by so many pixels, so high up from its top."""

    dot: Dot
    moved: float
    y: float
    radius: float


def placed(drawn: Strip, own: str) -> tuple[list[Placed], float]:
    """Return the dots of a strip piled up where they lie in the same place, high piles in columns side by
    side, and how far below the top the line is that they stand on. ``own`` stands on the line, last."""
    piles: dict[int, list[Dot]] = {}
    for dot in drawn.dots:
        if dot.slug != own:
            piles.setdefault(round(_COLUMNS * dot.x / 100), []).append(dot)
    rows = max(_ROWS, ceil(max(map(len, piles.values()), default=1) / _SIDE_BY_SIDE))
    apart = min(_APART, _HIGHEST_PILE / rows)
    highest = max((min(len(pile), rows) for pile in piles.values()), default=1)
    ground = max(_LOWEST, highest * apart) + 2 * _OWN_DOT
    dots = [one for pile in piles.values() for one in _pile(pile, rows, ground, apart)]
    own_dot = [Placed(dot, 0.0, ground, _OWN_DOT) for dot in drawn.dots if dot.slug == own]
    return [*dots, *own_dot], ground


def strip_svg(drawn: Strip, own: str, alt: str) -> str:
    """Draw a strip; ``own`` is the slug of the page's council."""
    dots, ground = placed(drawn, own)
    parts = [_band(drawn, ground), _ground(ground), *_ticks(drawn, ground)]
    parts += [_own(one) if one.dot.slug == own else _peer(one) for one in dots]
    return (
        f'<svg class="strip-plot" role="img" aria-label="{escape(alt)}" width="100%" '
        f'height="{ground + _SCALE:g}" focusable="false">{"".join(parts)}</svg>'
    )


def _quartiles(group: Group, scale: Scale) -> tuple[float, float] | None:
    told = group.compared
    if told is None or told.low_quartile is None or told.high_quartile is None:
        return None
    return _at(scale, told.low_quartile), _at(scale, told.high_quartile)


def _ordered(dots: list[Dot]) -> tuple[Dot, ...]:
    """Put marked councils at the foot of their pile and small ones on top, so that neither hides."""
    return tuple(sorted(dots, key=lambda dot: ("outside" not in dot.look, "few" in dot.look)))


def _pile(pile: Sequence[Dot], rows: int, ground: float, apart: float) -> list[Placed]:
    """Place dots of one place, from the ground up; columns around it, at the scale's ends within."""
    columns = ceil(len(pile) / rows)
    first = (
        0.0 if pile[0].x < _NEAR_END else 1.0 - columns if pile[0].x > 100 - _NEAR_END else (1 - columns) / 2
    )
    found = []
    for index, dot in enumerate(pile):
        column, row = divmod(index, rows)
        radius = _SMALL_DOT if "few" in dot.look else _DOT
        found.append(Placed(dot, _APART * (first + column), ground - _DOT - 1 - row * apart, radius))
    return found


def _peer(one: Placed) -> str:
    shift = f' transform="translate({one.moved:g})"' if one.moved else ""
    css = f"point {one.dot.look}".rstrip()
    return f'<circle class="{css}" cx="{one.dot.x}%" cy="{one.y:.1f}" r="{one.radius:g}"{shift}/>'


def _own(one: Placed) -> str:
    css = f"point own{' simulated' if 'simulated' in one.dot.look else ''}"
    return f'<circle class="{css}" cx="{one.dot.x}%" cy="{one.y:g}" r="{one.radius:g}"/>'


def _band(drawn: Strip, ground: float) -> str:
    if drawn.quartiles is None:
        return ""
    low, high = drawn.quartiles
    width = max(0.4, high - low)
    return f'<rect class="strip-band" x="{low}%" y="0" width="{width:.2f}%" height="{ground:g}"/>'


def _ground(ground: float) -> str:
    return f'<line class="funnel-axis" x1="0" x2="100%" y1="{ground:g}" y2="{ground:g}"/>'


def _ticks(drawn: Strip, ground: float) -> list[str]:
    last = len(drawn.scale.ticks) - 1
    parts = []
    for index, value in enumerate(drawn.scale.ticks):
        anchor = "end" if index == last else "middle" if index else "start"
        place = f'x="{_at(drawn.scale, value)}%" y="{ground + 20:g}" text-anchor="{anchor}"'
        parts.append(f'<text class="funnel-tick" {place}>{value:g}{drawn.unit}</text>')
    return parts


def _at(scale: Scale, value: float) -> float:
    return round(100 * scale.share(value), 2)

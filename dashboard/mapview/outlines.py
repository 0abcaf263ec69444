"""The shapes of a map read back from its bare fragment: for pictures, which draw them in other clothes."""

import re
from dataclasses import dataclass
from typing import NamedTuple

_SVG = re.compile(r'<svg[^>]*viewBox="0 0 (\d+) (\d+)".*?</svg>', re.DOTALL)
_SHAPE = re.compile(
    r'<a data-slug="([^"]+)" data-at="(\d+) (\d+)" data-r="(\d+)"[^>]*><path d="([^"]+)"/></a>'
)


class Outline(NamedTuple):
    """A council's shape: its path data in the map's units, the point of its mark, and how far that point is
    from the nearest border."""

    slug: str
    d: str
    x: int
    y: int
    r: int


@dataclass(frozen=True, slots=True)
class Outlines:
    """The shapes of one drawing, on a grid of ``width`` and ``height`` units."""

    width: int
    height: int
    shapes: tuple[Outline, ...]


def outlines(fragment: str) -> tuple[Outlines, ...]:
    """Return the drawings of a fragment: England and, unless it is of tiles, London on a finer grid."""
    return tuple(
        Outlines(
            int(width),
            int(height),
            tuple(Outline(slug, d, int(x), int(y), int(r)) for slug, x, y, r, d in _SHAPE.findall(found[0])),
        )
        for found in _SVG.finditer(fragment)
        for width, height in (found.groups(),)
    )

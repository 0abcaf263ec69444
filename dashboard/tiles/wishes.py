"""What it costs a council to stand on a tile: the rule by which one layout is better than another."""

import math
from dataclasses import dataclass

from dashboard.tiles.grid import Point
from dashboard.tiles.ground import Ground, neighbours

APART = 0.6
"""What it costs two who touch on the map not to touch as tiles."""
TURNED = 2.5
"""What it costs, for each width of a tile, that one lies on the wrong side of the other."""
FARTHER = 0.1
"""How much the square of a distance from where one should be costs beside the distance itself."""
WRONG_SIDE = 0.5
"""What it costs beside that, however far over: Northumberland is no neighbour's south."""
LEAST = 0.5
LONGER = 2.5
"""How much a border counts, and how much more the greater a part it is of all borders of one of the two: an
enclave has only the one."""
CLOSE = 0.2
"""What two tiles that touch are worth in any case: England is no lace."""
STRANGERS = 0.5
"""What it costs two tiles to touch that have no neighbour in common on the map."""
ISLAND = 1.0
"""What it costs a tile to touch an island's: there is water between them."""
OFF_SHORE = 2.0
"""How many widths an island's tile lies from those nearest to it."""
_SHORES = 3


@dataclass(frozen=True, slots=True)
class Wish:
    """Where one council should lie as seen from ``other``, in widths of a tile, and how much that counts."""

    other: int
    x: float
    y: float
    weight: float
    touching: bool


Wishes = list[tuple[Wish, ...]]


def wishes_of(ground: Ground) -> Wishes:
    """Return each council's wishes: to touch those it touches on the map, in their direction.

    One that touches nobody wishes to lie off the nearest.
    """
    near = neighbours(ground)
    found: list[list[Wish]] = [[] for _ in ground.slugs]
    for pair, share in zip(ground.pairs, ground.shares, strict=True):
        _both(found, ground, pair, (1.0, LEAST + LONGER * share, True))
    for one, touched in enumerate(near):
        if not touched:
            for other in _nearest(ground, one):
                _both(found, ground, (one, other), (OFF_SHORE, 0.5, False))
    return [tuple(wishes) for wishes in found]


def contacts_of(ground: Ground) -> list[list[float]]:
    """Return what it costs any two that their tiles touch, whatever they wish: less than nothing, mostly."""
    near = neighbours(ground)
    everyone = range(len(ground.slugs))
    return [[_contact(near[one], near[other], other) for other in everyone] for one in everyone]


def _contact(near: set[int], other_near: set[int], other: int) -> float:
    if not near or not other_near:
        return ISLAND
    acquainted = other in near or not near.isdisjoint(other_near)
    return -CLOSE if acquainted else STRANGERS - CLOSE


def _both(
    found: list[list[Wish]], ground: Ground, pair: tuple[int, int], how: tuple[float, float, bool]
) -> None:
    one, other = pair
    far, weight, touching = how
    x, y = _direction(ground.points[other], ground.points[one])
    found[one].append(Wish(other, x * far, y * far, weight, touching))
    found[other].append(Wish(one, -x * far, -y * far, weight, touching))


def _nearest(ground: Ground, one: int) -> list[int]:
    here = ground.points[one]
    others = [other for other in range(len(ground.slugs)) if other != one]
    return sorted(others, key=lambda other: (math.dist(here, ground.points[other]), other))[:_SHORES]


def _direction(start: Point, end: Point) -> Point:
    x, y = end[0] - start[0], end[1] - start[1]
    far = math.sqrt(x * x + y * y) or 1.0
    return x / far, y / far

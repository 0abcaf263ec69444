"""How well a layout keeps the map: what is measured of it, and nothing it was made by."""

import math
from dataclasses import dataclass

from dashboard.tiles.grid import Point, Tiles, around, centre
from dashboard.tiles.ground import Ground

_ACROSS = 90.0


@dataclass(frozen=True, slots=True)
class Quality:
    """Of the pairs that share a border on the map, the share whose tiles touch, and by how many degrees on
    average their direction is turned; of the pairs of tiles that touch, the share that share a border."""

    kept: float
    turned: float
    true: float


def quality(ground: Ground, tiles: Tiles) -> Quality:
    """Return the quality of a layout. Raises ValueError where no two touch on the map or as tiles."""
    touching = _touching(ground, tiles)
    if not ground.pairs or not touching:
        raise ValueError("there are no neighbours to measure it by")
    kept = len(touching & set(ground.pairs))
    turned = _turned(ground, tiles)
    return Quality(kept / len(ground.pairs), sum(turned) / len(turned), kept / len(touching))


def merit(ground: Ground, tiles: Tiles) -> int:
    """Return by what layouts of one map are told apart: how many neighbours touch, less two for each pair of
    whom one lies on the wrong side of the other, which is seen sooner than a gap."""
    reversed_ = sum(degrees > _ACROSS for degrees in _turned(ground, tiles))
    return len(_touching(ground, tiles) & set(ground.pairs)) - 2 * reversed_


def _turned(ground: Ground, tiles: Tiles) -> list[float]:
    middles = [centre(tiles[slug]) for slug in ground.slugs]
    return [
        _degrees(_step(ground.points[one], ground.points[other]), _step(middles[one], middles[other]))
        for one, other in ground.pairs
    ]


def _touching(ground: Ground, tiles: Tiles) -> set[tuple[int, int]]:
    place = {tiles[slug]: index for index, slug in enumerate(ground.slugs)}
    return {
        (one, place[beside])
        for cell, one in place.items()
        for beside in around(cell)
        if beside in place and one < place[beside]
    }


def _step(start: Point, end: Point) -> Point:
    return end[0] - start[0], end[1] - start[1]


def _degrees(one: Point, other: Point) -> float:
    between = math.atan2(one[1], one[0]) - math.atan2(other[1], other[0])
    return abs(math.degrees((between + math.pi) % math.tau - math.pi))

"""Where to begin: points spread until each has about the room of one tile."""

import math

import numpy as np
from numpy.typing import NDArray

from dashboard.tiles.grid import Point, Tiles, centre
from dashboard.tiles.ground import Ground

Points = NDArray[np.float64]

_ROUNDS = 400
_PULL = 0.5
_PUSH = 0.35
_PACE = 0.6
_NEAREST = 3
_DIGITS = 6  # what is rounded to them is the same whatever adds it up


def spread(ground: Ground) -> list[Point]:
    """Return the label points moved, in widths of a tile: those who touch drawn to one width from each other
    in their own direction, those too close to each other pushed apart."""
    points = np.asarray(ground.points, dtype=float).reshape(-1, 2)
    number = len(points)
    if number < 2:
        return [(0.0, 0.0)] * number
    moved = _at_first(points)
    pairs = np.asarray(ground.pairs, dtype=int).reshape(-1, 2)
    one, other = pairs[:, 0], pairs[:, 1]
    ahead = _directions(points[one] - points[other])
    degree = np.bincount(pairs.ravel(), minlength=number).clip(1)[:, None]
    for _ in range(_ROUNDS):
        shift = np.zeros_like(moved)
        missing = (moved[one] - moved[other] - ahead) * _PULL
        np.add.at(shift, one, -missing / degree[one])
        np.add.at(shift, other, missing / degree[other])
        apart = moved[:, None] - moved[None]
        far = np.sqrt((apart**2).sum(-1))
        push = np.clip(1 - far, 0, None) * _PUSH
        shift += (apart / (far[..., None] + 1e-9) * push[..., None]).sum(1)
        moved = moved + shift * _PACE
    return _rounded(moved - moved.min(0))


def carried(ground: Ground, before: Ground, tiles: Tiles) -> list[Point]:
    """Return where each council would lie on the tiles of an earlier layout, in widths of a tile.

    Who has a tile there keeps it; another lies between those who lay nearest to it, the closer the nearer.
    """
    known = np.asarray(before.points, dtype=float)
    held = np.asarray([centre(tiles[slug]) for slug in before.slugs])
    found: list[Point] = []
    for slug, point in zip(ground.slugs, ground.points, strict=True):
        if slug in tiles:
            found.append(centre(tiles[slug]))
            continue
        away = np.sqrt(((known - np.asarray(point)) ** 2).sum(1))
        nearest = np.argsort(away, kind="stable")[:_NEAREST]
        weight = 1 / (away[nearest] + 1)
        found += _rounded((held[nearest] * weight[:, None]).sum(0, keepdims=True) / weight.sum())
    return found


def _at_first(points: Points) -> Points:
    """Return points about as close to each other, on average, as the middles of tiles."""
    wide, tall = (float(side) or 1.0 for side in np.ptp(points, axis=0))
    return np.asarray((points - points.min(0)) * (1.1 * math.sqrt(len(points) / (wide * tall))))


def _directions(steps: Points) -> Points:
    far = np.sqrt((steps**2).sum(1))
    return np.asarray(steps / np.where(far > 0, far, 1)[:, None])


def _rounded(points: Points) -> list[Point]:
    return [(x, y) for x, y in np.round(points, _DIGITS).tolist()]

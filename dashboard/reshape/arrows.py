"""The arrow keys: which council lies up, right, down and left of each, so that all can be reached.

Links are made both ways where they can be (pressing the opposite arrow returns), from the cheapest on:
near and straight ahead is cheap, touching is cheaper than apart. First a tree of such links that
joins every council to every other, then further links both ways, then one-way links for directions
still empty; longer ones where all this does not lead everywhere. A direction with nothing near ahead
stays empty (north of Northumberland).
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

Links = list[list[int | None]]

DIRECTIONS = ("up", "right", "down", "left")
_AHEAD = ((0, -1), (1, 0), (0, 1), (-1, 0))  # y counts downwards
_WIDEST = 60.0
_WIDEST_APART = 50.0
_APART = 2.0
_NEAREST = 24


class UnreachableError(ValueError):
    """Some council cannot be reached from some other by arrow keys."""


@dataclass(frozen=True, slots=True, order=True)
class _Way:
    """One possible step: from a council, in a direction, to another."""

    cost: float
    start: int
    direction: int
    end: int
    gap: float
    off: float

    @property
    def touching(self) -> bool:
        return not self.gap


def arrow_links(shapes: Sequence[BaseGeometry], points: Sequence[tuple[int, int]], farthest: float) -> Links:
    """Return for each shape the index of the one up, right, down and left of it, or None.

    ``points`` are where the shapes are seen to be (their labels), y downwards. One-way links cross gaps
    of at most ``farthest`` units. Raises UnreachableError when these do not make every shape
    reachable from every other.
    """
    ways = sorted(_ways(np.asarray(shapes), points))
    links: Links = [[None] * 4 for _ in shapes]
    group = list(range(len(shapes)))
    for limit in (_WIDEST, 90.0):
        for way in ways:
            if (
                way.off <= limit
                and _root(group, way.start) != _root(group, way.end)
                and _both_free(links, way)
            ):
                _link(links, way)
                group[_root(group, way.start)] = _root(group, way.end)
    for way in ways:
        if way.touching and way.off <= _WIDEST and _both_free(links, way):
            _link(links, way)
    for way in ways:
        straight = way.off <= (_WIDEST if way.touching else _WIDEST_APART) and way.gap <= farthest
        if straight and links[way.start][way.direction] is None and way.end not in links[way.start]:
            links[way.start][way.direction] = way.end
    if unreachable(links):
        _lead_everywhere(links, ways)
    if unreachable(links):
        raise UnreachableError(f"the arrows do not lead everywhere: {unreachable(links)}")
    return links


def _lead_everywhere(links: Links, ways: Sequence[_Way]) -> None:
    """Add one-way links, however far or aslant, wherever one leads to where nothing leads yet."""
    for way in ways:
        if links[way.start][way.direction] is None:
            steps = {start: {end for end in ends if end is not None} for start, ends in enumerate(links)}
            if way.end not in _from(way.start, steps):
                links[way.start][way.direction] = way.end


def unreachable(links: Links) -> list[int]:
    """Return the indices that cannot be reached from the first, or from which the first cannot be reached."""
    forward = {start: {end for end in ends if end is not None} for start, ends in enumerate(links)}
    backward: dict[int, set[int]] = {start: set() for start in forward}
    for start, ends in forward.items():
        for end in ends:
            backward[end].add(start)
    return [index for index in forward if index not in _from(0, forward) or index not in _from(0, backward)]


def returning(links: Links) -> float:
    """Return the share of arrows whose opposite arrow leads back."""
    steps = [(a, d, b) for a, ends in enumerate(links) for d, b in enumerate(ends) if b is not None]
    return sum(links[b][(d + 2) % 4] == a for a, d, b in steps) / len(steps)


def _ways(shapes: np.ndarray, points: Sequence[tuple[int, int]]) -> Iterator[_Way]:
    """Yield every step worth considering: to touching shapes and to the nearest of the others."""
    tree = shapely.STRtree(shapes)
    touching = set(
        zip(*(column.tolist() for column in tree.query(shapes, predicate="intersects")), strict=True)
    )
    places = np.asarray(points, dtype=float)
    for start in range(len(shapes)):
        away = np.hypot(*(places - places[start]).T)
        near = {int(n) for n in np.argsort(away, kind="stable")[1 : _NEAREST + 1]}
        for end in sorted(near | {b for a, b in touching if a == start} - {start}):
            pair = (min(start, end), max(start, end))
            gap = 0.0 if pair in touching else shapely.distance(shapes[start], shapes[end])
            for direction, ahead in enumerate(_AHEAD):
                off = _degrees_off(places[end] - places[start], ahead)
                if off < 90:
                    reach = away[end] if pair in touching else _APART * (away[end] + gap)
                    cost = round(float(reach) * (1 + 1.5 * (off / 45) ** 2), 6)
                    yield _Way(cost, start, direction, end, gap, off)


def _degrees_off(step: np.ndarray, ahead: tuple[int, int]) -> float:
    length = float(np.hypot(*step)) or 1.0
    return math.degrees(math.acos(max(-1.0, min(1.0, float(step @ np.asarray(ahead)) / length))))


def _both_free(links: Links, way: _Way) -> bool:
    back = (way.direction + 2) % 4
    return (
        links[way.start][way.direction] is None
        and links[way.end][back] is None
        and way.end not in links[way.start]
        and way.start not in links[way.end]
    )


def _link(links: Links, way: _Way) -> None:
    links[way.start][way.direction] = way.end
    links[way.end][(way.direction + 2) % 4] = way.start


def _root(group: list[int], index: int) -> int:
    while group[index] != index:
        index = group[index]
    return index


def _from(start: int, steps: dict[int, set[int]]) -> set[int]:
    seen, open_ = {start}, [start]
    while open_:
        fresh = steps[open_.pop()] - seen
        seen |= fresh
        open_ += fresh
    return seen

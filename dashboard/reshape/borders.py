"""How long a border two councils share: counted edge by edge, since shared edges are identical."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from math import dist

import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.reshape.drawing import Outlines

Point = tuple[float, float]
Edge = tuple[Point, Point]

Borders = Mapping[frozenset[str], float]
"""The length in units that two councils share; pairs that meet in a point alone are not in it."""


def edges_of(outline: BaseGeometry) -> Iterator[Edge]:
    """Yield the edges of an outline, those of its holes too."""
    for line in shapely.get_parts(shapely.boundary(outline)):
        yield from pairwise(map(tuple, shapely.get_coordinates(line).tolist()))


def borders_of(outlines: Outlines) -> Borders:
    """Return the borders between the members of a coverage."""
    first: dict[frozenset[Point], str] = {}
    lengths: dict[frozenset[str], float] = defaultdict(float)
    for slug, outline in outlines.items():
        for start, end in edges_of(outline):
            other = first.setdefault(frozenset((start, end)), slug)
            if other != slug:
                lengths[frozenset((slug, other))] += dist(start, end)
    return dict(lengths)


def connected(members: Iterable[str], borders: Borders) -> list[frozenset[str]]:
    """Return the members in groups that hang together by their borders."""
    left = set(members)
    near: dict[str, set[str]] = defaultdict(set)
    for one, other in map(tuple, borders):
        near[one].add(other)
        near[other].add(one)
    groups = []
    for start in sorted(left):
        if start not in left:
            continue
        group, waiting = {start}, [start]
        while waiting:
            fresh = near[waiting.pop()] & left - group
            group |= fresh
            waiting += fresh
        left -= group
        groups.append(frozenset(group))
    return groups

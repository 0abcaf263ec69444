"""Which way round each ring is written, so that a shared border is the same text twice and compresses.

Two shapes that both run clockwise walk their common border in opposite directions, and the text of
relative steps differs. If one of them runs the other way, the text is the same, and a compressor
stores it once. Not every pair of neighbours can differ (three that meet in a point cannot), so a
local search looks for the directions that make most of the border repeat. A hole always runs
against its shell, so that either fill rule paints it right. Every ring starts where its neighbour
changes, so that no border is cut by the start.
"""

from collections import defaultdict
from collections.abc import Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.reshape.svg_paths import Point

Edge = tuple[Point, Point]


def rings_to_write(geometries: Sequence[BaseGeometry]) -> list[list[list[Point]]]:
    """Return for each member of a coverage on whole units its rings as open lists of points, ready to encode.

    Parts stand from large to small, each shell before its holes.
    """
    parts: list[list[list[Point]]] = []  # per part: shell clockwise, then holes anticlockwise
    member_of: list[int] = []
    for index, geometry in enumerate(geometries):
        for part in sorted(shapely.get_parts(geometry), key=lambda p: (-p.area, p.bounds)):
            turned = shapely.orient_polygons(part)
            parts.append([_points(turned.exterior), *sorted(_points(hole) for hole in turned.interiors)])
            member_of.append(index)
    owner = {edge: index for index, rings in enumerate(parts) for ring in rings for edge in _edges(ring)}
    reverse = _directions(parts, owner)
    written: list[list[list[Point]]] = [[] for _ in geometries]
    for index, rings in enumerate(parts):
        for ring in rings:
            started = _from_junction(ring, owner)
            written[member_of[index]].append([started[0], *started[:0:-1]] if reverse[index] else started)
    return written


def _directions(parts: Sequence[Sequence[list[Point]]], owner: dict[Edge, int]) -> list[bool]:
    """Return for each part whether to reverse it: a local search for the heaviest cut of the border graph."""
    shared: list[dict[int, int]] = [defaultdict(int) for _ in parts]
    for (start, end), part in owner.items():
        other = owner.get((end, start))
        if other is not None and other != part:
            shared[part][other] += 1
    reverse = [False] * len(parts)
    for part in sorted(range(len(parts)), key=lambda p: -sum(shared[p].values())):
        agreeing = sum(n if not reverse[other] else -n for other, n in shared[part].items())
        reverse[part] = agreeing > 0
    improved = True
    while improved:  # ends: every flip adds at least one repeated edge
        improved = False
        for part in range(len(parts)):
            gain = sum(n if reverse[other] == reverse[part] else -n for other, n in shared[part].items())
            if gain > 0:
                reverse[part] = not reverse[part]
                improved = True
    return reverse


def _from_junction(ring: list[Point], owner: dict[Edge, int]) -> list[Point]:
    """Return the ring started at its first point, in order of coordinates, where the neighbour changes."""
    beyond = [owner.get((end, start), -1) for start, end in _edges(ring)]
    junctions = [i for i in range(len(ring)) if beyond[i] != beyond[i - 1]]
    first = min(junctions or range(len(ring)), key=lambda i: ring[i])
    return ring[first:] + ring[:first]


def _edges(ring: list[Point]) -> list[Edge]:
    return list(zip(ring, ring[1:] + ring[:1], strict=True))


def _points(ring: BaseGeometry) -> list[Point]:
    return [(round(x), round(y)) for x, y in ring.coords[:-1]]

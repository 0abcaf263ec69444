"""The borders between the parts of an area, led to corners of its outline, which stays as it is.

The parts come from another generalisation, so their borders end short of the outline or run across it. An
edge that lies within is taken; of one that does not, what is within is led to the corner nearest to
where it crosses; where the parts end short, the border goes on to the corner nearest by.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import dist

import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.reshape.borders import Edge, Point, edges_of
from dashboard.reshape.coverage import CoverageError


def led_to_corners(area: BaseGeometry, parts: Sequence[BaseGeometry], name: str) -> list[Edge]:
    """Return edges between corners of the area and points within it, along which the parts meet.

    No two cross, and none crosses the outline. Raises CoverageError, naming the area, where no corner is in
    sight of a border's end.
    """
    times = Counter(frozenset(edge) for part in parts for edge in edges_of(part))
    shared = sorted((min(edge), max(edge)) for edge, count in times.items() if count > 1)
    if not shared:
        return []
    corners = set(_points(area))
    drawn: list[Edge] = []
    loose: list[Edge] = []
    inside = shapely.covers(area, shapely.linestrings(shared))
    for edge, within in zip(shared, inside, strict=True):
        if within and _clear(edge, area.boundary):
            drawn.append(edge)
        else:
            loose += _towards_the_outline(edge, area, corners)
    outer = {point for edge, count in times.items() if count == 1 for point in edge}
    for point in sorted(outer & {point for edge in shared for point in edge}):
        if area.contains(shapely.Point(point)):
            loose.append((point, _points(shapely.shortest_line(shapely.Point(point), area.boundary))[1]))
    for start, aim in sorted(loose, key=lambda each: (dist(*each), each)):
        lines = shapely.multilinestrings(drawn) if drawn else shapely.MultiLineString()
        corner = _in_sight(start, aim, corners, area, lines)
        if corner is None:
            raise CoverageError(f"a border within {name} cannot be led to its outline")
        if corner != start:
            drawn.append((start, corner))
    return drawn


def _towards_the_outline(edge: Edge, area: BaseGeometry, corners: set[Point]) -> Iterator[Edge]:
    """Yield, for each stretch of an edge within the area, where it starts and where it meets the outline."""
    for stretch in shapely.get_parts(shapely.intersection(shapely.LineString(edge), area)):
        if stretch.length:
            ends = [_points(stretch)[0], _points(stretch)[-1]]
            held = [end for end in ends if end in edge and area.contains(shapely.Point(end))]
            for start in held or [min(corners, key=lambda corner: (dist(corner, ends[0]), corner))]:
                yield start, ends[1] if start == ends[0] or not held else ends[0]


def _in_sight(
    start: Point, aim: Point, corners: set[Point], area: BaseGeometry, lines: BaseGeometry
) -> Point | None:
    """Return the corner nearest to an aim that a straight line reaches from the start, or None."""
    for corner in sorted(corners, key=lambda point: (dist(point, aim), point)):
        edge = (start, corner)
        if corner == start or (
            area.covers(shapely.LineString(edge)) and _clear(edge, area.boundary) and _clear(edge, lines)
        ):
            return corner
    return None


def _clear(edge: Edge, lines: BaseGeometry) -> bool:
    """Say whether an edge meets lines in its ends at most, and only where they have points themselves."""
    met = shapely.intersection(shapely.LineString(edge), lines)
    return not met.length and {*_points(met)} <= {*edge} & {*_points(lines)}


def _points(geometry: BaseGeometry) -> list[Point]:
    return [(x, y) for x, y in shapely.get_coordinates(geometry).tolist()]

"""Coverages: polygons that meet along identical edges; checked, and joined without gap or overlap."""

from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

Geometries = Sequence[BaseGeometry]

NOBODY = -1
"""The owner of a face that is no council's: water."""


class CoverageError(ValueError):
    """Polygons that should be a coverage are not; the message says which and by how much."""


def check(geometries: Geometries, names: Sequence[str], when: str) -> None:
    """Raise CoverageError naming every member that is invalid, empty, or whose edges do not match."""
    shapes = np.asarray(geometries)
    broken = [
        n
        for n, ok, empty in zip(names, shapely.is_valid(shapes), shapely.is_empty(shapes), strict=True)
        if not ok or empty
    ]
    edges = shapely.coverage_invalid_edges(shapes)
    unmatched = [f"{n} ({e.length:.0f})" for n, e in zip(names, edges, strict=True) if not e.is_empty]
    if broken or unmatched:
        raise CoverageError(f"{when}: invalid {broken}, unmatched edges {unmatched}")


def faces_between(lines: Iterable[BaseGeometry]) -> np.ndarray:
    """Return the polygons that lines enclose once they are rounded to whole units and noded together.

    This is snap rounding: what collapses at this resolution is gone, and what is on whole units already,
    and no closer than a unit to a point of another line, stays where it is.
    """
    edges = shapely.union_all([*lines], grid_size=1)
    faces: np.ndarray = np.asarray(shapely.get_parts(shapely.polygonize(shapely.get_parts(edges))))
    return faces


def owners_of(faces: np.ndarray, members: np.ndarray) -> np.ndarray:
    """Return for every face the index of the member that covers most of it, NOBODY where most is nobody's."""
    face, member = shapely.STRtree(members).query(faces, predicate="intersects")
    shared = shapely.area(shapely.intersection(faces[face], members[member]))
    covered = np.bincount(face, shared, minlength=len(faces))
    owners = np.full(len(faces), NOBODY)
    order = np.argsort(shared, kind="stable")
    owners[face[order]] = member[order]  # the last written is the largest
    owners[covered <= shapely.area(faces) / 2] = NOBODY
    return owners


def longest_beside(index: int, faces: np.ndarray, owners: np.ndarray, tree: shapely.STRtree) -> int:
    """Return the owner of the face that shares the most edge with one, of those that have an owner.

    ``tree`` is of the faces. Returns NOBODY where none beside it has an owner.
    """
    beside = [n for n in tree.query(faces[index], predicate="intersects") if owners[n] != NOBODY]
    if not beside:
        return NOBODY
    edges = shapely.length(shapely.intersection(faces[beside], faces[index].boundary))
    return int(owners[beside[int(np.argmax(edges))]])


def joined(
    faces: np.ndarray, owners: Sequence[int] | np.ndarray, names: Sequence[str], when: str
) -> list[BaseGeometry]:
    """Return each member as the union of the faces it owns, without points on straight lines.

    The faces must be a coverage; then so is the result, with the same area. Raises CoverageError, with
    ``when`` in its message, where a member owns no face or the faces were no coverage.
    """
    held = np.asarray(owners)
    lost = [name for index, name in enumerate(names) if index not in held]
    if lost:
        raise CoverageError(f"nothing is left {when} of {lost}")
    unions = [shapely.coverage_union_all(faces[held == index]) for index in range(len(names))]
    straight = list(shapely.coverage_simplify(np.asarray(unions), 0.01))  # the same on both sides of a border
    check(straight, names, when)
    return straight

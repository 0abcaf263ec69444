"""Coverages: polygons that meet along identical edges, cleaned, generalised and put on a grid.

All in metres of British National Grid until ``on_grid``, whose result is in whole units, y downwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.reshape.coverage import (
    NOBODY,
    Geometries,
    check,
    faces_between,
    joined,
    longest_beside,
    owners_of,
)

_SHARE_OF_SIDE = 0.03


@dataclass(frozen=True, slots=True)
class Grid:
    """Where whole units lie: ``west`` and ``north`` are the metres of unit (0, 0); y counts southwards."""

    west: int
    north: int
    metres_per_unit: int
    width: int
    height: int

    @classmethod
    def around(cls, geometries: Geometries, metres_per_unit: int, margin: int = 4) -> "Grid":
        """Return the grid that holds the geometries with so many units of margin on every side."""
        west, south, east, north = shapely.total_bounds(np.asarray(geometries))
        left = int(west // metres_per_unit - margin) * metres_per_unit
        top = int(-(-north // metres_per_unit) + margin) * metres_per_unit
        return cls(
            west=left,
            north=top,
            metres_per_unit=metres_per_unit,
            width=int(-(-(east - left) // metres_per_unit)) + margin,
            height=int(-(-(top - south) // metres_per_unit)) + margin,
        )

    def units(self, metres: np.ndarray) -> np.ndarray:
        """Return points (n, 2) in metres as unrounded units."""
        return (metres - (self.west, self.north)) / (self.metres_per_unit, -self.metres_per_unit)

    def metres(self, units: np.ndarray) -> np.ndarray:
        """Return points (n, 2) in units as metres."""
        return units * (self.metres_per_unit, -self.metres_per_unit) + (self.west, self.north)


def clean(geometries: Geometries, names: Sequence[str], gap_metres: float = 10) -> list[BaseGeometry]:
    """Return the geometries as a valid coverage: overlaps given to one side, narrow gaps closed."""
    cleaned = list(shapely.coverage_clean(np.asarray(geometries), gap_width=gap_metres))
    check(cleaned, names, "after cleaning")
    return cleaned


def simplify(geometries: Geometries, names: Sequence[str], tolerance: float) -> list[BaseGeometry]:
    """Return the coverage generalised as one (Visvalingam-Whyatt on shared edges), ``tolerance`` in metres.

    A small member that touches no other (the Isles of Scilly) is generalised on its own, in proportion
    to its size, or little of it would be left.
    """
    shapes = np.asarray(geometries)
    simplified = shapely.coverage_simplify(shapes, tolerance)
    first, second = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    alone = np.setdiff1d(np.arange(len(shapes)), first[first != second])
    for index in alone:
        own = min(tolerance, _SHARE_OF_SIDE * float(np.sqrt(shapes[index].area)))
        simplified[index] = shapely.coverage_simplify(shapes[index : index + 1], own)[0]
    check(list(simplified), names, "after simplifying")
    return list(simplified)


def without_specks(geometries: Geometries, smallest: float) -> list[BaseGeometry]:
    """Return the geometries without detached parts under ``smallest`` square metres.

    A part of a small member stays if it is a fiftieth of it. The largest part of every member stays,
    and so does every part that another member touches.
    """
    shapes = np.asarray(geometries)
    parts, owner = shapely.get_parts(shapes, return_index=True)
    first, second = shapely.STRtree(parts).query(parts, predicate="intersects")
    met = set(first[owner[first] != owner[second]].tolist())
    kept: list[BaseGeometry] = []
    for index, shape in enumerate(shapes):
        mine = np.flatnonzero(owner == index).tolist()
        largest = max(mine, key=lambda part: parts[part].area)
        least = min(smallest, shape.area / 50)
        stay = [parts[i] for i in mine if i == largest or i in met or parts[i].area >= least]
        kept.append(shapely.multipolygons(stay) if len(stay) > 1 else stay[0])
    return kept


def on_grid(
    geometries: Geometries, names: Sequence[str], grid: Grid, smallest_water: float
) -> list[BaseGeometry]:
    """Return the coverage on whole units of the grid, y downwards, still a valid coverage.

    The edges are rounded and noded together (snap rounding), the faces between them built anew, and
    every face given to the member that covers most of it, so that shared vertices are identical by
    construction. Water that rounding has cut off from the sea is land again when it is under
    ``smallest_water`` square metres. What collapses at this resolution is gone; a member that would
    vanish whole raises CoverageError.
    """
    units = [shapely.transform(g, grid.units) for g in geometries]
    faces = faces_between(g.boundary for g in units)
    owners = owners_of(faces, np.asarray(units))
    _fill_cut_off_water(faces, owners, smallest_water / grid.metres_per_unit**2)
    return joined(faces, owners, names, "on the grid")


def _fill_cut_off_water(faces: np.ndarray, owners: np.ndarray, smallest: float) -> None:
    """Give nobody's faces in holes of the land under ``smallest`` to the member with most of their edge."""
    land = shapely.coverage_union_all(faces[owners != NOBODY])
    holes = [shapely.Polygon(ring) for part in shapely.get_parts(land) for ring in part.interiors]
    small = [hole for hole in holes if hole.area < smallest]
    water = np.flatnonzero(owners == NOBODY)
    inside = shapely.STRtree(small).query(shapely.point_on_surface(faces[water]), predicate="within")[0]
    tree = shapely.STRtree(faces)
    for index in water[inside]:
        owners[index] = longest_beside(index, faces, owners, tree)

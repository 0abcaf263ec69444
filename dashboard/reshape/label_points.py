"""Where a council's mark and name stand: the point farthest inside its largest part."""

import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.reshape.coverage import CoverageError


def label_point(shape: BaseGeometry) -> tuple[int, int, int]:
    """Return the whole-unit point farthest inside the largest part of a shape, and how far inside.

    The distance is in units, rounded down. Raises CoverageError when no whole-unit point lies inside.
    """
    largest = max(shapely.get_parts(shape), key=lambda part: part.area)
    centre = shapely.maximum_inscribed_circle(largest, tolerance=0.5).coords[0]
    near = [(round(centre[0]) + i, round(centre[1]) + j) for i in range(-2, 3) for j in range(-2, 3)]
    inside = [point for point in near if shapely.contains_properly(largest, shapely.Point(point))]
    if not inside:
        raise CoverageError(f"no whole unit lies inside the shape around {centre}")
    x, y = max(inside, key=lambda point: (largest.exterior.distance(shapely.Point(point)), point))
    return x, y, int(largest.boundary.distance(shapely.Point(x, y)))

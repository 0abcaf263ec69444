"""The upper tier's areas cut along the lower tier's borders, where a county is divided among councils.

Both tiers are generalised each on its own, so a county's outline and that of its districts together differ by
a unit or two. The county keeps its outline, to the point, since its neighbours share it: the borders
between the new councils are led to its corners.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.reshape.coverage import NOBODY, longest_beside, owners_of
from dashboard.reshape.drawing import Outlines
from dashboard.reshape.inner_borders import led_to_corners
from dashboard.reshape.reshaping import Covers, ReshapeError, listed


def homes_of(lower: Outlines, upper: Outlines) -> dict[str, str]:
    """Return for each council of the lower tier the one of the upper tier that holds most of its area.

    Raises ReshapeError where none holds half of it, or where one of the upper tier is held to have none.
    """
    areas, names = np.asarray([*lower.values()]), [*upper]
    owners = owners_of(areas, np.asarray([*upper.values()]))
    homeless = [slug for slug, owner in zip(lower, owners, strict=True) if owner == NOBODY]
    empty = [name for index, name in enumerate(names) if index not in owners]
    if homeless or empty:
        raise ReshapeError(f"The maps of the two tiers do not fit at {listed([*homeless, *empty])}.")
    return {slug: names[owner] for slug, owner in zip(lower, owners, strict=True)}


def upper_faces(
    upper: Outlines, lower: Outlines, homes: Mapping[str, str], covers: Covers
) -> Iterator[tuple[BaseGeometry, str]]:
    """Yield faces that make up the upper tier's area, each with the council of ``covers`` it falls to.

    A council whose area goes to one is a face of its own; together they are a coverage, and every outline
    of ``upper`` is one of borders between them. Raises CoverageError where a border cannot be led to it.
    """
    heirs: dict[str, dict[str, list[BaseGeometry]]] = defaultdict(lambda: defaultdict(list))
    for after, slugs in covers.items():
        for slug in slugs:
            heirs[homes[slug]][after].append(lower[slug])
    for name, area in upper.items():
        if len(heirs[name]) == 1:
            yield area, next(iter(heirs[name]))
        else:
            yield from _divided(name, area, heirs[name])


def _divided(
    name: str, area: BaseGeometry, heirs: Mapping[str, list[BaseGeometry]]
) -> Iterator[tuple[BaseGeometry, str]]:
    parts = {after: shapely.coverage_union_all(each) for after, each in heirs.items()}
    lines = shapely.linestrings(led_to_corners(area, [*parts.values()], name))
    edges = shapely.union_all([area.boundary, *lines])
    faces = np.asarray(shapely.get_parts(shapely.polygonize(shapely.get_parts(edges))))
    faces = faces[shapely.contains(area, shapely.point_on_surface(faces))]  # the others are water
    names = [*parts]
    for face, owner in zip(faces, _shared_out(faces, np.asarray([*parts.values()])), strict=True):
        yield face, names[owner]


def _shared_out(faces: np.ndarray, parts: np.ndarray) -> list[int]:
    """Return for each face the part that covers most of it, else of the face beside it, else the nearest."""
    owners = owners_of(faces, parts)
    tree = shapely.STRtree(faces)
    while NOBODY in owners:
        bare = [int(index) for index in np.flatnonzero(owners == NOBODY)]
        fresh = {index: longest_beside(index, faces, owners, tree) for index in bare}
        if set(fresh.values()) == {NOBODY}:  # islands that the lower tier's map leaves out
            fresh = {index: int(np.argmin(shapely.distance(faces[index], parts))) for index in bare}
        for index, owner in fresh.items():
            owners[index] = owner
    return [int(owner) for owner in owners]

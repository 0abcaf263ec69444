"""A map drawn from outlines: order, paths, label points and arrow keys; and its file, one council a line."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.mapview.shapes import Neighbours, Shape, Shapes
from dashboard.reshape.arrows import Links, arrow_links
from dashboard.reshape.label_points import label_point
from dashboard.reshape.ring_directions import rings_to_write
from dashboard.reshape.svg_paths import decode, encode

Outlines = Mapping[str, BaseGeometry]
"""The polygons of councils on whole units, y downwards, by slug; together a coverage."""

FARTHEST_STEP = 40_000
"""How many metres of water or other councils an arrow key may cross to a council that is not beside."""

BAND = 50_000
"""How many metres from north to south one row of the order takes in."""


def draw(frame: Shapes, outlines: Outlines) -> Shapes:
    """Return the map of ``frame`` with these outlines in place of its own.

    Raises CoverageError for an outline too thin to hold a label's point, UnreachableError where no arrow
    keys lead everywhere.
    """
    slugs = _north_to_south(outlines, BAND // frame.metres_per_unit)
    placed = [outlines[slug] for slug in slugs]
    labels = [label_point(shape) for shape in placed]
    links = arrow_links(placed, [(x, y) for x, y, _ in labels], FARTHEST_STEP / frame.metres_per_unit)
    rings = rings_to_write(placed)
    shapes = tuple(
        Shape(slug, encode(rings[i]), *labels[i], _named(links[i], slugs)) for i, slug in enumerate(slugs)
    )
    return replace(frame, shapes=shapes)


def outlines_of(drawn: Shapes) -> dict[str, BaseGeometry]:
    """Return the polygons of a drawn map by slug, in its order. Raises ValueError for a malformed path."""
    return {
        shape.slug: shapely.build_area(
            shapely.multilinestrings([shapely.linearrings(ring) for ring in decode(shape.d)])
        )
        for shape in drawn.shapes
    }


def links_of(drawn: Shapes) -> Links:
    """Return the arrow keys of a drawn map as indices into its shapes: up, right, down, left."""
    at: dict[str | None, int | None] = {shape.slug: index for index, shape in enumerate(drawn.shapes)}
    return [[at.get(end) for end in _sides(shape.neighbours)] for shape in drawn.shapes]


def as_file(drawn: Shapes) -> str:
    """Return the content of a map's file: JSON, one shape a line, so that a changed council is one line."""
    head = {
        "tier": drawn.tier,
        "vintage": drawn.vintage,
        "crs": drawn.crs,
        "metres_per_unit": drawn.metres_per_unit,
        "origin": list(drawn.origin),
        "width": drawn.width,
        "height": drawn.height,
    }
    lines = ",\n".join(json.dumps(_entry(shape), separators=(",", ":")) for shape in drawn.shapes)
    return json.dumps(head, separators=(",", ":"))[:-1] + ',"shapes":[\n' + lines + "\n]}\n"


def _entry(shape: Shape) -> dict[str, object]:
    return {
        "slug": shape.slug,
        "d": shape.d,
        "x": shape.x,
        "y": shape.y,
        "r": shape.r,
        "neighbours": list(_sides(shape.neighbours)),
    }


def _sides(near: Neighbours) -> tuple[str | None, str | None, str | None, str | None]:
    return near.up, near.right, near.down, near.left


def _named(ends: Sequence[int | None], slugs: Sequence[str]) -> Neighbours:
    up, right, down, left = (None if end is None else slugs[end] for end in ends)
    return Neighbours(up, right, down, left)


def _north_to_south(outlines: Outlines, band: int) -> list[str]:
    """Return the order in bands from the north, each from west to east: neighbours stand close together."""
    middles = {slug: outline.centroid for slug, outline in outlines.items()}
    return sorted(middles, key=lambda slug: (int(middles[slug].y // band), round(middles[slug].x), slug))

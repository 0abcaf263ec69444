"""A layout drawn as a map of its own: one hexagon a council, all of one size, with marks and arrow keys."""

from dataclasses import replace

import shapely

from dashboard.mapview.shapes import Neighbours, Shape, Shapes
from dashboard.reshape.arrows import arrow_links, unreachable
from dashboard.tiles.arrows import links_of_tiles
from dashboard.tiles.grid import Cell, Tiles

WIDTH = 180
"""Units from one upright side of a tile to the other, so that England is about as tall as on the map."""
_SIDE = 104
_SLOPE = 52
_DOWN = _SIDE + _SLOPE
_MARGIN = 12  # for outlines and marks at the edge
_INSIDE = WIDTH // 2 - 4  # of the circle in a tile, within its border
_FARTHEST = 6 * WIDTH  # an arrow key may cross this much water, to an island

HEXAGON = f"l{WIDTH // 2} {_SLOPE}v{_SIDE}l-{WIDTH // 2} {_SLOPE}-{WIDTH // 2}-{_SLOPE}v-{_SIDE}z"


def draw_tiles(drawn: Shapes, tiles: Tiles) -> Shapes:
    """Return the map of the same tier and vintage with the councils' tiles in place of their outlines.

    Its grid is its own: no unit of it is so many metres, and ``metres_per_unit`` is 0. Raises
    UnreachableError where no arrow keys lead everywhere, and KeyError for a council without a tile.
    """
    slugs = sorted((shape.slug for shape in drawn.shapes), key=lambda slug: (tiles[slug][::-1], slug))
    left = min((_middle(tiles[slug])[0] for slug in slugs), default=0) - WIDTH // 2 - _MARGIN
    top = min((_middle(tiles[slug])[1] for slug in slugs), default=0) - _SIDE - _MARGIN
    points = [(x - left, y - top) for x, y in (_middle(tiles[slug]) for slug in slugs)]
    links = links_of_tiles([tiles[slug] for slug in slugs])
    if unreachable(links):
        links = arrow_links([_polygon(*point) for point in points], points, _FARTHEST)
    shapes = []
    for index, (x, y) in enumerate(points):
        up, right, down, beside = (None if end is None else slugs[end] for end in links[index])
        path = f"m{x} {y - _SIDE}{HEXAGON}"
        shapes.append(Shape(slugs[index], path, x, y, _INSIDE, Neighbours(up, right, down, beside)))
    return replace(
        drawn,
        metres_per_unit=0,
        origin=(0, 0),
        width=max((x for x, _ in points), default=0) + WIDTH // 2 + _MARGIN,
        height=max((y for _, y in points), default=0) + _SIDE + _MARGIN,
        shapes=tuple(shapes),
    )


def _middle(cell: Cell) -> tuple[int, int]:
    column, row = cell
    return WIDTH * column + WIDTH // 2 * (row % 2), _DOWN * row


def _polygon(x: int, y: int) -> shapely.Polygon:
    across = WIDTH // 2
    return shapely.Polygon(
        [
            (x, y - _SIDE),
            (x + across, y - _SLOPE),
            (x + across, y + _SLOPE),
            (x, y + _SIDE),
            (x - across, y + _SLOPE),
            (x - across, y - _SLOPE),
        ]
    )

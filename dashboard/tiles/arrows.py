"""The arrow keys of a layout: to the tile that touches, or across the water to the next one ahead."""

from collections.abc import Mapping, Sequence

from dashboard.reshape.arrows import Links
from dashboard.tiles.grid import Cell, Point, around, centre

_AHEAD = ((0, -1), (1, 0), (0, 1), (-1, 0))  # up, right, down, left; y counts downwards
_FARTHEST = 6.5  # widths of a tile
_SLANT = 1.0  # at most 45 degrees off
_ASIDE = 2.0  # a width aside counts as so many ahead


def links_of_tiles(cells: Sequence[Cell]) -> Links:
    """Return for each tile the place of the one up, right, down and left of it, or None.

    Up and down stay in the column where they can, so that the opposite arrow returns.
    """
    place = {cell: index for index, cell in enumerate(cells)}
    return [[_next(cell, way, place, cells) for way in range(len(_AHEAD))] for cell in cells]


def _next(cell: Cell, way: int, place: Mapping[Cell, int], cells: Sequence[Cell]) -> int | None:
    column, row = cell
    beside = around(cell)
    wished = {
        0: ((column, row - 1), beside[2], beside[3]),
        1: (beside[1],),
        2: ((column, row + 1), beside[4], beside[5]),
        3: (beside[0],),
    }[way]
    found = [place[one] for one in wished if one in place]
    return found[0] if found else _ahead(cell, way, cells)


def _ahead(cell: Cell, way: int, cells: Sequence[Cell]) -> int | None:
    """Return the nearest tile ahead, straight before aslant."""
    best: tuple[float, int] | None = None
    for index, other in enumerate(cells):
        along, aside = _along(centre(cell), centre(other), way)
        if 0 < along <= _FARTHEST and aside <= _SLANT * along:
            best = min(best or (along + _ASIDE * aside, index), (along + _ASIDE * aside, index))
    return best[1] if best else None


def _along(start: Point, end: Point, way: int) -> Point:
    ahead_x, ahead_y = _AHEAD[way]
    x, y = end[0] - start[0], end[1] - start[1]
    return x * ahead_x + y * ahead_y, abs(x * ahead_y) + abs(y * ahead_x)

"""The grid of hexagons: points up, odd rows shifted right by half a tile ("odd-r")."""

import math
from collections.abc import Mapping

Cell = tuple[int, int]
"""Column and row, rows counted downwards."""

Tiles = Mapping[str, Cell]
"""The tile of every council, by slug."""

Point = tuple[float, float]

ROW = math.sqrt(3) / 2
"""From one row to the next, where the middles of two touching tiles are 1 apart."""


def centre(cell: Cell) -> Point:
    """Return the middle of a tile, in widths of a tile, y downwards."""
    column, row = cell
    return column + (row % 2) / 2, row * ROW


def around(cell: Cell) -> tuple[Cell, ...]:
    """Return the six tiles that touch one."""
    column, row = cell
    shift = row % 2
    return (
        (column - 1, row),
        (column + 1, row),
        (column - 1 + shift, row - 1),
        (column + shift, row - 1),
        (column - 1 + shift, row + 1),
        (column + shift, row + 1),
    )


def from_nought(tiles: Tiles) -> dict[str, Cell]:
    """Return the layout moved to the first column, and to the first row or, to keep its shift, the second."""
    left = min((column for column, _ in tiles.values()), default=0)
    top = min((row for _, row in tiles.values()), default=0)
    top -= top % 2
    return {slug: (column - left, row - top) for slug, (column, row) in tiles.items()}

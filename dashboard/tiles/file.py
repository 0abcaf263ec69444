"""A layout as ``data/hex`` holds it: JSON, one council a line."""

import json
from pathlib import Path

from dashboard.mapview.shapes import ShapesError
from dashboard.tiles.grid import Cell, Tiles


def as_file(tier: str, vintage: int, tiles: Tiles) -> str:
    """Return the content of a layout's file."""
    head = json.dumps({"tier": tier, "vintage": vintage, "layout": "odd-r"}, separators=(",", ":"))
    lines = ",\n".join(
        json.dumps({"slug": slug, "at": list(cell)}, separators=(",", ":"))
        for slug, cell in sorted(tiles.items())
    )
    return f'{head[:-1]},"tiles":[\n{lines}\n]}}\n'


def load_tiles(path: Path) -> dict[str, Cell]:
    """Read a layout. Raises ShapesError where it is missing, not of this form, or has two on one tile."""
    try:
        told = json.loads(path.read_text("utf-8"))
        if told["layout"] != "odd-r":
            raise ValueError("it is not laid out odd-r")
        tiles = {tile["slug"]: _cell(*tile["at"]) for tile in told["tiles"]}
    except OSError as error:
        raise ShapesError(f"The layout {path} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise ShapesError(f"The layout {path} is not as it must be: {error}.") from error
    if len(set(tiles.values())) < len(tiles) or len(tiles) < len(told["tiles"]):
        raise ShapesError(f"In the layout {path} a tile has two councils, or a council two tiles.")
    return tiles


def _cell(column: object, row: object) -> Cell:
    if type(column) is not int or type(row) is not int:
        raise ValueError(f"“{column}, {row}” is no tile")
    return column, row

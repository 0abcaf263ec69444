"""The maps of a release as tiles: as laid out in ``data``, or from the layout of the vintage before."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from dashboard.mapview.shapes import Shapes, ShapesError
from dashboard.tiles.file import load_tiles
from dashboard.tiles.grid import Tiles


def tile_maps(data: Path, maps: Sequence[Shapes]) -> Iterator[Shapes]:
    """Yield each map as tiles. Raises ShapesError for a layout that is not as it must be.

    A vintage that a reorganisation begins, or official boundaries of a later year, has no layout under
    ``data``: it is made from that of the vintage before, so that councils that go on stay where they were.
    """
    from dashboard.tiles.drawing import draw_tiles  # noqa: PLC0415 - shapely, where it is needed

    ordered = sorted(maps, key=lambda drawn: (drawn.tier, drawn.vintage))
    for _, of_tier in groupby(ordered, key=lambda drawn: drawn.tier):
        before: tuple[Shapes, Tiles] | None = None
        for drawn in of_tier:
            path = data / "hex" / f"{drawn.tier}-{drawn.vintage}.json"
            tiles = _held(path, drawn) if path.is_file() else _laid_out(drawn, before)
            before = drawn, tiles
            yield draw_tiles(drawn, tiles)


def _held(path: Path, drawn: Shapes) -> Tiles:
    tiles = load_tiles(path)
    strange = tiles.keys() ^ {shape.slug for shape in drawn.shapes}
    if strange:
        raise ShapesError(
            f"The layout {path} does not hold the councils of its map: {', '.join(sorted(strange))}."
        )
    return tiles


def _laid_out(drawn: Shapes, before: tuple[Shapes, Tiles] | None) -> Tiles:
    from dashboard.tiles.ground import ground_of  # noqa: PLC0415 - as above
    from dashboard.tiles.layout import Laid, lay_out, lay_out_from  # noqa: PLC0415

    ground = ground_of(drawn)
    if before is None:
        return lay_out(ground).tiles
    earlier, tiles = before
    return lay_out_from(ground, Laid(ground_of(earlier), tiles)).tiles

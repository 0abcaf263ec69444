"""The committed data as an input of a build: where it is, its checksum, the maps' shapes and towns."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from dashboard.build.tiles import tile_maps
from dashboard.build.towns import towns
from dashboard.mapview.drawn import TOWNS
from dashboard.mapview.shapes import Shapes, load_shapes
from dashboard.mapview.svg import bare, bare_tiles, drawn_as
from dashboard.reference.councils import load_councils
from dashboard.reference.places import load_places

DATA = Path(__file__).resolve().parents[2] / "data"
LONDON = "boundaries/london.json"


def inputs_checksum(data: Path, *more: str) -> str:
    """Return the checksum of every artefact under ``data``, and of ``more`` that decides the result."""
    total = hashlib.sha256("\0".join(more).encode())
    for path in sorted(p for p in data.rglob("*") if p.is_file()):
        total.update(f"{path.relative_to(data).as_posix()}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def drawn_shapes(data: Path, more: Iterable[tuple[Shapes, Shapes]] = ()) -> dict[str, bytes]:
    """Return the uncoloured maps of every tier and vintage by logical name, each as tiles too, and
    the towns that are named on the maps.

    ``more`` are maps of later vintages that are not committed, each with London's inset. Raises ShapesError
    and ArtefactError.
    """
    london = load_shapes(data / LONDON)
    committed = [(load_shapes(path), london) for path in sorted((data / "boundaries").glob("*-*.json"))]
    every = [*committed, *more]
    fragments = [bare(shapes, inset) for shapes, inset in every]
    fragments += [bare_tiles(tiles) for tiles in tile_maps(data, [shapes for shapes, _ in every])]
    drawn = {drawn_as(fragment): fragment.encode() for fragment in fragments}
    types = {slug: council.type for slug, council in load_councils(data)[0].items()}
    return {**drawn, TOWNS: towns(load_places(data), types, [shapes for shapes, _ in every])}

"""The project's committed data as an input of a build: where it is, its checksum, and the maps' outlines."""

import hashlib
from pathlib import Path

from dashboard.mapview.shapes import load_shapes
from dashboard.mapview.svg import bare, shapes_name

DATA = Path(__file__).resolve().parents[2] / "data"
LONDON = "boundaries/london.json"


def inputs_checksum(data: Path, *more: str) -> str:
    """Return the checksum of every artefact under ``data``, and of ``more`` that decides the result."""
    total = hashlib.sha256("\0".join(more).encode())
    for path in sorted(p for p in data.rglob("*") if p.is_file()):
        total.update(f"{path.relative_to(data).as_posix()}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def drawn_shapes(data: Path) -> dict[str, bytes]:
    """Return the uncoloured maps of every tier and vintage by logical name. Raises ShapesError."""
    london = load_shapes(data / LONDON)
    drawn = {}
    for path in sorted((data / "boundaries").glob("*-*.json")):
        shapes = load_shapes(path)
        drawn[shapes_name(f"{shapes.tier}-{shapes.vintage}")] = bare(shapes, london).encode()
    return drawn

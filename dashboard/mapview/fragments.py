"""The bare SVG of every tier and vintage, made once at build from the boundaries under ``data/``."""

from pathlib import Path

from dashboard.domain.authority_types import Tier
from dashboard.mapview.shapes import load_shapes
from dashboard.mapview.svg import bare, shapes_name


def bare_fragments(data: Path) -> dict[str, bytes]:
    """Return the fragments by logical name (``shapes/upper-2023.html``). Raises ShapesError."""
    folder = data / "boundaries"
    london = load_shapes(folder / "london.json")
    drawn = (load_shapes(path) for tier in Tier for path in sorted(folder.glob(f"{tier.value}-*.json")))
    return {shapes_name(f"{s.tier}-{s.vintage}"): bare(s, london).encode() for s in drawn}

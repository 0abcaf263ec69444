"""Equal-area tiles: one hexagon a council, for every tier and vintage of the map.

Laid out from the outlines just derived (see dashboard/tiles/): the latest vintage anew, each earlier one from
the one after it, so that a council that goes on keeps its place.
"""

from collections.abc import Callable
from pathlib import Path

from dashboard.domain.authority_types import Tier
from dashboard.mapview.shapes import Shapes, load_shapes
from dashboard.releases.on_disk import write_whole
from dashboard.tiles.file import as_file
from dashboard.tiles.ground import ground_of
from dashboard.tiles.layout import Laid, lay_out, lay_out_from
from dashboard.tiles.quality import quality


def derive_hexes(out: Path, report: Callable[[str], None] = print) -> list[Path]:
    """Write ``hex/<tier>-<vintage>.json`` under ``out`` for every map there, and return the paths.

    ``report`` is told, a line a file, how well the layout keeps the map. Raises ShapesError for a map that is
    not as it must be.
    """
    written = []
    for tier in Tier:
        maps = [load_shapes(path) for path in (out / "boundaries").glob(f"{tier.value}-*.json")]
        laid: Laid | None = None
        for drawn in sorted(maps, key=lambda drawn: drawn.vintage, reverse=True):
            ground = ground_of(drawn)
            laid = lay_out_from(ground, laid) if laid else lay_out(ground)
            target = out / "hex" / f"{tier.value}-{drawn.vintage}.json"
            write_whole(target, as_file(tier.value, drawn.vintage, laid.tiles))
            report(f"hex/{target.name}: {_measured(drawn, laid)}")
            written.append(target)
    return written


def _measured(drawn: Shapes, laid: Laid) -> str:
    told = quality(laid.ground, laid.tiles)
    return (
        f"{len(drawn.shapes)} tiles; {told.kept:.1%} of neighbours touch, their direction turned by "
        f"{told.turned:.1f} degrees on average; {told.true:.1%} of tiles that touch are neighbours"
    )

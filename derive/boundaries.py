"""The map's shapes: every tier and vintage as SVG path data on an integer grid, and London on a finer one.

Source: ONS boundaries generalised to 200 m (all England) and 20 m (London's inset), OGL v3.0. For each
vintage in which councils changed the layer's councils of that year are brought to British National
Grid, cleaned into a coverage, generalised as one, and rounded to a grid on which neighbours share
their vertices exactly.
"""

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import geopandas
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.domain.authority_types import Tier
from dashboard.mapview.shapes import Shapes
from dashboard.releases.on_disk import write_whole
from dashboard.reshape.areas import check_areas
from dashboard.reshape.arrows import returning
from dashboard.reshape.drawing import as_file, draw, links_of
from derive.councils import FIRST_VINTAGE
from derive.coverage import Grid, clean, on_grid, simplify, without_specks
from derive.source import SourceFolder

LAYERS = {
    Tier.UPPER: "boundaries/england_utla_2014_2025_bsc200m.geojson",
    Tier.LOWER: "boundaries/england_ltla_2014_2025_bsc200m.geojson",
}
LONDON_LAYER = "boundaries/england_ltla_2014_2025_bgc20m.geojson"
LATEST = 2025
"""The last year of these layers, as their names say."""

BNG = 27700
_LONDON_PREFIX = "E09"

LONDON_FILE = "london"

SlugOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Detail:
    """How much of a layer is kept: lengths in metres, areas in square metres.

    ``tolerance`` is the side of the square whose area a point must span to stay; ``metres_per_unit`` the
    grid; ``smallest_part`` the least island or lake; ``smallest_water`` the least water that
    stays when rounding closes its mouth.
    """

    tolerance: float
    metres_per_unit: int
    smallest_part: float
    smallest_water: float


ENGLAND = Detail(tolerance=400, metres_per_unit=200, smallest_part=1e6, smallest_water=4e6)
LONDON = Detail(tolerance=100, metres_per_unit=40, smallest_part=1e5, smallest_water=1e6)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A map ready to be written, and how far it departs from the layer it came from."""

    path: str
    content: Shapes
    report: str


def derive_boundaries(
    source: Path | SourceFolder,
    out: Path,
    slug_for_code: SlugOf | Mapping[str, str],
    report: Callable[[str], None] = print,
) -> list[Path]:
    """Write ``boundaries/<tier>-<vintage>.json`` and ``boundaries/london.json`` under ``out``; return paths.

    ``slug_for_code`` gives the slug of any ONS code. ``report`` is told, a line a file, its size and how far
    the areas depart from the layer's. Raises CoverageError when cleaning, generalising or rounding
    leaves gaps, overlaps or a council without area, DerivationError when a layer is missing.
    """
    folder = source if isinstance(source, SourceFolder) else SourceFolder(source)
    slug = slug_for_code if callable(slug_for_code) else slug_for_code.__getitem__
    written = []
    for drawn in draw_all(folder, slug):
        written.append(write_drawn(drawn, out, report))
    return written


def write_drawn(drawn: Drawn, out: Path, report: Callable[[str], None]) -> Path:
    """Write a map under ``out``, report it, and return its path."""
    target = out / drawn.path
    write_whole(target, as_file(drawn.content))
    report(f"{drawn.path}: {drawn.report}")
    return target


def draw_all(folder: SourceFolder, slug: SlugOf) -> Iterable[Drawn]:
    """Yield the maps of both tiers and all vintages, then London's."""
    layers = {tier: read_layer(folder, layer) for tier, layer in LAYERS.items()}
    vintages = vintages_of(layers.values(), slug)
    for tier, councils in layers.items():
        for vintage in vintages:
            yield draw_layer(tier.value, vintage, councils_of(councils, vintage), ENGLAND, slug)
    boroughs = councils_now(read_layer(folder, LONDON_LAYER))
    boroughs = boroughs[boroughs["areacd"].str.startswith(_LONDON_PREFIX)]
    yield draw_layer(LONDON_FILE, FIRST_VINTAGE, boroughs, LONDON, slug)


def read_layer(folder: SourceFolder, relative: str) -> geopandas.GeoDataFrame:
    """Return a layer in British National Grid: ``areacd``, ``areanm``, ``start``, ``end``, geometry."""
    layer = geopandas.read_file(io.BytesIO(folder.bytes_of(relative)))
    return layer[["areacd", "areanm", "start", "end", "geometry"]].to_crs(BNG)


def vintages_of(layers: Iterable[geopandas.GeoDataFrame], slug: SlugOf) -> tuple[int, ...]:
    """Return the first vintage, and every later one in which councils of a layer are others than the year
    before. A council that was recoded is the same."""
    found = {FIRST_VINTAGE}
    for layer in layers:
        for year in _changes(layer):
            before, after = (set(map(slug, councils_of(layer, each)["areacd"])) for each in (year - 1, year))
            found |= {year} if before != after else set()
    return tuple(sorted(found))


def councils_now(layer: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """Return the councils that exist since the last change of a layer."""
    return councils_of(layer, max(_changes(layer), default=FIRST_VINTAGE))


def _changes(layer: geopandas.GeoDataFrame) -> set[int]:
    """Return the years with which an outline begins to hold, or no longer holds."""
    ends = layer["end"].dropna().astype(int) + 1
    return {*map(int, layer["start"].dropna()), *map(int, ends)}


def councils_of(layer: geopandas.GeoDataFrame, vintage: int) -> geopandas.GeoDataFrame:
    """Return the councils that exist in a vintage (2019 for 2019-20), in order of their codes."""
    started = layer["start"].isna() | (layer["start"].astype(float) <= vintage)
    unended = layer["end"].isna() | (layer["end"].astype(float) >= vintage)
    return layer[started & unended].sort_values("areacd").reset_index(drop=True)


def draw_layer(
    tier: str,
    vintage: int,
    councils: geopandas.GeoDataFrame,
    detail: Detail,
    slug: SlugOf,
    *,
    grid: Grid | None = None,
) -> Drawn:
    """Return the map of a layer of councils (``areacd``, ``areanm``, geometry in British National Grid).

    It is put on ``grid``, or on the one that holds it. Raises CoverageError when no whole map can be made.
    """
    names = councils["areanm"].tolist()
    originals = councils.geometry.tolist()
    kept = without_specks(simplify(clean(originals, names), names, detail.tolerance), detail.smallest_part)
    grid = grid or Grid.around(kept, detail.metres_per_unit)
    placed = on_grid(kept, names, grid, detail.smallest_water)
    slugs = [slug(code) for code in councils["areacd"]]
    frame = Shapes(
        tier=tier,
        vintage=vintage,
        crs=f"EPSG:{BNG}",
        metres_per_unit=grid.metres_per_unit,
        origin=(grid.west, grid.north),
        width=grid.width,
        height=grid.height,
        shapes=(),
    )
    drawn = draw(frame, dict(zip(slugs, placed, strict=True)))
    errors = area_errors(originals, placed, grid)
    check_areas(slugs, [original.area for original in originals], errors.tolist())
    report = (
        f"{len(slugs)} councils, {int(shapely.get_num_coordinates(placed).sum())} points, "
        f"area off by {np.median(errors):.2%} in the median and {errors.max():.1%} at most "
        f"({slugs[int(np.argmax(errors))]}), {returning(links_of(drawn)):.0%} of arrows return"
    )
    return Drawn(f"boundaries/{tier if tier == LONDON_FILE else f'{tier}-{vintage}'}.json", drawn, report)


def area_errors(originals: Sequence[BaseGeometry], placed: Sequence[BaseGeometry], grid: Grid) -> np.ndarray:
    """Return for each shape how far its area departs from the original's, as a share of the original's."""
    truth = shapely.area(np.asarray(originals))
    drawn = shapely.area(np.asarray(placed)) * grid.metres_per_unit**2
    errors: np.ndarray = np.abs(drawn - truth) / truth
    return errors

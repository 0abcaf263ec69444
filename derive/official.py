"""Official boundaries of a later year: a layer a tier, as the Office for National Statistics has them.

For a reorganisation whose boundaries are no union of whole councils. What must lie where is described in
``docs/official-boundaries.md``; the layers are drawn as those of the years to 2025 are.
"""

import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import geopandas

from dashboard.domain.authority_types import Tier
from dashboard.domain.slugs import slug_of
from dashboard.mapview.shapes import Shapes
from derive.boundaries import BNG, ENGLAND, LATEST, draw_layer, write_drawn
from derive.coverage import Grid
from derive.publications import OFFICIAL, SourceFile
from derive.source import DerivationError, SourceFolder

FOLDER = "boundaries/official"
NAMES = f"{FOLDER}/councils.csv"

_LAYER = re.compile(r"(lower|upper)-(\d{4})\.geojson")
_CODE = {Tier.LOWER: re.compile(r"LAD\d\dCD"), Tier.UPPER: re.compile(r"CTYUA\d\dCD")}
_PREFIXES = {Tier.LOWER: ("E06", "E07", "E08", "E09"), Tier.UPPER: ("E06", "E08", "E09", "E10")}
"""The codes of principal councils of England by tier; a layer of the United Kingdom has others too."""

_USE = "outlines of councils, generalised to 400 m and put on a grid of 200 m"

_SHARED = ("E06", "E08", "E09")
"""The codes of councils that are drawn on both tiers."""


def derive_official(
    source: SourceFolder,
    out: Path,
    slug_of_code: Mapping[str, str],
    report: Callable[[str], None] = print,
) -> list[Path]:
    """Write ``boundaries/<tier>-<year>.json`` under ``out`` for every year that has layers; return paths.

    ``slug_of_code`` has the codes of the councils held; the names of others are read from the layers' folder.
    Nothing is written when a layer is not as it must be. Raises DerivationError saying which and why,
    CoverageError when no whole map can be made of one.
    """
    years = _years(source.root / FOLDER)
    slugs = {**_named(source), **slug_of_code}
    drawn = []
    for year in years:
        layers = {tier: _layer(source, tier, year, slugs) for tier in Tier}
        _check_tiers_agree(layers, year)
        grid = None
        for tier in (Tier.LOWER, Tier.UPPER):
            drawn.append(draw_layer(tier.value, year, layers[tier], ENGLAND, slugs.__getitem__, grid=grid))
            grid = _grid_of(drawn[-1].content)
    return [write_drawn(one, out, report) for one in drawn]


def official_sources(paths: Iterable[str]) -> tuple[SourceFile, ...]:
    """Return the declarations of the official files among the paths of source files, for the provenance."""
    official = sorted(path for path in paths if path.startswith(f"{FOLDER}/"))
    layers = {path: match for path in official if (match := _LAYER.fullmatch(Path(path).name))}
    made = {path: f"boundaries/{match[1]}-{match[2]}.json" for path, match in layers.items()}
    return tuple(
        SourceFile(path, OFFICIAL.id, (made[path],), _USE)
        if path in made
        else SourceFile(path, OFFICIAL.id, tuple(made.values()), "names of the codes that are new")
        for path in official
    )


def _grid_of(drawn: Shapes) -> Grid:
    west, north = drawn.origin
    return Grid(west, north, drawn.metres_per_unit, drawn.width, drawn.height)


def _years(folder: Path) -> list[int]:
    """Return the years with both layers. Raises DerivationError where one lacks a tier, or there is none."""
    found = [path.name for path in sorted(folder.glob("*.geojson"))]
    strange = [name for name in found if not _LAYER.fullmatch(name)]
    if strange or not found:
        told = f"holds {strange[0]}, which is none of" if strange else "does not hold"
        raise DerivationError(
            f"The folder {folder} {told} the layers lower-YEAR.geojson and upper-YEAR.geojson."
        )
    tiers = Counter(int(name[6:10]) for name in found)
    for year, number in sorted(tiers.items()):
        if year <= LATEST:
            raise DerivationError(
                f"{FOLDER} holds a layer of {year}: years to {LATEST} come from their own layer."
            )
        if number < len(Tier):
            raise DerivationError(f"{FOLDER} holds one tier of {year}: a year needs both, lower and upper.")
    return sorted(tiers)


def _named(source: SourceFolder) -> dict[str, str]:
    """Return the slugs of codes that are not held yet, by the names given for them."""
    if not (source.root / NAMES).is_file():
        return {}
    return {row["code"]: slug_of(row["name"]) for row in source.table(NAMES, ("code", "name"))}


def _layer(source: SourceFolder, tier: Tier, year: int, slugs: Mapping[str, str]) -> geopandas.GeoDataFrame:
    """Return a layer's councils of England in British National Grid: ``areacd``, ``areanm``, geometry."""
    path = f"{FOLDER}/{tier.value}-{year}.geojson"
    try:
        layer = geopandas.read_file(io.BytesIO(source.bytes_of(path)))
    except RuntimeError as error:  # pyogrio's DataSourceError is one
        raise DerivationError(f"The source file {path} is not GeoJSON.") from error
    column = next((name for name in layer.columns if _CODE[tier].fullmatch(str(name).upper())), None)
    if column is None:
        example = f"{'LAD' if tier is Tier.LOWER else 'CTYUA'}{year % 100}CD"
        raise DerivationError(f"The source file {path} has no column of codes such as {example}.")
    councils = layer[layer[column].str.startswith(_PREFIXES[tier])].to_crs(BNG)
    councils = councils.rename(columns={column: "areacd"})[["areacd", "geometry"]].sort_values("areacd")
    codes = councils["areacd"].tolist()
    for problem, wrong in (
        ("has no council of England", [] if codes else [""]),
        ("has two outlines of", [code for code, times in Counter(codes).items() if times > 1]),
        ("has no outline of", councils.loc[councils.geometry.is_empty | councils.geometry.isna(), "areacd"]),
        (f"has codes that no council held has, and that {NAMES} does not name:", set(codes) - slugs.keys()),
    ):
        if len(wrong):
            told = f"The source file {path} {problem} {', '.join(sorted(wrong))}"
            raise DerivationError(f"{told.strip()}.")
    return councils.assign(areanm=[slugs[code] for code in codes]).reset_index(drop=True)


def _check_tiers_agree(layers: Mapping[Tier, geopandas.GeoDataFrame], year: int) -> None:
    """Raise DerivationError where a single-tier council stands in the layer of one tier alone."""
    single = {tier: {c for c in layer["areacd"] if c.startswith(_SHARED)} for tier, layer in layers.items()}
    alone = single[Tier.LOWER] ^ single[Tier.UPPER]
    if alone:
        told = ", ".join(sorted(alone))
        raise DerivationError(f"{FOLDER}: of the layers of {year} only one has {told}.")

"""Official boundaries of a later year: what is drawn of them, what is recorded, and what is refused."""

import argparse
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from shapely import Polygon, box, coverage_union_all, difference, to_geojson
from shapely.geometry.base import BaseGeometry

from dashboard.cli import derive as command
from dashboard.mapview.shapes import load_shapes
from dashboard.reference.sources import altered_artefacts, load_sources
from dashboard.reshape.drawing import outlines_of
from derive.official import FOLDER, NAMES, derive_official
from derive.source import DerivationError, SourceFolder
from tests.reshape.history import DATA

NORTH, SOUTH = box(400e3, 310e3, 420e3, 330e3), box(400e3, 300e3, 420e3, 310e3)
"""Two districts of a county, 20 by 20 and 20 by 10 kilometres."""

CITY, WALES = box(420e3, 300e3, 430e3, 330e3), box(390e3, 300e3, 400e3, 330e3)
"""What lies beside them."""

LOWER = {"E07000901": NORTH, "E07000902": SOUTH, "E06000901": CITY, "W06000001": WALES}
UPPER = {"E10000901": coverage_union_all([NORTH, SOUTH]), "E06000901": CITY}
SLUGS = {"E07000901": "north", "E07000902": "south", "E06000901": "city", "E10000901": "county"}


def write(root: Path, name: str, councils: dict[str, BaseGeometry], column: str) -> None:
    """Write a layer as the Office for National Statistics does: GeoJSON with a column of codes."""
    features = [
        {"type": "Feature", "properties": {column: code}, "geometry": json.loads(to_geojson(outline))}
        for code, outline in councils.items()
    ]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}
    content = {"type": "FeatureCollection", "crs": crs, "features": features}
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    (root / FOLDER / name).write_text(json.dumps(content), "utf-8")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    root = tmp_path / "source"
    write(root, "lower-2028.geojson", LOWER, "LAD28CD")
    write(root, "upper-2028.geojson", UPPER, "CTYUA28CD")
    return root


def derived(source: Path, out: Path) -> dict[str, Any]:
    paths = derive_official(SourceFolder(source), out, SLUGS, report=lambda _: None)
    return {path.stem: load_shapes(path) for path in paths}


def test_both_tiers_are_drawn_on_one_grid_of_the_councils_of_england(source: Path, tmp_path: Path) -> None:
    drawn = derived(source, tmp_path)
    assert drawn.keys() == {"lower-2028", "upper-2028"}
    sizes = {
        name: {slug: outline.area * 0.04 for slug, outline in outlines_of(shapes).items()}
        for name, shapes in drawn.items()
    }
    assert sizes["lower-2028"] == pytest.approx({"north": 400, "south": 200, "city": 300})
    assert sizes["upper-2028"] == pytest.approx({"county": 600, "city": 300})
    assert drawn["lower-2028"].origin == drawn["upper-2028"].origin
    assert (drawn["lower-2028"].tier, drawn["lower-2028"].vintage) == ("lower", 2028)


def test_a_boundary_that_is_no_union_of_councils_is_drawn_as_it_is(source: Path, tmp_path: Path) -> None:
    corner = Polygon([(415e3, 310e3), (420e3, 310e3), (420e3, 315e3)])
    moved = LOWER | {"E07000901": difference(NORTH, corner), "E07000902": coverage_union_all([SOUTH, corner])}
    write(source, "lower-2028.geojson", moved, "LAD28CD")
    outlines = outlines_of(derived(source, tmp_path)["lower-2028"])
    assert outlines["south"].area * 0.04 == pytest.approx(212.5)


def test_new_codes_are_named_beside_the_layers(source: Path, tmp_path: Path) -> None:
    write(source, "lower-2028.geojson", LOWER | {"E07000903": box(400e3, 290e3, 420e3, 300e3)}, "LAD28CD")
    with pytest.raises(DerivationError, match=r"councils\.csv does not name: E07000903\.$"):
        derived(source, tmp_path)
    assert not (tmp_path / "boundaries").exists()
    (source / FOLDER / "councils.csv").write_text("code,name\nE07000903,New & Old Council\n", "utf-8")
    slugs = {shape.slug for shape in derived(source, tmp_path)["lower-2028"].shapes}
    assert slugs == {"north", "south", "city", "new-and-old-council"}


@pytest.mark.parametrize(
    ("layer", "councils", "column", "sentence"),
    [
        ("upper-2028", {}, "CTYUA28CD", r"has no column of codes such as CTYUA28CD"),
        ("upper-2028", UPPER, "NAME", r"has no column of codes such as CTYUA28CD"),
        ("upper-2028", {"W06000001": CITY}, "CTYUA28CD", r"has no council of England"),
        ("upper-2028", {"E10000901": UPPER["E10000901"]}, "CTYUA28CD", r"of 2028 only one has E06000901"),
        ("lower-2028", LOWER | {"E06000901": Polygon()}, "LAD28CD", r"has no outline of E06000901"),
        ("lower-2029", LOWER, "LAD29CD", r"holds one tier of 2029: a year needs both, lower and upper"),
        ("lower-2025", LOWER, "LAD25CD", r"holds a layer of 2025: years to 2025 come from their own layer"),
        ("districts", LOWER, "LAD28CD", r"holds districts\.geojson, which is none of the layers lower-YEAR"),
    ],
    ids=["empty", "no code", "Wales alone", "tiers differ", "no outline", "one tier", "old", "other name"],
)
def test_a_layer_that_is_not_as_it_must_be_is_refused(  # noqa: PLR0917 - a table's columns
    source: Path, tmp_path: Path, layer: str, councils: dict[str, BaseGeometry], column: str, sentence: str
) -> None:
    write(source, f"{layer}.geojson", councils, column)
    with pytest.raises(DerivationError, match=sentence):
        derived(source, tmp_path)
    assert not (tmp_path / "boundaries").exists()


def test_what_is_no_geojson_and_what_is_not_there_is_refused(source: Path, tmp_path: Path) -> None:
    (source / FOLDER / "upper-2028.geojson").write_text("no layer", "utf-8")
    with pytest.raises(DerivationError, match=r"upper-2028\.geojson is not GeoJSON"):
        derived(source, tmp_path)
    shutil.rmtree(source / FOLDER)
    with pytest.raises(DerivationError, match=r"does not hold the layers lower-YEAR"):
        derived(source, tmp_path)


@pytest.mark.data
def test_the_command_draws_them_and_records_where_they_come_from(source: Path, tmp_path: Path) -> None:
    """Into a copy of the data; deriving something else later keeps them and their record."""
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    codes = "".join(f"{code},{slug}\n" for code, slug in SLUGS.items())
    (source / FOLDER / "councils.csv").write_text(f"code,name\n{codes}", "utf-8")
    command.derive(source, data, "official")
    assert altered_artefacts(data) == []
    assert "ons-official-boundaries" in {publication.id for publication in load_sources(data)}
    record = json.loads((data / "provenance.json").read_text("utf-8"))
    made = {told["path"]: told["artefacts"] for told in record["sources"]}
    assert made[f"{FOLDER}/lower-2028.geojson"] == ["boundaries/lower-2028.json"]
    assert made["boundaries/england_ltla_2014_2025_bsc200m.geojson"] == [
        f"{of}/lower-{vintage}.json"
        for of in ("boundaries", "hex")
        for vintage in (2014, 2019, 2020, 2021, 2023)
    ]
    again = (data / "provenance.json").read_bytes()
    command.derive(source, data, "official")
    assert (data / "provenance.json").read_bytes() == again


def test_the_page_has_the_command_and_the_files_it_reads(source: Path, tmp_path: Path) -> None:
    page = (DATA.parent / "docs" / "official-boundaries.md").read_text("utf-8")
    (line,) = re.findall(r"^python -m dashboard derive (.*)$", page, re.MULTILINE)
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    told = parser.parse_args([*line.split(), "--out", str(tmp_path)])
    assert (told.source, told.only) == (Path("source"), "official")
    files = set(re.findall(r"^\| `(boundaries/[^`]+)`", page, re.MULTILINE))
    assert files == {NAMES, *(f"{FOLDER}/{path.name}" for path in (source / FOLDER).iterdir())}

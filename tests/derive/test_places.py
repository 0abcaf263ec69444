"""Places are given the council whose area holds their point, or the nearest where drawing cut the coast."""

import json
from pathlib import Path

import pytest

from derive.places import LAYER, PLACES, Point, british, derive_places
from derive.source import DerivationError, SourceFolder

WEST, EAST, OLD = "E06000001", "E06000002", "E07000001"


def square(code: str, west: float, end: float | None) -> dict[str, object]:
    east = west + 0.1
    ring = [[west, 52], [east, 52], [east, 52.1], [west, 52.1], [west, 52]]
    return {
        "type": "Feature",
        "properties": {"areacd": code, "areanm": code, "start": None, "end": end},
        "geometry": {"type": "MultiPolygon", "coordinates": [[ring]]},
    }


@pytest.fixture
def source(tmp_path: Path) -> SourceFolder:
    """Two councils side by side, and one that had the west before."""
    layer = [square(WEST, -1.1, None), square(EAST, -1.0, None), square(OLD, -1.1, 2018.0)]
    (tmp_path / LAYER).parent.mkdir(parents=True)
    (tmp_path / LAYER).write_text(json.dumps({"type": "FeatureCollection", "features": layer}), "utf-8")
    return SourceFolder(tmp_path)


def derived(source: SourceFolder, *points: Point) -> list[tuple[str, ...]]:
    table = derive_places(source, str.lower, lambda _: list(points))
    assert table.path == PLACES
    return list(table.rows)


def test_a_place_lies_in_the_council_that_holds_its_point(source: SourceFolder) -> None:
    rows = derived(source, Point("Easton", -0.95, 52.05, 7), Point("Weston", -1.05, 52.05, 0))
    assert [(name, slug, residents) for name, slug, _, _, residents in rows] == [
        ("Easton", EAST.lower(), "7"),
        ("Weston", WEST.lower(), "0"),
    ]
    assert all(int(metres) % 100 == 0 for _, _, *grid, _ in rows for metres in grid)


def test_a_point_just_off_the_coast_is_its_nearest_council_s(source: SourceFolder) -> None:
    (row,) = derived(source, Point("Quay", -0.89, 52.05, 1))  # some 700 m east of the edge
    assert row[1] == EAST.lower()


def test_a_point_far_from_every_council_is_refused(source: SourceFolder) -> None:
    with pytest.raises(DerivationError, match="Atlantis lies more than 1500 m"):
        derived(source, Point("Atlantis", -0.5, 52.05, 1))


def test_what_no_one_council_answers_for_is_left_out(source: SourceFolder) -> None:
    assert derived(source, Point("London", -1.05, 52.05, 9)) == []


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Saint Neots", "St Neots"),
        ("St. Helens", "St Helens"),
        ("Chalfont Saint Peter", "Chalfont St Peter"),
        ("St Ives", "St Ives"),
        ("Wainfleet All Saints", "Wainfleet All Saints"),
    ],
)
def test_names_are_written_as_on_signs(name: str, written: str) -> None:
    assert british(name) == written

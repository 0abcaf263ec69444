"""A map without a layout of its own is laid out from the one before, as a reorganisation needs it."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.build.tiles import tile_maps
from dashboard.mapview.shapes import Shapes, ShapesError
from dashboard.reshape.arrows import unreachable
from dashboard.reshape.drawing import draw, links_of, outlines_of
from dashboard.tiles.file import as_file
from tests.reshape.squares import lower

SQUARES = [(column, row) for row in range(3) for column in range(4)]
LAYOUT = {f"c{column}-r{row}": (column + 2, row + 5) for column, row in SQUARES}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "hex").mkdir()
    (tmp_path / "hex" / "lower-2025.json").write_text(as_file("lower", 2025, LAYOUT), "utf-8")
    return tmp_path


def reorganised(before: Shapes) -> Shapes:
    """Return the map of 2027: the two in the first corner are one new council."""
    outlines = outlines_of(before)
    new = outlines.pop("c0-r0").union(outlines.pop("c1-r0"))
    return draw(replace(before, vintage=2027), {**outlines, "new-council": new})


def places(tiles: Shapes) -> dict[str, tuple[int, int]]:
    return {shape.slug: (shape.x, shape.y) for shape in tiles.shapes}


def test_who_goes_on_keeps_the_tile_and_who_is_new_has_one(data: Path) -> None:
    before = lower(SQUARES)
    first, second = tile_maps(data, [reorganised(before), before])  # in whatever order they come
    assert (first.vintage, second.vintage) == (2025, 2027)
    was, now = places(first), places(second)
    gone = {"c0-r0", "c1-r0"}
    assert now.keys() == was.keys() - gone | {"new-council"}
    assert len(set(now.values())) == len(now)
    shift = {(now[slug][0] - was[slug][0], now[slug][1] - was[slug][1]) for slug in was.keys() - gone}
    assert len(shift) == 1  # all as one: the picture may have lost its first column
    assert unreachable(links_of(second)) == []


def test_made_twice_it_is_the_same(data: Path) -> None:
    maps = [lower(SQUARES), reorganised(lower(SQUARES))]
    assert [*tile_maps(data, maps)] == [*tile_maps(data, maps)]


def test_the_first_map_of_a_tier_needs_no_layout(tmp_path: Path) -> None:
    (tiles,) = tile_maps(tmp_path, [lower(SQUARES)])
    assert places(tiles).keys() == LAYOUT.keys()


def test_a_layout_of_other_councils_is_refused(data: Path) -> None:
    with pytest.raises(ShapesError, match=r"lower-2025\.json does not hold the councils of its map: c9-r9"):
        list(tile_maps(data, [lower([*SQUARES, (9, 9)])]))

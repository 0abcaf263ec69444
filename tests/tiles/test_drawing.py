"""Tiles are drawn side by side without gap or overlap, and the arrow keys reach every one."""

import json
from pathlib import Path

import pytest
import shapely

from dashboard.mapview.shapes import Shapes, ShapesError, parse_shapes
from dashboard.mapview.svg import bare_tiles, drawn_as
from dashboard.reshape.arrows import unreachable
from dashboard.reshape.drawing import as_file, links_of, outlines_of
from dashboard.tiles.drawing import draw_tiles
from dashboard.tiles.file import as_file as layout_file
from dashboard.tiles.file import load_tiles
from tests.reshape.squares import lower

SQUARES = [(0, 0), (1, 0), (0, 1), (1, 1), (4, 1)]
TILES = {"c0-r0": (3, 7), "c1-r0": (4, 7), "c0-r1": (3, 8), "c1-r1": (4, 8), "c4-r1": (7, 9)}


@pytest.fixture(scope="module")
def drawn() -> Shapes:
    return draw_tiles(lower(SQUARES), TILES)


def test_all_are_of_one_size_and_none_covers_another(drawn: Shapes) -> None:
    outlines = [*outlines_of(drawn).values()]
    assert len({outline.area for outline in outlines}) == 1
    assert shapely.union_all(outlines).area == sum(outline.area for outline in outlines)
    assert len(shapely.get_parts(shapely.union_all(outlines))) == 2  # the four together, and the fifth apart


def test_a_mark_stands_in_the_middle_and_all_lies_within_the_view(drawn: Shapes) -> None:
    for shape, outline in zip(drawn.shapes, outlines_of(drawn).values(), strict=True):
        assert (shape.x, shape.y) == (outline.centroid.x, outline.centroid.y)
        assert shapely.Point(shape.x, shape.y).buffer(shape.r).within(outline)
        assert outline.within(shapely.box(0, 0, drawn.width, drawn.height))


def test_the_arrow_keys_lead_from_every_tile_to_every_other(drawn: Shapes) -> None:
    assert unreachable(links_of(drawn)) == []


def test_up_and_down_return(drawn: Shapes) -> None:
    near = {shape.slug: shape.neighbours for shape in drawn.shapes}
    assert (near["c0-r0"].down, near["c0-r1"].up) == ("c0-r1", "c0-r0")
    assert (near["c0-r0"].right, near["c1-r0"].left) == ("c1-r0", "c0-r0")
    assert near["c1-r1"].right == "c4-r1"  # across the water
    assert near["c0-r0"].left is None


def test_tiles_no_straight_arrow_leads_to_are_reached_all_the_same() -> None:
    drawn = draw_tiles(lower([(0, 0), (1, 0)]), {"c0-r0": (0, 0), "c1-r0": (40, 1)})
    assert unreachable(links_of(drawn)) == []


def test_it_is_a_map_like_any_other_named_as_tiles(drawn: Shapes) -> None:
    assert parse_shapes(as_file(drawn).encode()) == drawn
    fragment = bare_tiles(drawn)
    assert drawn_as(fragment) == "shapes/lower-2025-tiles.html"
    assert fragment.count("<path ") == len(SQUARES)
    assert "map-london" not in fragment


def test_a_layout_is_read_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(layout_file("lower", 2025, TILES), "utf-8")
    assert load_tiles(tmp_path / "a.json") == TILES


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("nothing", "not as it must be"),
        ({"layout": "even-q", "tiles": []}, "not laid out odd-r"),
        ({"layout": "odd-r", "tiles": [{"slug": "a", "at": [1]}]}, "not as it must be"),
        ({"layout": "odd-r", "tiles": [{"slug": "a", "at": [1, 2.5]}]}, "no tile"),
        ({"layout": "odd-r", "tiles": [{"slug": "a", "at": [1, True]}]}, "no tile"),
        ({"layout": "odd-r", "tiles": [{"slug": s, "at": [1, 2]} for s in "ab"]}, "a tile has two councils"),
        ({"layout": "odd-r", "tiles": [{"slug": "a", "at": [1, r]} for r in (2, 3)]}, "a council two tiles"),
    ],
)
def test_a_layout_that_is_none_is_refused(content: object, said: str, tmp_path: Path) -> None:
    told = content if isinstance(content, str) else json.dumps(content)
    (tmp_path / "a.json").write_text(told, "utf-8")
    with pytest.raises(ShapesError, match=said):
        load_tiles(tmp_path / "a.json")


def test_a_layout_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(ShapesError, match=r"a\.json cannot be read"):
        load_tiles(tmp_path / "a.json")

"""A map drawn from its own outlines is the map that is committed, and its file the same file."""

from pathlib import Path

import pytest
import shapely

from dashboard.mapview.shapes import load_shapes
from dashboard.reshape.drawing import as_file, draw, links_of, outlines_of
from tests.derive.test_boundaries import BOUNDARIES, MAPS, polygon_of

pytestmark = pytest.mark.data


def committed(name: str) -> Path:
    return BOUNDARIES / f"{name}.json"


@pytest.mark.parametrize("name", MAPS)
def test_a_map_is_written_as_it_was_read(name: str) -> None:
    path = committed(name)
    assert as_file(load_shapes(path)) == path.read_text("utf-8")


@pytest.mark.parametrize("name", ["lower-2023", "upper-2014", "london"])
def test_a_map_drawn_from_its_outlines_is_the_same_map(name: str) -> None:
    drawn = load_shapes(committed(name))
    assert draw(drawn, outlines_of(drawn)) == drawn


def test_outlines_are_those_of_a_second_reading() -> None:
    drawn = load_shapes(committed("lower-2023"))
    outlines = outlines_of(drawn)
    assert [*outlines] == [shape.slug for shape in drawn.shapes]
    for shape in drawn.shapes:
        assert shapely.equals(outlines[shape.slug], polygon_of(shape.d)), shape.slug


def test_arrow_keys_are_read_as_indices() -> None:
    drawn = load_shapes(committed("london"))
    slugs = [shape.slug for shape in drawn.shapes]
    at = slugs.index("city-of-london-corporation")
    right = links_of(drawn)[at][1]
    assert right is not None
    assert slugs[right] == "london-borough-of-tower-hamlets"

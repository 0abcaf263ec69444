"""The towns of the enlarged map: the largest outside London, each on the grid where its council is drawn."""

import json
from dataclasses import replace

import pytest
import shapely

from dashboard.build.data import DATA
from dashboard.build.towns import FEWEST, NO_TOWNS, towns
from dashboard.domain.authority_types import AuthorityType
from dashboard.mapview.shapes import Shapes, ShapesError, load_shapes
from dashboard.reference.councils import load_councils
from dashboard.reference.places import Place, load_places
from dashboard.reshape.drawing import outlines_of

TYPES = {"leeds": AuthorityType.METROPOLITAN, "brent": AuthorityType.LONDON}
GRID = Shapes("upper", 2023, "EPSG:27700", 200, (100_000, 600_000), 2000, 3000, ())


def rows(*places: Place) -> list[list[object]]:
    return list(json.loads(towns(places, TYPES, [GRID])))


def place(name: str, population: int = FEWEST, slug: str = "leeds") -> Place:
    return Place(name, slug, 430_100, 433_500, population)


def test_a_town_stands_on_the_grid_of_the_maps() -> None:
    assert rows(place("Leeds", 536_280)) == [["Leeds", 1650, 832, 536_280]]  # 330.1 km east, 166.5 km south


@pytest.mark.parametrize(
    "left_out",
    [
        place("Otley", FEWEST - 1),
        place("Wembley", 90_045, "brent"),
        *(place(name, 90_000) for name in sorted(NO_TOWNS)),
    ],
    ids=lambda place: str(place.name),
)
def test_villages_parts_of_london_and_districts_are_left_out(left_out: Place) -> None:
    assert rows(left_out, place("Morley")) == rows(place("Morley"))


def test_the_largest_come_first_and_of_one_size_by_name() -> None:
    told = [row[0] for row in rows(place("Morley"), place("Leeds", 536_280), place("Batley"))]
    assert told == ["Leeds", "Batley", "Morley"]


@pytest.mark.parametrize("maps", [[], [GRID, replace(GRID, origin=(0, 0))]], ids=["none", "two grids"])
def test_maps_of_no_common_grid_are_refused(maps: list[Shapes]) -> None:
    with pytest.raises(ShapesError, match=f"{len(maps)} grids"):
        towns([place("Leeds")], TYPES, maps)


def test_every_town_lies_where_its_council_is_drawn() -> None:
    drawn = load_shapes(DATA / "boundaries" / "lower-2023.json")
    types = {slug: council.type for slug, council in load_councils(DATA)[0].items()}
    home = {(place.name, place.population): place.slug for place in load_places(DATA)}
    areas = outlines_of(drawn)
    told = json.loads(towns(load_places(DATA), types, [drawn]))
    far = {
        name: round(distance)
        for name, x, y, residents in told
        for distance in [areas[home[name, residents]].distance(shapely.Point(x, y))]
        if distance > 10  # units of 200 m: outlines are generalised, and quays lie off them
    }
    assert far == {}
    assert 250 < len(told) < 400

"""The tutorial's GeoJSON: every council, in degrees, in England."""

from pathlib import Path

import pyproj
import pytest
import shapely
from shapely.geometry import shape

from bench.geometry import geojson

pytestmark = pytest.mark.data

UPPER = Path(__file__).parents[2] / "data" / "boundaries" / "upper-2023.json"


@pytest.fixture(scope="module")
def councils() -> dict[str, shapely.Geometry]:
    return {feature["id"]: shape(feature["geometry"]) for feature in geojson(UPPER)["features"]}


def test_every_council_lies_in_england(councils: dict[str, shapely.Geometry]) -> None:
    assert len(councils) == 153
    west, south, east, north = shapely.total_bounds(list(councils.values()))
    assert (west, south, east, north) == pytest.approx((-6.4, 49.9, 1.8, 55.8), abs=0.1)


def test_a_council_lies_where_it_is_and_has_its_size(councils: dict[str, shapely.Geometry]) -> None:
    leeds = councils["leeds-city-council"]
    assert leeds.contains(shapely.Point(-1.5437, 53.7974)), "the town hall"
    area, _ = pyproj.Geod(ellps="WGS84").geometry_area_perimeter(leeds)
    assert abs(area) / 1e6 == pytest.approx(551.7, rel=0.01)


def test_an_enclave_is_cut_out_of_the_county_around_it(councils: dict[str, shapely.Geometry]) -> None:
    city, county = councils["leicester-city-council"], councils["leicestershire-county-council"]
    assert not county.contains(city.representative_point())


def test_shells_run_clockwise_as_plotly_fills_them(councils: dict[str, shapely.Geometry]) -> None:
    parts = [part for council in councils.values() for part in shapely.get_parts(council)]
    assert not any(shapely.is_ccw(part.exterior) for part in parts)

"""Towns and villages, by what is known of single places."""

import gzip
import shutil
from pathlib import Path

import pytest

from dashboard.domain.authority_types import Tier
from dashboard.reference.artefact import ArtefactError
from dashboard.reference.load import Reference
from dashboard.reference.places import PLACES, Place, load_places

pytestmark = pytest.mark.data


@pytest.fixture(scope="module")
def places(data: Path) -> list[Place]:
    return list(load_places(data))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Harrogate", "north-yorkshire-council"),
        ("Whitby", "north-yorkshire-council"),
        ("Canterbury", "canterbury-city-council"),
        ("Southport", "sefton-metropolitan-borough-council"),
        ("Huddersfield", "kirklees-council"),
        ("Hove", "brighton-and-hove-city-council"),
        ("Bath", "bath-and-north-east-somerset-council"),
        ("Kendal", "westmorland-and-furness-council"),
        ("Whitehaven", "cumberland-council"),
        ("Isles of Scilly", "council-of-the-isles-of-scilly"),
    ],
)
def test_a_place_lies_in_its_council(places: list[Place], name: str, slug: str) -> None:
    assert [place.slug for place in places if place.name == name] == [slug]


def test_places_of_one_name_are_kept_apart(places: list[Place]) -> None:
    assert {place.slug for place in places if place.name == "Newport"} == {
        "east-riding-of-yorkshire-council",
        "isle-of-wight-council",
        "telford-and-wrekin-council",
        "uttlesford-district-council",
    }


def test_every_lower_tier_council_of_today_has_a_place_and_no_other_has(
    places: list[Place], reference: Reference
) -> None:
    today = {c.slug for c in reference.councils_in("2025-26") if Tier.LOWER in c.type.tiers}
    assert {place.slug for place in places} <= today
    assert len(today - {place.slug for place in places}) < 5


def test_places_lie_in_england_on_the_grid(places: list[Place]) -> None:
    assert len(places) > 4_500
    assert all(80_000 < p.easting < 660_000 and 5_000 < p.northing < 660_000 for p in places)


def test_no_place_is_wider_than_a_council(places: list[Place]) -> None:
    assert "London" not in {place.name for place in places}


def test_a_place_in_no_council_of_today_is_refused(data: Path, tmp_path: Path) -> None:
    shutil.copytree(data / "reference", tmp_path / "reference")
    wrong = "name,slug,easting,northing,population\nCarlisle,carlisle-city-council,1,1,1\n"
    (tmp_path / PLACES).write_bytes(gzip.compress(wrong.encode()))
    shutil.copy(data / "provenance.json", tmp_path)
    with pytest.raises(ArtefactError):
        list(load_places(tmp_path))

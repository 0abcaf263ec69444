"""Postcodes, by what is known of single places."""

from pathlib import Path

import pytest

from dashboard.domain.authority_types import Tier
from dashboard.reference.load import Reference
from dashboard.reference.postcodes import Postcode, load_postcodes

pytestmark = pytest.mark.data


@pytest.fixture(scope="module")
def postcodes(data: Path) -> dict[str, Postcode]:
    return {postcode.prefix: postcode for postcode in load_postcodes(data)}


def looked_up(postcodes: dict[str, Postcode], postcode: str) -> Postcode | None:
    """The longest prefix wins: the postcode, its sector, its outcode."""
    outcode = postcode.split(maxsplit=1)[0]
    return next((postcodes[p] for p in (postcode, postcode[:-2], outcode) if p in postcodes), None)


@pytest.mark.parametrize(
    ("postcode", "slug"),
    [
        ("FY1 1AD", "blackpool-borough-council"),
        ("S1 2HH", "sheffield-city-council"),
        ("SW1A 1AA", "city-of-westminster"),
        ("EC2V 7HH", "city-of-london-corporation"),
        ("CA1 1AB", "cumberland-council"),
        ("CA11 7QF", "westmorland-and-furness-council"),
        ("OX1 1BX", "oxford-city-council"),
        ("TR21 0LW", "council-of-the-isles-of-scilly"),
        ("BH8 8AA", "bournemouth-christchurch-and-poole-council"),
    ],
)
def test_a_postcode_lies_in_its_council(postcodes: dict[str, Postcode], postcode: str, slug: str) -> None:
    found = looked_up(postcodes, postcode)
    assert found is not None
    assert found.slug == slug


def test_beyond_the_border_is_no_english_council(postcodes: dict[str, Postcode]) -> None:
    beyond = [postcode for postcode in postcodes.values() if postcode.country != "England"]
    assert {postcode.country for postcode in beyond} == {"Scotland", "Wales"}
    assert all(postcode.slug is None for postcode in beyond)
    assert len(beyond) == 660


def test_every_lower_tier_council_of_today_has_postcodes(
    postcodes: dict[str, Postcode], reference: Reference
) -> None:
    today = {c.slug for c in reference.councils_in("2025-26") if Tier.LOWER in c.type.tiers}
    assert {postcode.slug for postcode in postcodes.values() if postcode.slug} == today


def test_a_postcode_stands_alone_only_where_it_differs_from_its_sector(
    postcodes: dict[str, Postcode],
) -> None:
    for postcode in postcodes.values():
        sector = postcodes.get(postcode.prefix[:-2]) if postcode.level == "unit" else None
        assert sector is None or (sector.slug, sector.country) != (postcode.slug, postcode.country)

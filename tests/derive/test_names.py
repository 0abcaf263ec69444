"""Slugs, short names and other names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.slugs import slug_of
from derive.names import other_names_of, short_name_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Blackpool Borough Council", "blackpool-borough-council"),
        ("London Borough of Hammersmith & Fulham", "london-borough-of-hammersmith-and-fulham"),
        ("Telford & Wrekin Council", "telford-and-wrekin-council"),
        ("Bournemouth, Christchurch and Poole Council", "bournemouth-christchurch-and-poole-council"),
        (
            "Borough Council of King's Lynn and West Norfolk",
            "borough-council-of-kings-lynn-and-west-norfolk",
        ),
        ("King’s Lynn", "kings-lynn"),
        ("St. Helens Council", "st-helens-council"),
        ("Barrow-in-Furness Borough Council", "barrow-in-furness-borough-council"),
        ("  Ynys   Môn ", "ynys-mon"),
        ("", ""),
    ],
)
def test_the_slug_of_a_name(name: str, slug: str) -> None:
    assert slug_of(name) == slug


@given(st.text(max_size=40))
def test_a_slug_is_ascii_and_its_own_slug(name: str) -> None:
    slug = slug_of(name)
    assert slug.isascii()
    assert slug == slug.lower()
    assert not slug.startswith("-")
    assert slug_of(slug) == slug


@pytest.mark.parametrize(
    ("nice", "official", "short"),
    [
        ("Blackpool", "Blackpool Borough Council", "Blackpool"),
        ("Dorset County", "Dorset County Council", "Dorset"),
        ("Dorset Council", "Dorset Council", "Dorset"),
        ("Buckinghamshire County", "Buckinghamshire County Council", "Buckinghamshire"),
        ("City of Bristol", "Bristol City Council", "Bristol"),
        ("City of Lincoln", "City of Lincoln Council", "City of Lincoln"),
        ("City of London", "City of London Corporation", "City of London"),
        ("County Durham", "Durham County Council", "County Durham"),
        ("St. Helens", "St Helens Council", "St Helens"),
    ],
)
def test_the_short_name(nice: str, official: str, short: str) -> None:
    assert short_name_of(nice, official) == short


@pytest.mark.parametrize(
    ("names", "known", "others"),
    [
        (
            ["Derby UA", "derby", "city of derby", "derby city council"],
            ["Derby"],
            ["City of Derby", "Derby City Council"],
        ),
        (["brent london boro", "barnet district", "essex county"], ["Brent"], []),
        (["Basingstoke & Deane"], ["Basingstoke and Deane"], []),
        (["Shepway", "shepway", "Shepway District Council"], [], ["Shepway", "Shepway District Council"]),
        (["bradford mdc"], [], ["Bradford MDC"]),
        (["kingston-upon-hull city council"], [], ["Kingston-upon-Hull City Council"]),
        (["the medway towns"], [], ["The Medway Towns"]),
        (["adur and worthing borough council"], ["Worthing"], []),
        ([], [], []),
    ],
)
def test_other_names(names: list[str], known: list[str], others: list[str]) -> None:
    assert list(other_names_of(names, known)) == others

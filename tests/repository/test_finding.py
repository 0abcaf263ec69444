"""What is answered to what people type: a council, a town, a postcode, or why there is none."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.repository.records import Council, Found
from dashboard.repository.sqlite import SqliteRepository
from tests.support.tiny_release import (
    ALLERDALE,
    BARNSLEY,
    BLACKPOOL,
    BRIGHTON,
    CUMBERLAND,
    CUMBRIA,
    KINGS_LYNN,
    LANCASHIRE,
    PRESTON,
)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Blackpool Borough Council", BLACKPOOL),
        ("blackpool", BLACKPOOL),
        ("BLACKPOOL COUNCIL", BLACKPOOL),
        ("Blackpool BC", BLACKPOOL),
        ("blackp", BLACKPOOL),
        ("black pool", BLACKPOOL),
        ("Blakpool", BLACKPOOL),
        ("Barnsly", BARNSLEY),
        ("Barnsley MBC", BARNSLEY),
        ("brighton and hove", BRIGHTON),
        ("Brighton & Hove", BRIGHTON),
        ("hove", BRIGHTON),
        ("bryghton", BRIGHTON),
        ("Kings Lynn", KINGS_LYNN),
        ("King’s Lynn & West Norfolk", KINGS_LYNN),
        ("W Norfolk", KINGS_LYNN),
        ("king's lyn", KINGS_LYNN),
        ("west norfolk", KINGS_LYNN),
        ("Lancashire", LANCASHIRE),
        ("Lancs", LANCASHIRE),
        ("bmbc", BARNSLEY),
        ("E06000009", BLACKPOOL),
        ("e08000016", BARNSLEY),
        ("E08000038", BARNSLEY),
    ],
)
def test_a_name_or_code_finds_its_council_first(
    repository: SqliteRepository, query: str, first: Council
) -> None:
    found = repository.find(query)
    assert found.councils[0] == first.slug
    assert found.problem is None
    assert found.query == query


def test_councils_that_exist_come_before_those_that_ended(repository: SqliteRepository) -> None:
    assert repository.find("cumb").councils == (CUMBERLAND.slug, CUMBRIA.slug)


def test_what_took_an_ended_council_s_place_comes_before_it(repository: SqliteRepository) -> None:
    found = repository.find("allerdale")
    assert found.councils == (CUMBERLAND.slug, ALLERDALE.slug)
    assert found.serving == (CUMBERLAND.slug,)
    assert not found.sure, "its page must say that it ended before anybody is led on"


@pytest.mark.parametrize(
    ("query", "spelling"),
    [("Blakpool", "Blackpool"), ("Barnsly", "Barnsley"), ("Bispam", "Bispham"), ("Fullwood", "Fulwood")],
)
def test_a_near_spelling_is_offered_and_never_passes_for_a_match(
    repository: SqliteRepository, query: str, spelling: str
) -> None:
    found = repository.find(query)
    assert found.near
    assert not found.sure
    assert not found.serving
    assert found.notes == (f"Nothing held here is called “{query}”. Closest spelling: {spelling}.",)


@pytest.mark.parametrize("query", ["Blackwell", "Barnacle", "Leeds", "Blackpool hospital", "Prestatyn"])
def test_what_is_far_off_is_not_offered(repository: SqliteRepository, query: str) -> None:
    assert repository.find(query).councils == ()


@pytest.mark.parametrize(
    ("query", "places", "serving"),
    [
        ("Wigton", [("Wigton", CUMBERLAND)], (CUMBERLAND,)),
        ("saint bees", [("St Bees", CUMBERLAND)], (CUMBERLAND,)),
        ("St. Bees", [("St Bees", CUMBERLAND)], (CUMBERLAND,)),
        ("fulwood", [("Fulwood", PRESTON)], (PRESTON, LANCASHIRE)),
        ("Newport", [("Newport", CUMBERLAND), ("Newport", BLACKPOOL)], ()),
        ("Newport, Cumberland", [("Newport", CUMBERLAND)], (CUMBERLAND,)),
        ("newport in blackpool", [("Newport", BLACKPOOL)], (BLACKPOOL,)),
        ("Fulwood, Lancs", [("Fulwood", PRESTON)], (PRESTON, LANCASHIRE)),
        ("Wigton, England", [("Wigton", CUMBERLAND)], (CUMBERLAND,)),
    ],
)
def test_a_town_finds_who_serves_it_and_a_name_of_two_towns_both(
    repository: SqliteRepository,
    query: str,
    places: list[tuple[str, Council]],
    serving: tuple[Council, ...],
) -> None:
    found = repository.find(query)
    assert [(place.name, place.slug) for place in found.places] == [(n, c.slug) for n, c in places]
    assert found.serving == tuple(council.slug for council in serving)
    assert found.where == (places[0][0] if serving else "")
    assert found.notes == ()


def test_what_stands_after_a_comma_and_is_not_understood_is_named(repository: SqliteRepository) -> None:
    found = repository.find("Wigton, Narnia")
    assert found.serving == (CUMBERLAND.slug,)
    assert found.notes == ("“Narnia” was not understood, and was left out.",)


@pytest.mark.parametrize(
    ("query", "sure"),
    [
        ("Blackpool", True),
        ("Blackpool Borough Council", True),
        ("Preston", False),  # a district's town: its county serves it too
        ("Preston City Council", True),
        ("Lancashire", True),
        ("Cumbria", False),
        ("Blakpool", False),
        ("Wigton", False),
        ("FY1 2AB", True),
        ("PR1 1AA", False),
        ("FYI 2AB", False),
        ("FY1 2AB, FY1 2AA", False),
        ("E06000009", True),
    ],
)
def test_a_page_is_led_to_only_where_one_council_is_meant_beyond_doubt(
    repository: SqliteRepository, query: str, sure: bool
) -> None:
    assert repository.find(query).sure is sure


def test_the_number_found_is_the_true_one(repository: SqliteRepository) -> None:
    found = repository.find("c")
    assert found.matches >= len(found.councils) > 0
    assert repository.find("North West").matches == sum(
        council.end is None and council.region == "North West" for council in repository.councils()
    )


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("", "Type a council’s name, a town or a postcode."),
        ("   \t ", "Type a council’s name, a town or a postcode."),
        (
            "ZZ9 9ZZ",
            "No postcode in the United Kingdom begins with ZZ. Check it, or try a council’s name or a town.",
        ),
        (
            "M99 9ZZ",
            "The postcode M99 9ZZ is not known in England. Check it, or try a council’s name or a town.",
        ),
        (
            "M99",
            "The beginning of postcodes M99 is not known in England. Check it, or try a council’s name or a "
            "town.",
        ),
        ("E99999999", "No council in England has had the ONS code E99999999 since 2014."),
        *(
            (
                query,
                f"No council or place held here is called “{query}”, or nearly so. Small places may be "
                "missing: try a postcode, or the nearest town.",
            )
            for query in ("Atlantis", "<zz>", "'; --")
        ),
    ],
)
def test_what_is_not_found_is_said_in_a_sentence(
    repository: SqliteRepository, query: str, problem: str
) -> None:
    found = repository.find(query)
    assert found.councils == ()
    assert found.problem == problem


def test_ten_thousand_characters_are_answered_shortly_and_at_once(repository: SqliteRepository) -> None:
    started = time.perf_counter()
    found = repository.find("blackpool " * 1000)
    assert time.perf_counter() - started < 1
    assert found.councils == ()
    assert found.problem is not None
    assert len(found.problem) < 200


def holds_together(found: Found, repository: SqliteRepository) -> bool:
    """What every answer keeps to, whatever was asked."""
    councils = [repository.council(slug) for slug in (*found.councils, *found.serving)]
    ends = [council.end is not None for council in councils[: len(found.councils)] if council]
    return (
        all(councils)
        and ends == sorted(ends)
        and len(found.councils) <= found.matches
        and len(found.places) <= found.place_matches
        and not (found.sure and (found.notes or found.near or len(found.councils) != 1))
    )


@settings(max_examples=200, deadline=None)
@given(query=st.one_of(st.text(), st.text(alphabet="abcdefgh 0123456789E&'"), st.binary().map(repr)))
def test_any_text_at_all_is_answered(repository: SqliteRepository, query: str) -> None:
    found = repository.find(query)
    assert bool(found.councils or found.places) != bool(found.problem)
    assert holds_together(found, repository)

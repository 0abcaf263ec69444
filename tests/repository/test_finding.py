import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.repository.records import Council
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
        ("blackp", BLACKPOOL),
        ("Blakpool", BLACKPOOL),
        ("Barnsly", BARNSLEY),
        ("brighton and hove", BRIGHTON),
        ("Brighton & Hove", BRIGHTON),
        ("hove", BRIGHTON),
        ("bryghton", BRIGHTON),
        ("Kings Lynn", KINGS_LYNN),
        ("King’s Lynn & West Norfolk", KINGS_LYNN),
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
    assert repository.find("allerdale").councils == (ALLERDALE.slug,)


@pytest.mark.parametrize(
    ("query", "councils"),
    [
        ("FY1 2AB", (BLACKPOOL.slug,)),
        ("fy12ab", (BLACKPOOL.slug,)),
        ("FY1", (BLACKPOOL.slug,)),
        ("FY1 2", (BLACKPOOL.slug,)),
        ("PR1 1AA", (PRESTON.slug, LANCASHIRE.slug)),
        ("PR1 2AA", (PRESTON.slug, LANCASHIRE.slug)),
        ("PR1 2AB", (BLACKPOOL.slug,)),
        ("PR1 2", (PRESTON.slug, BLACKPOOL.slug, LANCASHIRE.slug)),
        ("PR1", (PRESTON.slug, BLACKPOOL.slug, LANCASHIRE.slug)),
        ("CA1 1", (CUMBERLAND.slug,)),
        ("CA11", (BLACKPOOL.slug,)),
        ("CA1", (CUMBERLAND.slug,)),
        ("LD7 1DY", (CUMBERLAND.slug,)),
    ],
)
def test_a_postcode_finds_the_councils_it_lies_in(
    repository: SqliteRepository, query: str, councils: tuple[str, ...]
) -> None:
    assert repository.find(query).councils == councils


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("", "Type a council’s name or a postcode."),
        ("   \t ", "Type a council’s name or a postcode."),
        ("LD7 9ZZ", "LD7 9ZZ is in Wales; this site covers councils in England only."),
        ("LD7 9", "LD7 9 is in Wales; this site covers councils in England only."),
        ("TD15 2AA", "TD15 2AA is in Scotland; this site covers councils in England only."),
        ("eh11yz", "EH1 1YZ is in Scotland; this site covers councils in England only."),
        ("CF10", "CF10 is in Wales; this site covers councils in England only."),
        ("BT1 1AA", "BT1 1AA is in Northern Ireland; this site covers councils in England only."),
        (
            "ZZ9 9ZZ",
            "The postcode ZZ9 9ZZ is not known in England. Check it, or try a council’s name.",
        ),
        (
            "ZZ9",
            "The postcode area ZZ9 is not known in England. Check it, or try a council’s name.",
        ),
        ("E99999999", "No council in England has had the ONS code E99999999 since 2014."),
        ("Atlantis", "No council’s name is like “Atlantis”. Check the spelling, or try a postcode."),
        ("<zz>", "No council’s name is like “<zz>”. Check the spelling, or try a postcode."),
        ("'; --", "No council’s name is like “'; --”. Check the spelling, or try a postcode."),
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


@settings(max_examples=200, deadline=None)
@given(query=st.one_of(st.text(), st.text(alphabet="abcdefgh 0123456789E&'"), st.binary().map(repr)))
def test_any_text_at_all_is_answered(repository: SqliteRepository, query: str) -> None:
    found = repository.find(query)
    assert bool(found.councils) != bool(found.problem)
    assert all(repository.council(slug) for slug in found.councils)

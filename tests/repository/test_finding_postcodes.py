"""What is answered to a postcode or its beginning: the councils it lies in, how sure it is, or where."""

import pytest

from dashboard.domain.postal_areas import Elsewhere
from dashboard.repository.records import Council
from dashboard.repository.sqlite import SqliteRepository
from tests.support.tiny_release import BLACKPOOL, CUMBERLAND, LANCASHIRE, PRESTON


@pytest.mark.parametrize(
    ("query", "councils"),
    [
        ("FY1 2AB", (BLACKPOOL,)),
        ("fy12ab", (BLACKPOOL,)),
        ("(FY1 2AB)", (BLACKPOOL,)),
        ("FYI 2AB", (BLACKPOOL,)),
        ("12 High Street, FY1 2AB Blackpool", (BLACKPOOL,)),
        ("FY1", (BLACKPOOL,)),
        ("FY1 2", (BLACKPOOL,)),
        ("PR1 1AA", (PRESTON, LANCASHIRE)),
        ("PR1 2AA", (PRESTON, LANCASHIRE)),
        ("PR1 2AB", (BLACKPOOL,)),
        ("PR1 2", (PRESTON, BLACKPOOL, LANCASHIRE)),
        ("PR1", (PRESTON, BLACKPOOL, LANCASHIRE)),
        ("CA1 1", (CUMBERLAND,)),
        ("CA11", (BLACKPOOL,)),
        ("CA1", (CUMBERLAND,)),
        ("LD7 1DY", (CUMBERLAND,)),
    ],
)
def test_a_postcode_finds_the_councils_it_lies_in(
    repository: SqliteRepository, query: str, councils: tuple[Council, ...]
) -> None:
    assert repository.find(query).councils == tuple(council.slug for council in councils)


@pytest.mark.parametrize(
    ("query", "notes"),
    [
        ("PR1 1AA", ()),
        ("FY1 9ZZ", ()),
        (
            "PR1 2AA",
            (
                "This is by its area: some postcodes that begin PR1 2 lie in another council, and PR1 2AA is "
                "not listed among them.",
            ),
        ),
        (
            "PR1 9AA",
            (
                "No postcode that begins PR1 9 is held. By its area, PR1, it would lie in one of these. "
                "Please check it.",
            ),
        ),
        ("FYI 2AB", ("Read as FY1 2AB: an O and a 0, or an I and a 1, are easily mistaken.",)),
        (
            "FY1 2AB or FY1 2AA",
            ("More than one postcode was typed. This is about the first, FY1 2AB.",),
        ),
        (
            "LD7",
            (
                "Most of LD7 lies in Wales and a small part in England, so type the whole postcode to be "
                "sure. Complaints about councils in Wales go to the Public Services Ombudsman for Wales.",
            ),
        ),
    ],
)
def test_what_is_only_partly_so_is_said(
    repository: SqliteRepository, query: str, notes: tuple[str, ...]
) -> None:
    found = repository.find(query)
    assert found.notes == notes
    assert found.problem is None


@pytest.mark.parametrize(
    ("query", "elsewhere", "said"),
    [
        ("LD7 9ZZ", Elsewhere.WALES, "LD7 9ZZ is in Wales."),
        ("LD7 9", Elsewhere.WALES, "LD7 9 is in Wales."),
        ("LL57 1AA", Elsewhere.WALES, "LL57 1AA is in Wales."),
        ("TD15 2AA", Elsewhere.SCOTLAND, "TD15 2AA is in Scotland."),
        ("TD15 9AA", Elsewhere.SCOTLAND, "By its area TD15 9AA is in Scotland:"),
        ("eh11yz", Elsewhere.SCOTLAND, "Scottish Public Services Ombudsman"),
        ("CF10", Elsewhere.WALES, "Public Services Ombudsman for Wales"),
        ("BT1 1AA", Elsewhere.NORTHERN_IRELAND, "Northern Ireland Public Services Ombudsman"),
        ("IM1 1AA", Elsewhere.ISLE_OF_MAN, "on the Isle of Man, which is not part of the United Kingdom"),
        ("JE2 3AB", Elsewhere.JERSEY, "in Jersey, which is not part of the United Kingdom"),
        ("GY1 1AA", Elsewhere.GUERNSEY, "in the Bailiwick of Guernsey"),
        ("GX11 1AA", Elsewhere.GIBRALTAR, "in Gibraltar"),
        ("FIQQ 1ZZ", Elsewhere.OVERSEAS, "British Overseas Territory"),
        ("BFPO 57", Elsewhere.FORCES, "it says who the post is for, not where"),
        ("bf1 2au", Elsewhere.FORCES, "British Forces Post Office"),
        ("BX1 1LT", Elsewhere.NO_PLACE, "one organisation’s post"),
    ],
)
def test_other_nations_islands_and_forces_have_their_own_words(
    repository: SqliteRepository, query: str, elsewhere: Elsewhere, said: str
) -> None:
    found = repository.find(query)
    assert found.councils == ()
    assert found.elsewhere is elsewhere
    assert found.problem is not None
    assert said in found.problem

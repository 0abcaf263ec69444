"""What a reorganisation is said to mean before it is kept."""

import pytest

from dashboard.reference.reorganised import reorganised
from dashboard.reorganise.meaning import meaning, warnings
from tests.reorganise.county import EAST_AND_WEST, HEAD, england, taken

EXPECTED = (
    "East Wessex Council (unitary council) begins on 1 April 2027. It is made of Alton Borough Council and "
    "Bere District Council, which end on 31 March 2027.",
    "Its residents are those of its predecessors together: 151,500 at mid-2024, the newest estimate.",
    "West Wessex Council (unitary council) begins on 1 April 2027. It is made of Corfe Borough Council and "
    "Durston District Council, which end on 31 March 2027.",
    "Its residents are those of its predecessors together: 181,800 at mid-2024, the newest estimate.",
    "Wessex County Council ends on 31 March 2027: all its districts went. It is split between East Wessex "
    "Council and West Wessex Council, and its figures of the years before are listed beside them and added "
    "to none of them.",
    "2027-28 is the first year of the new map and of two new councils; 2026-27 and the years before stay as "
    "they are.",
)


def row(name: str, code: str = "E06000099", before: str = "Alton|Bere") -> str:
    return f"{name},{code},unitary,2027-04-01,{before}\n"


def said(rows: str) -> list[str]:
    return [*meaning(taken(HEAD + rows), england())]


def test_who_begins_who_ends_and_what_is_split() -> None:
    assert said(EAST_AND_WEST.removeprefix(HEAD)) == [*EXPECTED]


def test_a_county_that_keeps_some_goes_on() -> None:
    told = said("Greater Melcombe Council,,unitary,2027-04-01,Melcombe City Council|Alton\n")
    assert told[2] == (
        "Wessex County Council goes on, and keeps Bere District Council, Corfe Borough Council and "
        "Durston District Council. Alton Borough Council is no longer in its area from 1 April 2027 on; a "
        "part of its services goes to Greater Melcombe Council. Its figures before and after are not of the "
        "same area."
    )


def test_the_rest_of_a_county_may_go_on_the_same_day_by_another_file() -> None:
    first = taken(HEAD + "Greater Melcombe Council,,unitary,2027-04-01,Melcombe City Council|Alton\n")
    then = reorganised(england(), first)
    rest = taken(HEAD + "Rest Council,,unitary,2027-04-01,Bere|Corfe|Durston\n", then)
    assert "Wessex County Council ends on 31 March 2027: all its districts went" in meaning(rest, then)[2]
    both = reorganised(england(), (*first, *rest))
    assert {link.change for link in both.successors("wessex-county-council")} == {"split"}


def test_the_end_of_a_county_that_lost_a_part_before_adds_its_figures_to_nobody() -> None:
    first = taken(HEAD + "Greater Melcombe Council,,unitary,2027-04-01,Melcombe City Council|Alton\n")
    then = reorganised(england(), first)
    rest = taken(HEAD + "Rest Council,,unitary,2028-04-01,Bere|Corfe|Durston\n", then)
    (county,) = [one for one in meaning(rest, then) if one.startswith("Wessex County Council")]
    assert "What it still had goes into Rest Council; others have parts of it already" in county
    assert "added to none of them" in county


def test_what_is_kept_for_the_same_day_counts_as_well() -> None:
    east, west = (one for one in taken(EAST_AND_WEST))
    told = meaning((west,), england(), (east,))
    assert "It is split between East Wessex Council and West Wessex Council" in told[2]
    assert "East Wessex Council (unitary council) begins" not in " ".join(told)
    assert told[-1].startswith("2027-28 is the first year of the new map and of one new council;")


def test_a_county_that_goes_whole_into_one() -> None:
    told = said("Wessex Council,,unitary,2027-04-01,Alton|Bere|Corfe|Durston\n")
    assert "It goes whole into Wessex Council" in told[2]


def test_districts_merged_into_a_district_leave_their_county_as_it_is() -> None:
    told = said("North Wessex District Council,,district,2027-04-01,Alton|Bere\n")
    assert not [sentence for sentence in told if "Wessex County Council" in sentence]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (
            "A Council,E06000099,unitary,2027-10-01,Alton|Bere\n",
            "not 1 April: it is in the list of councils and on",
        ),
        ("A Council,,unitary,2027-04-01,Alton|Bere\n", "has no code yet"),
        ("A Council,E06000099,unitary,2027-04-01,Alton|Eaton\n", "lie in South West and West Midlands"),
    ],
)
def test_what_is_allowed_and_should_be_looked_at(rows: str, says: str) -> None:
    (warning,) = warnings(taken(HEAD + rows), england())
    assert says in warning


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (
            row("Bere Council"),
            "called Bere for short, which is, or was, what Bere District Council is called too: a list",
        ),
        (row("Old Council"), "what Old Sarum District Council is called too"),  # “Old” in this register
        (
            row("City of Melcombe Council", before="Alton"),
            "is called Melcombe for short, which is, or was, what Melcombe City Council is called too",
        ),
        (
            row("Ha.m Council", before="Alton") + row("H-am Council", code="E06000098", before="Bere"),
            "H-am Council is spelt",
        ),
        (
            row("E-aton District Council"),
            "E-aton District Council is spelt as Eaton District Council but for spaces",
        ),
        (
            row("Bere Ḅank Cøuncil"),
            "has “ø”, which addresses and names of files leave out: there it is bere-bank-cuncil",
        ),
        (
            row("East Wess\u0435x Council"),
            "has “\u0435”, which addresses and names of files leave out: there it is east-wessx",
        ),
    ],
)
def test_names_that_may_be_taken_one_for_another_are_named(rows: str, says: str) -> None:
    assert [one for one in warnings(taken(HEAD + rows), england()) if says in one]


@pytest.mark.parametrize("name", ["A Council", "Côte d’Azur & Bere Ends Council", "St. Bere's Council"])
def test_accents_apostrophes_and_dots_are_no_doubt(name: str) -> None:
    assert warnings(taken(HEAD + row(name)), england()) == ()


def test_a_name_is_held_against_those_kept_and_those_of_a_day_before() -> None:
    then = reorganised(england(), taken(EAST_AND_WEST))
    later = HEAD + "City of East Wessex Council,E06000099,unitary,2028-04-01,East Wessex Council|Melcombe\n"
    (kept,) = warnings(taken(later, then), then)
    assert "what East Wessex Council is called too" in kept
    at_once = EAST_AND_WEST + later.removeprefix(HEAD)
    assert kept in warnings(taken(at_once), england())


def test_nothing_is_doubtful_of_a_plain_one() -> None:
    assert warnings(taken(HEAD + "A Council,E06000099,unitary,2027-04-01,Alton|Bere\n"), england()) == ()

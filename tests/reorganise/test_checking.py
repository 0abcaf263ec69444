"""What a reorganisation's file may say, and the sentence for each thing it may not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.reorganisation import NewCouncil
from dashboard.imports.problems import ImportRefusedError
from dashboard.reference.reorganised import reorganised
from dashboard.reorganise.reading import LARGEST, read_rows
from tests.reorganise.county import EAST_AND_WEST, FILE, HEAD, START, england, refusal, taken


def row(
    name: str = "East Wessex Council",
    code: str = "",
    kind: str = "unitary",
    start: str = "2027-04-01",
    before: str = "Alton Borough Council|Bere District Council",
) -> str:
    return f"{name},{code},{kind},{start},{before}\n"


def test_a_file_is_taken_as_it_says() -> None:
    east, west = taken(EAST_AND_WEST)
    assert (east.slug, east.code, east.type) == ("east-wessex-council", None, AuthorityType.UNITARY)
    assert east.predecessors == ("alton-borough-council", "bere-district-council")
    assert (west.slug, west.code, west.start) == ("west-wessex-council", "E06000090", START)
    assert (west.short_name, west.eve, str(west.first_year)) == ("West Wessex", date(2027, 3, 31), "2027-28")


@pytest.mark.parametrize(
    "text",
    [
        "Bere District Council",
        "BERE DISTRICT  COUNCIL",
        "Bere",
        "Bere Regis",
        "Bere and Wool District Council",
        "E07000091",
        "e07000091",
        "bere-district-council",
    ],
)
def test_a_predecessor_may_be_named_by_any_name_or_code_it_had(text: str) -> None:
    (one,) = taken(HEAD + row(before=f"Alton Borough Council|{text}"))
    assert one.predecessors == ("alton-borough-council", "bere-district-council")


@pytest.mark.parametrize(
    ("rows", "where", "says"),
    [
        (
            row(before="Alton Borough Council|Nowhere Council"),
            "predecessors",
            "“Nowhere Council” is no name or",
        ),
        (row(before="Old Sarum District Council|Alton"), "predecessors", "does not exist on 31 March 2027"),
        (
            row(before="Old Sarum District Council|Alton"),
            "predecessors",
            "and Bere District Council took its",
        ),
        (row(before=""), "predecessors", "No predecessor stands here"),
        (row(before="Alton|Alton Borough Council"), "predecessors", "stands twice in this row"),
        (
            row() + row("B Council", before="Bere|Corfe"),
            "row 3, column “predecessors”",
            "stands in row 2 too",
        ),
        (
            row() + row("B Council", before="Bere|Corfe"),
            "row 3",
            "that needs the official outlines of the ONS",
        ),
        (row(before="Wessex County Council"), "predecessors", "Wessex County Council is a county. Name the"),
        (row(start="2025-04-01"), "start", "1 April 2025 lies in the past that the data have already"),
        (row(start="2019-04-01"), "start", "the last change they know is of 1 April 2025"),
        (row(start="9999-04-01"), "start", "1 April 9999 lies more than ten years after the last change"),
        (row(start="2207-04-01"), "start", "known, of 1 April 2025. Is its year as it was meant?"),
        (row(start="2036-01-01"), "start", "1 January 2036 lies more than ten years after"),
        (row(start="1 April 2027"), "start", "“1 April 2027” is no day. Write it as 2027-04-01"),
        (row(start="2027-02-30"), "start", "is no day"),
        (row(start=""), "start", "“” is no day"),
        (row(code="E06000091"), "code", "E06000091 is, or was, the code of Melcombe City Council"),
        (row(code="E7"), "code", "“E7” is no ONS code"),
        (row(code="W06000001"), "code", "is no ONS code of a council of England"),
        (row(code="E07000099"), "code", "E07000099 is the code of a district, and the type is unitary"),
        (
            row(code="E06000099") + row("B Council", "E06000099", before="Corfe"),
            "row 3",
            "same code stands in row 2",
        ),
        (row() + row(before="Corfe"), "row 3, column “name”", "The same name stands in row 2"),
        (row(kind="parish"), "type", "“parish” is no type of council. It is one of district, metropolitan"),
        (row(kind="county"), "type", "A new county cannot be made"),
        (row(kind="district", before="Alton|Melcombe"), "type", "Melcombe City Council is none"),
        (row(kind="district", before="Alton|Eaton"), "type", "districts of one county"),
        (row(kind="metropolitan"), "type", "None of its predecessors is a Metropolitan borough"),
        (row(kind="london"), "type", "None of its predecessors is a London borough"),
        (row(kind="district", before="Alton"), "type", "Alton Borough Council by another name"),
        (row("Melcombe City Council"), "name", "is, or was, the name of Melcombe City Council"),
        (row("Bere and Wool District Council"), "name", "is, or was, the name of Bere District Council"),
        (row("—"), "name", "The name is empty"),
        (row("x" * 101), "name", "101 characters"),
        (row("East\u202e Wessex"), "name", "U+202E"),
        (row().replace("Alton Borough Council|", "Alton Borough Council,"), "row 2", "6 cells where there"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(rows: str, where: str, says: str) -> None:
    said = refusal(HEAD + rows)
    assert said.startswith(FILE)
    assert where in said
    assert says in said


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "No council stands in it"),
        (HEAD.encode(), "No council stands in it"),
        (b"name,code\nA,B\n", "The columns are name, code"),
        (b"name,name,type,start,predecessors\n", "each once"),
        (HEAD.encode() + b"\xff\xfe", "no UTF-8 text"),
        (HEAD.encode() + b'"A Council,x', "cannot be read"),
        (b"x" * (LARGEST + 1), "1,000,001 bytes"),
    ],
)
def test_a_file_that_is_no_reorganisation_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(ImportRefusedError, match=says):
        read_rows(content, FILE)


def test_columns_may_stand_in_any_order_and_blank_rows_are_passed_over() -> None:
    text = "predecessors,start,name,type,code\n\nAlton|Bere,2027-04-01,East Wessex Council,Unitary,\n,,,,\n"
    assert taken(text) == taken(HEAD + row())


def test_ten_years_are_counted_from_the_last_change_that_is_known_of_those_kept_too() -> None:
    assert taken(HEAD + row(start="2035-12-31"))
    later = HEAD + row("Greater Wessex Council", start="2037-04-01", before="East Wessex Council|Melcombe")
    assert "lies more than ten years after" in refusal(later)
    assert taken(later, reorganised(england(), taken(EAST_AND_WEST)))


def test_every_problem_is_said_at_once_and_nothing_is_taken() -> None:
    said = refusal(HEAD + row(kind="parish", start="soon") + row("Corfe Borough Council", before="Corfe"))
    assert len(said.splitlines()) == 3


def test_a_council_that_goes_already_cannot_go_again() -> None:
    england_then = reorganised(england(), taken(EAST_AND_WEST))
    for start in ("2027-04-01", "2026-04-01"):
        said = refusal(HEAD + row("B Council", start=start, before="Alton"), england_then)
        assert "Alton Borough Council goes into East Wessex Council on 1 April 2027 already" in said


def test_a_council_may_be_made_of_one_that_begins_earlier_in_the_same_file() -> None:
    later = row("Greater Wessex Council", start="2028-04-01", before="East Wessex Council|Melcombe")
    assert [one.slug for one in taken(HEAD + later + row())] == [
        "east-wessex-council",
        "greater-wessex-council",
    ]
    too_early = later.replace("2028", "2027")
    assert "“East Wessex Council” is no name or code" in refusal(HEAD + row() + too_early)


@given(st.binary(max_size=300))
def test_any_bytes_are_taken_or_refused_in_a_sentence(content: bytes) -> None:
    said = ""
    try:
        rows = read_rows(content, FILE)
    except ImportRefusedError as error:
        rows, said = (), str(error)
    assert rows or said.startswith(FILE)


@given(st.lists(st.text(max_size=30), min_size=5, max_size=5))
def test_any_cells_are_taken_or_refused_in_a_sentence(cells: list[str]) -> None:
    quoted = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    new: tuple[NewCouncil, ...] = ()
    said = ""
    try:
        new = taken(HEAD + quoted + "\n")
    except ImportRefusedError as error:
        said = str(error)
    assert new or said.startswith(FILE)

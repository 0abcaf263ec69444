"""The header of a table is found by what it says, wherever it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.imports.tables.header import Header, HeaderProblemError, find_header
from dashboard.imports.tables.headings import load_headings
from dashboard.imports.tables.sheet import Sheet, text_cell
from tests.support.annual_tables import TABLES, WORDS

HEADINGS = load_headings()
RECEIVED = ["Authority", "Adult Care Services", "Housing", "Total"]


def sheet(*rows: list[str]) -> Sheet:
    return Sheet("file.csv", None, [[text_cell(text) for text in row] for row in rows])


def found(*rows: list[str]) -> Header:
    header = find_header(sheet(*rows), HEADINGS)
    assert header is not None
    return header


def test_below_a_preamble_and_to_the_right() -> None:
    header = found(
        ["Complaints received"], [], ["", "Year ending 31 March 2024"], ["", *RECEIVED], ["", "Adur", "1"]
    )
    assert (header.table, header.top, header.bottom) == ("received", 3, 3)
    assert header.columns == {
        1: "authority",
        2: "received:adult_care_services",
        3: "received:housing",
        4: "received:total",
    }


def test_a_group_above_its_columns_gives_them_their_meaning() -> None:
    header = found(
        ["Authority", "Compliance", "", "Satisfactory remedy", ""],
        ["", "outcomes", "rate (%)", "decisions", "rate (%)"],
        ["Adur", "1", "100%", "1", "50%"],
    )
    assert (header.table, header.top, header.bottom) == ("remedies", 0, 1)
    assert header.columns == {
        0: "authority",
        1: "compliance_outcomes",
        2: "compliance_pct",
        3: "satisfactory_remedies",
        4: "satisfactory_remedy_pct",
    }


def test_a_group_that_says_nothing_takes_nothing_away() -> None:
    header = found(["", "Figures of 2023-24", "", ""], RECEIVED, ["Adur", "1", "2", "3"])
    assert (header.top, header.bottom) == (1, 1)


def test_what_is_unknown_is_kept_as_it_stands() -> None:
    assert found([*RECEIVED, "Mystery"]).unknown == {4: "Mystery"}


@pytest.mark.parametrize(
    "rows",
    [
        [["Adur", "1", "2"]],
        [["Authority", "Name of the chief executive"]],
        [["Housing", "Total"]],
        [],
        [[]],
    ],
)
def test_no_header(rows: list[list[str]]) -> None:
    assert find_header(sheet(*rows), HEADINGS) is None


def test_two_headers_that_are_equally_good_are_refused_with_both_rows() -> None:
    rows = [RECEIVED, ["Adur", "1", "2", "3"], [], RECEIVED, ["Adur", "1", "2", "3"]]
    with pytest.raises(HeaderProblemError) as told:
        find_header(sheet(*rows), HEADINGS)
    assert str(told.value) == (
        "file.csv, row 1: Row 4 is as good a header as row 1. Leave one table in the sheet, with one header."
    )


def test_the_fuller_of_two_headers_is_taken() -> None:
    assert found(["Authority", "Total"], [], RECEIVED).top == 2


def test_a_table_of_no_certain_kind_is_refused() -> None:
    with pytest.raises(HeaderProblemError, match="could be of decided or received"):
        find_header(sheet(["Authority", "Total"], ["Adur", "3"]), HEADINGS)


@given(
    st.sampled_from(sorted(TABLES)),
    st.lists(st.lists(st.text(alphabet="abc 123.", max_size=8), max_size=4), max_size=12),
    st.integers(0, 2),
    st.randoms(use_true_random=False),
)
def test_columns_in_any_order_below_any_preamble(kind, preamble, wording, random) -> None:
    columns = ["authority", *TABLES[kind]]
    random.shuffle(columns)
    header = found(*preamble, [WORDS[column][wording] for column in columns])
    assert header.table == kind
    assert header.bottom == len(preamble)
    assert [header.columns[at] for at in range(len(columns))] == columns

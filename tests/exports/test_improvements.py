"""The files of improvements: each row whole, origin and release first; nothing a spreadsheet would run."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO, StringIO
from itertools import islice

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.addresses.links import UNNAMED
from dashboard.domain.decisions import DecisionCategory, Remedy
from dashboard.downloads.column import Listing
from dashboard.downloads.workbook import ABOUT
from dashboard.exports.case_workbook import case_workbook
from dashboard.exports.csv_lines import csv_lines
from dashboard.exports.improvement_rows import COLUMNS, improvements_listing
from dashboard.repository.case_records import Improvement
from tests.support.sample import BLACKPOOL

BUILT = "2026-01-05T10:00:00Z"
LINES = [("Origin", "Published"), ("Release", "held-figures")]
ONE = Improvement(
    reference="23 001 234",
    slug=BLACKPOOL.slug,
    category=DecisionCategory.HOUSING,
    sub_category="Homelessness",
    fault="Delay",
    kind=Remedy.TRAINING,
    text=(("Train ", False), ("officers", True), (".", False)),
    agreed=date(2023, 11, 20),
    due=date(2024, 2, 20),
    met=date(2024, 3, 1),
)


SHEET = "Improvements"
NAMES = tuple(column.name for column in COLUMNS)


def told(*improvements: Improvement) -> Listing:
    known = {BLACKPOOL.slug: BLACKPOOL}
    return improvements_listing(improvements, "held-figures", "Housing", known.get, UNNAMED.decision)


def lines(*improvements: Improvement) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO("".join(csv_lines(told(*improvements)))[1:])))


def book(*improvements: Improvement) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(case_workbook(SHEET, told(*improvements), LINES, BUILT)))


def test_a_line_is_whole_and_begins_with_origin_and_release() -> None:
    assert NAMES[:2] == ("origin", "release")
    assert lines(ONE) == [
        {
            "origin": "published",
            "release": "held-figures",
            "council": "Blackpool Borough Council",
            "council_type": "Unitary",
            "region": "North West",
            "agreed": "2023-11-20",
            "case": "23 001 234",
            "category": "Housing",
            "sub_category": "Homelessness",
            "fault": "Delay",
            "change": "Training or guidance for staff",
            "improvement": "Train officers.",
            "due": "2024-02-20",
            "done": "2024-03-01",
            "progress": "done late",
            "address": "/decisions/23-001-234",
            "source": "Local Government and Social Care Ombudsman, www.lgo.org.uk",
            "query": "Housing",
        }
    ]


@pytest.mark.parametrize(
    ("changes", "column", "value"),
    [
        ({"reference": "SIM 23 001 234"}, "origin", "simulated"),
        ({"reference": "SIM 23 001 234"}, "source", "Made up for a demonstration: no real case is meant"),
        ({"met": None}, "done", ""),
        ({"met": None}, "progress", "not recorded as done"),
        ({"due": None, "met": None}, "due", ""),
        ({"fault": None}, "fault", ""),
        ({"text": (("=1+1", False),)}, "improvement", "'=1+1"),
        ({"text": (("@SUM(A1)", False),)}, "improvement", "'@SUM(A1)"),
        ({"text": (('A "quoted", line\nand more', False),)}, "improvement", 'A "quoted", line\nand more'),
        ({"sub_category": "-2"}, "sub_category", "'-2"),
        ({"slug": "a-council"}, "council", "a-council"),
    ],
)
def test_a_cell_is_what_is_known(changes: dict[str, object], column: str, value: str) -> None:
    assert lines(replace(ONE, **changes))[0][column] == value  # type: ignore[arg-type]


def test_the_workbook_says_what_it_is_and_holds_the_same_with_days_as_days() -> None:
    workbook = book(ONE, replace(ONE, met=None))
    assert workbook.sheetnames == [ABOUT, SHEET]
    about = [tuple(row) for row in workbook[ABOUT].iter_rows(values_only=True)]
    assert about[: len(LINES)] == LINES
    assert [term for term, _ in about[len(LINES) :]] == [f"Column “{name}”" for name in NAMES]
    head, first, second = ([*row] for row in workbook[SHEET].iter_rows(values_only=True))
    assert tuple(head) == NAMES
    line = lines(ONE)[0]
    for column, value in zip(NAMES, first, strict=True):
        if column in ("agreed", "due", "done"):
            assert isinstance(value, datetime)
            assert value.date().isoformat() == line[column]
        else:
            assert value == line[column]
    assert second[NAMES.index("done")] is None


def test_no_cell_of_the_workbook_is_a_formula_or_a_link() -> None:
    texts = ("=1+1", "@a", "+1", "-1", "{=A1}", "https://example.org", "mailto:a@b")
    workbook = book(*(replace(ONE, text=((text, False),), fault=text) for text in texts))
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "inlineStr"}
    assert not any(cell.hyperlink for cell in cells)
    improvement = NAMES.index("improvement")
    assert [row[improvement] for row in workbook[SHEET].iter_rows(min_row=2, values_only=True)] == [*texts]


def test_the_same_rows_give_the_same_workbook() -> None:
    made = [case_workbook(SHEET, told(ONE), LINES, BUILT) for _ in range(2)]
    assert made[0] == made[1]


def test_an_empty_search_has_a_heading_alone() -> None:
    assert lines() == []
    assert book()[SHEET].max_row == 1


def test_rows_are_read_as_they_are_written() -> None:
    read = 0

    def endless() -> Iterator[Improvement]:
        nonlocal read
        while True:
            read += 1
            yield ONE

    parts = csv_lines(improvements_listing(endless(), "r", "", {}.get, str))
    assert len(list(islice(parts, 11))) == 11
    assert read == 10


@settings(max_examples=50)
@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=40))
def test_any_text_is_a_cell_of_both(text: str) -> None:
    (line,) = lines(replace(ONE, text=((text, False),)))
    assert not line["improvement"].lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\n"))
    assert book(replace(ONE, text=((text, False),)))[SHEET].max_row == 2

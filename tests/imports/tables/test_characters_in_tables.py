"""Characters that nobody can see: named in whatever file they stand, and no number is made with one."""

import unicodedata
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.characters import ODD, odd_characters, without_odd
from dashboard.imports.problems import ImportRefusedError
from dashboard.imports.tables.table import Known
from dashboard.imports.tables.table_file import read_tables

TABLE = "Authority,Adult Care Services,Housing,Total\nAdur District Council,1,{},{}\n"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("plain, with a tab\tand a line\r\nand é “quotes” – 🎈 עברית", ()),
        ("\x1b[0m", ("U+001B (escape)",)),
        ("\x00\x00", ("U+0000 (null)",)),
        ("\x9d", ("U+009D (control character)",)),
        ("\uffff", ("U+FFFF (no character)",)),
        ("\U0001fffe", ("U+1FFFE (no character)",)),
        ("a\u202eb\u2066", ("U+202E (right-to-left override)", "U+2066 (left-to-right isolate)")),
    ],
)
def test_they_are_named(text: str, named: tuple[str, ...]) -> None:
    assert odd_characters(text) == named


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    left = without_odd(text)
    assert ODD.search(left) is None
    assert len(left) == len(text)
    assert not any(unicodedata.category(c) == "Cc" and c not in "\t\n\r" for c in left)


@pytest.mark.parametrize("odd", ["\x1b", "\x1f", "\x85", "\x02", "\ufdd0", "\u202e"])
def test_a_number_with_one_is_no_number(tmp_path: Path, known: Known, odd: str) -> None:
    path = tmp_path / "received.csv"
    path.write_text(TABLE.format(f"3{odd}6", 37), "utf-8")
    with pytest.raises(ImportRefusedError, match=r"row 2, column “C”: The cell holds U\+"):
        read_tables(path, "2023-24", known)
    path.write_text(TABLE.format("36", 37).replace("Adur", f"A{odd}dur"), "utf-8")
    with pytest.raises(ImportRefusedError, match=r"row 2, column “A”: The cell holds U\+"):
        read_tables(path, "2023-24", known)


def test_a_workbook_is_held_to_the_same(tmp_path: Path, known: Known) -> None:
    book = openpyxl.Workbook()
    for row in (["Authority", "Housing", "Total"], ["Adur\x9d District Council", 3, 3]):
        book.active.append(row)
    book.save(tmp_path / "received.xlsx")
    with pytest.raises(ImportRefusedError, match=r"row 2, column “A”: The cell holds U\+009D"):
        read_tables(tmp_path / "received.xlsx", "2023-24", known)

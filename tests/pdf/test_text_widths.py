"""Columns by their words: none is narrower than its longest, and together they fill the line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.pdf.text_widths import MARGINS, SIZES, layout, lines_of, width_of

LINE = 170.0
WORDS = st.text(alphabet="abcdefghilmnorstw0123456789,%£–’", max_size=14)
CELLS = st.lists(WORDS, max_size=8).map(" ".join)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[str], list[list[str]], frozenset[int]]:
    columns = draw(st.integers(1, 9))
    row = st.lists(CELLS, min_size=columns, max_size=columns)
    wide = draw(st.frozensets(st.integers(0, columns - 1), max_size=2))
    return draw(row), draw(st.lists(row, max_size=6)), wide


@given(tables(), st.booleans())
def test_no_word_is_wider_than_its_column_and_the_line_is_filled(
    table: tuple[list[str], list[list[str]], frozenset[int]], bold: bool
) -> None:
    head, rows, wide = table
    found = layout(head, rows, [bold] * len(rows), wide, LINE)
    assert sum(found.widths) == pytest.approx(LINE)
    assert found.size in SIZES
    needed = [
        max(
            (width_of(word, found.size, bold=strong) for text, strong in column for word in text.split()),
            default=0,
        )
        + MARGINS
        for column in ([(head[i], True), *((row[i], bold) for row in rows)] for i in range(len(head)))
    ]
    if sum(needed) + len(head) < LINE:
        assert all(width >= need for width, need in zip(found.widths, needed, strict=True))


@pytest.mark.parametrize(
    ("text", "millimetres"),
    [("", 0), ("0", 1.67), ("1,170,238", 13.34), ("ill", 2.0), ("MW", 5.33)],  # by Helvetica’s metrics
)
def test_widths_are_those_of_the_face(text: str, millimetres: float) -> None:
    assert width_of(text, 8.5) == pytest.approx(millimetres, abs=0.02)


def test_text_is_set_smaller_only_where_it_would_not_fit() -> None:
    wide = "1,234,567,890,123"
    assert layout(["a"] * 5, [[wide] * 5], [False], frozenset(), LINE).size == SIZES[0]
    assert layout(["a"] * 6, [[wide] * 6], [False], frozenset(), LINE).size < SIZES[0]


def test_a_wide_column_takes_the_room_that_others_leave() -> None:
    long = "what the council agreed to do about it " * 6
    found = layout(["Decided", "Agreed"], [["31 March 2025", long]], [False], frozenset({1}), LINE)
    assert found.widths[1] > 3 * found.widths[0]


@pytest.mark.parametrize(
    ("text", "lines"), [("", 1), ("one", 1), ("one\ntwo", 2), ("one two three four five", 3)]
)
def test_lines_are_counted(text: str, lines: int) -> None:
    assert lines_of(text, 16.0, 8.5) == lines

"""A comparison as a workbook: what it is, a sheet for each table as shown, and all figures as numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from dashboard.compare.comparison import Comparison
from dashboard.compare.tables import Table
from dashboard.exports.rows import COLUMNS, Value, rows

if TYPE_CHECKING:
    from xlsxwriter import Workbook

ABOUT, FIGURES = "About", "Figures"
_WIDE, _NARROW, _MOST = 30, 12, 60


@dataclass(frozen=True, slots=True)
class Styles:
    """The few formats of a workbook."""

    title: Any
    head: Any
    text: Any
    group: Any


def comparison_xlsx(comparison: Comparison, built_at: str) -> bytes:
    """Return the workbook. The same comparison of the same release gives the same bytes.

    ``built_at`` is the release's own time, which stands for the file's.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415  (only a download needs it)

    file = BytesIO()
    with Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        created = datetime.fromisoformat(built_at.replace("Z", "+00:00")).replace(tzinfo=None)
        book.set_properties({"title": comparison.title, "comments": comparison.citation, "created": created})
        styles = _styles(book)
        _about(book, styles, comparison)
        for table in comparison.tables:
            _table(book, styles, table)
        _figures(book, styles, comparison)
    return file.getvalue()


def about_lines(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Yield what the first sheet says: pairs of a heading and its text."""
    yield "Comparison", comparison.title
    yield "Release", comparison.release
    for sentence in comparison.said:
        yield "Note", sentence
    yield "How to cite", comparison.citation
    yield "Source", comparison.source
    yield from comparison.definitions


def sheet_name(table: Table) -> str:
    """Return a table's sheet: its title within the 31 characters a workbook allows."""
    return table.title.replace(",", "")[:31].strip()


def _about(book: "Workbook", styles: Styles, comparison: Comparison) -> None:
    sheet = book.add_worksheet(ABOUT)
    sheet.set_column(0, 0, _WIDE)
    sheet.set_column(1, 1, 100)
    for index, (term, meaning) in enumerate(about_lines(comparison)):
        sheet.write_string(index, 0, term, styles.head)
        sheet.write_string(index, 1, meaning, styles.title if index == 0 else styles.text)


def _table(book: "Workbook", styles: Styles, table: Table) -> None:
    """Write a table as it is on the page: caption, sentences, heading, rows, notes."""
    sheet = book.add_worksheet(sheet_name(table))
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, _WIDE)
    sheet.set_column(1, len(table.heads) - 1, _NARROW * 2)
    above = [(table.caption, styles.title), *((sentence, None) for sentence in table.lead)]
    for line, (sentence, style) in enumerate(above):
        sheet.write_string(line, 0, sentence, style)
    line = len(above) + 1
    _line(sheet, line, table.heads, styles.head)
    sheet.freeze_panes(line + 1, 1)
    for row in table.rows:
        line += 1
        _line(sheet, line, [cell.whole for cell in row.cells], styles.group if row.of_group else styles.text)
    for note in table.notes:
        line += 1
        sheet.write_string(line + 1, 0, note)


def _figures(book: "Workbook", styles: Styles, comparison: Comparison) -> None:
    """Write every figure as a row of numbers, as in the CSV."""
    sheet = book.add_worksheet(FIGURES)
    _line(sheet, 0, COLUMNS, styles.head)
    sheet.freeze_panes(1, 2)
    line = 0
    for line, row in enumerate(rows(comparison), start=1):
        for column, value in enumerate(row):
            _cell(sheet, line, column, value)
    sheet.autofilter(0, 0, max(line, 1), len(COLUMNS) - 1)
    for column, name in enumerate(COLUMNS):
        sheet.set_column(column, column, min(_MOST, max(_NARROW, len(name) + 4)))


def _cell(sheet: Any, line: int, column: int, value: Value) -> None:
    if isinstance(value, (int, Decimal)):
        sheet.write_number(line, column, value)
    elif value:
        sheet.write_string(line, column, value)


def _line(sheet: Any, line: int, cells: Sequence[str], style: Any) -> None:
    for column, text in enumerate(cells):
        sheet.write_string(line, column, text, style)


def _styles(book: "Workbook") -> Styles:
    top = {"valign": "top", "text_wrap": True}
    return Styles(
        title=book.add_format({"bold": True, "font_size": 13}),
        head=book.add_format({"bold": True, "bottom": 1, **top}),
        text=book.add_format(top),
        group=book.add_format({"bold": True, **top}),
    )

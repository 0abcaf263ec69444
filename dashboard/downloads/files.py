"""The figures of a release as CSV, JSON and XLSX, the same rows in each. The same release, the same bytes."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

from dashboard.downloads.about import about
from dashboard.downloads.columns import FIGURES, columns_of, measures, unit_words
from dashboard.downloads.figures_csv import figure_rows, write_rows
from dashboard.repository.interface import Repository

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_NAMES = tuple(column.name for column in FIGURES)
Cell = str | int | float | None


def figures_csv(repository: Repository) -> bytes:
    """Return the figures as CSV: the heading is the first line, plain line feeds, UTF-8."""
    file = StringIO()
    write_rows(_NAMES, _text_rows(repository), file)
    return file.getvalue().encode()


def figures_json(repository: Repository) -> bytes:
    """Return the figures as JSON: what the release is, its columns, and a list of objects, one a line."""
    head = json.dumps(
        {
            "release": about(repository.release()),
            "columns": {c.name: c.meaning for c in columns_of(repository)},
        },
        ensure_ascii=False,
    )
    lines = (
        json.dumps(dict(zip(_NAMES, row, strict=True)), ensure_ascii=False, separators=(",", ":"))
        for row in _typed_rows(repository)
    )
    body = ",\n".join(lines)
    return f'{head[:-1]}, "figures": [\n{body}\n]}}\n'.encode()


def figures_xlsx(repository: Repository) -> bytes:
    """Return the figures as a workbook: what the release is, the measures, the columns, the figures.

    Rows leave memory as they are written; the release's own time stands for the file's.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415

    release = repository.release()
    file = BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(file, options) as book:
        created = datetime.fromisoformat(release.built_at.replace("Z", "+00:00")).replace(tzinfo=None)
        book.set_properties({"title": f"Figures of release {release.name}", "created": created})
        told: dict[str, object] = about(release)
        _sheet(book, "About", ("", ""), ((name, _said(value)) for name, value in told.items()), (24, 120))
        rows = ((m.id, m.label, unit_words(m), m.explanation, m.caveat) for m in measures())
        _sheet(
            book, "Measures", ("measure", "label", "unit", "meaning", "caveat"), rows, (26, 36, 26, 80, 60)
        )
        columns = ((c.name, c.title, c.type, c.meaning) for c in columns_of(repository))
        _sheet(book, "Columns", ("column", "title", "type", "meaning"), columns, (20, 24, 10, 120))
        wide = tuple(40 if name == "authority" else 18 for name in _NAMES)
        _sheet(book, "Figures", _NAMES, _typed_rows(repository), wide)
    return file.getvalue()


def _text_rows(repository: Repository) -> Iterator[tuple[str, ...]]:
    name = repository.release().name
    for row in figure_rows(repository):
        yield (*row, name)


def _typed_rows(repository: Repository) -> Iterator[tuple[Cell, ...]]:
    for row in _text_rows(repository):
        yield tuple(_typed(cell, column.type) for cell, column in zip(row, FIGURES, strict=True))


def _typed(cell: str, kind: str) -> Cell:
    if not cell:
        return None
    if kind == "integer":
        return int(cell)
    return float(cell) if kind == "number" else cell


def _sheet(
    book: "Workbook", name: str, head: Sequence[str], rows: Iterator[Sequence[Cell]], widths: Sequence[int]
) -> None:
    sheet: Any = book.add_worksheet(name)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    bold = book.add_format({"bold": True})
    for column, text in enumerate(head):
        sheet.write_string(0, column, text, bold)
    sheet.freeze_panes(1, 0)
    for line, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(line, column, cell)
            elif cell is not None:
                sheet.write_number(line, column, cell)


def _said(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)

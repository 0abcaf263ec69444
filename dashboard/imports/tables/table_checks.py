"""What makes a table's columns and rows unclear: unknown headings, one quantity twice, errors, odd lengths.

Whatever could make one figure pass for another is refused.
"""

import shlex

from dashboard.imports.tables.body import Body, has_figures
from dashboard.imports.tables.headings import UNUSED, Headings
from dashboard.imports.tables.reading import Reading
from dashboard.imports.tables.sheet import letters
from dashboard.imports.tables.values import is_error
from dashboard.imports.wording import normalised


def check_columns(reading: Reading, body: Body, headings: Headings) -> None:
    """No figures below a heading that is unknown or missing, and no quantity in two columns."""
    sheet, header = reading.sheet, reading.header
    rows = [*body.councils, *body.totals]
    for column in range(sheet.width):
        if column not in header.columns and has_figures(sheet, rows, column):
            text = header.unknown.get(column, "")
            place = sheet.place(header.bottom, text or None)
            reading.wrong(place, *_unknown(text, column, headings, header.table))
    first: dict[str, int] = {}
    for column, quantity in header.columns.items():
        if quantity != UNUSED and first.setdefault(quantity, column) != column:
            reading.wrong(
                reading.place(header.bottom, column),
                f"“{header.texts[first[quantity]]}” and “{header.texts[column]}” mean the same.",
                "Leave one of the two columns.",
            )


def check_merged(reading: Reading, body: Body) -> None:
    """No merged cells among the figures."""
    columns = reading.header.columns
    for merged in reading.sheet.merged:
        rows = [row for row in range(merged.top, merged.bottom + 1) if row in body.councils]
        used = [c for c in range(merged.left, merged.right + 1) if columns.get(c, UNUSED) != UNUSED]
        if rows and used:
            reading.wrong(
                reading.place(rows[0], used[0]),
                "Merged cells stand among the figures: it is not clear whose value this is.",
                "Unmerge them, and write each value in its own cell.",
            )


def check_errors(reading: Reading) -> None:
    """No cell of the table holds an error of the spreadsheet, wherever it stands."""
    for row in range(reading.header.top, len(reading.sheet.rows)):
        for column, cell in enumerate(reading.sheet.rows[row]):
            if is_error(cell):
                reading.wrong(
                    reading.place(row, column),
                    f"“{cell.text}” is an error of the spreadsheet, not a value.",
                    "Put it right at its source; or leave the row or column out (--ignore-row, "
                    "--ignore-column).",
                )


def check_lengths(reading: Reading, body: Body) -> None:
    """Each row of a text has a cell for each heading and no more: which is missing, or two, is not said."""
    sheet, header = reading.sheet, reading.header
    if sheet.name is not None:
        return  # a workbook's cells have their places
    most = max(len(sheet.rows[row]) for row in range(header.top, header.bottom + 1))
    least = max(header.texts) + 1
    for row in (*body.councils, *body.totals):
        cells = len(sheet.rows[row])
        if not least <= cells <= most:
            reading.wrong(
                sheet.place(row),
                f"The row has {cells} cells, and the header has {least}: a cell is missing, or one is split "
                "in two.",
                "Look for a comma in a number, or a name, that is not in quotation marks.",
            )


def _unknown(text: str, column: int, headings: Headings, table: str) -> tuple[str, str]:
    if not text:
        return (
            f"Column {column + 1} has figures and no heading.",
            f"Give it a heading; or leave it out: --ignore-column {letters(column)}.",
        )
    near = headings.suggestion(text, table) or headings.suggestion(text)
    where = ""
    if near and normalised(near) == normalised(text):  # it says something in a table of another kind alone
        near, where = None, f" in a table “{table}”"
    means = headings.meaning(near, table) if near else None
    command = f"python -m dashboard headings accept {shlex.quote(text)}"
    return (
        f"The heading “{text}” is not known{where}, and there are figures below it.",
        (f"Did you mean “{near}”? " if near else "Leave it out with --ignore-column; or say what it means: ")
        + f"{command} {means or 'QUANTITY'} --table {table} --by WHO --reason WHY",
    )

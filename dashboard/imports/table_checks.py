"""What makes a table's columns and year unclear: unknown headings, one quantity twice, another year."""

import re

from dashboard.imports.body import Body, has_figures
from dashboard.imports.headings import UNUSED, YEAR, Headings
from dashboard.imports.reading import Reading

_YEAR = re.compile(r"\b(20\d\d)\s?(?:[-–—/]|to)\s?((?:20)?\d\d)\b")


def check_columns(reading: Reading, body: Body, headings: Headings) -> None:
    """No figures below a heading that is unknown or missing, and no quantity in two columns."""
    sheet, header = reading.sheet, reading.header
    rows = [*body.councils, *body.totals]
    for column in range(sheet.width):
        if column not in header.columns and has_figures(sheet, rows, column):
            text = header.unknown.get(column, "")
            place = sheet.place(header.bottom, text or None)
            reading.wrong(place, *_unknown(text, column, headings))
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


def check_year(reading: Reading, body: Body, around: str) -> None:
    """A sheet, or a row, that names its year names the one it is imported as."""
    year, header = reading.year, reading.header
    named = years_named(around)
    if named and year not in named:
        reading.wrong(
            reading.sheet.place(header.top),
            f"The sheet says it is of {' and '.join(sorted(named))}, and is imported as {year}.",
            "Give the year it is of with --year.",
        )
    for column in (c for c, quantity in header.columns.items() if quantity == YEAR):
        for row in body.councils:
            told = reading.cell(row, column).text
            if told and years_named(told) != {year}:
                reading.wrong(
                    reading.place(row, column),
                    f"The row is of {told}, and the table is imported as {year}.",
                    "Import one year at a time.",
                )


def years_named(text: str) -> frozenset[str]:
    """Return the reporting years a text names.

    >>> sorted(years_named("April 2023 to March 2024, as in 2022/23 and 2021-2022"))
    ['2021-22', '2022-23']
    """
    found = ((int(first), last) for first, last in _YEAR.findall(text))
    return frozenset(f"{first}-{last[-2:]}" for first, last in found if (first + 1) % 100 == int(last[-2:]))


def _unknown(text: str, column: int, headings: Headings) -> tuple[str, str]:
    if not text:
        return (
            f"Column {column + 1} has figures and no heading.",
            "Give it a heading that is known (dashboard/imports/headings.toml), or remove it.",
        )
    near = headings.suggestion(text)
    return (
        f"The heading “{text}” is not known, and there are figures below it.",
        (f"Did you mean “{near}”? " if near else "Remove the column if it is not needed. ")
        + "A new wording is added to dashboard/imports/headings.toml.",
    )

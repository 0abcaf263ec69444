"""What makes a table's columns and year unclear: unknown headings, one quantity twice, another year.

Whatever could make one figure pass for another is refused.
"""

import re

from dashboard.imports.tables.body import Body, has_figures
from dashboard.imports.tables.header import Header
from dashboard.imports.tables.headings import AUTHORITY, AVERAGE, UNUSED, YEAR, Headings
from dashboard.imports.tables.reading import Reading
from dashboard.imports.tables.sheet import Sheet

_YEAR = re.compile(r"(?<!\d)(20\d\d)\s?(?:[-–—/_]|to)\s?((?:20)?\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"(?<![\d/.-])(1[3-9]|[2-9]\d)/(\d\d)(?![\d/.-])")
_LAST_DAY = re.compile(
    r"(?:\b31(?:st)?|\bto|\bended|\bending|\bend of|[-–—])\s*mar(?:ch)?\.?\s+(20\d\d)(?!\d)", re.IGNORECASE
)
_GROUP_ROWS = 2
_OF_OTHERS = re.compile(
    r"\b(?:averages?|mean|similar|previous|last year|change|difference|target)\b", re.IGNORECASE
)


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


def check_groups(reading: Reading, headings: Headings) -> None:
    """No heading means something else under the heading of its group: “Average” above “Uphold rate (%)”."""
    sheet, header = reading.sheet, reading.header
    first = next((at for at, told in header.columns.items() if told == AUTHORITY), 0)
    rows = range(max(0, header.top - _GROUP_ROWS), header.bottom)
    above: dict[int, str] = {}
    for row in rows:
        if not any(sheet.rows[row]):
            above.clear()
            continue
        filled = [column for column, cell in enumerate(sheet.rows[row]) if cell]
        group = ""
        for column in range(sheet.width):
            group = sheet.cell(row, column).text or group
            # What stands alone at the left of a table is its title, and heads no column.
            if group and not (len(filled) == 1 and filled[0] <= first):
                above[column] = f"{above.get(column, '')} {group}".strip()
    for column, quantity in header.columns.items():
        group = above.get(column, "")
        text = header.texts.get(column, "")
        if not group or quantity in (AUTHORITY, UNUSED, YEAR) or group == text:
            continue
        joined = headings.meaning(f"{group} {text}", header.table)
        alone = headings.meaning(group, header.table)
        average = _OF_OTHERS.search(group) is not None and not quantity.startswith(AVERAGE)
        of_figure = joined is None and alone not in (None, AUTHORITY, UNUSED, YEAR, quantity)
        if average or of_figure or joined not in (None, quantity):
            reading.wrong(
                reading.place(header.bottom, column),
                f"“{text}” stands below “{group}”: it is not clear what the column counts.",
                "Write in the heading itself what it is: “Average uphold rate (%) of similar authorities”.",
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
    title = years_named(title_of(reading.sheet, header))
    named = title or years_named(around)
    in_name = years_named(reading.sheet.file)
    place = reading.sheet.place(header.top)
    if named and year not in named:
        reading.wrong(
            place,
            f"The sheet says it is of {' and '.join(sorted(named))}, and is imported as {year}.",
            "Give the year it is of with --year.",
        )
    elif title and year != max(title):
        reading.wrong(
            place,
            f"The words above the table name {' and '.join(sorted(title))}, and it is imported as {year}: "
            "it is not clear which it is of.",
            "Give the latest of them with --year; or leave only the year it is of above the table.",
        )
    if in_name and year not in in_name:
        reading.wrong(
            place,
            f"The file’s name says {' and '.join(sorted(in_name))}, and it is imported as {year}.",
            "Give the year it is of with --year, or rename the file if its name is wrong.",
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

    >>> sorted(years_named("1 April 2023 to 31 March 2024, unlike 2021/22 or 20/21"))
    ['2020-21', '2021-22', '2023-24']
    """
    found = [(int(first), last) for first, last in _YEAR.findall(text)]
    found += [(int(f"20{first}"), last) for first, last in _SHORT_YEAR.findall(text)]
    found += [(int(last) - 1, last) for last in _LAST_DAY.findall(text)]
    return frozenset(f"{first}-{last[-2:]}" for first, last in found if (first + 1) % 100 == int(last[-2:]))


def title_of(sheet: Sheet, header: Header) -> str:
    """Return the name of a sheet and what stands above its header."""
    return " ".join(
        filter(None, (sheet.name or "", *(c.text for row in sheet.rows[: header.top] for c in row)))
    )


def _unknown(text: str, column: int, headings: Headings) -> tuple[str, str]:
    if not text:
        return (
            f"Column {column + 1} has figures and no heading.",
            "Give it a heading that is known (dashboard/imports/tables/headings.toml), or remove it.",
        )
    near = headings.suggestion(text)
    return (
        f"The heading “{text}” is not known, and there are figures below it.",
        (f"Did you mean “{near}”? " if near else "Remove the column if it is not needed. ")
        + "A new wording is added to dashboard/imports/tables/headings.toml.",
    )

"""What stands above a table: its titles, which say what it is of and of which year, and the groups of its
columns."""

import re
from collections.abc import Iterator

from dashboard.domain.years import ReportingYear
from dashboard.imports.tables.body import Body
from dashboard.imports.tables.groups import Reader
from dashboard.imports.tables.header import Header
from dashboard.imports.tables.headings import AUTHORITY, YEAR, Headings
from dashboard.imports.tables.reading import Reading
from dashboard.imports.tables.said_besides import (
    not_of_the_figures,
    of_one_service,
    part_of_figures,
    year_of_figures,
)
from dashboard.imports.tables.sheet import Sheet
from dashboard.imports.tables.years_said import lone_years, part_said, years_named

_GROUP_ROWS = 2
_RECEIVED = "received"
_LETTERS = re.compile(r"[a-z]+")
_OF_ANOTHER_KIND = {
    "received": ("decided", "upheld", "investigat", "decisions", "remed", "complian", "determin"),
}
"""Beginnings of words in a title by which a table of a kind is of something else, its own word apart."""


def check_titles(reading: Reading, body: Body, around: str) -> None:
    """A sheet names the year it is imported as, all of it, and figures of councils themselves."""
    _check_year(reading, body, around)
    _check_footnotes(reading, body)
    for row, title in _titles(reading.sheet, reading.header):
        place = reading.sheet.place(row)
        part = part_said(title, reading.year)
        if part is not None:
            reading.wrong(
                place,
                f"“{title}” says that the figures are of a part of a year, or of another: “{part}”.",
                "Import the table of the whole year; or, if it says something else, give --ignore-row.",
            )
        elif (why := _of_something_else(title, reading.header.table)) is not None:
            reading.wrong(
                place,
                f"“{title}” says that the figures are not those of councils {reading.header.table}: “{why}”.",
                "Look what the table is of; or, if the row does not speak of it, give --ignore-row.",
            )


def check_groups(reading: Reading, headings: Headings) -> None:
    """No heading means something else under the heading of its group: “Average” above “Uphold rate (%)”."""
    header = reading.header
    reader = Reader(headings, header.table, reading.year)
    for column, group in groups_above(reading.sheet, header).items():
        quantity, text = header.columns.get(column), header.texts.get(column, "")
        if quantity is None or quantity == AUTHORITY or group == text:
            continue
        if not reader.fits(group, quantity, text):
            reading.wrong(
                reading.place(header.bottom, column),
                f"“{text}” stands below “{group}”: it is not clear what the column counts.",
                "Write in the heading itself what it is: “Average uphold rate (%) of similar authorities”; "
                "or leave the column out with --ignore-column.",
            )


def groups_above(sheet: Sheet, header: Header) -> dict[int, str]:
    """Return the group each column stands under, by column: the rows right above the header, to a blank one
    or a title."""
    above: dict[int, str] = {}
    for row in _group_rows(sheet, header):
        group = ""
        for column in range(sheet.width):
            group = sheet.cell(row, column).text or group
            if group:
                above[column] = f"{above.get(column, '')} {group}".strip()
    return above


def title_of(sheet: Sheet, header: Header) -> str:
    """Return the name of a sheet and its titles: what stands above its header, and is no group."""
    return " ".join(title for row, title in _titles(sheet, header) if row is not None or sheet.name)


def _titles(sheet: Sheet, header: Header) -> Iterator[tuple[int | None, str]]:
    """Give each title: its row (None: the name of the sheet, or of the file) and its text."""
    yield None, sheet.name or re.sub(r"\.\w+$", "", sheet.file)
    groups = _group_rows(sheet, header)
    first = _first_column(header)
    for row in range(header.top):
        cells = sheet.rows[row][: first + 1] if row in groups else sheet.rows[row]
        text = " ".join(cell.text for cell in cells if cell.text)
        if text:
            yield row, text


def _group_rows(sheet: Sheet, header: Header) -> range:
    """Return the rows right above a header that hold groups: what stands alone at the left is a title."""
    first = _first_column(header)
    top = header.top
    while top > max(0, header.top - _GROUP_ROWS):
        filled = [column for column, cell in enumerate(sheet.rows[top - 1]) if cell]
        if not filled or (len(filled) == 1 and filled[0] <= first):
            break
        top -= 1
    return range(top, header.top)


def _first_column(header: Header) -> int:
    return next((at for at, told in header.columns.items() if told == AUTHORITY), 0)


def _of_something_else(title: str, table: str) -> str | None:
    why = not_of_the_figures(title)
    if why is not None:
        return why
    if table != _RECEIVED and (service := of_one_service(title)) is not None:
        return service
    words = _LETTERS.findall(title.casefold())
    if table in words:
        return None
    return next((word for word in words if word.startswith(_OF_ANOTHER_KIND.get(table, ("\0",)))), None)


def _check_footnotes(reading: Reading, body: Body) -> None:
    """A footnote that says of which year the figures are says the one that the table is imported as, and all
    of it."""
    for text in body.footnotes:
        years = year_of_figures(text)
        if years and reading.year not in years:
            reading.wrong(
                reading.sheet.place(reading.header.top),
                f"A footnote says that the figures are of {' and '.join(sorted(years))}: “{text}”.",
                "Give the year they are of with --year; or, if it speaks of others, give --ignore-row.",
            )
        elif (part := part_of_figures(text, reading.year)) is not None:
            reading.wrong(
                reading.sheet.place(reading.header.top),
                f"A footnote says that figures are of a part of a year, or of another: “{part}” in “{text}”.",
                "Import the table of the whole year; or, if it says nothing of these, give --ignore-row.",
            )


def _check_year(reading: Reading, body: Body, around: str) -> None:
    """A sheet, or a row, that names its year names the one it is imported as."""
    year, header = reading.year, reading.header
    title = years_named(title_of(reading.sheet, header))
    named = title or years_named(around)
    in_name = years_named(reading.sheet.file)
    of = ReportingYear.parse(year).start_year
    titles = [text for _, text in _titles(reading.sheet, header)]
    alone = () if named else sorted(frozenset().union(*map(lone_years, (*titles, reading.sheet.file))))
    place = reading.sheet.place(header.top)
    if named and year not in named:
        reading.wrong(
            place,
            f"The sheet says it is of {' and '.join(sorted(named))}, and is imported as {year}.",
            "Give the year it is of with --year.",
        )
    elif alone and not {of, of + 1} & {*alone}:
        reading.wrong(
            place,
            f"The words above the table, or the file’s name, say {' and '.join(map(str, alone))}, and it is "
            f"imported as {year}.",
            "Give the year it is of with --year; or, if they name another thing's, give --ignore-row.",
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
    elif (part := part_said(reading.sheet.file, year)) is not None:
        reading.wrong(
            place,
            f"The file’s name says that it is of a part of a year: “{part}”.",
            "Import the table of the whole year, or rename the file if its name is wrong.",
        )
    for column in (c for c, quantity in header.columns.items() if quantity == YEAR):
        for row in body.councils:
            told = reading.cell(row, column).text
            if told and (years_named(told) != {year} or part_said(told, year) is not None):
                reading.wrong(
                    reading.place(row, column),
                    f"The row is of {told}, and the table is imported as {year}.",
                    "Import one year at a time.",
                )

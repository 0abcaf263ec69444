"""The year a table is of: in its title, its file’s and sheet’s name, its footnotes and its own column."""

from collections.abc import Iterator

from tests.imports.torture.cases import LAST, YEAR, Expected, Table, refused, right_or_refused
from tests.imports.torture.files import csv_file, sheets, workbook
from tests.imports.torture.generated.base import DECIDED, NAMES, RECEIVED_TABLE, Rows, title
from tests.imports.torture.generated.vocabulary import LAST_YEAR, THIS_YEAR, each
from tests.imports.torture.xlsx import Sheet

OTHER_YEAR_TITLES = each(
    "Complaints decided 2024-2025 | Year ending 31st March 2025 | 1 April 2024 to 31 March 2025 "
    "| 01/04/2024 - 31/03/2025 | Apr 24 - Mar 25 | Twelve months ended 31 Mar 2025"
)
THIS_YEAR_TITLES = each(
    "Complaints decided | 1 April 2025 to 31 March 2026 | Published July 2026: decided 2025-26 "
    "| Local Government and Social Care Ombudsman, 2025-26 "
    "| First published 30 September 2026: decided 2025-26 "
    "| Decided 2025-26 (changes since 2024-25 are in table 4) "
    "| Decided 2025-26, for comparison with averages | Housing Act complaints are counted under housing "
    "since the Ombudsman took them over from another body some years ago"
)
PARTS = each(
    "Decided April to September 2025 | Quarter 1 2025-26 | Q2 2025/26 | First half of 2025-26 "
    "| 2025-26 to date | January to December 2025 | Year to 31 December 2025 "
    "| Position at 30 September 2025 | Complaints decided since April 2018 | Decided 2023-24 to 2025-26 "
    "| Three years to 31 March 2026 | Complaints decided 2023-2026 | Cumulative, 2025-26"
)
NOT_THE_FIGURES = each(
    "Change between 2024-25 and 2025-26 | Difference from 2024-25, 2025-26 | Targets for 2025-26 "
    "| Forecast 2025-26 | Housing Ombudsman determinations 2025-26 "
    "| Stage 2 complaints to the council 2025-26 | Average performance of similar authorities 2025-26 "
    "| Previous year’s figures | All figures in thousands, 2025-26 | Housing complaints decided 2025-26 "
    "| Decided 2025-26, adult social care | Decided 2025-26, schools only "
    "| Decided 2025-26 excluding reports | Percentages of all decided 2025-26 | Test data 2025-26"
)
OTHER_YEAR_NAMES = each(
    "decided-2024-25.csv | decided_2024_25.csv | Decided 2024-2025 final.csv | decided 2024–25.csv "
    "| decided-fy25.csv | decided year to 31.03.2025.csv | decided-202425.csv"
)


def tables() -> Iterator[Table]:
    """Give the tables of years."""
    for text in (*map("Complaints decided, {}".format, LAST_YEAR), *OTHER_YEAR_TITLES):
        yield _titled("titles of another year", text, refused(LAST))
    yield _titled("titles of another year", "Complaints decided 2026-27", refused("2026-27"))
    for text in (*map("Complaints decided, {}".format, THIS_YEAR), *THIS_YEAR_TITLES):
        yield _titled("titles of this year", text, Expected((DECIDED.values(),)))
    for text in PARTS:
        yield _titled("titles of part of a year", text, refused(text))
    for text in NOT_THE_FIGURES:
        yield _titled("titles of something else", text, refused(text))
    for name in OTHER_YEAR_NAMES:
        expected = refused("file’s name", name)
        yield Table(f"file: {name}", "names of files and sheets", csv_file(DECIDED.rows(), name), expected)
    for name in (
        "decided-2025-26.csv",
        "decided 2025_26 (2).csv",
        "Decided final v2.csv",
        "decided-fy26.csv",
    ):
        file = csv_file(DECIDED.rows(), name)
        yield Table(f"file: {name}", "names of files and sheets", file, Expected((DECIDED.values(),)))
    yield from _of_other_things()
    yield from _sheets()
    yield from _below()
    yield from _columns()


def _titled(kind: str, text: str, expected: Expected) -> Table:
    return Table(f"title: {text}", kind, csv_file([*title(text), [], *DECIDED.rows()]), expected)


def _of_other_things() -> Iterator[Table]:
    """A file of received categories that is called one of decisions."""
    for name in ("decided-by-category.csv", "Upheld by service 2025-26.csv", "investigations_by_subject.csv"):
        file = csv_file(RECEIVED_TABLE.rows(), name)
        yield Table(f"file: {name}", "names of files and sheets", file, refused(name.removesuffix(".csv")))
    for name in ("received-by-category.csv", "received and decided 2025-26.csv", "table1.csv"):
        file = csv_file(RECEIVED_TABLE.rows(), name)
        expected = Expected((RECEIVED_TABLE.values(),))
        yield Table(f"file of received: {name}", "names of files and sheets", file, expected)


def _sheets() -> Iterator[Table]:
    kind = "names of files and sheets"
    for name in ("2024-25", "Decided 2024-25", "FY25", "Year to 31.03.2025"):
        yield Table(f"sheet: {name}", kind, workbook(DECIDED.rows(), sheet=name), refused(name))
    right = Expected((DECIDED.values(),))
    yield Table("sheet: 2025-26", kind, workbook(DECIDED.rows(), sheet="2025-26"), right)
    for first, second in ((LAST, YEAR), (YEAR, LAST)):
        rows = {YEAR: DECIDED.rows(), LAST: DECIDED.rows(cell=lambda _: "1")}
        file = sheets(Sheet(first, rows[first]), Sheet(second, rows[second]))
        expected = right_or_refused(DECIDED.values(), words=(LAST,))
        yield Table(f"a sheet for {first}, then one for {second}", kind, file, expected)


def _below() -> Iterator[Table]:
    """Below the header a footnote about another year does no harm, and a section of another year does."""
    rows = DECIDED.rows()
    note = [["Note: figures for 2024-25 were revised after publication."]]
    file = csv_file([*title("Decided 2025-26"), *rows, [], *note])
    yield Table("a footnote about another year", "sections", file, Expected((DECIDED.values(),)))
    for said in (
        "All figures are those of 2024-25.",
        "Data relate to the year to 31 March 2025",
        "Table covers FY25",
    ):
        file = csv_file([*title("Decided 2025-26"), *rows, [], [said]])
        yield Table(f"a footnote that gives the year: {said}", "sections", file, refused(said))
    for text in (
        "2024-25",
        "Year to 31.03.2025",
        "Previous year",
        "England",
        "Averages",
        "Change",
        "Targets",
    ):
        file = csv_file([*title("Decided 2025-26"), *rows[:4], [text], *rows[4:]])
        yield Table(f"a section below: {text}", "sections", file, refused(text))
    for text in ("Metropolitan districts", "South East", "A to K", "2025-26"):
        file = csv_file([*title("Decided 2025-26"), *rows[:4], [text], *rows[4:]])
        yield Table(f"a section below: {text}", "sections", file, Expected((DECIDED.values(),)))


def _columns() -> Iterator[Table]:
    """A column of years: of this one in every row, or refused by the row that is of another."""
    for text in ("2025-26", "2025/26", "2025/6", "2025 to 2026"):
        expected = right_or_refused(DECIDED.values(), words=(text,))
        yield Table(f"year column: {text}", "columns of years", csv_file(_with_years([text] * 5)), expected)
    for text in (
        *("2024-25", "2024/25", "2024/5", "2024", "FY25", "31/03/2025", "previous", "n/a"),
        *("Q1 2025-26", "2025-26 to date", "Apr-Sep 2025", "2024-25 and 2025-26"),
    ):
        years = [YEAR, YEAR, YEAR, text, YEAR]
        expected = refused("row 5", text)
        yield Table(
            f"year column: a row of {text}", "columns of years", csv_file(_with_years(years)), expected
        )
    stacked = [[LAST, *row] for row in DECIDED.rows(cell=lambda _: "1")[1:]]
    rows = [["Year", *DECIDED.rows()[0]], *stacked, *([YEAR, *row] for row in DECIDED.rows()[1:])]
    expected = right_or_refused(DECIDED.values(), words=(LAST,))
    yield Table("two years below each other", "columns of years", csv_file(rows), expected)


def _with_years(years: list[str]) -> Rows:
    assert len(years) == len(NAMES)
    return [[*row, year] for row, year in zip(DECIDED.rows(), ["Year", *years], strict=True)]

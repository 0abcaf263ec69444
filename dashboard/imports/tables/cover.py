"""What the other sheets of a workbook say of its tables: a cover, notes, contents."""

from collections.abc import Sequence

from dashboard.imports.tables.reading import Reading
from dashboard.imports.tables.sheet import Sheet
from dashboard.imports.tables.titles import title_of
from dashboard.imports.tables.years_said import years_named

_READ = 30
"""So many rows from the top of a sheet without a table say what the workbook is of."""


def check_cover(reading: Reading, others: Sequence[Sheet]) -> None:
    """A table that does not say itself of which year it is has that of its cover: another is a problem.

    ``others`` are the sheets of its workbook without a table.
    """
    own = f"{title_of(reading.sheet, reading.header)} {reading.sheet.file}"
    if years_named(own):
        return
    for sheet in others:
        rows = (" ".join(cell.text for cell in row if cell.text) for row in sheet.rows[:_READ])
        said = {year: row for row, text in enumerate(rows) for year in sorted(years_named(text))}
        if said and reading.year not in said:
            years = " and ".join(sorted(said))
            reading.wrong(
                sheet.place(min(said.values())),
                f"The workbook says here that it is of {years}, its table says nothing of a year, and it is "
                f"imported as {reading.year}.",
                "Give the year it is of with --year; or, if this is said of another thing, read the table's "
                "sheet alone with --sheet.",
            )

"""A table while it is read: its sheet, its header, its year, and what has been found wrong so far."""

from dataclasses import dataclass, field

from dashboard.imports.imported import Place
from dashboard.imports.problems import Problem
from dashboard.imports.tables.header import Header
from dashboard.imports.tables.sheet import Cell, Sheet


@dataclass(frozen=True, slots=True)
class Reading:
    """One table being read. Rows and columns count from 0; ``problems`` grows."""

    sheet: Sheet
    header: Header
    year: str
    problems: list[Problem] = field(default_factory=list)

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell of the sheet."""
        return self.sheet.cell(row, column)

    def place(self, row: int, column: int) -> Place:
        """Return the place of a cell, its column by the heading."""
        return self.sheet.place(row, self.header.texts.get(column))

    def wrong(self, place: Place, sentence: str, suggestion: str = "") -> None:
        """Note something wrong."""
        self.problems.append(Problem(place, sentence, suggestion))

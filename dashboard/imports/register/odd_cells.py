"""The cells of a register in a workbook that its reader passes over: errors, formulas, merged cells."""

from collections.abc import Iterator, Mapping

from dashboard.imports.imported import FormulasRead
from dashboard.imports.problems import LISTED
from dashboard.imports.register.faults import Faults
from dashboard.imports.register.file import RegisterFile
from dashboard.imports.tables.archive import CellAt, Cells
from dashboard.imports.tables.sheet import column_of


def check_odd_cells(file: RegisterFile, faults: Faults) -> None:
    """Note the errors, the merged cells, and the formulas without a value, in the columns that are read."""
    if file.cells is None:
        return
    for column, cell in _read(file, file.cells.errors):
        faults.add(
            file,
            cell.row,
            column,
            f"“{cell.error}” is an error of the spreadsheet, not a value.",
            "Put it right at its source; or leave the row or column out (--ignore-row, --ignore-column).",
        )
    for column, cell in _read(file, file.cells.marked):
        faults.add(
            file,
            cell.row,
            column,
            "Letters are raised, lowered or struck through: what is left without them is not said.",
            "Put it right at its source; or leave the row or column out (--ignore-row, --ignore-column).",
        )
    for column, cell in _read(file, file.cells.never_worked_out):
        faults.add(
            file,
            cell.row,
            column,
            "There is a formula that was never worked out.",
            "Open the workbook in a spreadsheet, and save it; or paste the column as values.",
        )
    for row, column in _merged(file):
        faults.add(
            file,
            row,
            column,
            "Merged cells stand among the cases: whose value this is, and what the others say, is not clear.",
            "Unmerge them, and write each value in its own cell.",
        )


def formulas_read(file: RegisterFile) -> FormulasRead:
    """Return the cells of a register whose value a formula gave."""
    if file.cells is None:
        return FormulasRead()
    places = tuple(file.place(cell.row, column) for column, cell in _read(file, file.cells.formulas))
    beyond = sum(
        cells.number - len(cells.first)
        for letters, cells in file.cells.formulas.items()
        if _name(file, letters) is not None
    )
    return FormulasRead(places[:LISTED], len(places) + beyond)


def _merged(file: RegisterFile) -> Iterator[tuple[int, str]]:
    """Give each merged range with a cell of a case in a column that is read: its row, and the column.

    What is merged away is empty, and an empty cell may be an answer: no satisfactory remedy, not published.
    """
    for left, top, right, bottom in file.cells.merged if file.cells is not None else ():
        rows = [row for row in range(max(top, file.header + 1), bottom + 1) if row not in file.aside.rows]
        within = range(column_of(left), column_of(right) + 1)
        columns = [name for name, at in file.columns.items() if at in within]
        if rows and columns:
            yield rows[0], columns[0]


def _read(file: RegisterFile, cells: Mapping[str, Cells]) -> Iterator[tuple[str, CellAt]]:
    """Give those of some cells that stand below the header in a column that is read, with the column.

    A cell that does not say where it stands may stand in any: in that of references, for one.
    """
    for letters, of in cells.items():
        name = _name(file, letters)
        for cell in of.first if name is not None else ():
            if (cell.row > file.header and cell.row not in file.aside.rows) or not letters:
                yield name or "reference", cell


def _name(file: RegisterFile, letters: str) -> str | None:
    if not letters:
        return "reference"
    at = column_of(letters)
    return next((name for name, column in file.columns.items() if column == at), None)

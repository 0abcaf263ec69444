"""Setting aside what a person decided to leave out of a file: sheets, columns, rows, placeholders."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.imports.imported import LeftOut, Place
from dashboard.imports.problems import refused
from dashboard.imports.store.aside import Aside
from dashboard.imports.tables.sheet import BLANK, Cell, Sheet, clean, letters

SET_ASIDE, NOT_HELD = "set aside", "not held"


def set_aside(
    file: str, sheets: Sequence[Sheet], aside: Aside
) -> tuple[tuple[Sheet, ...], tuple[LeftOut, ...]]:
    """Return the sheets with what is set aside blank, and what that was.

    Raises ImportRefusedError where a sheet, a column or a row is not there: it was another file's.
    """
    if not aside:
        return tuple(sheets), ()
    kept = [sheet for sheet in sheets if not aside.sheet or sheet.name == aside.sheet]
    if not kept:
        names = ", ".join(f"“{sheet.name}”" for sheet in sheets if sheet.name)
        raise refused(
            Place(file),
            f"There is no sheet “{aside.sheet}”.",
            f"There are {names}." if names else "The file has no sheets: leave --sheet out.",
        )
    columns = [(sheet, _columns(sheet, aside)) for sheet in kept]
    for name in aside.columns:
        if not any(name in found for _, found in columns):
            raise refused(
                Place(file), f"No column is called “{name}”.", "Give --ignore-column as the heading stands."
            )
    for row in aside.rows:
        if all(row > len(sheet.rows) for sheet in kept):
            raise refused(Place(file, row=row), "There is no such row.", "Correct --ignore-row.")
    left_out = [one for sheet, found in columns for one in _told(sheet, found, aside)]
    return tuple(_without(sheet, found, aside) for sheet, found in columns), tuple(left_out)


def _columns(sheet: Sheet, aside: Aside) -> dict[str, tuple[int, int]]:
    """Return where the columns set aside begin: by name, the first row and the column, both from 0."""
    found: dict[str, tuple[int, int]] = {}
    for name in aside.columns:
        wanted = clean(name).casefold()
        for row, cells in enumerate(sheet.rows):
            at = next((c for c, cell in enumerate(cells) if cell.text.casefold() == wanted), None)
            if at is not None:
                found[name] = row, at
                break
        else:
            by_letters = [at for at in range(sheet.width) if letters(at) == name.upper()]
            if by_letters:
                found[name] = 0, by_letters[0]
    return found


def _without(sheet: Sheet, columns: dict[str, tuple[int, int]], aside: Aside) -> Sheet:
    from_row = {at: row for row, at in columns.values()}
    placeholders = {clean(text).casefold() for text in aside.not_held}

    def kept(row: int, column: int, cell: Cell) -> Cell:
        gone = column in from_row and row >= from_row[column]
        return BLANK if gone or cell.text.casefold() in placeholders else cell

    rows = [
        [] if row + 1 in aside.rows else [kept(row, column, cell) for column, cell in enumerate(cells)]
        for row, cells in enumerate(sheet.rows)
    ]
    return replace(sheet, rows=rows)


def _told(sheet: Sheet, columns: dict[str, tuple[int, int]], aside: Aside) -> Iterator[LeftOut]:
    for name, (row, _) in columns.items():
        yield LeftOut(sheet.place(row, name), name, SET_ASIDE)
    for row in aside.rows:
        if row <= len(sheet.rows):
            said = " ".join(cell.text for cell in sheet.rows[row - 1] if cell)
            yield LeftOut(sheet.place(row - 1), said, SET_ASIDE)
    for text in aside.not_held:
        wanted = clean(text).casefold()
        number = sum(cell.text.casefold() == wanted for cells in sheet.rows for cell in cells)
        if number:
            yield LeftOut(sheet.place(), f"“{text}” in {number:,} cell{'s' if number > 1 else ''}", NOT_HELD)

"""What is said of a file in which no table was found: which row looks like a header, and its headings."""

from collections.abc import Sequence

from dashboard.imports.imported import Place
from dashboard.imports.problems import ImportRefusedError, refused
from dashboard.imports.tables.header import SEARCHED
from dashboard.imports.tables.headings import TABLES, Headings
from dashboard.imports.tables.sheet import Sheet
from dashboard.imports.tables.years_said import without_year

_LIKE = 2
"""A row in which so many headings are known, or nearly, looks like a header."""


def no_table(file: str, sheets: Sequence[Sheet], headings: Headings, year: str) -> ImportRefusedError:
    """Return the error of a file without a table: what each heading of its likeliest header may mean."""
    best: tuple[int, Sheet, int, list[str]] | None = None
    for sheet in sheets:
        for row in range(min(SEARCHED, len(sheet.rows))):
            texts = [cell.text for cell in sheet.rows[row] if cell.text and cell.number is None]
            told = [_told(text, headings, year) for text in texts]
            known = sum(said is not None for said in told)
            if known >= _LIKE and (best is None or known > best[0]):
                words = [f"“{text}”: {said or 'not known'}" for text, said in zip(texts, told, strict=True)]
                best = known, sheet, row, words
    sentence = "No table was found: no row has a heading for the authority and one for a figure."
    if best is None:
        return refused(Place(file), sentence, "Import the annual tables, as CSV or XLSX.")
    _, sheet, row, words = best
    return refused(
        sheet.place(row),
        f"{sentence} This row looks like a header: {'; '.join(words)}.",
        "Say what a heading means: python -m dashboard headings accept TEXT QUANTITY --table TABLE --by WHO "
        "--reason WHY",
    )


def _told(text: str, headings: Headings, year: str) -> str | None:
    """Return what a heading means, or what wording it is nearest to; None where neither is known."""
    for table in TABLES:
        told = headings.meaning(without_year(text, year), table)
        if told is not None:
            return told
    near = headings.suggestion(text, figures=False)
    return f"perhaps “{near}”" if near else None

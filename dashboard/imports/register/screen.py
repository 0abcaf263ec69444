"""What stands in the texts of a register or a list that a person should see before they are published."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from dashboard.domain.characters import ODD, odd_characters, without_odd
from dashboard.domain.personal import personal_in
from dashboard.imports.imported import CHARACTERS, PERSONAL, TextFound
from dashboard.imports.register.faults import Faults
from dashboard.imports.register.file import Piece, RegisterFile
from dashboard.words.wording import listed

REMEDIES = "remedies"
TEXTS = ("sub_category", "subject", "summary", "fault", "response", REMEDIES, "improvements")
"""The columns whose texts are published as they stand."""
_CHARACTERS = 8  # of a checksum: enough to tell a text from the one that takes its place


def readable(file: RegisterFile, piece: Piece, faults: Faults) -> tuple[Piece, list[TextFound]]:
    """Return rows without characters that nobody can see, and where they stood.

    In a text a space takes the place of each; in any other cell, where it would be another value without
    it, it is a fault.
    """
    found: list[TextFound] = []
    texts = dict(piece.texts)
    for column, cells in piece.texts.items():
        if not ODD.search("\n".join(cells)):
            continue
        for at, cell in enumerate(cells):
            if not (named := listed(odd_characters(cell))):
                continue
            if column in TEXTS:
                found.append(TextFound(CHARACTERS, file.place(piece.rows[at], column), named, column))
            else:
                said = f"The cell holds {named}, which cannot be shown or printed."
                faults.add(file, piece.rows[at], column, said, "Type the cell anew.")
        if column in TEXTS:
            texts[column] = [without_odd(cell) for cell in cells]
    return replace(piece, texts=texts), found


def personal(
    file: RegisterFile, row: int, cells: Mapping[str, str], reference: str, slug: str
) -> list[TextFound]:
    """Return what looks like a person's particulars in the texts of one row, by column."""
    return [
        TextFound(PERSONAL, file.place(row, column), listed(signs), column, reference, slug, _told(text))
        for column in TEXTS
        if (text := cells.get(column)) and (signs := personal_in(text))
    ]


def _told(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_CHARACTERS]

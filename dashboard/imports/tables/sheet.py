"""A sheet as read from a file: rows of cells, cleaned of what cannot be seen."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.characters import ODD, odd_characters
from dashboard.imports.imported import Place

_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_MARKS = ("<super>", "<sub>", "<circle>", "<compat> 0028", "<compat> 0031", "<fraction>")
_A = ord("A")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. ``text`` is what it says, trimmed, every kind of space a plain one; ``number`` where the
    file holds a number rather than text, and then ``percent`` the decimals of one shown as a percentage.
    ``odd`` names what else it holds: ``a date``, ``an error``, ``true or false``; ``unprintable`` the
    characters in it that nobody can see: ``U+001B (escape)``. ``formula``: it is what a formula gave when the
    workbook was saved."""

    text: str = ""
    number: Decimal | None = None
    percent: int | None = None
    odd: str = ""
    formula: bool = False
    unprintable: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything in it."""
        return bool(self.text or self.odd)


BLANK = Cell()


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged range: first and last row and column, from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a file: ``name`` is None in a file without sheets. Rows and columns count from 0 here,
    and may be of different lengths; a place counts rows from 1. ``hidden``: its program does not show it."""

    file: str
    name: str | None
    rows: Sequence[Sequence[Cell]]
    merged: tuple[Merged, ...] = ()
    hidden: bool = False

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell; blank where the row does not reach."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else BLANK

    def place(self, row: int | None = None, column: str | None = None) -> Place:
        """Return a place in the sheet, ``row`` counted from 0 here and from 1 there."""
        return Place(self.file, self.name, None if row is None else row + 1, column)

    @property
    def width(self) -> int:
        """The longest row's length."""
        return max(map(len, self.rows), default=0)


def clean(text: str) -> str:
    """Return a text with plain single spaces, compatible letters made plain, and nothing invisible.

    What is raised, lowered or ringed stays as it is: “12²” is twelve with a mark of a footnote, not 122.

    >>> clean(" 1\\u00a0234 ")
    '1 234'
    """
    plain = text if text.isascii() else "".join(map(_plain, text))
    return " ".join(_INVISIBLE.sub("", plain).split())


def _plain(letter: str) -> str:
    marked = unicodedata.decomposition(letter).startswith(_MARKS)
    return letter if marked else unicodedata.normalize("NFKC", letter)


def text_cell(text: str) -> Cell:
    """Return the cell of a text; odd characters in it are named, whatever cleaning makes of them."""
    if not text:
        return BLANK
    return Cell(clean(text), unprintable=unprintable(text))


def unprintable(text: str) -> str:
    """Return the names of the characters in a text that nobody can see; empty where there are none."""
    return ", ".join(odd_characters(text)) if ODD.search(text) else ""


def letters(column: int) -> str:
    """Return a column, from 0, as a spreadsheet names it: 27 is ``AB``."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(_A + rest) + name
    return name


def column_of(name: str) -> int:
    """Return a column named by letters, from 0."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - _A + 1
    return number - 1

"""The rows below a table's header: councils, totals, bodies off the map, footnotes and blanks."""

import re
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.domain.bodies import OTHER_BODY, body_kind
from dashboard.imports.imported import LeftOut
from dashboard.imports.marks import without_marks
from dashboard.imports.tables.authorities import Authorities, Unresolved
from dashboard.imports.tables.header import Header
from dashboard.imports.tables.headings import AUTHORITY, UNUSED
from dashboard.imports.tables.reading import Reading
from dashboard.imports.tables.said_besides import not_of_the_year
from dashboard.imports.tables.sheet import Sheet
from dashboard.imports.tables.values import is_error, is_figure
from dashboard.repository.names import folded

BLANK, TOTAL, FOOTNOTE, OFF_MAP = "blank", "total", "footnote", "off the map"
AVERAGE_ROW = "average"
"""A row that is the average of others has no sum, and is of no council."""
_WORDS = r"total|for|of|all|councils|authorities|local|england|average|bodies|number|complaints"
_OF = rf"(?: (?:{_WORDS}))*"
_OF_A_TYPE = (
    rf"(?: (?:{_WORDS}|the|council|authority|similar|county|district|unitary|metropolitan|london|boroughs?"
    r"|type))*"
)
_TOTAL = re.compile(
    r"(?:(?:grand |sub ?)?totals?|sum|england|all (?:local )?(?:authorities|councils|bodies)|overall)" + _OF
)
_MEAN = re.compile(r"(?:(?:england|overall|national) )?(?:averages?|means?|medians?)" + _OF_A_TYPE)


@dataclass(frozen=True, slots=True)
class OffTheMap:
    """The bodies that are no council: those of ``domain/bodies.py``, and names (``key``) that a person said
    are none. Ask for the council first. ``councils`` are the names (``key``) of councils: what holds one
    whole (“Leeds City Council (school)”) may be a part of its figures, and is a body where a person says so.
    """

    accepted: frozenset[str] = frozenset()
    councils: frozenset[str] = frozenset()

    @staticmethod
    def key(name: str) -> str:
        """Return a name as it is kept here: folded, without its article."""
        return folded(name).removeprefix("the ")

    def kind(self, name: str) -> str | None:
        """Return what kind of body a name is of; None where it is none that is known."""
        key = self.key(name)
        if key in self.accepted:
            return body_kind(name) or OTHER_BODY
        if any(f" {council} " in f" {key} " for council in self.councils):
            return None
        return body_kind(name)

    def holds(self, name: str) -> bool:
        """Say whether a name is one of them."""
        return self.kind(name) is not None


@dataclass(frozen=True, slots=True)
class Body:
    """The rows of a table: by row (from 0) the slug of its council; totals; what was left out; ``footnotes``
    are texts below the table."""

    councils: dict[int, str]
    totals: tuple[int, ...]
    others: tuple[int, ...]
    left_out: tuple[LeftOut, ...]
    footnotes: tuple[str, ...]


def read_body(reading: Reading, authorities: Authorities, off_the_map: OffTheMap) -> Body:
    """Sort the rows below a header; what has figures and no council for certain is a problem."""
    sheet, header = reading.sheet, reading.header
    authority = next(column for column, told in header.columns.items() if told == AUTHORITY)
    figures = [column for column, told in header.columns.items() if told not in (AUTHORITY, UNUSED)]
    councils: dict[int, str] = {}
    aside: dict[str, list[int]] = {TOTAL: [], OFF_MAP: []}
    left_out: list[LeftOut] = []
    footnotes: list[str] = []
    seen: dict[str, int] = {}
    sections: dict[int, str] = {}
    for row in range(header.bottom + 1, len(sheet.rows)):
        if is_error(sheet.cell(row, authority)):
            continue  # told where all errors are
        name = " ".join(without_marks(sheet.cell(row, authority).text).split())
        filled = any(sheet.cell(row, column) for column in figures)
        found = authorities.find(name, reading.year)
        why = _no_council(name, found, off_the_map, blank=not any(sheet.rows[row]), filled=filled)
        if why is not None:
            text = name if why in aside else " ".join(cell.text for cell in sheet.rows[row] if cell)
            left_out.append(LeftOut(sheet.place(row), text, why))
            aside.get(why, []).append(row)
            if why == FOOTNOTE:
                footnotes.append(text)
                sections[row] = text
        elif header.texts.get(authority) == sheet.cell(row, authority).text:
            reading.wrong(
                reading.place(row, authority),
                f"The row is a header, as row {header.bottom + 1} is: two tables may stand in the sheet.",
                "Leave one table in the sheet, with one header.",
            )
        elif isinstance(found, Unresolved):
            said = " | ".join(cell.text for cell in sheet.rows[row] if cell)
            reading.wrong(reading.place(row, authority), *_unresolved(name, found, authorities, said))
        elif found in seen:
            reading.wrong(
                reading.place(row, authority),
                f"{authorities.name(found)} stands in row {seen[found] + 1} already.",
                "Leave one row for each council.",
            )
        else:
            seen[found] = row
            councils[row] = found
    _check_sections(reading, sections, last=max(councils, default=0))
    return Body(councils, tuple(aside[TOTAL]), tuple(aside[OFF_MAP]), tuple(left_out), tuple(footnotes))


def _check_sections(reading: Reading, sections: Mapping[int, str], last: int) -> None:
    """A text between the rows that takes those below it away from the year’s figures is a problem; below the
    ``last`` council it is a footnote."""
    for row, text in sections.items():
        if row < last and not_of_the_year(text, reading.year):
            reading.wrong(
                reading.sheet.place(row),
                f"“{text}” stands above councils: their figures may be of another year, or of other things.",
                "Leave the rows of one table and year; or, if it says nothing of them, give --ignore-row.",
            )


def words_around(sheet: Sheet, header: Header, footnotes: Iterable[str]) -> str:
    """Return all a sheet says beside its table: its name, what stands above the header and below the rows."""
    above = (cell.text for row in sheet.rows[: header.top] for cell in row)
    return " ".join(filter(None, (sheet.name or "", *above, *footnotes)))


def has_figures(sheet: Sheet, rows: Iterable[int], column: int) -> bool:
    """Say whether a column has a number in any of some rows."""
    return any(is_figure(sheet.cell(row, column)) for row in rows)


def _no_council(
    name: str, found: str | Unresolved, off_the_map: OffTheMap, *, blank: bool, filled: bool
) -> str | None:
    """Return why a row is no council's; None where it is one's, or should be."""
    if blank:
        return BLANK
    if filled and _MEAN.fullmatch(folded(name)):
        return AVERAGE_ROW
    if filled and _TOTAL.fullmatch(folded(name)):
        return TOTAL
    if isinstance(found, str):
        return None
    if not filled:
        return FOOTNOTE  # whatever it speaks of: “Figures of 2024-25, without the police”
    return OFF_MAP if off_the_map.holds(name) else None


def _unresolved(name: str, why: Unresolved, authorities: Authorities, said: str) -> tuple[str, str]:
    """Return what is wrong with a name, and what to do about it; ``said`` is what the row says."""
    if not folded(name):
        return f"There are figures, and no authority: “{said}”.", "Write its name, or remove the row."
    command = f"python -m dashboard names accept {shlex.quote(name)}"
    if why.suggested is None:
        return (
            f"“{name}” {why.why}.",
            f"Correct it, or say which council it is: {command} SLUG --by WHO --reason WHY; or, for a body "
            f"that is no council: {command} off-the-map --by WHO --reason WHY",
        )
    return (
        f"“{name}” {why.why}.",
        f"Is it {authorities.name(why.suggested)}? Then: {command} {why.suggested} --by WHO --reason WHY",
    )

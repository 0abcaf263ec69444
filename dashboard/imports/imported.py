"""What was read from the publisher's files: where the reading of files meets the checks and the build."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

import pandas as pd

from dashboard.domain.authority_types import AuthorityType
from dashboard.imports.place import Place
from dashboard.imports.problems import LISTED
from dashboard.repository.listed_records import ListedDecision
from dashboard.repository.quality_records import InputRead

__all__ = [
    "CHARACTERS",
    "PERSONAL",
    "FormulasRead",
    "Imported",
    "ImportedAverage",
    "ImportedRegister",
    "ImportedValue",
    "LeftOut",
    "ListedRow",
    "Place",
    "TextFound",
    "all_formulas",
]


@dataclass(frozen=True, slots=True)
class ImportedValue:
    """One value of a council's year as a table prints it. ``quantity`` is one of
    ``dashboard.reference.quantities.QUANTITIES``, or ``complied``; percentages are 0 to 100 whatever the
    file's style.
    A cell that says ``n/a`` or ``-`` or is empty gives no value."""

    slug: str
    year: str
    quantity: str
    value: Decimal
    place: Place


@dataclass(frozen=True, slots=True)
class ImportedAverage:
    """The average of a type as a table prints it beside its councils; one for each type, year, measure."""

    type: AuthorityType
    year: str
    measure: str
    value: Decimal
    place: Place


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is no council's, and why: ``blank``, ``total``, ``footnote``, ``off the map``; or what a
    person decided: ``set aside``, ``not held``."""

    place: Place
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class FormulasRead:
    """Cells read with the value that a formula had when the workbook was saved: the first of them, and how
    many there are."""

    first: tuple[Place, ...] = ()
    number: int = 0


def all_formulas(each: Iterable[FormulasRead]) -> FormulasRead:
    """Return formulas of several tables as one."""
    found = tuple(each)
    first = tuple(place for one in found for place in one.first)
    return FormulasRead(first[:LISTED], sum(one.number for one in found))


PERSONAL = "personal"
CHARACTERS = "characters"


@dataclass(frozen=True, slots=True)
class TextFound:
    """What was found in a text to be published, by ``kind``: what looks like a person's particulars
    (``PERSONAL``), or characters that nobody can see, in whose place a space stands now (``CHARACTERS``).

    ``what`` names it and does not repeat it: "a postcode", "U+001B (escape)". ``column`` is the column's id;
    ``reference`` and ``slug`` are empty where the row's are not known. ``text`` tells one text from another
    by a few characters of its checksum: what was accepted of one is not of the next.
    """

    kind: str
    place: Place
    what: str
    column: str
    reference: str = ""
    slug: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A decision of an imported list: where it stands, and the address it came with (empty: none)."""

    decision: ListedDecision
    place: Place
    address: str = ""


@dataclass(frozen=True)
class ImportedRegister:
    """A case register as read.

    ``cases`` and ``compliance`` as in "The case register" of docs/architecture.md, with ``kind``,
    ``decision_category`` (id), ``sub_category`` (label) and ``published`` besides. ``texts``: reference,
    subject, summary, fault, response, of published cases only. ``remedies``: reference, position, kind,
    text, amount; ``improvements``: reference, position, kind, text, due, met. Frames may be empty.
    ``found``: what in the texts a person should see before they are published.
    """

    cases: pd.DataFrame
    compliance: pd.DataFrame
    texts: pd.DataFrame
    remedies: pd.DataFrame
    improvements: pd.DataFrame
    found: tuple[TextFound, ...] = ()


@dataclass(frozen=True)
class Imported:
    """Everything read of one draft. ``kind`` is ``real`` or ``demonstration`` (simulated figures: never in a
    real release); ``years`` are those its tables are of and those its register is ``whole`` for, ascending.
    ``expect_cases``: so many cases a person said were decided in the years the register is whole for.
    ``aside`` says, file by file, what a person decided to leave out. ``decisions`` are those of its list, of
    which no figure is made; ``found`` what stands in the texts of register and list."""

    name: str
    kind: str
    years: tuple[str, ...]
    values: tuple[ImportedValue, ...]
    averages: tuple[ImportedAverage, ...]
    register: ImportedRegister | None
    inputs: tuple[InputRead, ...]
    left_out: tuple[LeftOut, ...] = field(default=())
    whole: tuple[str, ...] = field(default=())
    expect_cases: int | None = None
    formulas: FormulasRead = field(default=FormulasRead())
    aside: tuple[str, ...] = field(default=())
    decisions: tuple[ListedRow, ...] = field(default=())
    found: tuple[TextFound, ...] = field(default=())

"""What was read from the publisher's files: where the reading of files meets the checks and the build."""

from dataclasses import dataclass, field
from decimal import Decimal

import pandas as pd

from dashboard.domain.authority_types import AuthorityType
from dashboard.imports.place import Place
from dashboard.repository.quality_records import InputRead

__all__ = [
    "Imported",
    "ImportedAverage",
    "ImportedRegister",
    "ImportedValue",
    "LeftOut",
    "Place",
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
    """A row that is no council's, and why: ``blank``, ``total``, ``footnote`` or ``off the map``."""

    place: Place
    text: str
    why: str


@dataclass(frozen=True)
class ImportedRegister:
    """A case register as read.

    ``cases`` and ``compliance`` as in "The case register" of docs/architecture.md, with ``kind``,
    ``decision_category`` (id), ``sub_category`` (label) and ``published`` besides. ``texts``: reference,
    subject, summary, fault, response, of published cases only. ``remedies``: reference, position, kind,
    text, amount; ``improvements``: reference, position, kind, text, due, met. Frames may be empty.
    """

    cases: pd.DataFrame
    compliance: pd.DataFrame
    texts: pd.DataFrame
    remedies: pd.DataFrame
    improvements: pd.DataFrame


@dataclass(frozen=True)
class Imported:
    """Everything read of one draft. ``kind`` is ``real`` or ``demonstration`` (simulated figures: never in a
    real release); ``years`` are those its tables and register are of, ascending."""

    name: str
    kind: str
    years: tuple[str, ...]
    values: tuple[ImportedValue, ...]
    averages: tuple[ImportedAverage, ...]
    register: ImportedRegister | None
    inputs: tuple[InputRead, ...]
    left_out: tuple[LeftOut, ...] = field(default=())

"""What a heading means: the wordings declared in ``headings.toml``, whatever their case and punctuation, and
those that a person has accepted."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from dashboard.imports.tables.nearest import nearest
from dashboard.imports.wording import normalised
from dashboard.reference.quantities import RECEIVED_TOTAL

HEADINGS = Path(__file__).parent / "headings.toml"
AUTHORITY = "authority"
YEAR = "year"
UNUSED = "unused"
AVERAGE = "average:"
ON_TIME, LATE, NOT_COMPLIED = "complied:on_time", "complied:late", "complied:not"
TABLES = ("received", "decided", "remedies")

_COMMON = "common"


class HeadingsError(ValueError):
    """The file of headings contradicts itself. The message says where."""


class Accepted(Protocol):
    """A heading that a person has said the meaning of: in one kind of table, a text and its quantity."""

    @property
    def text(self) -> str:
        """The heading as it stands in the file."""

    @property
    def table(self) -> str:
        """The kind of table: one of ``TABLES``."""

    @property
    def quantity(self) -> str:
        """What it means, as in ``headings.toml``."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The wordings that are known: by kind of table, normalised wording to quantity; ``spelt`` gives a
    wording back as it is declared. ``own`` are those that mean something in their own kind of table alone:
    “Other”, “Total”, and all that names a category of complaints."""

    tables: Mapping[str, Mapping[str, str]]
    spelt: Mapping[str, str]
    own: frozenset[str] = field(default=frozenset())

    def meaning(self, heading: str, table: str) -> str | None:
        """Return what a heading means in a kind of table: its own wordings first, then those that only one
        other kind has, and that are plain without it. None when it is unknown, or could be several."""
        wording = normalised(heading)
        if wording in self.tables[table]:
            return self.tables[table][wording]
        if wording in self.own:
            return None
        elsewhere = {known[wording] for known in self.tables.values() if wording in known}
        return elsewhere.pop() if len(elsewhere) == 1 else None

    def belongs(self, quantity: str, table: str) -> bool:
        """Say whether a quantity is one of a kind of table's own."""
        return quantity in self.tables[table].values()

    def suggestion(self, heading: str, table: str | None = None, *, figures: bool = True) -> str | None:
        """Return the declared wording nearest to an unknown heading in meaning, of one kind of table or of
        all: none that says the opposite of it, or more, or less. ``figures``: only of columns of figures."""
        known = {
            wording
            for kind in ((table,) if table else TABLES)
            for wording, means in self.tables[kind].items()
            if not figures or means not in (AUTHORITY, YEAR, UNUSED)
        }
        found = nearest(normalised(heading), sorted(known))
        return self.spelt[found] if found else None


def load_headings(path: Path = HEADINGS, accepted: Iterable[Accepted] = ()) -> Headings:
    """Read the wordings, and add those that were accepted.

    Raises HeadingsError when one wording means two things in one kind of table.
    """
    told = tomllib.loads(path.read_text("utf-8"))
    spelt: dict[str, str] = {}
    tables = {}
    for table in TABLES:
        known: dict[str, str] = {}
        for section in (_COMMON, table):
            for quantity, wordings in told[section].items():
                for wording in wordings:
                    key = normalised(wording)
                    if known.setdefault(key, quantity) != quantity:
                        raise HeadingsError(
                            f"{path.name}, [{section}]: “{wording}” means {known[key]} and {quantity}."
                        )
                    spelt.setdefault(key, wording)
        tables[table] = known
    own = {normalised(wording) for wording in told["own"]["wordings"]}
    own |= {wording for wording, means in tables["received"].items() if _is_category(means)}
    for one in accepted:
        tables[one.table][normalised(one.text)] = one.quantity
        spelt.setdefault(normalised(one.text), one.text)
        own.add(normalised(one.text))  # it was accepted for this kind of table, and no other
    return Headings(tables, spelt, frozenset(own))


def _is_category(quantity: str) -> bool:
    return quantity.startswith("received:") and quantity != RECEIVED_TOTAL

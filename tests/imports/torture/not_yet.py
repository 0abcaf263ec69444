"""What the importer does not do yet: the tables that do not come out as they should, and where to look.

``not_yet.toml`` is the list. A table on it must fail; when it comes out right, its line goes.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from tests.imports.torture.cases import Table

LIST = Path(__file__).parent / "not_yet.toml"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault: ``where`` in the program it lies, ``tables`` by id; None means all of the kind."""

    kind: str
    where: str
    tables: frozenset[str] | None

    def holds(self, kind: str, table: str) -> bool:
        """Say whether a table is one of these."""
        return kind == self.kind and (self.tables is None or table in self.tables)


def load_not_yet(path: Path = LIST) -> tuple[Kind, ...]:
    """Read the list."""
    told = tomllib.loads(path.read_text("utf-8"))["kind"]
    return tuple(
        Kind(one["kind"], one["where"], None if one["tables"] == "all" else frozenset(one["tables"]))
        for one in told
    )


NOT_YET = load_not_yet()


def reason(kind: str, table: str) -> str | None:
    """Return why a table of a kind does not come out as it should, and where; None where it must."""
    return next((f"{one.kind}: {one.where}" for one in NOT_YET if one.holds(kind, table)), None)


def reason_of(table: Table) -> str | None:
    """Return why a table does not come out as it should, and where; None where it must."""
    return reason(table.kind, table.id)

"""A year of all England, made up: three tables of every council, each like its type and size.

Written for the tests of what a first year shows by itself, and unlike the product's own demonstration: a
district has now and then a complaint about a service it does not run, as real tables do.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tests.imports.torture.adapter import Council
from tests.imports.torture.cases import YEAR
from tests.imports.torture.files import File, csv_file
from tests.imports.torture.generated.base import OUTCOMES_TABLE, RECEIVED_TABLE, REMEDIES_TABLE

_SEED = 20260331
_RATE = {"county": 26, "district": 17, "metropolitan": 36, "unitary": 38, "london": 55}
"""Complaints received for every 100,000 residents."""
_MIX = {
    "county": (34, 0.4, 4, 42, 1, 17, 0.4, 0.4, 1),
    "district": (0.4, 19, 9, 0.4, 20, 1, 19, 29, 2),
    "metropolitan": (16, 13, 5, 19, 14, 10, 17, 5, 1),
    "unitary": (18, 12, 5, 19, 12, 11, 9, 13, 1),
    "london": (12, 14, 5, 14, 10, 13, 26, 5, 1),
}
"""Of 100 complaints received, how many are of each category, in the order of the table."""
_OUTCOMES = {
    "county": (5, 4, 28, 27, 7, 29),
    "district": (8, 5, 33, 40, 6, 8),
    "metropolitan": (7, 5, 33, 31, 6, 18),
    "unitary": (6, 5, 32, 32, 6, 19),
    "london": (6, 5, 36, 28, 5, 20),
}
"""Of 100 complaints decided, how many have each outcome, in the order of the table; upheld last."""
_UPHELD, _NOT_UPHELD = 5, 4
_VARIES = 0.2

Column = list[str]
Columns = dict[str, Column]
"""A table by heading: the names first, then each column's cells, in the order of the names."""


@dataclass(frozen=True, slots=True)
class England:
    """A year: its tables by kind, and the councils in their order."""

    councils: tuple[Council, ...]
    tables: Mapping[str, Columns]

    def files(self, changed: Mapping[str, Columns] | None = None) -> tuple[File, ...]:
        """Return the year's files, some tables changed."""
        return tuple(_file(kind, columns) for kind, columns in {**self.tables, **(changed or {})}.items())


def england(councils: Sequence[Council]) -> England:
    """Return a year of these councils, always the same."""
    rng = np.random.default_rng(_SEED)
    rows: dict[str, list[Sequence[object]]] = {"received": [], "decided": [], "remedies": []}
    for council in councils:
        expected = _RATE[council.type] * council.residents / 100_000 * rng.lognormal(0, _VARIES)
        received = _split(rng, expected, _MIX[council.type])
        decided = _split(rng, expected, _OUTCOMES[council.type])
        upheld, investigated = decided[_UPHELD], decided[_UPHELD] + decided[_NOT_UPHELD]
        satisfactory = int(rng.binomial(upheld, 0.12))
        outcomes = int(rng.binomial(upheld, 0.9))
        complied = outcomes - int(rng.binomial(outcomes, 0.02))
        rows["received"].append((*received, sum(received)))
        rows["decided"].append((*decided, sum(decided), _share(upheld, investigated)))
        rows["remedies"].append(
            (
                upheld,
                satisfactory,
                _share(satisfactory, upheld),
                outcomes,
                complied,
                _share(complied, outcomes),
            )
        )
    names = [council.name for council in councils]
    return England(tuple(councils), {kind: _columns(kind, names, table) for kind, table in rows.items()})


def swapped(columns: Columns, one: str, other: str) -> Columns:
    """Return a table in which the figures of two columns stand under each other's heading."""
    return {**columns, one: columns[other], other: columns[one]}


def shifted(columns: Columns, start: int = 0, by: int = 1) -> Columns:
    """Return a table in which the names from a row on stand by some rows lower; the last ones come first."""
    names = columns["Authority"]
    moved = names[start:]
    return {**columns, "Authority": names[:start] + moved[-by:] + moved[:-by]}


def _columns(kind: str, names: Column, rows: Iterable[Sequence[object]]) -> Columns:
    truth = {"received": RECEIVED_TABLE, "decided": OUTCOMES_TABLE, "remedies": REMEDIES_TABLE}[kind]
    headings = [column.heading for column in truth.columns if not column.quantity.startswith("average:")]
    cells = ([str(cell) for cell in column] for column in zip(*rows, strict=True))
    return {"Authority": list(names), **dict(zip(headings, cells, strict=True))}


def _file(kind: str, columns: Columns) -> File:
    rows = [[f"Complaints {kind} {YEAR}"], list(columns), *zip(*columns.values(), strict=True)]
    return csv_file(rows, f"{kind}.csv")


def _split(rng: np.random.Generator, expected: float, mix: Sequence[float]) -> list[int]:
    return [int(n) for n in rng.poisson([expected * part / sum(mix) for part in mix])]


def _share(part: int, whole: int) -> str:
    return f"{(200 * part + whole) // (2 * whole)}%" if whole else "n/a"

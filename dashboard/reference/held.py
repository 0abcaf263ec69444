"""The figures held, as data frames."""

from collections.abc import Callable, Container
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.origin import Origin
from dashboard.reference.artefact import ArtefactError, Line, finite_decimal, read_artefact, whole_number
from dashboard.reference.councils import load_councils
from dashboard.reference.quantities import QUANTITIES

CONFLICT_KINDS = frozenset({"sources", "own_count", "sum", "percentage", "rate"})
ORIGINS = frozenset({Origin.PUBLISHED.value, Origin.REPORTED.value})

Cell = Callable[[Line, str], object]


@dataclass(frozen=True, slots=True)
class Held:
    """The figures held, nothing of them rounded, corrected or filled in.

    Columns are of dtype ``str`` unless said otherwise; decimals are ``Decimal`` in a column of dtype
    ``object``. Years are written 2023-24.

    * ``values``: slug, year, quantity, value (Decimal), origin, source; one row a value.
    * ``averages``: type, year, measure, value (Decimal), origin, source ("" where none was noted).
    * ``national``: year, metric, value (Decimal), numerator and denominator (``Int64``, NA where
      not stated), source.
    * ``sources``: source, publisher, url.
    * ``conflicts``: slug, year, quantity, kind, kept and other (as printed, "" where there is none), reason.
    """

    values: pd.DataFrame
    averages: pd.DataFrame
    national: pd.DataFrame
    sources: pd.DataFrame
    conflicts: pd.DataFrame


def load_held(data: Path) -> Held:
    """Read the held figures from the ``data`` directory. Raises ArtefactError naming file and line.

    Every slug must be a council's, every source one of ``sources``, and no value may stand twice.
    """
    slug = _one_of(load_councils(data)[0], "the slug of a council")
    sources = _frame(
        data, "held/sources.csv", {"source": _text, "publisher": _text, "url": _text}, unique=("source",)
    )
    source = _one_of({*sources["source"], ""}, "a source of held/sources.csv")
    quantity = _one_of(QUANTITIES, "a quantity that is known")
    origin = _one_of(ORIGINS, "published or reported")
    values: dict[str, Cell] = {"slug": slug, "year": Line.year, "quantity": quantity, "value": Line.decimal}
    averages: dict[str, Cell] = {
        "type": _one_of({kind.value for kind in AuthorityType}, "one of the five authority types"),
        "year": Line.year,
        "measure": quantity,
        "value": Line.decimal,
    }
    national: dict[str, Cell] = {"year": Line.year, "metric": _text, "value": Line.decimal}
    conflicts: dict[str, Cell] = {"slug": slug, "year": Line.year, "quantity": quantity}
    return Held(
        values=_frame(
            data,
            "held/values.csv",
            {**values, "origin": origin, "source": source},
            unique=("slug", "year", "quantity"),
        ),
        averages=_frame(
            data,
            "held/averages.csv",
            {**averages, "origin": origin, "source": source},
            unique=("type", "year", "measure"),
        ),
        national=_frame(
            data,
            "held/national.csv",
            {**national, "numerator": _optional_whole, "denominator": _optional_whole, "source": source},
            unique=("year", "metric"),
        ).astype({"numerator": "Int64", "denominator": "Int64"}),
        sources=sources,
        conflicts=_frame(
            data,
            "held/conflicts.csv",
            {
                **conflicts,
                "kind": _one_of(CONFLICT_KINDS, "a kind of conflict"),
                "kept": _printed,
                "other": _printed,
                "reason": _text,
            },
        ),
    )


def _frame(data: Path, relative: str, cells: dict[str, Cell], unique: tuple[str, ...] = ()) -> pd.DataFrame:
    """Read an artefact into a frame, each column by its reader; ``unique`` columns name a row once."""
    seen = set()
    rows: dict[str, list[object]] = {column: [] for column in cells}
    for line in read_artefact(data, relative, tuple(cells)):
        key = tuple(line[column] for column in unique)
        if unique and key in seen:
            raise ArtefactError(f"{line.place}: {', '.join(key)} stands twice.")
        seen.add(key)
        for column, read in cells.items():
            rows[column].append(read(line, column))
    return pd.DataFrame(
        {c: pd.Series(v, dtype="object" if cells[c] in _NUMBERS else "str") for c, v in rows.items()}
    )


def _text(line: Line, column: str) -> str:
    return line[column]


def _printed(line: Line, column: str) -> str:
    line.optional(column, finite_decimal, "a number")
    return line[column]


def _optional_whole(line: Line, column: str) -> int | None:
    return line.optional(column, whole_number, "a whole number")


def _one_of(allowed: Container[str], meaning: str) -> Cell:
    def read(line: Line, column: str) -> str:
        if line[column] not in allowed:
            raise ArtefactError(f"{line.place}: “{line[column]}” in {column} is not {meaning}.")
        return line[column]

    return read


_NUMBERS: tuple[Cell, ...] = (Line.decimal, _optional_whole)

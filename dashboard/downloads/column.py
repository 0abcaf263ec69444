"""A column of a file: what it is called, what it holds and of which type."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Cell = str | int | float | Decimal | date | None
"""What a cell holds; None where nothing is known, which is never zero."""

Type = Literal["string", "integer", "number", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``type`` is that of every cell that is not empty; ``values`` all it may hold, if few."""

    name: str
    title: str
    type: Type
    meaning: str
    required: bool = False
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A table to be written to a file: its columns and its rows, which may be read while they are written."""

    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]

    @property
    def names(self) -> tuple[str, ...]:
        """The heading."""
        return tuple(column.name for column in self.columns)

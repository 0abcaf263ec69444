"""What an item of the API is made of: each field with its meaning, its type, and how it is read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from dashboard.domain.rounding import plain
from dashboard.exports.csv_lines import csv_line

Value = str | int | float | Decimal | bool | date | tuple[str, ...] | None
Type = Literal["string", "integer", "number", "boolean", "date", "strings"]
BETWEEN = "|"
"""What stands between several values in a cell of CSV."""

_SCHEMAS: dict[Type, dict[str, object]] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "strings": {"type": "array", "items": {"type": "string"}},
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field. ``read`` takes it from what the item is made of; it is None where nothing is known, which
    is never zero. ``required``: it is never None. ``values`` are all it may be, if few; ``sorts``: a list may
    be sorted by it."""

    name: str
    type: Type
    meaning: str
    read: Callable[[Any], Value]
    required: bool = False
    values: tuple[str, ...] = ()
    sorts: bool = False

    def schema(self) -> dict[str, object]:
        """Return the field as JSON Schema has it (2020-12)."""
        told = dict(_SCHEMAS[self.type])
        if self.values:
            told["enum"] = list(self.values) if self.required else [*self.values, None]
        if not self.required:
            told["type"] = [told["type"], "null"]
        return {**told, "description": self.meaning}


def item_of(record: object, fields: Sequence[Field]) -> dict[str, object]:
    """Return an item as JSON has it."""
    return {field.name: in_json(field.read(record)) for field in fields}


def line_of(record: object, fields: Sequence[Field]) -> str:
    """Return an item as a line of CSV."""
    return csv_line([in_cell(field.read(record)) for field in fields])


def in_json(value: Value) -> object:
    """Return a value as JSON has it; nothing, "" too, is null."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    return None if value == "" else value


def in_cell(value: Value) -> str | int | None:
    """Return a value as a cell of CSV has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return BETWEEN.join(value)
    if isinstance(value, date):
        return value.isoformat()
    return plain(Decimal(str(value))) if isinstance(value, Decimal | float) else value

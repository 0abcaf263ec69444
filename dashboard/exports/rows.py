"""The rows of a comparison's files: one a figure shown, with its definition, origin, source and release."""

from collections.abc import Iterator
from dataclasses import astuple, fields
from decimal import Decimal

from dashboard.compare.comparison import Comparison
from dashboard.compare.tables import Entry
from dashboard.domain.rounding import plain

Value = str | int | Decimal | None

COLUMNS = ("table", *(field.name for field in fields(Entry)), "release", "source", "citation")


def rows(comparison: Comparison) -> Iterator[tuple[Value, ...]]:
    """Yield the figures in the order of the page: table by table, row by row."""
    for table in comparison.tables:
        for entry in table.entries:
            figure: tuple[Value, ...] = astuple(entry)
            yield (table.title, *figure, comparison.release, comparison.source, comparison.citation)


def text(value: Value) -> str:
    """Write a value as a file of text has it: nothing for what is not known, decimals as printed."""
    if value is None:
        return ""
    return plain(value) if isinstance(value, Decimal) else str(value)

"""The rows of a comparison's files: one a figure shown, with its definition, origin, source and release."""

from collections.abc import Iterator
from dataclasses import astuple, fields
from decimal import Decimal

from dashboard.compare.comparison import Comparison
from dashboard.compare.tables import Entry
from dashboard.domain.rounding import plain
from dashboard.words.comparison_in_files import IN_FILES, InFiles

Value = str | int | Decimal | None

_FIGURE = tuple(field.name for field in fields(Entry) if field.name != "beside")
COLUMNS = ("table", *_FIGURE, "release", "source", "citation", *IN_FILES)


def rows(comparison: Comparison) -> Iterator[tuple[Value, ...]]:
    """Yield the figures in the order of the page: table by table, row by row."""
    for table in comparison.tables:
        for entry in table.entries:
            figure = tuple(getattr(entry, name) for name in _FIGURE)
            about = (comparison.release, comparison.source, comparison.citation)
            yield (table.title, *figure, *about, *astuple(entry.beside or InFiles()))


def text(value: Value) -> str:
    """Write a value as a file of text has it: nothing for what is not known, decimals as printed."""
    if value is None:
        return ""
    return plain(value) if isinstance(value, Decimal) else str(value)

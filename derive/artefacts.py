"""Writing artefacts: compact, sorted, UTF-8 with LF, byte for byte the same from the same input."""

import csv
import gzip
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.releases.on_disk import write_whole


@dataclass(frozen=True, slots=True)
class Table:
    """A derived table: where it goes under ``data/``, its columns and its rows, already sorted."""

    path: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def sorted_table(path: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """Return a table whose rows are sorted by their cells, left to right."""
    return Table(path, tuple(columns), tuple(sorted(tuple(row) for row in rows)))


def encode(table: Table) -> bytes:
    """Return the file's bytes; a path ending in ``.gz`` is compressed without time or name."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(table.rows)
    content = text.getvalue().encode("utf-8")
    return gzip.compress(content, compresslevel=9, mtime=0) if table.path.endswith(".gz") else content


def write(table: Table, out: Path) -> None:
    """Write a table under ``out``."""
    write_whole(out / table.path, encode(table))

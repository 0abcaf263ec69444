"""The rows of a case register in a workbook or a Parquet file, as texts."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from python_calamine import CalamineError, CalamineWorkbook

from dashboard.imports.imported import Place
from dashboard.imports.problems import refused

_BATCH = 50_000


def parquet_columns(path: Path) -> list[str]:
    """Return the names of a Parquet file's columns. Raises ImportRefusedError for a damaged file."""
    try:
        return list(pq.read_schema(path).names)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise refused(Place(path.name), "The Parquet file is damaged.", "Write it again.") from error


def parquet_rows(path: Path) -> Iterator[Sequence[str]]:
    """Go through the rows of a Parquet file. Raises ImportRefusedError for a damaged file."""
    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(_BATCH):
                columns = [_texts(column) for column in batch.columns]
                yield from zip(*columns, strict=True)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise refused(Place(path.name), "The Parquet file is damaged.", "Write it again.") from error


def workbook_rows(path: Path, sheet: str) -> Iterator[Sequence[str]]:
    """Go through the rows of a sheet of a workbook that was looked into, formulas as the values they gave.

    Errors are read as empty, and formulas that were never worked out: whoever looked into it knows them.
    Raises ImportRefusedError where it cannot be read.
    """
    try:
        read = CalamineWorkbook.from_path(str(path)).get_sheet_by_name(sheet)
        # The reader gives the rows above the first that is used, and not the columns before it.
        before = [""] * (read.start[1] if read.start else 0)
        for row in read.iter_rows():
            yield [*before, *map(text_of, row)]
    except (CalamineError, OSError, ValueError) as error:
        raise refused(
            Place(path.name, sheet),
            "The workbook cannot be read.",
            "Open it, save it again, and import that.",
        ) from error


def text_of(value: object) -> str:
    """Return a cell's value as text: days as 2024-03-31, whole numbers without decimals."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, date | timedelta | time):
        return value.isoformat() if isinstance(value, date | time) else str(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _texts(column: pa.Array) -> list[str]:
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        return [text or "" for text in column.to_pylist()]
    if pa.types.is_timestamp(column.type):
        column = column.cast(pa.timestamp("s"), safe=False)
    return [text_of(value) for value in column.to_pylist()]

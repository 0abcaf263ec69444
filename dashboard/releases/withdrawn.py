"""The ledger of withdrawn decisions: ``withdrawn.csv`` in the releases folder, applied at every build.

It holds no text of a decision, only which one was withdrawn, when, why and by whom.
"""

import csv
import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dashboard.releases.changing import Changing
from dashboard.releases.on_disk import why

LEDGER = "withdrawn.csv"
COLUMNS = ("reference", "withdrawn_on", "reason", "by")


class LedgerError(ValueError):
    """The ledger cannot be read. The message is a sentence naming the line."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """One withdrawn decision; ``reason`` is shown to readers, ``by`` is not."""

    reference: str
    on: date
    reason: str
    by: str


def read_ledger(directory: Path) -> tuple[Withdrawn, ...]:
    """Return the withdrawals recorded in a releases folder, oldest first. Raises LedgerError."""
    path = directory / LEDGER
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise LedgerError(f"{path} cannot be read: {why(error)}.") from None
    rows = list(csv.reader(io.StringIO(text)))
    if not rows or tuple(rows[0]) != COLUMNS:
        raise LedgerError(f"{path} does not begin with the line “{','.join(COLUMNS)}”.")
    return tuple(_entry(path, line, row) for line, row in enumerate(rows[1:], 2))


def record(held: Changing, entry: Withdrawn) -> None:
    """Add one withdrawal to the ledger of a releases folder. Raises LedgerError, OSError."""
    entries = (*read_ledger(held.folder), entry)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((e.reference, e.on.isoformat(), e.reason, e.by) for e in entries)
    held.write(held.folder / LEDGER, text.getvalue())


def _entry(path: Path, line: int, row: list[str]) -> Withdrawn:
    try:
        reference, on, reason, by = row
        return Withdrawn(reference, date.fromisoformat(on), reason, by)
    except ValueError as error:
        raise LedgerError(f"{path}, line {line}: {error}.") from None

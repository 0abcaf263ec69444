"""The log of the store: what people did to drafts, names and headings, when, by whom and why.

``log.csv`` only ever grows: what is taken back leaves the line of its making, and gets one of its undoing.
"""

from dataclasses import astuple, dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from dashboard.imports.store.csv_file import read_rows, write_rows
from dashboard.releases.changing import Changing

FILE = "log.csv"
COLUMNS = ("at", "act", "draft", "by", "reason", "what")


@dataclass(frozen=True, slots=True)
class Because:
    """Who does something, why, and when (now)."""

    by: str
    reason: str
    at: datetime

    @property
    def on(self) -> date:
        """The day, UTC."""
        return self.at.astimezone(UTC).date()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the log: ``act`` is the command, ``draft`` the draft it was about (none: empty)."""

    at: str
    act: str
    draft: str
    by: str
    reason: str
    what: str


def note(held: Changing, act: str, because: Because, *what: str, draft: str = "") -> None:
    """Add a line to the log of a store for each thing done. Raises NotReadableError, OSError.

    Before the change itself, so that no change is there without its line whenever the process is killed.
    """
    at = because.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    by, reason = _one_line(because.by), _one_line(because.reason)
    lines = [Line(at, act, draft, by, reason, _one_line(each)) for each in what]
    write_rows(held, held.folder / FILE, COLUMNS, map(astuple, (*read_log(held.folder), *lines)))


def read_log(store: Path) -> tuple[Line, ...]:
    """Return the lines of a store's log, oldest first. Raises NotReadableError."""
    return tuple(Line(**cells) for _, cells in read_rows(store / FILE, COLUMNS))


def _one_line(text: str) -> str:
    return " ".join(text.split())

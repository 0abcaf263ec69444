"""The headings of tables that a person has said the meaning of, in ``store/headings.csv``.

They stand beside the package's own wordings (``imports/tables/headings.toml``), which they never change.
"""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path

from dashboard.imports.place import Place
from dashboard.imports.problems import refused
from dashboard.imports.store.csv_file import NotReadableError, read_rows, write_rows
from dashboard.imports.store.files import changing_store
from dashboard.imports.store.log import Because, note
from dashboard.imports.wording import normalised
from dashboard.releases.changing import Changing

FILE = "headings.csv"
COLUMNS = ("text", "table", "quantity", "by", "reason", "on")


@dataclass(frozen=True, slots=True)
class AcceptedHeading:
    """A text that heads the column of a quantity in one kind of table (``received``, ``decided``,
    ``remedies``); who said so, why, and on which day."""

    text: str
    table: str
    quantity: str
    by: str
    reason: str
    on: str

    @property
    def key(self) -> tuple[str, str]:
        """What tells one from another, as tables are read: “Cases upheld” and “Cases upheld (%)” are two."""
        return normalised(self.text), self.table


def accepted_headings(store: Path) -> tuple[AcceptedHeading, ...]:
    """Return the accepted headings, in the order accepted. Raises ImportRefusedError for a damaged file."""
    try:
        return tuple(AcceptedHeading(**cells) for _, cells in read_rows(store / FILE, COLUMNS))
    except NotReadableError as error:
        raise refused(Place(FILE), f"The accepted headings cannot be read: {error}") from error


def accept_heading(store: Path, heading: AcceptedHeading, because: Because) -> AcceptedHeading | None:
    """Add an accepted heading; one of the same text and kind of table gives way to it, and is returned."""
    with changing_store(store) as held:
        there = accepted_headings(store)
        before = next((known for known in there if known.key == heading.key), None)
        instead = (
            f", in place of {told(before)} ({before.by}, {before.on}: {before.reason})" if before else ""
        )
        note(held, "headings accept", because, told(heading) + instead)
        _write(held, (*(known for known in there if known.key != heading.key), heading))
    return before


def remove_heading(store: Path, text: str, table: str, because: Because) -> AcceptedHeading:
    """Take an accepted heading back, and return it. Raises ImportRefusedError where there is none."""
    key = normalised(text), table
    with changing_store(store) as held:
        headings = accepted_headings(store)
        found = next((heading for heading in headings if heading.key == key), None)
        if found is None:
            raise refused(
                Place(FILE), f"“{text}” was not accepted in tables {table}.", "`headings list` lists them."
            )
        note(held, "headings remove", because, f"{told(found)} ({found.by}, {found.on}: {found.reason})")
        _write(held, [heading for heading in headings if heading is not found])
    return found


def told(heading: AcceptedHeading) -> str:
    """Say an accepted heading: “Cases upheld” in tables decided is upheld."""
    return f"“{heading.text}” in tables {heading.table} is {heading.quantity}"


def _write(held: Changing, headings: Iterable[AcceptedHeading]) -> None:
    write_rows(held, held.folder / FILE, COLUMNS, map(astuple, headings))

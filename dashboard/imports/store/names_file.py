"""The authority names that a person has accepted, in ``store/names.csv``."""

import csv
import io
from dataclasses import astuple, dataclass
from pathlib import Path

from dashboard.imports.imported import Place
from dashboard.imports.problems import refused
from dashboard.releases.on_disk import write_whole
from dashboard.repository.names import folded

COLUMNS = ("text", "slug", "year", "by", "reason", "on")


@dataclass(frozen=True, slots=True)
class AcceptedName:
    """A text that names a council, in one year's table or (``year`` empty) in any; who said so, why, when."""

    text: str
    slug: str
    year: str
    by: str
    reason: str
    on: str


def read_names(store: Path) -> tuple[AcceptedName, ...]:
    """Return the accepted names, in the order accepted. Raises ImportRefusedError for a damaged file."""
    path = store / "names.csv"
    if not path.exists():
        return ()
    try:
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise refused(Place("names.csv"), f"The accepted names cannot be read: {error}.") from error
    if not rows or tuple(rows[0]) != COLUMNS:
        raise refused(Place("names.csv", row=1), f"The columns are not {', '.join(COLUMNS)}.")
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(COLUMNS):
            raise refused(Place("names.csv", row=number), f"There are {len(row)} cells, not {len(COLUMNS)}.")
    return tuple(AcceptedName(*row) for row in rows[1:])


def accept_name(store: Path, name: AcceptedName) -> None:
    """Add an accepted name; one for the same text and year is replaced."""
    key = (folded(name.text), name.year)
    others = [known for known in read_names(store) if (folded(known.text), known.year) != key]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(astuple(known) for known in (*others, name))
    write_whole(store / "names.csv", text.getvalue())

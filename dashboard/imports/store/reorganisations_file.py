"""The reorganisations of councils that were kept, in ``store/reorganisations.csv``: a row a new council."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.reorganisation import NewCouncil, Reorganisation
from dashboard.imports.place import Place
from dashboard.imports.problems import refused
from dashboard.imports.store.csv_file import NotReadableError, read_rows, write_rows
from dashboard.releases.changing import Changing

FILE = "reorganisations.csv"
COLUMNS = ("reorganisation", "name", "code", "type", "start", "predecessors", "by", "reason", "on")
"""As a file that is handed in, with its own name before and who decided, why and when behind. Predecessors
are slugs."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A reorganisation that was kept, and who kept it, why and on which day (ISO)."""

    reorganisation: Reorganisation
    by: str
    reason: str
    on: str

    @property
    def name(self) -> str:
        """What it is listed and removed by."""
        return self.reorganisation.name


def read_kept(store: Path) -> tuple[Kept, ...]:
    """Return what was kept, in the order kept. Raises ImportRefusedError for a damaged file."""
    rows: dict[str, list[dict[str, str]]] = {}
    try:
        for _, cells in read_rows(store / FILE, COLUMNS):
            rows.setdefault(cells["reorganisation"], []).append(cells)
        return tuple(
            Kept(Reorganisation(name, tuple(map(_council, of))), of[0]["by"], of[0]["reason"], of[0]["on"])
            for name, of in rows.items()
        )
    except (NotReadableError, ValueError) as error:
        raise refused(Place(FILE), f"The reorganisations kept cannot be read: {error}") from error


def read_reorganisations(store: Path) -> tuple[Reorganisation, ...]:
    """Return the reorganisations alone. Raises ImportRefusedError for a damaged file."""
    return tuple(kept.reorganisation for kept in read_kept(store))


def write_kept(held: Changing, kept: Sequence[Kept]) -> None:
    """Write what is kept; where nothing is, the file goes. Raises OSError."""
    if kept:
        write_rows(held, held.folder / FILE, COLUMNS, _rows(kept))
    else:
        held.remove(held.folder / FILE)


def said_of(council: NewCouncil) -> tuple[str, str, str, str, str]:
    """Return a new council as it is written: its name, code, type, start and predecessors."""
    start, before = council.start.isoformat(), "|".join(council.predecessors)
    return council.name, council.code or "", council.type.value, start, before


def _rows(kept: Iterable[Kept]) -> Iterator[tuple[str, ...]]:
    for one in kept:
        for council in one.reorganisation.councils:
            yield (one.name, *said_of(council), one.by, one.reason, one.on)


def _council(cells: dict[str, str]) -> NewCouncil:
    return NewCouncil(
        cells["name"],
        cells["code"] or None,
        AuthorityType(cells["type"]),
        date.fromisoformat(cells["start"]),
        tuple(cells["predecessors"].split("|")),
    )

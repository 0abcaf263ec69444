"""The authority names that a person has accepted, in ``store/names.csv``."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from dashboard.imports.place import Place
from dashboard.imports.problems import ImportRefusedError, Problem, refused
from dashboard.imports.store.csv_file import NotReadableError, read_rows, write_rows
from dashboard.imports.store.files import changing_store
from dashboard.imports.store.log import Because, note
from dashboard.imports.store.own_names import OwnNames
from dashboard.releases.changing import Changing
from dashboard.repository.names import folded

FILE = "names.csv"
COLUMNS = ("text", "slug", "year", "by", "reason", "on")
OFF_THE_MAP = "off-the-map"
"""In place of a council's slug: the body is no council, and has no place on the map."""


@dataclass(frozen=True, slots=True)
class AcceptedName:
    """A text that names a council, in one year's table or (``year`` empty) in any; who said so, why, when.
    Where ``slug`` is ``OFF_THE_MAP`` it names a body that is no council."""

    text: str
    slug: str
    year: str
    by: str
    reason: str
    on: str

    @property
    def key(self) -> tuple[str, str]:
        """What tells one from another: one text means one council in a year."""
        return folded(self.text), self.year


def read_names(store: Path) -> tuple[AcceptedName, ...]:
    """Return the accepted names, in the order accepted. Raises ImportRefusedError for a damaged file."""
    try:
        return tuple(AcceptedName(**cells) for _, cells in read_rows(store / FILE, COLUMNS))
    except NotReadableError as error:
        raise refused(Place(FILE), f"The accepted names cannot be read: {error}") from error


def accept_names(store: Path, names: Sequence[AcceptedName], own: OwnNames, because: Because) -> None:
    """Add accepted names, all or none; one for the same text and year as another takes its place.

    Raises ImportRefusedError with every text that is another council's own name, or that is given twice.
    """
    _refuse_wrong(names, own)
    keys = {name.key for name in names}
    with changing_store(store) as held:
        others = [known for known in read_names(store) if known.key not in keys]
        note(held, "names accept", because, *map(told, names))
        _write(held, (*others, *names))


def remove_name(store: Path, text: str, year: str, because: Because) -> AcceptedName:
    """Take an accepted name back, and return it. Raises ImportRefusedError where there is none."""
    key = folded(text), year
    with changing_store(store) as held:
        names = read_names(store)
        found = next((name for name in names if name.key == key), None)
        if found is None:
            raise refused(Place(FILE), _not_there(text, year, names), "`names list` lists them.")
        note(held, "names remove", because, f"{told(found)} ({found.by}, {found.on}: {found.reason})")
        _write(held, [name for name in names if name is not found])
    return found


def told(name: AcceptedName) -> str:
    """Say an accepted name: “Blackpool (Lancs)” in 2024-25 is blackpool-borough-council."""
    return f"“{name.text}”{f' in {name.year}' if name.year else ''} is {name.slug}"


def _write(held: Changing, names: Iterable[AcceptedName]) -> None:
    write_rows(held, held.folder / FILE, COLUMNS, map(astuple, names))


def _not_there(text: str, year: str, names: Iterable[AcceptedName]) -> str:
    years = sorted(name.year or "any year" for name in names if folded(name.text) == folded(text))
    of = f" in {year}" if year else " in any year"
    elsewhere = f": it was in {', '.join(years)} (--year says which)" if years else ""
    return f"“{text}” was not accepted{of}{elsewhere}."


def _refuse_wrong(names: Sequence[AcceptedName], own: OwnNames) -> None:
    problems = []
    first: dict[tuple[str, str], AcceptedName] = {}
    for name in names:
        place = Place(f"“{name.text}”")
        if first.setdefault(name.key, name).slug != name.slug:
            problems.append(Problem(place, f"It is given as {first[name.key].slug} and as {name.slug}."))
        elif why := own.refusal(name.text, name.slug, name.year):
            problems.append(Problem(place, why))
    if problems:
        raise ImportRefusedError(problems)

"""The authority names that a person has accepted, in ``store/names.csv``."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Protocol

from dashboard.imports.place import Place
from dashboard.imports.problems import ImportRefusedError, Problem, refused
from dashboard.imports.store.csv_file import NotReadableError, read_rows, write_rows
from dashboard.imports.store.files import changing_store
from dashboard.imports.store.log import Because, note
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


class Refusing(Protocol):
    """Knows the names that councils have of their own."""

    def refusal(self, text: str, slug: str, year: str = "") -> str | None:
        """Say why a text cannot mean a council, or a body off the map, in a year; None where it can."""


def read_names(store: Path) -> tuple[AcceptedName, ...]:
    """Return the accepted names, in the order accepted. Raises ImportRefusedError for a damaged file."""
    try:
        return tuple(AcceptedName(**cells) for _, cells in read_rows(store / FILE, COLUMNS))
    except NotReadableError as error:
        raise refused(Place(FILE), f"The accepted names cannot be read: {error}") from error


def accept_names(
    store: Path, names: Sequence[AcceptedName], own: Refusing, because: Because
) -> tuple[AcceptedName, ...]:
    """Add accepted names, all or none; what was accepted for the same text and year gives way. Return
    those of them that meant another.

    Raises ImportRefusedError with every text that is another council's own name, that is given twice, or that
    has no letter and no digit: an empty cell would bear it too.
    """
    _refuse_wrong(names, own)
    keys = {name.key for name in names}
    with changing_store(store) as held:
        there = read_names(store)
        before = {known.key: known for known in there if known.key in keys}
        note(held, "names accept", because, *(told(name) + _instead(before.get(name.key)) for name in names))
        _write(held, (*(known for known in there if known.key not in keys), *names))
    return tuple(
        before[name.key] for name in names if name.key in before and before[name.key].slug != name.slug
    )


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


def _instead(before: AcceptedName | None) -> str:
    return f", in place of {told(before)} ({before.by}, {before.on}: {before.reason})" if before else ""


def _write(held: Changing, names: Iterable[AcceptedName]) -> None:
    write_rows(held, held.folder / FILE, COLUMNS, map(astuple, names))


def _not_there(text: str, year: str, names: Iterable[AcceptedName]) -> str:
    years = sorted(name.year or "any year" for name in names if folded(name.text) == folded(text))
    of = f" in {year}" if year else " in any year"
    elsewhere = f": it was in {', '.join(years)} (--year says which)" if years else ""
    return f"“{text}” was not accepted{of}{elsewhere}."


def _refuse_wrong(names: Sequence[AcceptedName], own: Refusing) -> None:
    problems = []
    first: dict[tuple[str, str], AcceptedName] = {}
    for name in names:
        place = Place(f"“{name.text}”")
        if not folded(name.text):
            problems.append(
                Problem(place, "It has no letter and no digit: an empty cell would mean the same.")
            )
        elif first.setdefault(name.key, name).slug != name.slug:
            problems.append(Problem(place, f"It is given as {first[name.key].slug} and as {name.slug}."))
        elif why := own.refusal(name.text, name.slug, name.year):
            problems.append(Problem(place, why))
    if problems:
        raise ImportRefusedError(problems)

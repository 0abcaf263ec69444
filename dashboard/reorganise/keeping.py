"""Keeping a reorganisation in the store, and taking one out: whole or not at all, with who and why."""

from dataclasses import dataclass
from pathlib import Path

from dashboard.domain.formats import day
from dashboard.domain.reorganisation import NewCouncil, Reorganisation
from dashboard.imports.place import Place
from dashboard.imports.problems import ImportRefusedError, refused
from dashboard.imports.store.files import changing_store
from dashboard.imports.store.log import Because, note
from dashboard.imports.store.reorganisations_file import FILE, Kept, read_kept, write_kept
from dashboard.reference.load import Reference
from dashboard.releases.locate import is_name
from dashboard.reorganise.applied import applied, as_far_as_fit, every, unfit
from dashboard.reorganise.checking import checked, last_change
from dashboard.reorganise.meaning import meaning, warnings
from dashboard.reorganise.reading import read_rows
from dashboard.words.wording import listed


@dataclass(frozen=True, slots=True)
class Handed:
    """A file as it is handed in: its name, what is in it, and what the reorganisation is to be called."""

    file: str
    content: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Told:
    """A reorganisation that may be kept, what it means in sentences, and what should be looked at."""

    reorganisation: Reorganisation
    meaning: tuple[str, ...]
    warnings: tuple[str, ...]


def told(store: Path, handed: Handed, committed: Reference, *, replaces: bool = False) -> Told:
    """Read and check a file against the committed data and what is kept; nothing is kept by it.

    ``replaces``: what is kept of its name is left out of account. Raises ImportRefusedError.
    """
    return _told(read_kept(store), handed, committed, replaces=replaces)[0]


def keep(
    store: Path, handed: Handed, committed: Reference, because: Because, *, replaces: bool = False
) -> Told:
    """Keep a reorganisation, all of it or nothing. Raises ImportRefusedError, LockedError, OSError."""
    with changing_store(store) as held:
        said, others = _told(read_kept(store), handed, committed, replaces=replaces)
        new = Kept(said.reorganisation, because.by, because.reason, because.on.isoformat())
        note(held, "reorganise", because, f"{handed.name} kept: {_summary(said.reorganisation)}")
        write_kept(held, (*others, new))
    return said


def remove(store: Path, name: str, committed: Reference, because: Because) -> Kept:
    """Take a reorganisation out, and return it. One that another is built on stays.

    Raises ImportRefusedError, LockedError, OSError.
    """
    with changing_store(store) as held:
        kept = read_kept(store)
        gone = next((one for one in kept if one.name == name), None)
        if gone is None:
            names = listed([f"“{one.name}”" for one in kept])
            there = f"There {'is' if len(kept) == 1 else 'are'} {names}." if kept else "None is kept."
            raise refused(Place(FILE), f"No reorganisation “{name}” is kept.", there)
        rest = tuple(one for one in kept if one is not gone)
        _refuse_unfit(committed, kept, rest)
        note(
            held,
            "reorganise remove",
            because,
            f"{name} removed: {_summary(gone.reorganisation)} (kept by {gone.by}, {gone.on}: {gone.reason})",
        )
        write_kept(held, rest)
    return gone


def _told(
    kept: tuple[Kept, ...], handed: Handed, committed: Reference, *, replaces: bool
) -> tuple[Told, tuple[Kept, ...]]:
    """Return a file that was read and checked, and what is kept besides it."""
    if not is_name(handed.name):
        raise refused(
            Place(handed.name or "the name"),
            "A reorganisation's name is made of small letters and digits, with -, _ or . between them.",
            "--name gives one, such as surrey-2027.",
        )
    others = tuple(one for one in kept if one.name != handed.name)
    if len(others) < len(kept) and not replaces:
        raise refused(
            Place(handed.file),
            f"A reorganisation “{handed.name}” is kept already.",
            "--replace puts this in its place; --name gives it another name.",
        )
    applied(committed, [one.reorganisation for one in kept])  # what is kept fits
    before = as_far_as_fit(committed, [one.reorganisation for one in others])
    new = checked(read_rows(handed.content, handed.file), before, last_change(committed))
    told_as = Reorganisation(handed.name, new)
    _refuse_unfit(committed, kept, (*others, Kept(told_as, "", "", "")))
    beside = every(one.reorganisation for one in others)
    return Told(told_as, meaning(new, committed, beside), warnings(new, before)), others


def _refuse_unfit(committed: Reference, before: tuple[Kept, ...], after: tuple[Kept, ...]) -> None:
    """Refuse a change by which something kept would no longer fit that fits now."""
    now = {str(problem) for problem in unfit(committed, [one.reorganisation for one in before])}
    then = unfit(committed, [one.reorganisation for one in after])
    if problems := [problem for problem in then if str(problem) not in now]:
        raise ImportRefusedError(problems)


def _summary(one: Reorganisation) -> str:
    return "; ".join(map(_one, one.councils))


def _one(council: NewCouncil) -> str:
    return f"{council.name} from {day(council.start)} of {', '.join(council.predecessors)}"

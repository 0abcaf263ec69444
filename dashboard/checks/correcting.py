"""Declaring corrections of a draft and taking them back: one change of the store each."""

from collections.abc import Iterable
from pathlib import Path

from dashboard.checks.corrections import (
    COLUMNS,
    Correction,
    apply_corrections,
    cells_of,
    read_corrections,
)
from dashboard.checks.held_rows import Key
from dashboard.domain.rounding import plain
from dashboard.imports.drafts.read_draft import known_names, read_inputs
from dashboard.imports.store.csv_file import write_rows
from dashboard.imports.store.draft import CORRECTIONS_FILE as FILE
from dashboard.imports.store.draft import Draft, draft_directory, load_draft
from dashboard.imports.store.files import changing_store
from dashboard.imports.store.log import Because, note
from dashboard.reference.load import Reference
from dashboard.releases.changing import Changing

_TRIES = 5


class NotCorrectedError(ValueError):
    """A correction cannot be made, or taken back. The message is a sentence; nothing was changed."""


def correct(store: Path, name: str, correction: Correction, reference: Reference, because: Because) -> None:
    """Add a correction to a draft. One that does not fit what the source says now is refused.

    The source is read without the store's lock, and again where the draft's inputs were changed meanwhile.
    Raises NotCorrectedError, also where the figure is corrected already; ImportRefusedError,
    NotReadableError, LockedError, OSError.
    """
    for _ in range(_TRIES):
        draft = load_draft(store, name)
        imported = read_inputs(store, draft, known_names(store, reference))
        for finding in apply_corrections(imported, [correction], reference).findings:
            raise NotCorrectedError(f"{finding.sentence} Nothing was written.")
        if _added(store, draft, correction, reference, because):
            return
    raise NotCorrectedError(
        f"The inputs of {name} are changed again and again: correct it once they are not."
    )


def _added(store: Path, draft: Draft, correction: Correction, reference: Reference, because: Because) -> bool:
    """Add a correction, and say whether it was: not to a draft whose inputs are others than were read."""
    name = draft.name
    with changing_store(store) as held:
        if load_draft(store, name).inputs != draft.inputs:
            return False
        there = read_corrections(draft_directory(store, name), reference)
        if any(other.key == correction.key for other in there):
            raise NotCorrectedError(
                f"{FILE} corrects this figure already: {' '.join(correction.key)}. Take that back "
                "first, with --remove."
            )
        note(held, "correct", because, _told(correction), draft=name)
        _write(held, name, (*there, correction))
    return True


def take_back(store: Path, name: str, key: Key, reference: Reference, because: Because) -> Correction:
    """Take a correction out of a draft, and return it. Raises as ``correct``; no input is looked at."""
    with changing_store(store) as held:
        load_draft(store, name)
        there = read_corrections(draft_directory(store, name), reference)
        found = next((each for each in there if each.key == key), None)
        if found is None:
            raise NotCorrectedError(f"{FILE} of {name} does not correct {' '.join(key)}.")
        decided = f" (decided by {found.decided_by} on {found.decided_on.isoformat()}: {found.reason})"
        note(held, "correct --remove", because, _told(found) + decided, draft=name)
        _write(held, name, [each for each in there if each.key != key])
    return found


def _write(held: Changing, name: str, corrections: Iterable[Correction]) -> None:
    write_rows(held, draft_directory(held.folder, name) / FILE, COLUMNS, map(cells_of, corrections))


def _told(c: Correction) -> str:
    was, became = ("nothing" if value is None else plain(value) for value in (c.was, c.became))
    return f"{' '.join(c.key)}: from {was} to {became}"

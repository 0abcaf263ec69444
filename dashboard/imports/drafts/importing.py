"""Importing files into a draft: all of them, or none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from dashboard.domain.years import ReportingYear
from dashboard.imports.drafts.asked import Asked
from dashboard.imports.drafts.inputs_together import together
from dashboard.imports.drafts.read_copies import Read, read_copies
from dashboard.imports.drafts.read_draft import known_names
from dashboard.imports.imported import FormulasRead, LeftOut, Place, TextFound, all_formulas
from dashboard.imports.problems import refused
from dashboard.imports.register.screen import REMEDIES
from dashboard.imports.store.draft import (
    DEMONSTRATION,
    REAL,
    Draft,
    DraftInput,
    check_name,
    has_draft,
    load_draft,
    save_draft,
)
from dashboard.imports.store.drop import told
from dashboard.imports.store.files import changing_store, copy_in, incoming, keep
from dashboard.imports.store.log import Because, note
from dashboard.reference.load import Reference

__all__ = ["Asked", "Done", "import_files"]


@dataclass(frozen=True, slots=True)
class Done:
    """What an import did: the draft as it is now, the inputs it added, what was left out of them, which
    cells were read with the value that a formula gave, what in their texts a person should see, how many
    recommendations for persons stay out of the release, and which inputs gave way to others."""

    draft: Draft
    added: tuple[DraftInput, ...]
    left_out: tuple[LeftOut, ...]
    formulas: FormulasRead
    found: tuple[TextFound, ...] = ()
    kept_back: int = 0
    gave_way: tuple[DraftInput, ...] = ()


def import_files(
    store: Path,
    asked: Asked,
    reference: Reference,
    progress: Callable[[str], None] = lambda _: None,
    *,
    today: date | None = None,
) -> Done:
    """Copy files into the store, read them whole, and add them to a draft; begin it where there is none.

    ``today`` says which years have ended (the day it is).
    Nothing is added unless every file can be read. Raises ImportRefusedError with all that is wrong.
    """
    check_name(asked.name)
    with incoming(store) as folder:
        _check_ended(asked, _draft(store, asked), today or datetime.now(UTC).date())
        copies = [copy_in(path, folder) for path in asked.files]
        reads = read_copies(copies, asked, known_names(store, reference), progress)
        added = tuple(one for read in reads for one in read.inputs)
        with changing_store(store) as held:  # the draft as it is now: reading took its time
            draft = _draft(store, asked)
            _check_kind(draft, reads)
            inputs = together(draft.inputs, added, replacing=asked.replacing)
            gave_way = tuple(one for one in draft.inputs if not _is_among(inputs, one))
            for copied in copies:
                keep(held, copied)
            with_held = draft.with_held if asked.with_held is None else asked.with_held
            draft = replace(draft, inputs=inputs, with_held=with_held)
            because = Because(asked.aside.by, asked.aside.reason, datetime.now(UTC))
            out = (f"{told(one)} gave way" for one in gave_way)
            note(held, "import", because, *out, *map(told, added), draft=draft.name)
            save_draft(held, draft)
    published = asked.personal_remedies or draft.kind == DEMONSTRATION
    return Done(
        draft,
        added,
        tuple(one for read in reads for one in read.left_out),
        all_formulas(read.formulas for read in reads),
        tuple(one for read in reads for one in read.found if published or one.column != REMEDIES),
        0 if published else sum(read.personal_remedies for read in reads),
        gave_way,
    )


def _is_among(inputs: Sequence[DraftInput], old: DraftInput) -> bool:
    """Say whether an input is among others, whenever it was imported: all that was said of it is the same."""
    return any(replace(one, imported_at=old.imported_at, name=old.name) == old for one in inputs)


def _draft(store: Path, asked: Asked) -> Draft:
    """Return the draft that is imported into; a new one where there is none."""
    if not has_draft(store, asked.name):
        return _new(asked.name, asked.kind or REAL)
    draft = load_draft(store, asked.name)
    if asked.kind not in (None, draft.kind):
        raise refused(
            Place(asked.name), f"The draft is a {draft.kind} one, and stays so.", "Give another --name."
        )
    return draft


def _new(name: str, kind: str) -> Draft:
    """Begin a draft: a real one has the figures held of other years, a demonstration stands on its input."""
    return Draft(name, kind, with_held=kind == REAL)


def _check_ended(asked: Asked, draft: Draft, today: date) -> None:
    """A real year has ended before its figures are whole; a demonstration may hold one that has not."""
    open_years = [year for year in asked.years if ReportingYear.parse(year).last_day >= today]
    if open_years and draft.kind == REAL:
        raise refused(
            Place(asked.name),
            f"{', '.join(open_years)} has not ended: its figures cannot be whole yet.",
            "Correct --year.",
        )


def _check_kind(draft: Draft, reads: Sequence[Read]) -> None:
    """Simulated figures go into demonstrations, and nothing else does."""
    for read in reads:
        if read.simulated and draft.kind != DEMONSTRATION:
            raise refused(
                Place(read.copied.name),
                f"The file says that it is simulated, and the draft {draft.name} is of real figures.",
                "Import it into a draft of its own, begun with --kind demonstration.",
            )
        if not read.simulated and draft.kind == DEMONSTRATION:
            raise refused(
                Place(read.copied.name),
                f"The file says nowhere that it is simulated, and the draft {draft.name} is a demonstration.",
                "Real figures go into a draft of their own.",
            )

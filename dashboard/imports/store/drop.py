"""Taking an input out of a draft; the store keeps its copy."""

from dataclasses import replace
from pathlib import Path

from dashboard.imports.place import Place
from dashboard.imports.problems import refused
from dashboard.imports.store.draft import DraftInput, load_draft, save_draft
from dashboard.imports.store.files import changing_store
from dashboard.imports.store.log import Because, note

_SHORTEST = 6  # characters of a checksum that name a file


def drop_inputs(
    store: Path, name: str, text: str, because: Because, *, year: str | None = None, kind: str | None = None
) -> tuple[DraftInput, ...]:
    """Take a file out of a draft, with every table it has there, and return what was taken out.

    ``text`` is the file's name or how its checksum begins; ``year`` and ``kind`` narrow it to the tables of
    a year or kind. Raises ImportRefusedError where nothing, or more than one file, is meant.
    """
    with changing_store(store) as held:
        draft = load_draft(store, name)
        meant = tuple(
            one
            for one in draft.inputs
            if _is(one, text) and year in (None, one.year) and kind in (None, one.kind)
        )
        if not meant:
            raise refused(Place(name), f"No input of it is “{text}”. It has: {_listed(draft.inputs)}.")
        if len({(one.sha256, one.year) for one in meant}) > 1:
            raise refused(
                Place(name),
                f"“{text}” could be {_listed(meant)}.",
                "Say which: --year, --kind, or how its checksum begins.",
            )
        note(held, "drop", because, f"{_listed(meant)} taken out", draft=name)
        save_draft(held, replace(draft, inputs=tuple(one for one in draft.inputs if one not in meant)))
    return meant


def told(one: DraftInput) -> str:
    """Say an input, what was decided of it too: received.csv (received of 2024-25, sha256 1a2b3c4d5e6f…)."""
    of = f" of {one.year}" if one.year else ""
    of += f" whole for {', '.join(one.years)}" if one.years else ""
    of += " with personal remedies" if one.personal_remedies else ""
    aside = f"; {one.aside}" if one.aside else ""
    return f"{one.name} ({one.kind}{of}, sha256 {one.sha256[:12]}…{aside})"


def _is(one: DraftInput, text: str) -> bool:
    return text == one.name or (len(text) >= _SHORTEST and one.sha256.startswith(text.lower().rstrip("…")))


def _listed(inputs: tuple[DraftInput, ...]) -> str:
    return "; ".join(map(told, inputs)) or "none"

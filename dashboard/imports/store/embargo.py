"""The embargo of a draft: the first day that it may be public."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from dashboard.imports.store.draft import Draft, load_draft, save_draft
from dashboard.imports.store.files import changing_store
from dashboard.imports.store.log import Because, note


def set_embargo(store: Path, name: str, until: date | None, because: Because) -> Draft:
    """Set, change or lift (None) the embargo of a draft, and return the draft as it was before. Raises
    ImportRefusedError, LockedError, OSError."""
    with changing_store(store) as held:
        before = load_draft(store, name)
        instead = f", in place of {_told(before.embargoed_until)}" if before.embargoed_until else ""
        note(held, "embargo", because, _told(until) + instead, draft=name)
        save_draft(held, replace(before, embargoed_until=until))
    return before


def _told(until: date | None) -> str:
    return f"until {until.isoformat()}" if until else "none"

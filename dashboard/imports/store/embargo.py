"""The embargo of a draft: the first day that it may be public."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from dashboard.imports.store.draft import Draft, load_draft, save_draft
from dashboard.imports.store.files import changing_store
from dashboard.imports.store.log import Because, note


def set_embargo(store: Path, name: str, until: date | None, because: Because) -> Draft:
    """Set, change or lift (None) the embargo of a draft. Raises ImportRefusedError, LockedError, OSError."""
    with changing_store(store) as held:
        draft = replace(load_draft(store, name), embargoed_until=until)
        note(held, "embargo", because, f"until {until.isoformat()}" if until else "none", draft=name)
        save_draft(held, draft)
    return draft

"""A draft of the store as it is now: what publishing, previewing and listing hold its release against."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from dashboard.build.data import DATA, inputs_checksum
from dashboard.imports.store.draft import has_draft, load_draft
from dashboard.imports.store.files import changing_store, store_directory
from dashboard.imports.store.fingerprint import fingerprint_of, with_data
from dashboard.releases.fingerprint import DraftNow


def drafts_now(data: Path | None) -> Callable[[str], DraftNow | None]:
    """Return what tells the draft of a name as it is now; None where there is none.

    It raises ImportRefusedError where the store cannot be read.
    """
    store = store_directory()
    checksum = ""

    def now(name: str) -> DraftNow | None:
        nonlocal checksum
        if not has_draft(store, name):
            return None
        checksum = checksum or inputs_checksum(data or DATA)
        until = load_draft(store, name).embargoed_until
        return DraftNow(
            with_data(fingerprint_of(store, name), checksum), until.isoformat() if until else None
        )

    return now


def kept_drafts(data: Path | None) -> Callable[[str], AbstractContextManager[DraftNow | None]]:
    """Return the same as a context, within which nobody can change the draft. It raises LockedError too."""
    store, now = store_directory(), drafts_now(data)

    @contextmanager
    def kept(name: str) -> Iterator[DraftNow | None]:
        if not has_draft(store, name):
            yield None
            return
        with changing_store(store):
            yield now(name)

    return kept

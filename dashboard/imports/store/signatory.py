"""Who signs the letters of a draft: set by the publisher alone, and of no demonstration."""

from dataclasses import replace
from pathlib import Path

from dashboard.imports.place import Place
from dashboard.imports.problems import refused
from dashboard.imports.store.draft import DEMONSTRATION, Draft, load_draft, save_draft
from dashboard.imports.store.files import changing_store
from dashboard.imports.store.log import Because, note

LONGEST = 120


def set_signatory(store: Path, name: str, signatory: str, because: Because) -> Draft:
    """Set, change or take back (empty) who signs. Raises ImportRefusedError, LockedError, OSError.

    Refused for a demonstration, whose letters are simulated, and for a text that is not one line of a name.
    """
    signatory = " ".join(signatory.split())
    with changing_store(store) as held:
        draft = load_draft(store, name)
        if signatory and draft.kind == DEMONSTRATION:
            raise refused(Place(name), "The letters of a demonstration are simulated: nobody signs them.")
        if len(signatory) > LONGEST or not signatory.isprintable():
            raise refused(Place("--as"), f"Who signs is said in one line of {LONGEST} characters at most.")
        draft = replace(draft, signatory=signatory)
        note(held, "sign", because, signatory or "nobody", draft=name)
        save_draft(held, draft)
    return draft

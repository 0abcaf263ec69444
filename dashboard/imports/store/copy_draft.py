"""Copying a draft: the way to a corrected release once one of its name has been live."""

import shutil
from dataclasses import replace
from pathlib import Path

from dashboard.imports.place import Place
from dashboard.imports.problems import refused
from dashboard.imports.store.draft import FILE, Draft, check_name, draft_directory, draft_text, load_draft
from dashboard.imports.store.files import changing_store, incoming
from dashboard.imports.store.log import Because, note
from dashboard.releases.on_disk import sync_tree

_OF_THE_FIRST_ALONE = (FILE, "report.html", ".*")  # the copy has its own


def copy_draft(store: Path, name: str, new: str, because: Because) -> Draft:
    """Copy a draft under another name: its inputs, corrections, acceptances, official letters and embargo.

    The copy is there whole or not at all. Raises ImportRefusedError where there is no such draft, or there is
    something of the new name already; LockedError, OSError.
    """
    load_draft(store, name)
    check_name(new)
    with incoming(store) as folder, changing_store(store) as held:
        target = draft_directory(store, new)
        if target.exists():
            raise refused(Place(new), "There is a draft of this name already.", "Choose another name.")
        copied = folder / new
        shutil.copytree(
            draft_directory(store, name), copied, ignore=shutil.ignore_patterns(*_OF_THE_FIRST_ALONE)
        )
        made = replace(load_draft(store, name), name=new)
        held.write(copied / FILE, draft_text(made))
        sync_tree(copied)
        note(held, "copy", because, f"made of {name}", draft=new)
        held.put(copied, target)
    return made

"""Copying a draft: the way to a corrected release once one of its name has been live."""

import shutil
from dataclasses import replace
from pathlib import Path

from dashboard.imports.imported import Place
from dashboard.imports.problems import refused
from dashboard.imports.store.draft import Draft, check_name, draft_directory, load_draft, save_draft
from dashboard.imports.store.files import incoming

_OF_THE_FIRST_ALONE = ("draft.json", "report.html", ".*")  # the copy has its own


def copy_draft(store: Path, name: str, new: str) -> Draft:
    """Copy a draft under another name: its inputs, corrections, acceptances, contacts and official letters.

    The copy is there whole or not at all, and not embargoed. Raises ImportRefusedError where there is no
    such draft, or something of the new name already.
    """
    draft = load_draft(store, name)
    check_name(new)
    target = draft_directory(store, new)
    with incoming(store) as folder:
        if target.exists():
            raise refused(Place(new), "There is a draft of this name already.", "Choose another name.")
        copied = draft_directory(folder, new)
        shutil.copytree(
            draft_directory(store, name), copied, ignore=shutil.ignore_patterns(*_OF_THE_FIRST_ALONE)
        )
        made = replace(draft, name=new, embargoed_until=None)
        save_draft(folder, made)
        copied.rename(target)
    return made

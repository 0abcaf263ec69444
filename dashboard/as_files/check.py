"""Whether an export is what it says: every file with its content, every link to something that is there."""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from dashboard.as_files.kept import MANIFEST, Entry
from dashboard.as_files.links import forms, targets_in_html, targets_in_tree
from dashboard.as_files.places import BY_SCRIPT, file_of

_NO_TREES = ("static/", "data/", "find/")


def problems_of(folder: Path, entries: Iterable[Entry], files: Collection[str]) -> list[str]:
    """Return what is wrong with some files of an export, in sentences; ``files`` are all it has."""
    return [problem for entry in entries for problem in _of_one(folder, entry, files)]


def strays(folder: Path, files: Collection[str]) -> list[str]:
    """Return a sentence for every file that no export made."""
    here = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file())
    return [f"{file} is no file of this export." for file in here if file not in files and file != MANIFEST]


def _of_one(folder: Path, entry: Entry, files: Collection[str]) -> Iterator[str]:
    try:
        content = (folder / entry.file).read_bytes()
    except OSError:
        yield f"{entry.file} is missing or cannot be read."
        return
    if len(content) != entry.size or hashlib.sha256(content).hexdigest() != entry.sha256:
        yield f"{entry.file} is not as it was made."
        return
    if entry.file.endswith(".html") and not entry.file.startswith("static/"):
        page = content.decode()
        yield from _unresolved(entry.file, targets_in_html(page), files)
        yield from _unanswered(entry.file, page)
    elif entry.file.endswith(".json") and not entry.file.startswith(_NO_TREES):
        tree = content.decode()
        yield from _unresolved(entry.file, targets_in_tree(tree), files)
        yield from _unanswered(entry.file, tree)


def _unresolved(of: str, targets: Iterable[str], files: Collection[str]) -> Iterator[str]:
    for target in dict.fromkeys(targets):
        file, answerable = _meant(target)
        if file not in files:
            yield f"{of} leads to {target}, which is not there."
        elif not answerable:
            yield f"{of} leads to {target}, whose query no file can answer."


@lru_cache(maxsize=100_000)  # councils' pages lead to the same others
def _meant(target: str) -> tuple[str, bool]:
    """Return the file that a link means, and whether a file can answer its query."""
    parts = urlsplit(target)
    path = unquote(parts.path)
    return file_of(path), not parts.query or path in BY_SCRIPT


def _unanswered(of: str, text: str) -> Iterator[str]:
    for action in dict.fromkeys(forms(text)):
        if action not in BY_SCRIPT:
            yield f"{of} has a form to {action}, which no file can answer."

"""The folder an export is made in, beside its place: nobody can take half of one for the whole.

Files are put there one by one, each whole, and brought to disk together at the end; the journal says which
groups are there. What a power cut took is found by its checksum when the run goes on.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.as_files.kept import JOURNAL, MANIFEST, Entry, Made, journal_head, journal_line, read_journal
from dashboard.releases.lock import locked
from dashboard.releases.on_disk import PART, make_folder, sync, write_whole

UNFINISHED = ".unfinished"
_BEFORE = ".before"


class NotOursError(ValueError):
    """The place of an export holds something else. The message is a sentence."""


class Making:
    """An export being made for ``place``; only while its lock is held."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.folder = place.with_name(place.name + UNFINISHED)

    def begun(self, made: Made) -> list[tuple[Entry, ...]]:
        """Return the groups that are there of the same export; where there is another, begin anew."""
        journal = self.folder / JOURNAL
        groups = read_journal(journal.read_text("utf-8"), made) if journal.is_file() else []
        if not groups:
            if self.folder.exists():
                shutil.rmtree(self.folder)
            make_folder(self.folder)
            write_whole(journal, journal_head(made))
        return groups

    def kept(self, made: Made, groups: Iterable[tuple[Entry, ...]]) -> None:
        """Write the journal anew with the groups that are there and whole."""
        write_whole(self.folder / JOURNAL, journal_head(made) + "".join(map(journal_line, groups)))

    def note(self, entries: Iterable[Entry]) -> None:
        """Add a group that is made to the journal."""
        with (self.folder / JOURNAL).open("a", encoding="utf-8") as journal:
            journal.write(journal_line(entries))

    def remove_strays(self, known: frozenset[str]) -> None:
        """Remove every file that belongs to no group: left by a process that ended while it wrote."""
        ours = known | {JOURNAL}
        for path in sorted(self.folder.rglob("*")):
            if path.is_file() and path.relative_to(self.folder).as_posix() not in ours:
                path.unlink()

    def finish(self, manifest: str) -> None:
        """Bring all to disk, write the manifest, and put the export in its place.

        What was there is another export, and goes; it stays until the new one stands. Raises OSError.
        """
        os.sync()
        write_whole(self.folder / MANIFEST, manifest)
        (self.folder / JOURNAL).unlink()
        before = self.place.with_name(self.place.name + _BEFORE)
        if before.exists():
            shutil.rmtree(before)
        if self.place.exists():
            self.place.rename(before)
        self.folder.rename(self.place)
        sync(self.place.parent)
        if before.exists():
            shutil.rmtree(before)


@contextmanager
def making(place: Path) -> Iterator[Making]:
    """Give the right to make an export for a place, to one command at a time.

    Raises LockedError, OSError, and NotOursError where the place holds what is no export: it is not touched.
    """
    if place.exists() and not (place / MANIFEST).is_file() and (not place.is_dir() or any(place.iterdir())):
        raise NotOursError(f"{place} is there already and is no export: name a folder that is not there.")
    make_folder(place.parent)
    with locked(place.with_name(f".{place.name}.lock"), f"The export {place}"):
        yield Making(place)


def write(folder: Path, file: str, content: bytes) -> None:
    """Put one file there whole, in the place of one of its name. Raises OSError."""
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{PART}{path.name}")
    part.write_bytes(content)
    part.replace(path)

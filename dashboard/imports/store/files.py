"""The store of input files: copies with checksum, never changed and never served.

``DASHBOARD_STORE`` names it (``store/`` in the working folder otherwise). ``files/<sha256>/<name>`` are
read-only copies; ``incoming/`` holds copies of imports that have not ended yet.
"""

import errno
import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dashboard.domain.characters import odd_characters, without_odd
from dashboard.imports.place import Place
from dashboard.imports.problems import refused
from dashboard.releases.changing import LOCK, Changing, changing
from dashboard.releases.lock import LockedError, locked
from dashboard.releases.on_disk import make_folder

_CHUNK = 1 << 20
_ENDS = frozenset("\t\n\r")
_READ_ONLY = 0o444
_OF_THE_STORE = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG)  # where the copy cannot be written


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy of an input file: where it is, its original name, checksum and size."""

    path: Path
    name: str
    sha256: str
    bytes: int


def store_directory() -> Path:
    """Return the folder of the store; it may not exist yet."""
    return Path(os.environ.get("DASHBOARD_STORE") or "store")


def changing_store(store: Path) -> AbstractContextManager[Changing]:
    """Give the right to change a store: drafts, names, headings, files. Raises LockedError, OSError."""
    return changing(store, f"The store {store}")


@contextmanager
def incoming(store: Path) -> Iterator[Path]:
    """Give a folder for the copies of one import, removed at the end. What killed imports left goes too.

    The store is not locked while it lasts: a large file is read for minutes, and others go on working.
    Raises LockedError, OSError.
    """
    folder = store / "incoming"
    with ExitStack() as stack:
        with changing_store(store):
            make_folder(folder)
            for left in folder.iterdir():
                if not _in_use(left):
                    shutil.rmtree(left, ignore_errors=True)
            own = Path(tempfile.mkdtemp(dir=folder))
            stack.callback(shutil.rmtree, own, ignore_errors=True)
            stack.enter_context(_used(own))
        yield own


def _used(own: Path) -> AbstractContextManager[None]:
    return locked(own / LOCK, "What is being imported", wait=0)


def _in_use(left: Path) -> bool:
    try:
        with _used(left):
            return False
    except LockedError:
        return True


def _as_written(name: str) -> str:
    """Return a file's name as it is in the folder, whatever of it the locale can read: where that alone is
    wrong, writing it says which to set.
    """
    with suppress(UnicodeError):
        return os.fsencode(name).decode()
    return name


def copy_in(source: Path, folder: Path) -> Copied:
    """Copy a file into a folder, and return the copy. The file itself is only read.

    Raises ImportRefusedError when it is missing, no file, empty, unreadable, changed while it was read, or
    has a name that cannot be shown.
    """
    place = Place(source.name or str(source))
    odd = list(odd_characters(_as_written(source.name)))
    if set(source.name) & _ENDS:
        odd.append("a tab or the end of a line")
    if odd:
        shown = Place(" ".join(without_odd(source.name).split()))
        raise refused(
            shown, f"The file's name holds {', '.join(odd)}, and readers are shown it.", "Rename it."
        )
    _check_is_file(source, place)
    own = Path(tempfile.mkdtemp(dir=folder)) / source.name
    try:
        before = source.stat()
        with source.open("rb") as read, own.open("wb") as write:
            first = _digest(read, write)
            write.flush()
            os.fsync(write.fileno())
        with source.open("rb") as read:
            second = _digest(read)
        after = source.stat()
    except OSError as error:
        if error.errno in _OF_THE_STORE:
            raise
        raise refused(place, f"The file cannot be read: {error.strerror or error}.") from error
    if first != second or _identity(before) != _identity(after):
        raise refused(
            place,
            "The file was changed while it was read.",
            "Close the programs that have it open, and import it again.",
        )
    own.chmod(_READ_ONLY)
    return Copied(own, source.name, first, before.st_size)


def keep(held: Changing, copied: Copied) -> Path:
    """Put a copy in its place in the store, where it stays; one that is there already is left."""
    target = stored_path(held.folder, copied.sha256, copied.name)
    if not target.exists():
        held.put(copied.path, target)
    return target


def stored_path(store: Path, sha256: str, name: str) -> Path:
    """Return where the copy of a file is kept."""
    return store / "files" / sha256 / name


def stored_file(store: Path, sha256: str, name: str) -> Path:
    """Return the copy of a file, its checksum checked. Raises ImportRefusedError when it is not as kept."""
    path = stored_path(store, sha256, name)
    try:
        with path.open("rb") as read:
            found = _digest(read)
    except OSError:
        raise refused(
            Place(name), f"The store's copy is missing ({path}).", "Import the file again."
        ) from None
    if found != sha256:
        raise refused(
            Place(name), f"The store's copy was altered ({path}).", "Remove it, and import the file again."
        )
    return path


def _check_is_file(source: Path, place: Place) -> None:
    try:
        found = source.stat()
    except OSError:
        raise refused(place, "There is no such file.", f"It was looked for at {source}.") from None
    if stat.S_ISDIR(found.st_mode):
        raise refused(place, "This is a folder, not a file.", "Name the files in it one by one.")
    if not stat.S_ISREG(found.st_mode):
        raise refused(place, "This is no ordinary file.")
    if found.st_size == 0:
        raise refused(place, "The file is empty.", "Save or download it again.")


def _digest(read: BinaryIO, write: BinaryIO | None = None) -> str:
    total = hashlib.sha256()
    while chunk := read.read(_CHUNK):
        total.update(chunk)
        if write is not None:
            write.write(chunk)
    return total.hexdigest()


def _identity(found: os.stat_result) -> tuple[int, int, int, int]:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns

"""The one writer: what has been put in its place is whole, and still there after a power cut."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

PART = ".part-"
"""What is written beside its place has a name that begins so, until it is put there."""


def write_whole(path: Path, content: str | bytes, check: Callable[[bytes], int] = len) -> int:
    """Write a file so that at every moment it is the old one or the new one, whole.

    It is written beside its place, brought to disk, read back, looked at by ``check``, and put in place in
    one step. Returns what ``check`` says of what was read back (a PDF's pages, say). Raises OSError, and
    whatever ``check`` raises: then what stood there is as it was, and nothing is left beside it.
    """
    make_folder(path.parent)
    descriptor, name = tempfile.mkstemp(prefix=PART, dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fchmod(file.fileno(), 0o644)
            os.fsync(file.fileno())
        found = check(part.read_bytes())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    sync(path.parent)
    return found


def put(source: Path, target: Path) -> None:
    """Put a file or folder that is whole and on disk where nothing stands yet, in one step."""
    make_folder(target.parent)
    source.rename(target)
    sync(target.parent)


def make_folder(path: Path) -> None:
    """Make a folder with those above it, where they are missing, so that their names last too."""
    missing = [folder for folder in (path, *path.parents) if not folder.is_dir()]
    for folder in reversed(missing):
        folder.mkdir(exist_ok=True)
        sync(folder.parent)


def sweep(folder: Path) -> None:
    """Remove what killed writers left in a folder. Only while nobody else may write there."""
    for left in folder.glob(f"{PART}*"):
        left.unlink(missing_ok=True)


def why(error: OSError | UnicodeError) -> str:
    """Return why a file cannot be read, in the system's words and without its number."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def sync(path: Path) -> None:
    """Bring a file to disk; of a folder, the names in it."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_tree(directory: Path) -> None:
    """Bring every file and folder under a directory to disk."""
    for folder, _, names in os.walk(directory):
        for name in names:
            sync(Path(folder) / name)
        sync(Path(folder))

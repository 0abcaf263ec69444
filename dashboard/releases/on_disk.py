"""Bringing files to disk: what has been put in its place is whole, and still there after a power cut."""

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, text: str, *, prefix: str | None = None) -> None:
    """Write a small file so that at every moment it is the old one or the new one, whole.

    It is written beside its place under a name that begins with ``prefix`` (its own name, hidden), brought
    to disk and put in place in one step. Raises OSError: then it is as it was, and nothing is left beside it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=prefix or f".{path.name}-")
    writing = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        writing.chmod(0o644)
        writing.replace(path)
    finally:
        writing.unlink(missing_ok=True)
    sync(path.parent)


def sync(path: Path) -> None:
    """Bring a file to disk; of a folder, the names in it."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

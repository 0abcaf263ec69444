"""The right to change a store: a read-modify-write under its one lock, by the one writer.

Whatever writes into a store asks for a ``Changing``, and only ``changing`` gives one: that nothing is written
without the lock is not a habit but a type.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.releases.lock import locked
from dashboard.releases.on_disk import make_folder, put, sweep, sync, write_whole

LOCK = ".lock"


class Changing:
    """The right to change what is in a folder, while it lasts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ended = False

    def write(self, path: Path, content: str | bytes) -> None:
        """Put a file into the store, or in the place of the one there, whole. Raises OSError."""
        self._check(path)
        sweep(path.parent)
        write_whole(path, content)

    def put(self, source: Path, target: Path) -> None:
        """Put a file or folder that is whole and on disk where nothing stands yet. Raises OSError."""
        self._check(target)
        put(source, target)

    def remove(self, path: Path) -> None:
        """Remove a file, or a folder with all in it; nothing where it is not there. Raises OSError."""
        self._check(path)
        if path.is_dir():
            shutil.rmtree(path)
        elif path.exists():
            path.unlink()
        else:
            return
        sync(path.parent)

    def _check(self, path: Path) -> None:
        if self._ended or self.folder not in path.parents:
            raise RuntimeError(f"{path} may not be written now: the lock of {self.folder} is not held.")

    def _end(self) -> None:
        self._ended = True


@contextmanager
def changing(folder: Path, what: str, wait: float | None = None) -> Iterator[Changing]:
    """Give the right to change a folder while nobody else has it; ``what`` names it in a sentence.

    Read within it what is to be changed: what was read before may be another's by now. Raises LockedError
    with who has the right, and OSError.
    """
    make_folder(folder)
    with locked(folder / LOCK, what, wait):
        held = Changing(folder)
        try:
            yield held
        finally:
            held._end()

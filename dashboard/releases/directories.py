"""Putting a release's directory in its place whole or not at all, whenever the build is killed."""

import ctypes
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from dashboard.releases.lock import LockedError
from dashboard.releases.lock import locked as lock_held
from dashboard.releases.on_disk import make_folder, put, sync, sync_tree

PREFIX = ".building-"
_END = "~"  # ends the release's name in the name of what is being built: no release has it in its own
_OLD = ".old"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@contextmanager
def directory_in_place(
    target: Path, placing: Callable[[], AbstractContextManager[object]] = nullcontext
) -> Iterator[Path]:
    """Give a new directory beside ``target`` to fill; at the end, bring it to disk and put it in place.

    Until then ``target`` is as it was. An existing ``target`` is exchanged in one step where the
    system can, so that at every moment the name is a whole release. It is put in place within ``placing``,
    which may refuse it by an exception. What killed builds left behind is removed first. Raises LockedError
    while another process builds or changes the same.
    """
    make_folder(target.parent)
    with locked(target):
        clear_leftovers(target.parent, own=target.name)
        building = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{target.name}{_END}", dir=target.parent))
        try:
            building.chmod(0o755)
            yield building
            sync_tree(building)
            with placing():
                _put(building, target)
                sync(target.parent)
        finally:
            shutil.rmtree(building, ignore_errors=True)


def remove_directory(target: Path) -> None:
    """Remove a directory: its name is gone in one step, its files after. Only within ``locked``."""
    aside = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{target.name}{_END}", dir=target.parent))
    target.rename(aside)
    sync(target.parent)
    shutil.rmtree(aside)


def leftovers(directory: Path) -> dict[str, list[Path]]:
    """Return what lies beside the releases of a folder, being built or left by a killed build, by release."""
    found: dict[str, list[Path]] = {}
    for path in sorted(directory.glob(f"{PREFIX}*{_END}*")):
        found.setdefault(path.name.removeprefix(PREFIX).partition(_END)[0], []).append(path)
    return found


def clear_leftovers(directory: Path, own: str | None = None) -> int:
    """Remove what killed builds left in a releases folder, and return how many there were.

    What a build that goes on is working at stays: it has the release's lock. ``own`` is the release whose
    lock the caller has. A release that a killed build had moved aside just then is put back.
    """
    removed = 0
    for name, left in leftovers(directory).items():
        try:
            with nullcontext() if name == own else locked(directory / name, wait=0):
                for path in left:
                    removed += path.exists()
                    _clear(path, directory / name)
        except LockedError:
            continue
    return removed


def locked(target: Path, wait: float | None = None) -> AbstractContextManager[None]:
    """Keep a release from being built, published or removed by another meanwhile. Raises LockedError."""
    return lock_held(target.parent / f".lock-{target.name}", f"Release “{target.name}”", wait)


def _put(building: Path, target: Path) -> None:
    if not target.exists():
        put(building, target)
    elif not _exchange(building, target):
        aside = building.with_name(f"{building.name}{_OLD}")
        target.rename(aside)
        put(building, target)
        shutil.rmtree(aside, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two directories in one step; False where the system cannot (Linux can, since 3.15)."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    done: int = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return done == 0


def _clear(left: Path, target: Path) -> None:
    if left.name.endswith(_OLD) and not target.exists():
        left.rename(target)
    else:
        shutil.rmtree(left, ignore_errors=True)

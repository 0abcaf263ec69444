"""Putting a directory in its place whole or not at all, whenever the build is killed."""

import ctypes
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.releases.on_disk import sync

PREFIX = ".building-"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class BuildInProgressError(RuntimeError):
    """Another process is building the same release now."""


@contextmanager
def directory_in_place(target: Path) -> Iterator[Path]:
    """Give a new directory beside ``target`` to fill; at the end, bring it to disk and put it in place.

    Until then ``target`` is as it was. An existing ``target`` is exchanged in one step where the
    system can, so that at every moment the name is a whole release. What a killed build left behind
    is removed by the next one. Raises BuildInProgressError while another process does the same.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with locked(target):
        _sweep(target)
        building = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{target.name}-", dir=target.parent))
        try:
            building.chmod(0o755)
            yield building
            sync_tree(building)
            _put(building, target)
        finally:
            shutil.rmtree(building, ignore_errors=True)
        sync(target.parent)


def remove_directory(target: Path) -> None:
    """Remove a directory: its name is gone in one step, its files after. Only within ``locked``."""
    aside = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{target.name}-", dir=target.parent))
    target.rename(aside)
    shutil.rmtree(aside)
    sync(target.parent)


def clear_leftovers(target: Path) -> None:
    """Remove what a killed build of ``target`` left beside it. Raises BuildInProgressError."""
    with locked(target):
        _sweep(target)


def sync_tree(directory: Path) -> None:
    """Bring every file and folder under a directory to disk."""
    for folder, _, names in os.walk(directory):
        for name in names:
            sync(Path(folder) / name)
        sync(Path(folder))


def _put(building: Path, target: Path) -> None:
    if not target.exists():
        building.rename(target)
    elif not _exchange(building, target):
        aside = building.with_name(f"{building.name}.old")
        target.rename(aside)
        building.rename(target)
        shutil.rmtree(aside, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two directories in one step; False where the system cannot (Linux can, since 3.15)."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    done: int = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return done == 0


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """Keep a release from being built or removed meanwhile. Raises BuildInProgressError."""
    with (target.parent / f".lock-{target.name}").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BuildInProgressError(f"Release “{target.name}” is being built already.") from None
        yield


def _sweep(target: Path) -> None:
    """Remove what killed builds left; put back a release moved aside by one that was killed just then."""
    for left in sorted(target.parent.glob(f"{PREFIX}{target.name}-*")):
        if left.name.endswith(".old") and not target.exists():
            left.rename(target)
        else:
            shutil.rmtree(left, ignore_errors=True)

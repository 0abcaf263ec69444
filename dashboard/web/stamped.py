"""A release directory as it was opened, and whether it is still what is in place."""

import logging
from dataclasses import dataclass
from pathlib import Path

from dashboard.releases.catalogue import catalogue
from dashboard.releases.publications import Publications, as_published
from dashboard.releases.verify import verify
from dashboard.repository.manifest import DATABASE, MANIFEST, ManifestError
from dashboard.repository.sqlite import SqliteRepository
from dashboard.web.releases import ServedRelease

Stamp = tuple[tuple[int, int, int, int], ...]

_LOG = logging.getLogger("dashboard.releases")
_GONE = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Opened:
    """A release directory as it was opened: another in its place, or a change in it, has another stamp."""

    directory: Path
    stamp: Stamp
    repository: SqliteRepository

    @property
    def unchanged(self) -> bool:
        """Whether what was opened is still what is in place."""
        return stamp_of(self.directory) == self.stamp


def opened(directory: Path) -> Opened:
    """Open a release directory. Raises ManifestError or sqlite3.Error when it is not whole."""
    stamp = stamp_of(directory)  # before it is read: one put in place meanwhile is seen at the next look
    return Opened(directory, stamp, SqliteRepository(directory))


def opened_whole(directory: Path) -> Opened:
    """Open a release that nobody has checked yet. Raises ManifestError when it is not whole."""
    made = opened(directory)
    problems = verify(directory)
    if problems:
        raise ManifestError(problems[0])
    return made


def served(made: Opened, folder: Path, publications: Publications) -> ServedRelease:
    """Return an open release as publishing made it."""
    repository = made.repository
    release = as_published(repository.release(), publications)
    return ServedRelease(
        repository.told_as(release),
        f"{repository.id}:{release.status}:{len(publications.history)}:{publications.live}",
        repository.static_directory,
        lambda: catalogue(folder, publications),
    )


def stamp_of(directory: Path) -> Stamp:
    """Return what changes when a release's manifest or database does, or another is put in its place."""
    return tuple(_file_stamp(directory / name) for name in (MANIFEST, DATABASE))


class Told:
    """Says in the log what is wrong with a release: once for each state it is found in."""

    def __init__(self) -> None:
        self._told: set[tuple[str, Stamp]] = set()

    def trouble(self, directory: Path, why: object, instead: str) -> None:
        """Say that a release cannot be served, and what is served in its place."""
        state = (directory.name, stamp_of(directory))
        if state not in self._told:
            self._told.add(state)
            _LOG.error("Release “%s” cannot be served: %s Served instead: %s.", directory.name, why, instead)


def _file_stamp(path: Path) -> tuple[int, int, int, int]:
    try:
        status = path.stat()
    except OSError:
        return _GONE
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns

"""Opening releases for serving: the one chosen, its successor when it goes live, and others by name."""

import os
import sqlite3
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.releases.catalogue import catalogue
from dashboard.releases.locate import is_name, locate, releases_directory, shown
from dashboard.releases.publication_file import read_publications
from dashboard.releases.publications import Publications, as_published
from dashboard.releases.verify import verify
from dashboard.repository.manifest import MANIFEST, ManifestError
from dashboard.repository.sqlite import SqliteRepository
from dashboard.web.releases import Releases, ServedRelease

_LOOK_AGAIN = 2.0  # seconds between looks at what is published and in place
_KEPT_OPEN = 4  # other releases a worker keeps open

Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Open:
    """A release directory as it was opened: another in its place has another stamp."""

    directory: Path
    stamp: Stamp
    repository: SqliteRepository

    @property
    def unchanged(self) -> bool:
        """Whether what was opened is still what is in place."""
        return _stamp(self.directory) == self.stamp


def open_releases(
    asked: str | None,
    *,
    demo_allowed: bool,
    directory: Path | None = None,
    environment: Mapping[str, str] | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Releases:
    """Open the release to serve and return where pages find it and others.

    A release named by ``asked`` or the environment stays the one shown; else the live one is followed.
    Whatever is published, and whatever is put in a release's place, is shown within two seconds.
    Raises NoReleaseError where there is none to serve.
    """
    environment = os.environ if environment is None else environment
    folder = directory or releases_directory(environment)

    def chosen() -> Path:
        return locate(asked, demo_allowed=demo_allowed, directory=folder, environment=environment)

    followed = _Followed(chosen, folder, clock)
    others = _Others(folder, followed.publications, clock)

    def refresh() -> None:
        followed.look()
        others.forget()

    return Releases(followed.current, others.named, others.gone, refresh)


class _Followed:
    """The release that is shown, and what is published, looked up again every two seconds."""

    def __init__(self, chosen: Callable[[], Path], folder: Path, clock: Callable[[], float]) -> None:
        self._chosen = chosen
        self._folder = folder
        self._clock = clock
        self._lock = threading.Lock()
        self._publications = read_publications(folder)
        self._open = _opened(chosen())
        self._release = _served(self._open, folder, self._publications)
        self._looked = clock()

    def publications(self) -> Publications:
        """Return what is published."""
        self.current()
        return self._publications

    def current(self) -> ServedRelease:
        """Return the release shown; the one before it while the new one cannot be opened."""
        if self._clock() - self._looked >= _LOOK_AGAIN and self._lock.acquire(blocking=False):
            try:
                self._look()
            finally:
                self._lock.release()
        return self._release

    def look(self) -> None:
        """Look now, or wait for the thread that is looking."""
        with self._lock:
            self._look()

    def _look(self) -> None:
        self._looked = self._clock()
        try:
            publications = read_publications(self._folder)
            directory = self._chosen()
            if directory != self._open.directory or not self._open.unchanged:
                self._open = _opened_whole(directory)
            elif publications == self._publications:
                return
            self._publications = publications
            self._release = _served(self._open, self._folder, publications)
        except (LookupError, ValueError, OSError, sqlite3.Error):
            pass  # what is being served stays whole; `check` names what is wrong with the new one


class _Others:
    """Releases asked for by name: a few kept open, looked at again every two seconds."""

    def __init__(
        self, folder: Path, publications: Callable[[], Publications], clock: Callable[[], float]
    ) -> None:
        self._folder = folder
        self._publications = publications
        self._clock = clock
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, tuple[float, Publications, _Open, ServedRelease]] = OrderedDict()

    def named(self, name: str) -> ServedRelease | None:
        """Return a release that may be shown and is whole, or None."""
        publications, now = self._publications(), self._clock()
        with self._lock:
            kept = self._kept.get(name)
            if kept and kept[1] is publications and now - kept[0] < _LOOK_AGAIN:
                return kept[3]
            opened = self._look(name, publications, kept[2] if kept else None)
            if opened is None:
                self._kept.pop(name, None)
                return None
            same = kept is not None and kept[1] is publications and kept[2] is opened
            served = kept[3] if kept and same else _served(opened, self._folder, publications)
            self._kept[name] = (now, publications, opened, served)
            self._kept.move_to_end(name)
            while len(self._kept) > _KEPT_OPEN:
                self._kept.popitem(last=False)
            return served

    def gone(self, name: str) -> bool:
        """Say whether a release has been live and is no longer held: the only ones told apart."""
        known = is_name(name) and name in self._publications().ever_live
        return known and not (self._folder / name).exists()

    def forget(self) -> None:
        """Look at every release again when it is next asked for."""
        with self._lock:
            self._kept.clear()

    def _look(self, name: str, publications: Publications, kept: _Open | None) -> _Open | None:
        place = shown(name, self._folder, publications)
        if place is None:
            return None
        try:
            return kept if kept is not None and kept.unchanged else _opened_whole(place)
        except (ManifestError, OSError, sqlite3.Error):
            return None


def _opened(directory: Path) -> _Open:
    """Open a release directory. Raises ManifestError or sqlite3.Error when it is not whole."""
    stamp = _stamp(directory)  # before it is read: one put in place meanwhile is seen at the next look
    return _Open(directory, stamp, SqliteRepository(directory))


def _opened_whole(directory: Path) -> _Open:
    """Open a release that nobody has checked yet. Raises ManifestError when it is not whole."""
    opened = _opened(directory)
    problems = verify(directory)
    if problems:
        raise ManifestError(problems[0])
    return opened


def _served(opened: _Open, folder: Path, publications: Publications) -> ServedRelease:
    repository = opened.repository
    release = as_published(repository.release(), publications)
    return ServedRelease(
        repository.told_as(release),
        f"{repository.id}:{release.status}:{len(publications.history)}:{publications.live}",
        repository.static_directory,
        lambda: catalogue(folder, publications),
    )


def _stamp(directory: Path) -> Stamp:
    try:
        status = (directory / MANIFEST).stat()
    except OSError:
        return (0, 0, 0)
    return status.st_dev, status.st_ino, status.st_mtime_ns

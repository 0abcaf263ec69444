"""The release that is shown: looked up again every two seconds, and replaced when it is damaged or gone."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from dashboard.releases.locate import NoReleaseError, is_name
from dashboard.releases.publication_file import read_publications
from dashboard.releases.publications import Publications
from dashboard.releases.verify import verify
from dashboard.web.releases import ServedRelease
from dashboard.web.stamped import Opened, Told, opened_whole, served

LOOK_AGAIN = 2.0  # seconds between looks at what is published and in place
_HASH_AGAIN = 10.0  # seconds between looks at every byte, when something could not be read
CANNOT_BE_SERVED = (LookupError, ValueError, OSError, sqlite3.Error)


class Followed:
    """The release chosen, and what is published.

    Where the one chosen is damaged or gone, what was live before it and is whole is shown in its place
    (``may_replace``: not where it was named); where nothing is, what is open is served as long as it can be.
    """

    def __init__(
        self, chosen: Callable[[], Path], folder: Path, clock: Callable[[], float], *, may_replace: bool
    ) -> None:
        self._chosen = chosen
        self._folder = folder
        self._clock = clock
        self._may_replace = may_replace
        self._told = Told()
        self._lock = threading.Lock()
        self._publications = read_publications(folder)
        self._trouble = ""
        self._looked = self._hashed = clock()
        self._place, self._open = self._first()
        self._release = served(self._open, folder, self._publications)
        if self._trouble:
            self._told.trouble(self._place, self._trouble, self._release.name)

    def publications(self) -> Publications:
        """Return what is published."""
        self.current()
        return self._publications

    def current(self) -> ServedRelease:
        """Return the release shown; the one before it while the new one cannot be opened."""
        if self._clock() - self._looked >= LOOK_AGAIN and self._lock.acquire(blocking=False):
            try:
                self._look()
            finally:
                self._lock.release()
        return self._release

    def look(self) -> None:
        """Look now, or wait for the thread that is looking."""
        with self._lock:
            self._look()

    def trouble(self) -> str:
        """Return what is wrong with the release that should be shown; empty where nothing is."""
        self.current()
        return self._trouble

    def doubt(self) -> None:
        """Look at every byte of the release shown: something of it could not be read."""
        with self._lock:
            if self._clock() - self._hashed >= _HASH_AGAIN:
                self._hashed = self._clock()
                problems = verify(self._open.directory)
                if problems:
                    self._replace(self._open.directory, problems[0], damaged=True)

    def _first(self) -> tuple[Path, Opened]:
        """Open the release chosen, or what would be shown in its place: a worker may start at any time.

        Raises what was wrong with the one chosen where nothing is whole.
        """
        place = self._folder
        try:
            place = self._chosen()
            return place, opened_whole(place)  # the command looked, but a worker may start long after
        except CANNOT_BE_SERVED as error:
            whole = self._instead_of(place)
            if whole is None:
                raise
            self._trouble = str(error)
            return place, whole

    def _look(self) -> None:
        self._looked = self._clock()
        place = self._place
        try:
            publications = read_publications(self._folder)
            place = self._place = self._chosen()
            if place != self._open.directory or not self._open.unchanged:
                self._open = opened_whole(place)
            elif publications == self._publications and not self._trouble:
                return
            self._publications = publications
            self._release = served(self._open, self._folder, publications)
            self._trouble = ""
        except CANNOT_BE_SERVED as error:
            self._replace(place, error, damaged=not self._open.unchanged)

    def _replace(self, place: Path, why: object, *, damaged: bool) -> None:
        """Go on with what is open unless it is ``damaged``, else with what was live before and is whole."""
        self._trouble = str(why)
        if damaged:
            whole = self._instead_of(place)
            if whole is not None:
                self._open = whole
                self._release = served(whole, self._folder, self._publications)
        self._told.trouble(place, why, self._release.name)

    def _instead_of(self, place: Path) -> Opened | None:
        """Return what was live last, is whole and may be shown in another's place; None without any."""
        return next(self._whole(place), None) if self._may_replace else None

    def _whole(self, besides: Path) -> Iterator[Opened]:
        """Yield the releases that were live, last first, that are whole."""
        names = dict.fromkeys(entry.release for entry in reversed(self._publications.history))
        for name in names:
            place = self._folder / name
            if is_name(name) and place != besides:
                try:
                    yield opened_whole(place)
                except (*CANNOT_BE_SERVED, NoReleaseError):
                    continue

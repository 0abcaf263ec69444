"""Releases asked for by name: a few kept open, looked at again every two seconds, damaged ones remembered."""

import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dashboard.releases.locate import is_name, shown
from dashboard.releases.publications import Publications
from dashboard.repository.manifest import ManifestError
from dashboard.web.followed import LOOK_AGAIN
from dashboard.web.releases import ServedRelease
from dashboard.web.stamped import Opened, Stamp, Told, opened_whole, served, stamp_of

_KEPT_OPEN = 4  # other releases a worker keeps open
_DAMAGED = 100  # names remembered of releases that are not whole


@dataclass(frozen=True, slots=True)
class _Kept:
    looked: float
    publications: Publications
    opened: Opened
    served: ServedRelease


class Others:
    """The releases beside the one shown. One that is not whole is not read again until it changes."""

    def __init__(
        self, folder: Path, publications: Callable[[], Publications], clock: Callable[[], float]
    ) -> None:
        self._folder = folder
        self._publications = publications
        self._clock = clock
        self._lock = threading.Lock()
        self._told = Told()
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._damaged: OrderedDict[str, Stamp] = OrderedDict()

    def named(self, name: str) -> ServedRelease | None:
        """Return a release that may be shown and is whole, or None."""
        publications, now = self._publications(), self._clock()
        with self._lock:
            kept = self._kept.get(name)
            if kept and kept.publications is publications and now - kept.looked < LOOK_AGAIN:
                return kept.served
            made = self._look(name, publications, kept.opened if kept else None)
            if made is None:
                self._kept.pop(name, None)
                return None
            same = kept is not None and kept.publications is publications and kept.opened is made
            told = kept.served if kept and same else served(made, self._folder, publications)
            self._kept[name] = _Kept(now, publications, made, told)
            self._kept.move_to_end(name)
            while len(self._kept) > _KEPT_OPEN:
                self._kept.popitem(last=False)
            return told

    def gone(self, name: str) -> bool:
        """Say whether a release has been live and is no longer held: the only ones told apart."""
        known = is_name(name) and name in self._publications().ever_live
        return known and not (self._folder / name).exists()

    def forget(self) -> None:
        """Look at every release again when it is next asked for."""
        with self._lock:
            self._kept.clear()

    def _look(self, name: str, publications: Publications, kept: Opened | None) -> Opened | None:
        place = shown(name, self._folder, publications)
        if place is None or self._damaged.get(name) == (stamp := stamp_of(place)):
            return None
        try:
            made = kept if kept is not None and kept.unchanged else opened_whole(place)
        except (ManifestError, OSError, sqlite3.Error) as error:
            self._damaged[name] = stamp
            while len(self._damaged) > _DAMAGED:
                self._damaged.popitem(last=False)
            self._told.trouble(place, error, "nothing under its name")
            return None
        self._damaged.pop(name, None)
        return made

"""Opening releases for serving: the one chosen, its successor when it goes live, and others by name."""

import os
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from pathlib import Path

from dashboard.release.locate import RELEASE_VARIABLE, locate, releases_directory, shown
from dashboard.release.verify import verify
from dashboard.repository.manifest import MANIFEST, STATIC, ManifestError, read_manifest
from dashboard.repository.sqlite import SqliteRepository
from dashboard.web.releases import Releases, ServedRelease

_LOOK_AGAIN = 2.0  # seconds between looks at which release is live
_KEPT_OPEN = 4  # other releases a worker keeps open


def open_release(directory: Path) -> ServedRelease:
    """Open a release directory. Raises ManifestError or sqlite3.Error when it is not whole."""
    return ServedRelease(SqliteRepository(directory), read_manifest(directory).id, directory / STATIC)


def open_whole(directory: Path) -> ServedRelease:
    """Open a release that nobody has checked yet. Raises ManifestError when it is not whole."""
    problems = verify(directory)
    if problems:
        raise ManifestError(problems[0])
    return open_release(directory)


def open_releases(
    asked: str | None,
    *,
    demo_allowed: bool,
    directory: Path | None = None,
    environment: Mapping[str, str] | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Releases:
    """Open the release to serve and return where pages find it and others.

    A release named by ``asked`` or the environment stays; a live one is followed: when another goes
    live, it is shown within two seconds. Raises NoReleaseError where there is none to serve.
    """
    environment = os.environ if environment is None else environment
    directory = directory or releases_directory(environment)

    def chosen() -> Path:
        return locate(asked, demo_allowed=demo_allowed, directory=directory, environment=environment)

    others = _Opened(directory)
    if asked or environment.get(RELEASE_VARIABLE):
        only = open_release(chosen())
        return Releases(lambda: only, others.named)
    return Releases(_Followed(chosen, clock).current, others.named)


class _Followed:
    """The release that is live now, looked up again every two seconds."""

    def __init__(self, chosen: Callable[[], Path], clock: Callable[[], float]) -> None:
        self._chosen = chosen
        self._clock = clock
        self._lock = threading.Lock()
        self._directory = chosen()
        self._release = open_release(self._directory)
        self._looked = clock()

    def current(self) -> ServedRelease:
        """Return the live release; the one before it while the new one cannot be opened."""
        if self._clock() - self._looked >= _LOOK_AGAIN and self._lock.acquire(blocking=False):
            try:
                self._looked = self._clock()
                directory = self._chosen()
                if directory != self._directory:
                    self._release = open_whole(directory)
                    self._directory = directory
            except (LookupError, ValueError, OSError):
                pass  # what is being served stays whole; `check` names what is wrong with the new one
            finally:
                self._lock.release()
        return self._release


class _Opened:
    """Releases asked for by name, a few kept open, each as long as its manifest is the one opened."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._lock = threading.Lock()
        self._open: OrderedDict[str, tuple[int, ServedRelease | None]] = OrderedDict()

    def named(self, name: str) -> ServedRelease | None:
        """Return a release that may be shown and is whole, or None."""
        place = shown(name, self._directory)
        if place is None:
            return None
        stamp = (place / MANIFEST).stat().st_mtime_ns
        with self._lock:
            kept = self._open.get(name)
            if kept is None or kept[0] != stamp:
                kept = self._open[name] = (stamp, _whole_or_none(place))
            self._open.move_to_end(name)
            while len(self._open) > _KEPT_OPEN:
                self._open.popitem(last=False)
            return kept[1]


def _whole_or_none(place: Path) -> ServedRelease | None:
    try:
        return open_whole(place)
    except ManifestError:
        return None

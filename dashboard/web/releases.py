"""The releases a server may show: the one it serves, and those that ``?release=`` may name."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dashboard.repository.interface import Repository


@dataclass(frozen=True, slots=True)
class ServedRelease:
    """A release that is open: its repository, an id of its content, and the folder of its static files."""

    repository: Repository
    id: str
    static: Path | None

    @property
    def name(self) -> str:
        """The name the release is asked for by."""
        return self.repository.release().name


@dataclass(frozen=True, slots=True)
class Releases:
    """Where pages find their release.

    ``current`` returns the release shown when none is named; it is asked for every request, so that a
    new live release appears without a restart. ``named`` returns another that may be shown, or None.
    """

    current: Callable[[], ServedRelease]
    named: Callable[[str], ServedRelease | None]

    def find(self, name: str | None) -> ServedRelease | None:
        """Return the release of a page: the current one without a name, None where it may not be shown."""
        return self.named(name) if name else self.current()


def only(release: ServedRelease) -> Releases:
    """Return releases of which there is one."""
    return Releases(lambda: release, lambda name: release if name == release.name else None)

"""The releases a server may show: the one it serves, and those that ``?release=`` may name."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dashboard.domain.statuses import Status
from dashboard.repository.catalogue import Catalogue
from dashboard.repository.interface import Repository


def _nothing_else() -> Catalogue:
    return Catalogue()


@dataclass(frozen=True, slots=True)
class ServedRelease:
    """A release that is open: its repository, an id, and the folder of its static files.

    ``id`` changes with the release's content and with what is published; ``catalogue`` lists the
    releases beside it.
    """

    repository: Repository
    id: str
    static: Path | None
    catalogue: Callable[[], Catalogue] = _nothing_else

    @property
    def name(self) -> str:
        """The name the release is asked for by."""
        return self.repository.release().name

    @property
    def public(self) -> bool:
        """Whether readers may see it. A draft or embargoed one is only previewed."""
        return Status(self.repository.release().status).public


def _never() -> None:
    return None


@dataclass(frozen=True, slots=True)
class Releases:
    """Where pages find their release.

    ``current`` returns the release shown when none is named; it is asked for every request, so that a
    new live release appears without a restart. ``named`` returns another that may be shown, or None.
    ``gone`` says of a name whether it was public once and is no longer held; ``refresh`` looks at once
    at what is published and in place; ``doubt`` at every byte of the release shown; ``trouble`` says what
    is wrong with the one that should be, or is empty.
    """

    current: Callable[[], ServedRelease]
    named: Callable[[str], ServedRelease | None]
    gone: Callable[[str], bool] = lambda _name: False
    refresh: Callable[[], None] = _never
    doubt: Callable[[], None] = _never
    trouble: Callable[[], str] = lambda: ""

    def find(self, name: str | None) -> ServedRelease | None:
        """Return the release of a page: the current one without a name, None where it may not be shown.

        A release that is previewed may be named too: its files are found by its name.
        """
        current = self.current()
        return current if not name or name == current.name else self.named(name)

    def version(self, name: str | None) -> str:
        """Return what a page is made from: it changes whenever the page might."""
        current = self.current()
        other = self.named(name) if name and name != current.name else None
        return f"{current.id}+{other.id}" if other else current.id


def only(release: ServedRelease) -> Releases:
    """Return releases of which there is one."""
    return Releases(lambda: release, lambda name: release if name == release.name else None)

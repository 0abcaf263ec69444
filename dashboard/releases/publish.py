"""The acts that change what is live, each refused with a sentence or done in one step."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dashboard.domain.statuses import Status, embargo_end, embargo_words
from dashboard.releases.directories import BuildInProgressError, locked, remove_directory
from dashboard.releases.locate import BUNDLED, is_name, present
from dashboard.releases.publication_file import read_publications, switching, write_publications
from dashboard.releases.publications import PUBLISH, ROLLBACK, Publications, status_of
from dashboard.releases.verify import verify
from dashboard.repository.catalogue import Publication
from dashboard.repository.manifest import Manifest, ManifestError, read_manifest

Changed = Callable[[Path, Path], Sequence[str]]
"""Says in sentences what differs between two release directories."""


class RefusedError(RuntimeError):
    """What was asked is not done, and nothing was changed. The message is a sentence saying why."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who switches what is live, why, and when (now). ``by`` and ``reason`` are shown as they are typed."""

    by: str
    reason: str
    at: datetime

    def __post_init__(self) -> None:
        for what, told in (("--by", self.by), ("--reason", self.reason)):
            if not told.strip() or not told.isprintable():
                raise RefusedError(f"{what} must say something, on one line: it is kept in the history.")


def publish(
    directory: Path,
    name: str,
    asked: Asked,
    *,
    lift_embargo: bool = False,
    demonstration: bool = False,
    failing: Callable[[Path], Sequence[str]] = lambda _: (),
    changed: Changed = lambda _a, _b: (),
) -> Publication:
    """Make a release of the folder live, and return what was recorded.

    Refused for one that is not there, not whole, live already, under embargo (unless ``lift_embargo``),
    simulated (unless ``demonstration``), or with failing checks. Raises RefusedError,
    PublishInProgressError, BuildInProgressError, PublicationsError, OSError: then what was live still is.
    """
    with switching(directory) as record, _held(directory, name) as manifest:
        if name == record.live:
            raise RefusedError(f"Release “{name}” is live already.")
        _refuse_simulated(manifest, allowed=demonstration)
        if not lift_embargo and status_of(name, manifest.status, record) is not Status.SUPERSEDED:
            _refuse_embargoed(manifest, asked.at)
        problems = failing(directory / name)
        if problems:
            raise RefusedError("\n".join([f"Release “{name}” has failing checks:", *problems]))
        return _switch(directory, record, (PUBLISH, name), asked, changed)


def rollback(directory: Path, asked: Asked, *, changed: Changed = lambda _a, _b: ()) -> Publication:
    """Make the release live again that was so before the live one was published. Raises as ``publish``."""
    with switching(directory) as record:
        if record.live is None:
            raise RefusedError("No release is live, so there is nothing to roll back.")
        if record.before is None:
            raise RefusedError(f"Nothing was live before release “{record.live}”; publish another instead.")
        with _held(directory, record.before):
            return _switch(directory, record, (ROLLBACK, record.before), asked, changed)


def drafts(directory: Path) -> tuple[str, ...]:
    """Return the releases that may be pruned: drafts never published. Raises PublicationsError."""
    return tuple(_drafts(directory, read_publications(directory)))


def prune(directory: Path, names: Sequence[str]) -> tuple[str, ...]:
    """Remove drafts, and return those removed: one that was published meanwhile or is being built stays."""
    removed = []
    with switching(directory) as record:
        for name in [draft for draft in _drafts(directory, record) if draft in names]:
            try:
                with locked(directory / name):
                    remove_directory(directory / name)
            except BuildInProgressError:
                continue
            removed.append(name)
    return tuple(removed)


def _drafts(directory: Path, record: Publications) -> Iterator[str]:
    for name in present(directory):
        try:
            status = status_of(name, read_manifest(directory / name).status, record)
        except ManifestError:
            continue  # what cannot be read is never taken for a draft
        if status is Status.DRAFT and name not in BUNDLED:
            yield name


@contextmanager
def _held(directory: Path, name: str) -> Iterator[Manifest]:
    """Give the manifest of a release that is there and whole, while nobody may build or remove it."""
    place = directory / name
    if not is_name(name) or not place.is_dir():
        raise RefusedError(f"There is no release “{name}” in {directory}. `releases` lists those there are.")
    with locked(place):
        problems = verify(place)
        if problems:
            raise RefusedError("\n".join([f"Release “{name}” is not whole:", *problems]))
        yield read_manifest(place)


def _refuse_simulated(manifest: Manifest, *, allowed: bool) -> None:
    if manifest.release.is_demonstration and not allowed:
        raise RefusedError(
            f"Release “{manifest.name}” is a demonstration: figures in it are simulated. "
            "Where that is meant to be public, say --demonstration."
        )


def _refuse_embargoed(manifest: Manifest, now: datetime) -> None:
    until = manifest.embargoed_until
    if until is None and manifest.status == Status.EMBARGOED:
        raise RefusedError(
            f"Release “{manifest.name}” is embargoed. --lift-embargo publishes it all the same."
        )
    if until is not None and now < embargo_end(until):
        raise RefusedError(
            f"Release “{manifest.name}” is embargoed until {embargo_words(until)}. "
            "--lift-embargo publishes it all the same."
        )


def _switch(
    directory: Path, record: Publications, act: tuple[str, str], asked: Asked, changed: Changed
) -> Publication:
    action, name = act
    before = directory / record.live if record.live else None
    told = changed(before, directory / name) if before is not None and before.is_dir() else ()
    at = asked.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    entry = Publication(at, action, name, record.live, asked.by, asked.reason, tuple(told))
    write_publications(directory, record.switched(entry))
    return entry

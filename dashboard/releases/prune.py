"""Removing drafts that were never published, and what killed builds left."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from dashboard.domain.statuses import Status
from dashboard.releases.directories import locked, remove_directory
from dashboard.releases.locate import BUNDLED, present
from dashboard.releases.lock import LockedError
from dashboard.releases.publication_file import read_publications, switching
from dashboard.releases.publications import Publications, status_of
from dashboard.repository.manifest import ManifestError, read_manifest


def drafts(directory: Path) -> tuple[str, ...]:
    """Return the releases that may be pruned: drafts never published. Raises PublicationsError."""
    return tuple(_drafts(directory, read_publications(directory)))


def prune(directory: Path, names: Sequence[str]) -> tuple[str, ...]:
    """Remove drafts, and return those removed: one that was published meanwhile or is being built stays.

    Raises LockedError while what is live is being switched, PublicationsError, OSError.
    """
    removed = []
    for name in names:
        with ExitStack() as stack:
            try:
                stack.enter_context(locked(directory / name, wait=0))
            except LockedError:
                continue
            held = stack.enter_context(switching(directory))
            if name in _drafts(directory, read_publications(held.folder)):
                remove_directory(directory / name)
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

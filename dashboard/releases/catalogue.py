"""Listing the releases of a folder with their statuses, from manifests and the record of publications."""

from collections.abc import Iterator
from pathlib import Path

from dashboard.domain.statuses import Status
from dashboard.releases.locate import present
from dashboard.releases.publications import Publications, status_of
from dashboard.repository.catalogue import Catalogue, ReleaseEntry
from dashboard.repository.manifest import Manifest, ManifestError, read_manifest

_ORDER = (Status.LIVE, Status.EMBARGOED, Status.DRAFT, Status.SUPERSEDED, Status.BUNDLED)


def catalogue(directory: Path, publications: Publications) -> Catalogue:
    """Return what readers may see of a releases folder: nothing of drafts and embargoed releases."""
    public = tuple(
        entry
        for entry in entries(directory, publications)
        if isinstance(entry, ReleaseEntry) and Status(entry.status).public
    )
    return Catalogue(public, tuple(reversed(publications.history)))


def entries(directory: Path, publications: Publications) -> list[ReleaseEntry | ManifestError]:
    """Return every release of a folder: the live one first, then what is not yet published, then the rest.

    Within a status the latest built comes first. One whose manifest cannot be read is its error, last.
    """
    read = list(_read(directory, publications))
    known = [entry for entry in read if isinstance(entry, ReleaseEntry)]
    known.sort(key=lambda entry: (entry.built_at, entry.name), reverse=True)
    known.sort(key=lambda entry: _ORDER.index(Status(entry.status)))
    return [*known, *(error for error in read if isinstance(error, ManifestError))]


def _read(directory: Path, publications: Publications) -> Iterator[ReleaseEntry | ManifestError]:
    for name in present(directory):
        try:
            manifest = read_manifest(directory / name)
        except ManifestError as error:
            yield error
        else:
            yield _entry(manifest, publications)


def _entry(manifest: Manifest, publications: Publications) -> ReleaseEntry:
    return ReleaseEntry(
        name=manifest.name,
        title=manifest.title,
        kind=manifest.kind,
        status=status_of(manifest.name, manifest.status, publications),
        years=manifest.years,
        built_at=manifest.built_at,
        bytes=sum(file.bytes for file in manifest.files.values()),
        embargoed_until=manifest.embargoed_until,
        publication=publications.last(manifest.name),
    )

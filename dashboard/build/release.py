"""Building a release: from assembled content to a directory put in place whole."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from dashboard import __version__
from dashboard.build.content import ContentError, ReleaseContent
from dashboard.build.database import row_counts, write_database
from dashboard.build.statics import write_static
from dashboard.build.without_withdrawn import without_withdrawn
from dashboard.downloads.make import downloads
from dashboard.releases.build_time import built_at
from dashboard.releases.directories import directory_in_place
from dashboard.releases.fingerprint import Fingerprint
from dashboard.releases.publication_file import switching
from dashboard.releases.verify import sha256_of
from dashboard.releases.withdrawn import Withdrawn, read_ledger
from dashboard.repository.manifest import DATABASE, FORMAT, MANIFEST, STATIC, FileEntry, Manifest
from dashboard.repository.quality_records import Correction
from dashboard.repository.sqlite import SqliteRepository

Progress = Callable[[str], None]
Export = Callable[[SqliteRepository], Mapping[str, bytes]]
"""Makes static files (by logical name) of what the database holds."""


def build_release(
    content: ReleaseContent,
    directory: Path,
    *,
    inputs: str,
    shapes: Mapping[str, bytes],
    export: Export,
    draft: Fingerprint | None = None,
    allowed: Callable[[Path], None] = lambda _: None,
    progress: Progress = lambda _: None,
) -> Path:
    """Build the release of some content in the releases folder, and return its directory.

    ``inputs`` is the checksum of all it was made from, ``shapes`` the maps' outlines by logical name,
    and ``export`` makes further static files from the written database. Whatever stands under the
    release's name stays whole until the new one takes its place. No text of a decision that was withdrawn
    (``withdrawn.csv`` of the folder) gets into it. ``draft`` is the fingerprint of the draft it is built
    from. ``allowed`` is asked at the very end, while nobody may publish or withdraw, and refuses by an
    exception. Raises ContentError, OSError and LockedError.
    """
    target = directory / content.name
    ledger = read_ledger(directory)
    content = without_withdrawn(content, ledger)

    @contextmanager
    def placing() -> Iterator[None]:
        with switching(directory):
            _refuse_withdrawn(directory, ledger)
            allowed(directory)
            yield

    with directory_in_place(target, placing) as building:
        write_database(content, building / DATABASE, progress)
        static = write_static(shapes, building / STATIC)
        _write_manifest(building, content, inputs, static, draft)
        progress("static files")
        written = SqliteRepository(building)
        static |= write_static({**export(written), **downloads(written)}, building / STATIC)
        _write_manifest(building, content, inputs, static, draft)
        progress("in place")
    return target


def _refuse_withdrawn(directory: Path, ledger: tuple[Withdrawn, ...]) -> None:
    """Refuse what was built before the last withdrawal: it may have the text."""
    if read_ledger(directory) != ledger:
        raise ContentError("A decision was withdrawn while this was built: build it again.")


def _write_manifest(
    building: Path,
    content: ReleaseContent,
    inputs: str,
    static: dict[str, str],
    draft: Fingerprint | None,
) -> None:
    told = Manifest(
        format=FORMAT,
        name=content.name,
        title=content.title,
        kind=content.kind,
        status=content.status,
        years=content.years,
        seed=content.seed,
        built_at=built_at(),
        built_by=__version__,
        inputs=inputs,
        sources=content.sources,
        rows=row_counts(building / DATABASE),
        static=static,
        files=file_entries(building),
        embargoed_until=content.embargoed_until,
        corrections=tuple(_correction(row) for row in content.corrections),
        signatory=content.signatory,
        draft=None if draft is None else {part: dict(things) for part, things in draft.items()},
    )
    manifest = replace(told, id=told.content_id())
    (building / MANIFEST).write_text(manifest.to_json(), encoding="utf-8")


def _correction(row: Correction) -> dict[str, str | None]:
    return {
        "council": row.slug,
        "year": row.year,
        "quantity": row.quantity,
        "was": None if row.was is None else f"{row.was:f}",
        "became": None if row.became is None else f"{row.became:f}",
        "reason": row.reason,
        "decided_by": row.decided_by,
        "decided_on": row.decided_on.isoformat(),
    }


def file_entries(building: Path) -> dict[str, FileEntry]:
    """Return size and checksum of every file of a release but its manifest."""
    return {
        path.relative_to(building).as_posix(): FileEntry(path.stat().st_size, sha256_of(path))
        for path in sorted(building.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }

"""Putting a renewal into the committed data: the table and the record of it, or neither."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.releases.lock import locked
from dashboard.releases.on_disk import make_folder, write_whole
from derive.artefacts import write
from derive.provenance import write_provenance
from derive.publications import SourceFile
from derive.renewal.official_file import OfficialFile
from derive.renewal.renewed import FOLDER, Renewal, declared, without

RECORDS = ("provenance.json", "PROVENANCE.md")


@contextmanager
def changing_data(out: Path) -> Iterator[None]:
    """Hold the lock on a folder of committed data. Raises LockedError where another command changes it."""
    folder = out.resolve()
    make_folder(folder.parent)
    with locked(folder.with_name(f".{folder.name}.lock"), f"The data {out}"):
        yield


def renew(out: Path, file: OfficialFile, make: Callable[[], Renewal], *, dry_run: bool) -> Renewal:
    """Make a renewal of the data under ``out`` and, unless it is a trial, keep it with its record.

    ``make`` reads the file and what is held, and refuses what is odd by DerivationError. Raises LockedError
    and OSError besides; what was there before is put back then.
    """
    with changing_data(out):
        made = make()
        if not dry_run:
            with _whole(out, (*made.rows, *RECORDS)):
                for table in (made.table, *made.more):
                    write(table, out)
                for path, content in made.maps.items():
                    write_whole(out / path, content)
                _record(out, file, made)
    return made


def _record(out: Path, file: OfficialFile, made: Renewal) -> None:
    """Record the file in the place of one of the same edition, or of all, where nothing of them is left."""
    files, publications = declared(out)
    prefix = f"{FOLDER}/{made.edition}/"
    files = tuple(one for one in files if not one.path.startswith(prefix))
    if made.whole:
        files = without(files, made.table.path)
    own = SourceFile(f"{prefix}{file.name}", made.publication.id, tuple(made.rows), made.use)
    write_provenance(
        out,
        {own.path: file.sha256},
        made.rows,
        (*files, own),
        tuple({one.id: one for one in (*publications, made.publication)}.values()),
    )


@contextmanager
def _whole(out: Path, paths: tuple[str, ...]) -> Iterator[None]:
    """Put back what was there where something does not end: a table is nothing without its record."""
    before = {path: (out / path).read_bytes() if (out / path).is_file() else None for path in paths}
    try:
        yield
    except BaseException:
        for path, content in before.items():
            if content is None:
                (out / path).unlink(missing_ok=True)
            else:
                write_whole(out / path, content)
        raise

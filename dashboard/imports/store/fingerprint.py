"""The fingerprint of a draft: all that decides what is built from it, as it is in the store now."""

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from dashboard.domain.reorganisation import NewCouncil, begun_by
from dashboard.imports.store.draft import (
    ACCEPTANCES_FILE,
    CORRECTIONS_FILE,
    LETTERS_FOLDER,
    Draft,
    DraftInput,
    draft_directory,
    load_draft,
)
from dashboard.imports.store.headings_file import accepted_headings
from dashboard.imports.store.names_file import read_names
from dashboard.imports.store.reorganisations_file import read_reorganisations, said_of
from dashboard.releases.fingerprint import REORGANISATIONS, Fingerprint, part_of

_KEYS = {CORRECTIONS_FILE: 3, ACCEPTANCES_FILE: 5}
"""How many columns, from the first, say what a line is about."""
_OF_THE_IMPORT = ("imported_at", "bytes", "rows")  # the same file imported again is no change


def fingerprint_of(store: Path, name: str) -> Fingerprint:
    """Return the fingerprint of a draft, of all but the committed data (``with_data``).

    Only small files are read, and official letters; inputs are known by their checksums. Raises
    ImportRefusedError where there is no such draft, or the store cannot be read.
    """
    draft = load_draft(store, name)
    folder = draft_directory(store, name)
    until = draft.embargoed_until
    kept = (council for one in read_reorganisations(store) for council in one.councils)
    return {
        "inputs": part_of(map(_input, draft.inputs)),
        "corrections": part_of(_rows(folder / CORRECTIONS_FILE)),
        "acceptances": part_of(_rows(folder / ACCEPTANCES_FILE)),
        "letters": part_of(_letters(folder / LETTERS_FOLDER)),
        "names": part_of((f"{name.key}", name.slug) for name in read_names(store)),
        "headings": part_of((f"{heading.key}", heading.quantity) for heading in accepted_headings(store)),
        "settings": part_of([("", _settings(draft))]),
        "embargo": part_of([("", until.isoformat())] if until else []),
        **of_reorganisations(begun_by(kept, _last_year(draft))),
    }


def of_reorganisations(new: Iterable[NewCouncil]) -> Fingerprint:
    """Return the part of a fingerprint that tells the new councils a release has; no part where it has none,
    as in releases that were built before there were any."""
    part = part_of((council.slug, repr(said_of(council))) for council in new)
    return {REORGANISATIONS: part} if part else {}


def _last_year(draft: Draft) -> str | None:
    """Return the last year a draft's inputs are of; None where they are of none."""
    years = [year for one in draft.inputs for year in (*one.years, *((one.year,) if one.year else ()))]
    return max(years, default=None)


def with_data(of_draft: Fingerprint, checksum: str) -> Fingerprint:
    """Return a draft's fingerprint with that of the committed data beside it."""
    return {**of_draft, "data": part_of([("", checksum)])}


def _settings(draft: Draft) -> str:
    told = asdict(draft)
    return repr([(key, told[key]) for key in sorted(told) if key not in ("inputs", "embargoed_until")])


def _input(one: DraftInput) -> tuple[str, str]:
    told = {key: value for key, value in asdict(one).items() if key not in _OF_THE_IMPORT}
    return f"{one.kind} {one.year or one.name}", repr(sorted(told.items()))


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    """Give the lines of a file that people keep, as what each is about and all it says."""
    try:
        text = path.read_text("utf-8-sig", errors="surrogateescape")
    except FileNotFoundError:
        return
    key = _KEYS[path.name]
    for cells in list(csv.reader(io.StringIO(text, newline="")))[1:]:
        stripped = [cell.strip() for cell in cells]
        if any(stripped):
            yield repr(stripped[:key]), repr(stripped)


def _letters(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            with path.open("rb") as file:
                yield path.relative_to(folder).as_posix(), hashlib.file_digest(file, "sha256").hexdigest()

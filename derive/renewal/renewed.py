"""What a renewal makes, and what is recorded of those before it."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from derive.artefacts import Table
from derive.publications import PUBLICATIONS, SOURCE_FILES, Publication, SourceFile

FOLDER = "renewed"
"""What the paths of these files begin with in the record: they lie in no folder of source data."""

_ADDED = (f"{FOLDER}/", "boundaries/official/")
"""What the paths of files begin with that ``publications.py`` does not declare: they came later."""


COUNCILS_FIRST = (
    "The councils themselves come first: "
    "by `renew councils` those that `reorganise` keeps, by `derive` any other."
)


@dataclass(frozen=True, slots=True)
class Renewal:
    """A table renewed: all its rows, the publication of the file, what was taken of it, and what it means.

    ``edition`` names the file's place in the record (``population/2025``): a file of the same edition takes
    its place. ``whole``: nothing of earlier files is left in the table. ``said`` are sentences, and
    ``odd`` those that somebody should look at. ``more`` are tables, and ``maps`` the contents of maps by
    their paths, that change with it.
    """

    edition: str
    table: Table
    publication: Publication
    use: str
    whole: bool
    said: tuple[str, ...]
    odd: tuple[str, ...] = ()
    more: tuple[Table, ...] = ()
    maps: Mapping[str, str] = field(default_factory=dict)

    @property
    def rows(self) -> dict[str, int | None]:
        """How many rows each artefact has, by its path; None of a map."""
        return {
            **{table.path: len(table.rows) for table in (self.table, *self.more)},
            **dict.fromkeys(self.maps),
        }


def declared(out: Path, made: Collection[str] = ()) -> tuple[tuple[SourceFile, ...], tuple[Publication, ...]]:
    """Return all declarations that hold for ``out``: the project's own, and those of files that came later.

    Nothing of the project's own postcodes is left where they were renewed. Artefacts ``made`` anew of the
    source folder have nothing of what renewed them before.
    """
    try:
        told: dict[str, Any] = json.loads((out / "provenance.json").read_text("utf-8"))
    except FileNotFoundError:
        return SOURCE_FILES, PUBLICATIONS
    later = tuple(
        SourceFile(one["path"], one["publication"], tuple(one["artefacts"]), one["use"])
        for one in told["sources"]
        if one["path"].startswith(_ADDED)
        and not (one["path"].startswith(f"{FOLDER}/") and set(made) & {*one["artefacts"]})
    )
    own: tuple[SourceFile, ...] = SOURCE_FILES
    for file in later:
        if file.path.startswith(f"{FOLDER}/postcodes/"):
            own = without(own, file.artefacts[0])
    ids = {file.publication for file in later}
    publications = {one.id: one for one in PUBLICATIONS}
    publications |= {one["id"]: Publication(**one) for one in told["publications"] if one["id"] in ids}
    return (*own, *later), tuple(publications.values())


def renewed_since(out: Path, artefacts: Iterable[str]) -> tuple[str, ...]:
    """Return the paths of the files by which artefacts under ``out`` were renewed since they were derived."""
    files, _ = declared(out)
    return tuple(
        file.path
        for file in files
        if file.path.startswith(f"{FOLDER}/") and set(artefacts) & {*file.artefacts}
    )


def without(files: Iterable[SourceFile], artefact: str) -> tuple[SourceFile, ...]:
    """Return declarations of which nothing of an artefact is made any more."""
    return tuple(
        replace(file, artefacts=tuple(path for path in file.artefacts if path != artefact)) for file in files
    )

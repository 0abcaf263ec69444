import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dashboard.releases.verify import sha256_of, verify
from dashboard.repository.connection import SCHEMA_VERSION
from dashboard.repository.manifest import DATABASE, MANIFEST, FileEntry, Manifest, read_manifest
from tests.support.tiny_release import build_tiny, tiny_content

ALTERED_MANIFEST = "The manifest.json of release “held-figures” has been altered since it was built."


def test_a_release_as_built_is_whole(release: Path) -> None:
    assert verify(release) == []


def _remove(name: str) -> Callable[[Path], object]:
    return lambda release: (release / name).unlink()


def _cut(name: str) -> Callable[[Path], object]:
    return lambda release: (release / name).write_bytes((release / name).read_bytes()[:100])


def _flip(name: str) -> Callable[[Path], object]:
    def change(release: Path) -> None:
        content = bytearray((release / name).read_bytes())
        content[len(content) // 2] ^= 1
        (release / name).write_bytes(content)

    return change


def _append(name: str) -> Callable[[Path], object]:
    return lambda release: (release / name).write_bytes((release / name).read_bytes() + b"more")


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (_remove(MANIFEST), "Release “held-figures” has no manifest.json."),
        (_remove(DATABASE), "release.sqlite of release “held-figures” is missing."),
        (_flip(DATABASE), "release.sqlite of release “held-figures” has been altered since it was built."),
        (_append(DATABASE), "release.sqlite of release “held-figures” has been altered since it was built."),
        (
            _cut(MANIFEST),
            "The manifest.json of release “held-figures” is not readable as JSON; "
            "it is cut short or altered.",
        ),
        (
            lambda release: (release / MANIFEST).write_bytes(b"\xff\xfe"),
            "The manifest.json of release “held-figures” cannot be read: 'utf-8' codec can't decode byte "
            "0xff in position 0: invalid start byte.",
        ),
        (
            lambda release: (release / MANIFEST).write_text("[]"),
            "The manifest.json of release “held-figures” is not of format 2; build the release again.",
        ),
    ],
)
def test_what_is_wrong_is_named_in_a_sentence(
    release: Path, harm: Callable[[Path], object], sentence: str
) -> None:
    harm(release)
    assert verify(release) == [sentence]


def test_a_truncated_database_is_told_with_its_sizes(release: Path) -> None:
    size = (release / DATABASE).stat().st_size
    _cut(DATABASE)(release)
    assert verify(release) == [
        f"release.sqlite of release “held-figures” is cut short: 100 bytes of {size:,}."
    ]


def test_a_static_file_is_checked_too(release: Path) -> None:
    name = f"static/{read_manifest(release).static['map/data.json']}"
    _flip(name)(release)
    assert verify(release) == [f"{name} of release “held-figures” has been altered since it was built."]
    (release / f"{name}.br").unlink()
    assert f"{name}.br of release “held-figures” is missing." in verify(release)


def test_there_is_no_such_release(tmp_path: Path) -> None:
    assert verify(tmp_path / "none") == [f"There is no release “none” in {tmp_path}."]


def test_a_renamed_directory_is_not_taken_for_another_release(release: Path) -> None:
    renamed = release.rename(release.with_name("demo"))
    assert verify(renamed) == [
        "The directory “demo” holds the release “held-figures”; rename it back, or build the release again."
    ]


def _rewritten(release: Path, change: Callable[[dict[str, Any]], object]) -> None:
    told = json.loads((release / MANIFEST).read_text("utf-8"))
    change(told)
    (release / MANIFEST).write_text(json.dumps(told), "utf-8")


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.update(kind="demonstration"),
        lambda told: told.update(status="draft"),
        lambda told: told.update(title="Something else"),
        lambda told: told["rows"].clear(),
        lambda told: told["sources"].clear(),
    ],
)
def test_a_manifest_altered_to_say_something_else_is_noticed(
    release: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    _rewritten(release, change)
    assert verify(release) == [ALTERED_MANIFEST]


@pytest.mark.parametrize(
    ("change", "entry"),
    [
        (lambda told: told.pop("title"), "'title'"),
        (lambda told: told.update(kind="imaginary"), "kind"),
        (lambda told: told.update(years=[]), "years"),
        (lambda told: told.update(files=[]), "'list' object has no attribute 'items'"),
        (lambda told: told["static"].update(a="../../etc/passwd"), "path “../../etc/passwd”"),
    ],
)
def test_a_manifest_that_lacks_an_entry_says_which(
    release: Path, change: Callable[[dict[str, Any]], object], entry: str
) -> None:
    _rewritten(release, change)
    assert verify(release) == [
        f"The manifest.json of release “held-figures” lacks or garbles an entry ({entry}); "
        "it has been altered."
    ]


def _forged(release: Path, name: str = "held-figures") -> None:
    """Make the manifest agree with the files as they now are, as a careless hand might."""
    manifest = read_manifest(release)
    database = release / DATABASE
    entry = FileEntry(database.stat().st_size, sha256_of(database))
    told = {field: getattr(manifest, field) for field in Manifest.__dataclass_fields__}
    told |= {"files": {**manifest.files, DATABASE: entry}, "id": "", "name": name}
    forged = Manifest(**told)
    _write(release, Manifest(**{**told, "id": forged.content_id()}))


def _write(release: Path, manifest: Manifest) -> None:
    (release / MANIFEST).write_text(manifest.to_json(), "utf-8")


def test_a_database_of_another_schema_is_refused(release: Path) -> None:
    with closing(sqlite3.connect(release / DATABASE)) as connection:
        connection.execute("PRAGMA user_version = 99")
    _forged(release)
    assert verify(release) == [
        "release.sqlite of release “held-figures” has schema version 99, and this program reads "
        f"{SCHEMA_VERSION}; build the release again."
    ]


def test_a_database_that_is_none_is_refused(release: Path) -> None:
    (release / DATABASE).write_bytes(b"not a database at all" * 100)
    _forged(release)
    assert verify(release) == [
        "release.sqlite of release “held-figures” does not open: file is not a database."
    ]


def test_a_database_of_another_release_is_refused(release: Path, tmp_path: Path) -> None:
    other = build_tiny(tmp_path / "other", tiny_content("demo", "demonstration", "bundled"))
    (release / DATABASE).write_bytes((other / DATABASE).read_bytes())
    _forged(release)
    assert verify(release) == ["release.sqlite of release “held-figures” belongs to another release."]

"""Whether a release directory is whole: what its manifest lists is there, unaltered, and opens."""

import hashlib
import sqlite3
from pathlib import Path

from dashboard.repository.connection import SCHEMA_VERSION, open_database
from dashboard.repository.manifest import DATABASE, FileEntry, Manifest, ManifestError, read_manifest


def verify(release: Path) -> list[str]:
    """Return a sentence for everything wrong with a release directory; none when it is whole.

    Every file's size and SHA-256 is compared with the manifest, the manifest with its own id and
    with the directory's name, and the database is opened read only.
    """
    try:
        manifest = read_manifest(release)
    except ManifestError as error:
        return [str(error)]
    problems = _manifest_problems(manifest, release)
    for path, entry in sorted(manifest.files.items()):
        problem = _file_problem(release, path, entry)
        if problem:
            problems.append(problem)
    if not problems:
        problems.extend(_database_problems(release, manifest))
    return problems


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _manifest_problems(manifest: Manifest, release: Path) -> list[str]:
    problems = []
    if manifest.id != manifest.content_id():
        problems.append(f"The manifest.json of release “{release.name}” has been altered since it was built.")
    if manifest.name != release.name:
        problems.append(
            f"The directory “{release.name}” holds the release “{manifest.name}”; "
            "rename it back, or build the release again."
        )
    if DATABASE not in manifest.files:
        problems.append(f"The manifest.json of release “{release.name}” lists no {DATABASE}.")
    return problems


def _file_problem(release: Path, path: str, entry: FileEntry) -> str | None:
    file = release / path
    where = f"{path} of release “{release.name}”"
    if not file.is_file():
        return f"{where} is missing."
    try:
        size = file.stat().st_size
        if size < entry.bytes:
            return f"{where} is cut short: {size:,} bytes of {entry.bytes:,}."
        if size > entry.bytes or sha256_of(file) != entry.sha256:
            return f"{where} has been altered since it was built."
    except OSError as error:
        return f"{where} cannot be read: {error.strerror}."
    return None


def _database_problems(release: Path, manifest: Manifest) -> list[str]:
    """What is wrong with a database whose bytes are as they were built: its version, or what it is of."""
    try:
        connection = open_database(release / DATABASE)
        try:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            named = connection.execute("SELECT value FROM meta WHERE key = 'name'").fetchone()
        finally:
            connection.close()
    except sqlite3.Error as error:
        return [f"{DATABASE} of release “{release.name}” does not open: {error}."]
    if version != SCHEMA_VERSION:
        return [
            f"{DATABASE} of release “{release.name}” has schema version {version}, "
            f"and this program reads {SCHEMA_VERSION}; build the release again."
        ]
    if named is None or named[0] != manifest.name:
        return [f"{DATABASE} of release “{release.name}” belongs to another release."]
    return []

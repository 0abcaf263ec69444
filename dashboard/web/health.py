"""Whether what is served can be read now: its database, and one of its files. Nothing is remembered."""

import sqlite3
from pathlib import Path

from dashboard.repository.connection import open_database
from dashboard.repository.manifest import DATABASE
from dashboard.web.releases import ServedRelease

_ENOUGH = 65_536  # bytes read of a file


def unreadable(release: ServedRelease) -> str:
    """Say what of a release cannot be read at this moment; empty where all that is tried can be."""
    if release.static is None:
        return ""
    try:
        _ask(release.static.parent / DATABASE)
    except (sqlite3.Error, OSError):
        return "The database cannot be read."
    try:
        with next(file for file in release.static.iterdir() if file.is_file()).open("rb") as file:
            file.read(_ENOUGH)
    except (OSError, StopIteration):
        return "The files cannot be read."
    return ""


def _ask(database: Path) -> None:
    connection = open_database(database)
    try:
        named = connection.execute("SELECT value FROM meta WHERE key = 'name'").fetchone()
        if named is None or connection.execute("SELECT count(*) FROM council").fetchone()[0] == 0:
            raise sqlite3.DatabaseError("The database holds nothing.")
    finally:
        connection.close()

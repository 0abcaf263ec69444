"""Opening a release's database, read only and immutable, with one connection a thread."""

import sqlite3
import threading
from pathlib import Path
from urllib.parse import quote

SCHEMA_VERSION = 7


class ReleaseReplacedError(RuntimeError):
    """The release was built again, in place, while it was being served: it is to be opened anew."""


def open_database(path: Path) -> sqlite3.Connection:
    """Open a release's database. It is never written to, so no lock is taken. Raises sqlite3.Error."""
    connection = sqlite3.connect(
        f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1",
        uri=True,
        check_same_thread=False,
        isolation_level=None,
    )
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA cache_size = -512")  # KiB a thread: the system's file cache is behind it
    return connection


class ThreadConnections:
    """One read-only connection for each thread that asks, all of the same file.

    A release built again under the same name is another file: a thread that starts later must not
    read it while the others still read the first, so it is refused with ReleaseReplacedError: who asked
    opens the new one whole. Threads that have a connection go on with the first, which stays readable.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()
        self._identity = _identity(path)

    def get(self) -> sqlite3.Connection:
        """Return this thread's connection."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self._opened()
        return connection

    def _opened(self) -> sqlite3.Connection:
        try:
            connection = open_database(self._path)
            same = _identity(self._path) == self._identity
        except (OSError, sqlite3.OperationalError) as error:
            raise ReleaseReplacedError(f"{self._path} cannot be opened again: {error}.") from error
        if not same:
            connection.close()
            raise ReleaseReplacedError(f"{self._path} was built again while it was being served.")
        return connection


def _identity(path: Path) -> tuple[int, int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino, status.st_mtime_ns

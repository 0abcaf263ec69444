"""One lock for each store: who has it is written in its file, and told to whoever cannot have it."""

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path

WAIT = 10.0
"""Seconds that a command waits for a lock: changes are short, so most waiting ends well before."""

_ASK_AGAIN = 0.02  # seconds

command: ContextVar[str] = ContextVar("command", default="another program")
"""What this process is doing, in words that tell it to others: “correct 2025-26”."""


class LockedError(RuntimeError):
    """Another process has the lock. The message says what is locked, who has it and since when."""


@contextmanager
def locked(file: Path, what: str, wait: float | None = None) -> Iterator[None]:
    """Hold the lock whose file is so named, waiting for it up to ``wait`` seconds (``WAIT``).

    ``what`` begins the sentence of who cannot have it: “The store store”. The system lets go of the lock of
    a process that ends in any way. Its file stays: to remove it would let two hold the lock. Raises
    LockedError, and OSError where the file cannot be made.
    """
    descriptor = _taken(file, what, time.monotonic() + (WAIT if wait is None else wait))
    try:
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        _write(descriptor, json.dumps({"pid": os.getpid(), "command": command.get(), "since": now}))
        yield
    finally:
        try:
            _write(descriptor, "")
        finally:
            os.close(descriptor)


def _taken(file: Path, what: str, until: float) -> int:
    while True:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is(descriptor, file):
                return descriptor
        except BlockingIOError:
            if time.monotonic() >= until:
                holder = _holder(descriptor)
                os.close(descriptor)
                raise LockedError(
                    f"{what} is being changed by {holder}. Nothing was changed: try again when it has ended."
                ) from None
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)
        time.sleep(_ASK_AGAIN)


def _is(descriptor: int, file: Path) -> bool:
    """Say whether an open file is still the one of this name: a folder may be moved away meanwhile."""
    try:
        return os.path.samestat(os.fstat(descriptor), file.stat())
    except FileNotFoundError:
        return False


def _holder(descriptor: int) -> str:
    """Say who has the lock: “correct 2025-26” (process 4711, since 2026-05-03 09:41:07 UTC)."""
    try:
        told = json.loads(os.pread(descriptor, 1000, 0))
        since = datetime.fromisoformat(told["since"])
        return f"“{told['command']}” (process {int(told['pid'])}, since {since:%Y-%m-%d %H:%M:%S} UTC)"
    except (OSError, ValueError, KeyError, TypeError):
        return "another command"  # it has only just taken it


def _write(descriptor: int, text: str) -> None:
    """Tell who holds the lock. Where that cannot be written (a full disk), the lock is held all the same."""
    try:
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, text.encode(), 0)
    except OSError:
        pass

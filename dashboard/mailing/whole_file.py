"""Files that are in their place whole or not at all, whenever the run is killed."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

PART = ".part-"


def put(path: Path, content: bytes, check: Callable[[bytes], int] = len) -> int:
    """Write a file beside its place, bring it to disk, read it back, ``check`` it, and put it in place.

    Returns what ``check`` says of what was read back (its pages, say). Raises OSError, and whatever ``check``
    raises; then what stood there is as it was, and nothing is left beside it.
    """
    descriptor, name = tempfile.mkstemp(prefix=PART, dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            os.fchmod(file.fileno(), 0o644)
        found = check(part.read_bytes())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return found


def sweep(folder: Path) -> None:
    """Remove what a killed run left beside its places."""
    for left in folder.glob(f"{PART}*"):
        left.unlink(missing_ok=True)

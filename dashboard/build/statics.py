"""A release's static files: named by their content, with their compressed twins made once, at build."""

import gzip
import hashlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import brotli

_HASH = 12
_LARGE = 1_000_000  # bytes
_COMPRESSED = frozenset({".svg", ".json", ".js", ".css", ".csv", ".txt", ".html", ".webmanifest"})


def hashed_name(logical: str, content: bytes) -> str:
    """Return ``map/data.json`` as ``map-data.<hash of the content>.json``: one flat, safe file name."""
    path = PurePosixPath(logical)
    stem = "-".join((*path.parts[:-1], path.stem))
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:_HASH]}{path.suffix}"


def _quality(content: bytes) -> int:
    """The best compression takes half a minute of six megabytes of figures; the next is a fifth larger."""
    return 11 if len(content) < _LARGE else 9


def write_static(files: Mapping[str, bytes], directory: Path) -> dict[str, str]:
    """Write files under their hashed names, text with ``.br`` and ``.gz`` beside; return logical -> name."""
    directory.mkdir(parents=True, exist_ok=True)
    names = {}
    for logical, content in sorted(files.items()):
        name = names[logical] = hashed_name(logical, content)
        (directory / name).write_bytes(content)
        if PurePosixPath(logical).suffix in _COMPRESSED:
            (directory / f"{name}.br").write_bytes(brotli.compress(content, quality=_quality(content)))
            (directory / f"{name}.gz").write_bytes(gzip.compress(content, compresslevel=9, mtime=0))
    return names

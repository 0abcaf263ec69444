"""Files served under content-hashed URLs, each compressed once and kept beside its original.

The hash of a group covers every file in it, so that files which find each other by name (Dash's bundle
and the chunks it loads later) can stand in one directory that never changes.
"""

import hashlib
import mimetypes
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.releases.on_disk import write_whole
from dashboard.web.encodings import BEST, Encoding, compressible, encode

PREFIX = "/static/"
_SUFFIX: dict[Encoding, str] = {"br": ".br", "gzip": ".gz", "identity": ""}
_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class StaticFile:
    """One file: its URL, media type, and the paths of its encodings."""

    url: str
    content_type: str
    etag: str
    paths: Mapping[Encoding, Path]

    def read(self, encoding: Encoding) -> tuple[bytes, Encoding]:
        """Return the bytes in an encoding, or as they are where that encoding saves nothing."""
        chosen: Encoding = encoding if encoding in self.paths else "identity"
        return self.paths[chosen].read_bytes(), chosen


class StaticFiles:
    """The published files by URL, and their URLs by logical name."""

    def __init__(self, files: Mapping[str, StaticFile]) -> None:
        self._urls = {logical: file.url for logical, file in files.items()}
        self._files = {file.url: file for file in files.values()}

    def url(self, logical: str) -> str:
        """Return the URL of a file. Raises KeyError for a name that was not published."""
        return self._urls[logical]

    def text(self, logical: str) -> str:
        """Return the content of a file of text."""
        return self._files[self._urls[logical]].read("identity")[0].decode()

    def has(self, logical: str) -> bool:
        """Say whether a file was published."""
        return logical in self._urls

    def names(self) -> list[str]:
        """Return the logical names of all files."""
        return list(self._urls)

    def urls(self) -> list[str]:
        """Return the URLs of all files."""
        return list(self._files)

    def beside(self, logical: str) -> list[str]:
        """Return the URLs of the other files in a file's folder, which it may import."""
        folder = f"{logical.rpartition('/')[0]}/"
        return [url for name, url in self._urls.items() if name.startswith(folder) and name != logical]

    def get(self, url: str) -> StaticFile | None:
        """Return the file at a URL, or None."""
        return self._files.get(url)


def publish(
    groups: Iterable[Mapping[str, bytes]], cache: Path, effort: dict[Encoding, int] = BEST
) -> StaticFiles:
    """Write the files of each group, compressed, below ``cache`` (unless they are there) and map their URLs.

    A group is a mapping of logical names (``map.js``, ``dash/dash.js``) to content. The result depends
    on the content alone; several processes may publish at once.
    """
    files: dict[str, StaticFile] = {}
    for group in groups:
        digest = _digest(group)
        for logical, content in group.items():
            files[logical] = _publish_one(logical, content, digest, cache, effort)
    return StaticFiles(files)


def media_type(name: str) -> str:
    """Return the media type of a file by its name."""
    suffix = Path(name).suffix
    return _TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")


def _digest(group: Mapping[str, bytes]) -> str:
    total = hashlib.sha256()
    for logical, content in sorted(group.items()):
        total.update(f"{logical}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()[:16]


def _publish_one(
    logical: str, content: bytes, digest: str, cache: Path, effort: dict[Encoding, int]
) -> StaticFile:
    folder = cache / digest
    name = logical.replace("/", "_")
    content_type = media_type(logical)
    encodings: list[Encoding] = ["identity"]
    if compressible(content_type.replace("text/javascript", "text/"), len(content)):
        encodings += ["br", "gzip"]
    paths: dict[Encoding, Path] = {}
    for encoding in encodings:
        paths[encoding] = folder / (name + _SUFFIX[encoding])
        if not paths[encoding].is_file():
            write_whole(
                paths[encoding], encode(content, encoding, effort)
            )  # another worker may write the same
    return StaticFile(f"{PREFIX}{digest}/{logical}", content_type, f'"{digest}"', paths)

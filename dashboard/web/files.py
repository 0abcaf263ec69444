"""Answers for static URLs: the project's own files and those of every release that may be shown."""

from collections.abc import Mapping
from pathlib import Path

from dashboard.web.answer import Keep
from dashboard.web.encodings import Encoding
from dashboard.web.headers import SECURITY, cache_control
from dashboard.web.page_cache import Stored
from dashboard.web.releases import Releases
from dashboard.web.static_files import PREFIX, StaticFile, StaticFiles, media_type

_SUFFIX: Mapping[Encoding, str] = {"br": ".br", "gzip": ".gz"}


class Files:
    """Finds the file at a URL: ``/static/<hash>/<name>`` of the project, ``/static/<release>/<name>``."""

    def __init__(self, own: StaticFiles, releases: Releases) -> None:
        self._own = own
        self._releases = releases

    def __call__(self, url: str, query: str, encoding: Encoding) -> Stored | None:
        """Return the response for a URL in an encoding, or None where there is no such file."""
        if not url.startswith(PREFIX):
            return None
        file = self._own.get(url) or self._of_release(url)
        if file is None:
            return None
        body, chosen = file.read(encoding)
        headers = [
            ("Content-Type", file.content_type),
            ("Cache-Control", cache_control(Keep.FOREVER, 0)),
            ("ETag", file.etag),
            ("Vary", "Accept-Encoding"),
            *SECURITY,
        ]
        if chosen != "identity":
            headers.append(("Content-Encoding", chosen))
        return Stored("200 OK", headers, body, file.etag)

    def _of_release(self, url: str) -> StaticFile | None:
        name, _, file_name = url.removeprefix(PREFIX).partition("/")
        if not file_name or "/" in file_name or file_name.startswith("."):
            return None
        release = self._releases.find(name)
        if release is None or release.static is None or not (release.static / file_name).is_file():
            return None
        paths: dict[Encoding, Path] = {"identity": release.static / file_name}
        for encoding, suffix in _SUFFIX.items():
            if (twin := release.static / f"{file_name}{suffix}").is_file():
                paths[encoding] = twin
        return StaticFile(url, media_type(file_name), f'"{file_name}"', paths)

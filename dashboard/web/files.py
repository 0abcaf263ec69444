"""Answers for static URLs: the project's own files and those of every release that may be shown."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from dashboard.domain.statuses import Status
from dashboard.repository.downloads import CSV, CSVW, TYPES
from dashboard.web.answer import Keep
from dashboard.web.encodings import Encoding
from dashboard.web.headers import SECURITY, cache_control
from dashboard.web.page_cache import Stored
from dashboard.web.releases import Releases
from dashboard.web.request import release_named
from dashboard.web.static_files import PREFIX, StaticFile, StaticFiles, media_type

_SUFFIX: Mapping[Encoding, str] = {"br": ".br", "gzip": ".gz"}


class Files:
    """Finds the file at a URL: ``/static/<hash>/<name>``, ``/static/<release>/<name>``, a download's."""

    def __init__(
        self, own: StaticFiles, releases: Releases, page_seconds: int, renew: Callable[[], object] = bool
    ) -> None:
        """``renew`` writes the project's own files again: their folder may be deleted at any time."""
        self._own = own
        self._renew = renew
        self._renewing = threading.Lock()
        self._releases = releases
        self._page_seconds = page_seconds

    def __call__(self, url: str, query: str, encoding: Encoding) -> Stored | None:
        """Return the response for a URL in an encoding, or None where there is no such file."""
        try:
            if url[1:] in TYPES:
                return self._download(url[1:], query, encoding)
            if not url.startswith(PREFIX):
                return None
            own = self._own.get(url)
            if own is not None:
                return self._own_answer(own, encoding)
            file = self._of_release(url)
            return _answer(file, encoding, Keep.FOREVER, 0) if file else None
        except FileNotFoundError:  # another release was put in the place of its own just now
            return None

    def _own_answer(self, file: StaticFile, encoding: Encoding) -> Stored:
        try:
            return _answer(file, encoding, Keep.FOREVER, 0)
        except FileNotFoundError:
            with self._renewing:
                if not all(path.is_file() for path in file.paths.values()):
                    self._renew()
            return _answer(file, encoding, Keep.FOREVER, 0)

    def has(self, url: str) -> bool:
        """Say whether there is a file at a URL, of the release shown."""
        if url[1:] in TYPES:
            return True
        return url.startswith(PREFIX) and (
            self._own.get(url) is not None or self._of_release(url) is not None
        )

    def _download(self, logical: str, query: str, encoding: Encoding) -> Stored | None:
        """Answer a file to take away by the one made at build; its name says the release and its status."""
        served = self._releases.find(release_named(query))
        if served is None:
            return None
        try:
            file = self._of_release(served.repository.static_url(logical))
        except KeyError:
            return None
        if file is None:
            return None
        release = served.repository.release()
        status = "" if release.status in (Status.LIVE, Status.BUNDLED) else f"-{release.status}"
        name = f"{release.name}{status}-{logical.rpartition('/')[2]}"
        more = [("Content-Disposition", f'attachment; filename="{name}"')]
        if logical == CSV:
            asked = f"?release={release.name}" if query else ""
            more.append(("Link", f'</{CSVW}{asked}>; rel="describedby"; type="{TYPES[CSVW]}"'))
        file = replace(file, content_type=TYPES[logical])
        return _answer(file, encoding, Keep.PAGE, self._page_seconds, more)

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


def _answer(
    file: StaticFile, encoding: Encoding, keep: Keep, seconds: int, more: Sequence[tuple[str, str]] = ()
) -> Stored:
    body, chosen = file.read(encoding)
    tag = file.etag if chosen == "identity" else f'{file.etag[:-1]}-{chosen}"'
    headers = [
        ("Content-Type", file.content_type),
        ("Cache-Control", cache_control(keep, seconds)),
        ("ETag", tag),
        ("Vary", "Accept-Encoding"),
        *more,
        *SECURITY,
    ]
    if chosen != "identity":
        headers.append(("Content-Encoding", chosen))
    return Stored("200 OK", headers, body, tag, chosen)

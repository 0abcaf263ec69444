"""The HTTP layer in front of Flask: GET only, validators, compression, files, and finished pages kept.

Everything the site answers passes here. A page is made once a worker and release, compressed, and then
answered from memory; a file is compressed when it is published; a body in parts (one without a length)
is compressed as it is sent, and not kept. Nothing here knows what a page is.
"""

from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING

from dashboard.repository.records import Release
from dashboard.web.encodings import QUICK, Encoding, accepted, compressible, encode
from dashboard.web.for_machines import ROBOTS, SITEMAP
from dashboard.web.headers import SECURITY, etag, unchanged
from dashboard.web.page_cache import PageCache, Stored
from dashboard.web.releases import Releases
from dashboard.web.request import release_named
from dashboard.web.streamed import Streamed

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_LONGEST_KEPT = 400  # characters of a URL: longer ones are made every time, so that none can fill the cache
ATOM = ".atom"
_DROPPED = frozenset({"content-length", "etag", "vary", "content-encoding", "set-cookie"})

Headers = list[tuple[str, str]]
Lookup = Callable[[str, str, Encoding], Stored | None]


class Front:
    """A WSGI application around another one.

    ``files`` answers the path and query of a file in an encoding, or None. A page made from other
    releases, or when other ones were published, is not used again. What is only previewed is marked so
    in every answer, and kept by nobody.
    """

    def __init__(
        self, application: "WSGIApplication", files: Lookup, releases: Releases, cache: PageCache
    ) -> None:
        self._application = application
        self._files = files
        self._releases = releases
        self._cache = cache

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request."""
        method = environ["REQUEST_METHOD"]
        if method not in ("GET", "HEAD"):
            return _not_allowed(start_response)
        encoding = accepted(environ.get("HTTP_ACCEPT_ENCODING", ""))
        path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
        stored = self._files(path, query, encoding) or self._page(environ, encoding)
        shown = self._releases.current()
        headers = stored.headers if shown.public else _previewed(stored.headers, shown.repository.release())
        if _succeeded(stored) and unchanged(environ.get("HTTP_IF_NONE_MATCH"), stored.etag):
            kept = [pair for pair in headers if not pair[0].startswith("Content-")]
            start_response("304 Not Modified", kept)
            return _unsent(stored)
        if isinstance(stored, Streamed):
            start_response(stored.status, headers)
            return _unsent(stored) if method == "HEAD" else stored
        start_response(stored.status, [*headers, ("Content-Length", str(len(stored.body)))])
        return [] if method == "HEAD" else [stored.body]

    def _page(self, environ: "WSGIEnvironment", encoding: Encoding) -> Stored | Streamed:
        path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
        version = self._releases.version(release_named(query))
        key: tuple[str, ...] = (path, query, encoding, version)
        if path.endswith(ATOM) or path in (SITEMAP, ROBOTS):  # absolute: made for the host they were asked of
            key = (*key, environ.get("wsgi.url_scheme", ""), environ.get("HTTP_HOST", ""))
        stored = self._cache.get(key)
        if stored is None:
            made = self._made(environ, encoding)
            if isinstance(made, Streamed):
                return made
            stored = made
            if _may_keep(stored) and len(path) + len(query) <= _LONGEST_KEPT:
                self._cache.put(key, stored)
        return stored

    def _made(self, environ: "WSGIEnvironment", encoding: Encoding) -> Stored | Streamed:
        started: list[tuple[str, Headers]] = []

        def start(
            status: str, headers: list[tuple[str, str]], _exc: object = None
        ) -> Callable[[bytes], object]:
            started.append((status, headers))
            return lambda _: None

        answer = self._application({**environ, "REQUEST_METHOD": "GET"}, start)
        if started and _in_parts(started[-1][1]):
            return _streamed(*started[-1], answer, encoding)
        try:
            body = b"".join(answer)
        finally:
            close = getattr(answer, "close", None)
            if close:
                close()
        status, headers = started[-1]
        return finished(status, headers, body, encoding)


def _previewed(headers: Headers, release: Release) -> Headers:
    """Return the headers of an answer about a release that is not published.

    They say its status too: what is read by scripts, and what was made at build, has no other place for it.
    """
    kept = [(name, value) for name, value in headers if name != "Cache-Control"]
    return [
        *kept,
        ("Cache-Control", "private, no-store"),
        ("X-Robots-Tag", "noindex, nofollow, noarchive"),
        ("X-Release", f"{release.name} ({release.standing})"),
    ]


def finished(status: str, headers: Iterable[tuple[str, str]], body: bytes, encoding: Encoding) -> Stored:
    """Return a response compressed and with the headers of every answer."""
    tag = etag(body)
    kept = [(name, value) for name, value in headers if name.lower() not in _DROPPED]
    content_type = next((value for name, value in kept if name.lower() == "content-type"), "")
    if encoding != "identity" and compressible(content_type, len(body)):
        body = encode(body, encoding, QUICK)
        kept.append(("Content-Encoding", encoding))
    kept += [("Vary", "Accept-Encoding"), ("ETag", tag), *SECURITY]
    return Stored(status, kept, body, tag)


def _in_parts(headers: Headers) -> bool:
    names = {name.lower() for name, _ in headers}
    return "content-length" not in names and "etag" in names


def _streamed(status: str, headers: Headers, parts: Iterable[bytes], encoding: Encoding) -> Streamed:
    tag = next(value for name, value in headers if name.lower() == "etag")
    kept = [(name, value) for name, value in headers if name.lower() not in _DROPPED]
    if encoding != "identity":
        kept.append(("Content-Encoding", encoding))
    return Streamed(
        status, [*kept, ("Vary", "Accept-Encoding"), ("ETag", tag), *SECURITY], tag, parts, encoding
    )


def _unsent(stored: Stored | Streamed) -> list[bytes]:
    if isinstance(stored, Streamed):
        stored.close()
    return []


def _succeeded(stored: Stored | Streamed) -> bool:
    """Whether a condition applies to an answer: of a page not there there is nothing a client could have."""
    return bool(stored.etag) and stored.status.startswith("2")


def _may_keep(stored: Stored) -> bool:
    control = next((value for name, value in stored.headers if name == "Cache-Control"), "no-store")
    return stored.status.startswith(("200", "301", "302")) and "no-store" not in control


def _not_allowed(start_response: "StartResponse") -> Iterable[bytes]:
    body = b"This site is only read: GET and HEAD are answered.\n"
    status = HTTPStatus.METHOD_NOT_ALLOWED
    start_response(
        f"{status.value} {status.phrase}",
        [
            ("Allow", "GET, HEAD"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
            *SECURITY,
        ],
    )
    return [body]

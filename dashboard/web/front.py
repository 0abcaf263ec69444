"""The HTTP layer in front of Flask: GET only, validators, compression, files, and finished pages kept.

Everything the site answers passes here. A page is made once a worker and release, compressed, and then
answered from memory; a file is compressed when it is published. Nothing here knows what a page is.
"""

from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING

from dashboard.web.encodings import QUICK, Encoding, accepted, compressible, encode
from dashboard.web.headers import SECURITY, etag, unchanged
from dashboard.web.page_cache import PageCache, Stored

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_LONGEST_KEPT = 400  # characters of a URL: longer ones are made every time, so that none can fill the cache
_DROPPED = frozenset({"content-length", "etag", "vary", "content-encoding", "set-cookie"})

Headers = list[tuple[str, str]]
Lookup = Callable[[str, Encoding], Stored | None]


class Front:
    """A WSGI application around another one.

    ``files`` answers a static URL in an encoding, or None. ``version`` names what pages are made from
    (the id of the release shown): a page made from another is not used again.
    """

    def __init__(
        self, application: "WSGIApplication", files: Lookup, version: Callable[[], str], cache: PageCache
    ) -> None:
        self._application = application
        self._files = files
        self._version = version
        self._cache = cache

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request."""
        method = environ["REQUEST_METHOD"]
        if method not in ("GET", "HEAD"):
            return _not_allowed(start_response)
        encoding = accepted(environ.get("HTTP_ACCEPT_ENCODING", ""))
        stored = self._files(environ.get("PATH_INFO", ""), encoding) or self._page(environ, encoding)
        if stored.etag and unchanged(environ.get("HTTP_IF_NONE_MATCH"), stored.etag):
            kept = [pair for pair in stored.headers if not pair[0].startswith("Content-")]
            start_response("304 Not Modified", kept)
            return []
        start_response(stored.status, [*stored.headers, ("Content-Length", str(len(stored.body)))])
        return [] if method == "HEAD" else [stored.body]

    def _page(self, environ: "WSGIEnvironment", encoding: Encoding) -> Stored:
        path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
        key = (path, query, encoding, self._version())
        stored = self._cache.get(key)
        if stored is None:
            stored = self._made(environ, encoding)
            if _may_keep(stored) and len(path) + len(query) <= _LONGEST_KEPT:
                self._cache.put(key, stored)
        return stored

    def _made(self, environ: "WSGIEnvironment", encoding: Encoding) -> Stored:
        started: list[tuple[str, Headers]] = []

        def start(
            status: str, headers: list[tuple[str, str]], _exc: object = None
        ) -> Callable[[bytes], object]:
            started.append((status, headers))
            return lambda _: None

        answer = self._application({**environ, "REQUEST_METHOD": "GET"}, start)
        try:
            body = b"".join(answer)
        finally:
            close = getattr(answer, "close", None)
            if close:
                close()
        status, headers = started[-1]
        return finished(status, headers, body, encoding)


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

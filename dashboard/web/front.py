"""The HTTP layer in front of Flask: GET only, validators, compression, files, and finished pages kept.

Everything the site answers passes here. An address is brought to its normal form first, so that what means
the same is made once a worker and release; it is compressed, and then answered from memory, in whatever
encoding. A file is compressed when it is published; a body in parts (one without a length) is compressed
as it is sent, and not kept. Nothing here knows what a page is.
"""

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Protocol

from dashboard.addresses.reading import Held
from dashboard.api.route import BASE
from dashboard.repository.records import Release
from dashboard.web.addressing import NOWHERE, Address, Addressing
from dashboard.web.answer import Answer
from dashboard.web.conditions import meets, part_asked
from dashboard.web.encodings import ENCODINGS, Encoding, accepted
from dashboard.web.finished import Headers, finished, in_encoding, in_parts, streamed
from dashboard.web.notices import with_notice
from dashboard.web.page_cache import PageCache, Stored
from dashboard.web.releases import Releases
from dashboard.web.request import held_by, release_named
from dashboard.web.streamed import Streamed
from dashboard.web.watched import Watch

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_LONGEST_KEPT = 400  # characters of a URL: longer ones are made every time, so that none can fill the cache
_LARGEST_PICTURE = 400_000  # bytes: those for print are kept on disk, and would push out a hundred pages
_LOG = logging.getLogger("dashboard.front")
_OF_THE_BODY = frozenset({"Content-Type", "Content-Encoding", "Content-Disposition", "Content-Length"})
FILE = "(file)"
"""What the rule of a file is called."""


class Files(Protocol):
    """Finds the file at a path and query."""

    def __call__(self, url: str, query: str, encoding: Encoding) -> Stored | None:
        """Return it in an encoding, or None."""

    def has(self, url: str) -> bool:
        """Say whether there is one, of the release shown."""


class Refused(Protocol):
    """What is answered where nothing is, to a person or to a ``program`` that asked the API."""

    def __call__(self, code: int, *, program: bool) -> Answer:
        """Return the answer of a status."""


@dataclass(frozen=True, slots=True)
class Pages:
    """What makes pages: a WSGI application, its addresses, which of its rules are trees, and its refusals."""

    application: "WSGIApplication"
    addressing: Addressing
    trees: frozenset[str]
    refused: Refused


class Front:
    """A WSGI application around another one.

    A page made from other releases, or when other ones were published, is not used again. What is only
    previewed is marked so in every answer, and kept by nobody.
    """

    def __init__(
        self, pages: Pages, files: Files, releases: Releases, cache: PageCache, watch: Watch
    ) -> None:
        self._pages = pages
        self._files = files
        self._releases = releases
        self._cache = cache
        self._watch = watch

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request."""
        began = time.perf_counter()
        if not environ.get("PATH_INFO"):
            environ = {**environ, "PATH_INFO": "/"}  # else Flask leads to the host asked for
        try:
            rule, stored = self._answered(environ)
        except Exception:  # what is in front of the pages fails: told here, or nowhere
            _LOG.exception("A request could not be answered.")
            rule, stored = "(failed)", self._refused(500, "identity", environ.get("PATH_INFO", ""))
        self._watch(rule, int(stored.status[:3]), time.perf_counter() - began, self._releases.current().name)
        if isinstance(stored, Streamed):
            start_response(stored.status, stored.headers)
            return _unsent(stored) if environ["REQUEST_METHOD"] == "HEAD" else stored
        length = [] if stored.status.startswith("304") else [("Content-Length", str(len(stored.body)))]
        start_response(stored.status, [*stored.headers, *length])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [stored.body]

    def at_hand(self, path: str, query: str) -> bool:
        """Say whether an answer needs no making: a file, or a page that is kept. ``path`` as WSGI has it."""
        if release_named(query) is not None:
            return False  # it may have to be opened first
        if self._files.has(path):
            return True
        address = self._address(path, query)
        key = self._key(path, address)
        return any(self._cache.get((*key, encoding)) is not None for encoding in ENCODINGS)

    def kept_as_it_is(self, path: str, encodings: str) -> bool:
        """Say whether the answer to a path without a query is in memory in the encoding a client prefers."""
        key = (path, "", self._releases.current().id, accepted(encodings))
        return self._cache.get(key) is not None

    def refusal(self, code: int, path: str) -> tuple[str, Headers, bytes]:
        """Return what says that a request to a path is not answered: its status, headers and body."""
        stored = self._refused(code, "identity", path)
        self._watch("(refused)", code, 0.0, self._releases.current().name)
        return stored.status, stored.headers, stored.body

    def _answered(self, environ: "WSGIEnvironment") -> tuple[str, Stored | Streamed]:
        """Return the rule an address belongs to, and the answer: what the request's conditions make of it."""
        encoding = accepted(environ.get("HTTP_ACCEPT_ENCODING", ""))
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            refused = self._refused(HTTPStatus.METHOD_NOT_ALLOWED, encoding, environ.get("PATH_INFO", ""))
            return "(refused)", replace(refused, headers=[*refused.headers, ("Allow", "GET, HEAD")])
        path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
        stored: Stored | Streamed
        file = self._files(path, query, encoding)
        if file is not None:
            rule, stored = FILE, file
        else:
            address = self._address(path, query)
            rule, stored = address.rule, self._page(environ, address, encoding)
        shown = self._releases.current()
        if not shown.public:
            stored = stored.with_headers(_previewed(stored.headers, shown.repository.release()))
        if meets(stored, environ):
            kept = [pair for pair in stored.headers if pair[0] not in _OF_THE_BODY]
            _unsent(stored)
            return rule, Stored("304 Not Modified", kept, b"", stored.etag)
        return rule, part_asked(stored, environ) if isinstance(stored, Stored) else stored

    def _address(self, path: str, query: str) -> Address:
        def held() -> Held:
            found = self._releases.find(release_named(query)) or self._releases.current()
            return held_by(found.repository)

        decoded = path.encode("latin-1", "replace").decode("utf-8", "replace")
        return self._pages.addressing.of(decoded, query, held)

    def _key(self, path: str, address: Address) -> tuple[str, str, str]:
        version = self._releases.version(release_named(address.query))
        return ("" if address.rule == NOWHERE else path, address.query, version)

    def _page(self, environ: "WSGIEnvironment", address: Address, encoding: Encoding) -> Stored | Streamed:
        key = self._key(environ.get("PATH_INFO", ""), address)
        stored = self._kept(key, encoding)
        if stored is None:
            made = self._made({**environ, "QUERY_STRING": address.query}, encoding)
            if isinstance(made, Streamed):
                return made
            stored = made
            if _may_keep(stored, address) and len(key[0]) + len(key[1]) <= _LONGEST_KEPT:
                self._cache.put((*key, encoding), stored)
        return with_notice(stored, address, encoding, tree=address.rule in self._pages.trees)

    def _kept(self, key: tuple[str, str, str], encoding: Encoding) -> Stored | None:
        """Return what is kept, out of another encoding where it was made in that."""
        stored = self._cache.get((*key, encoding))
        if stored is not None:
            return stored
        for other in ENCODINGS:
            if other != encoding and (stored := self._cache.get((*key, other))) is not None:
                again = in_encoding(stored, encoding)
                self._cache.put((*key, encoding), again)
                return again
        return None

    def _made(self, environ: "WSGIEnvironment", encoding: Encoding) -> Stored | Streamed:
        started: list[tuple[str, Headers]] = []

        def start(
            status: str, headers: list[tuple[str, str]], _exc: object = None
        ) -> Callable[[bytes], object]:
            started.append((status, headers))
            return lambda _: None

        answer = self._pages.application({**environ, "REQUEST_METHOD": "GET"}, start)
        if started and in_parts(started[-1][1]):
            return streamed(*started[-1], answer, encoding)
        try:
            body = b"".join(answer)
        finally:
            close = getattr(answer, "close", None)
            if close:
                close()
        status, headers = started[-1]
        return finished(status, headers, body, encoding)

    def _refused(self, code: int, encoding: Encoding, path: str) -> Stored:
        program = path.startswith(f"{BASE}/")
        key = ("(refused)", f"{code} {program}", self._releases.version(None))
        stored = self._kept(key, encoding)
        if stored is None:
            answer = self._pages.refused(code, program=program)
            status = f"{code} {HTTPStatus(code).phrase}"
            headers = [
                *answer.headers.items(),
                ("Content-Type", answer.content_type),
                ("Cache-Control", "no-store"),
            ]
            body = answer.payload
            stored = finished(status, headers, body if isinstance(body, bytes) else b"".join(body), encoding)
            self._cache.put((*key, encoding), stored)
        return stored


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


def _unsent(stored: Stored | Streamed) -> list[bytes]:
    if isinstance(stored, Streamed):
        stored.close()
    return []


def _may_keep(stored: Stored, address: Address) -> bool:
    control = stored.header("Cache-Control") or "no-store"
    if stored.header("Content-Type").startswith("image/") and len(stored.body) > _LARGEST_PICTURE:
        return False
    one_for_all = address.rule == NOWHERE and not address.query and stored.status.startswith("404")
    return "no-store" not in control and (stored.status.startswith(("200", "301", "302")) or one_for_all)

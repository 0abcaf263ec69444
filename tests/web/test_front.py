"""The layer in front of the pages: what is kept in memory, and what is made for every request."""

import gzip
from collections.abc import Iterable
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

import brotli
import pytest
from werkzeug.routing import Map, Rule
from werkzeug.test import Client

from dashboard.repository.sqlite import SqliteRepository
from dashboard.web.addressing import Addressing
from dashboard.web.answer import TEXT, Answer
from dashboard.web.encodings import Encoding
from dashboard.web.front import Front, Pages
from dashboard.web.page_cache import PageCache
from dashboard.web.releases import ServedRelease, only
from dashboard.web.watched import unwatched

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

KEPT = "public, max-age=300"


class Answers:
    """An application that counts how often it is asked, and says what its answers may be kept for."""

    def __init__(
        self,
        status: int = 200,
        cache_control: str | None = KEPT,
        *,
        long: bool = False,
        kind: str = "text/plain",
        padding: int = 0,
    ) -> None:
        self.status = HTTPStatus(status)
        self.kind = kind
        self.padding = padding
        self.cache_control = cache_control
        self.asked = 0
        self.long = long

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        self.asked += 1
        body = f"answer {self.asked} to {environ['PATH_INFO']}".encode() + b"." * (
            1_000 * self.long + self.padding
        )
        headers = [("Content-Type", self.kind), ("Content-Length", str(len(body)))]
        if self.cache_control is not None:
            headers.append(("Cache-Control", self.cache_control))
        start_response(f"{self.status.value} {self.status.phrase}", headers)
        return [body]


def front(pages: Answers, small_releases: Path) -> Client:
    served = only(ServedRelease(SqliteRepository(small_releases / "held-figures"), "1", None))
    addressing = Addressing(Map([Rule("/<page>", endpoint="page")]), {})
    made = Pages(
        pages,
        addressing,
        frozenset(),
        lambda code, *, program: Answer(f"refused: {code} {program}", TEXT, code),
    )
    return Client(Front(made, NoFiles(), served, PageCache(10**6), unwatched))


class NoFiles:
    """No file at any address."""

    def __call__(self, url: str, query: str, encoding: Encoding) -> None:
        return None

    def has(self, url: str) -> bool:
        return False


@pytest.mark.parametrize(
    ("status", "cache_control", "made"),
    [
        (200, KEPT, 1),
        (301, KEPT, 1),
        (302, KEPT, 1),
        (200, "no-store", 3),
        (200, "private, no-store", 3),
        (302, "no-store", 3),
        (200, None, 3),
        (404, KEPT, 3),
        (500, KEPT, 3),
        (503, "no-store", 3),
    ],
)
def test_what_may_not_be_stored_is_made_for_every_request(
    small_releases: Path, status: int, cache_control: str | None, made: int
) -> None:
    pages = Answers(status, cache_control)
    client = front(pages, small_releases)
    answers = [client.get("/healthz") for _ in range(3)]
    assert pages.asked == made
    assert {answer.status_code for answer in answers} == {status}
    assert answers[-1].text == f"answer {made} to /healthz"


@pytest.mark.parametrize(
    ("kind", "size", "times"),
    [("image/png", 300_000, 1), ("image/png", 500_000, 2), ("application/pdf", 500_000, 1)],
)
def test_a_picture_for_print_pushes_no_pages_out(
    small_releases: Path, kind: str, size: int, times: int
) -> None:
    pages = Answers(kind=kind, padding=size)
    client = front(pages, small_releases)
    for _ in range(2):
        assert client.get("/page").status_code == 200
    assert pages.asked == times


def test_an_address_too_long_to_keep_is_made_for_every_request(small_releases: Path) -> None:
    pages = Answers()
    client = front(pages, small_releases)
    for _ in range(2):
        client.get(f"/{'y' * 400}")
    assert pages.asked == 2


def test_what_nothing_reads_makes_no_other_page(small_releases: Path) -> None:
    pages = Answers()
    client = front(pages, small_releases)
    for address in ("/about", f"/about?x={'y' * 4_000}", "/about?b=1&a=2", "/about?a=2&b=1", "/about?"):
        client.get(address)
    assert pages.asked == 1


def test_a_page_is_made_once_for_all_encodings(small_releases: Path) -> None:
    pages = Answers(long=True)
    client = front(pages, small_releases)
    told = {}
    for name, decode in (("br", brotli.decompress), ("gzip", gzip.decompress), ("identity", bytes)):
        answer = client.get("/about", headers={"Accept-Encoding": name})
        told[answer.headers["ETag"]] = decode(answer.data)
        assert answer.headers.get("Content-Encoding", "identity") == name
    assert pages.asked == 1
    assert len(told) == 3  # each encoding has a validator of its own
    assert len(set(told.values())) == 1


def test_whatever_is_no_address_is_answered_by_one_page(small_releases: Path) -> None:
    pages = Answers(404)
    client = front(pages, small_releases)
    for path in ("/no/where", "/not/here?x=1", "/a/b/c", "/_dash-component-suites/x/y.js"):
        assert client.get(path).status_code == 404
    assert pages.asked == 1


@pytest.mark.parametrize("header", ["*", '"one", {tag}', '{tag}, W/"three"', '"a, b", {tag}'])
def test_a_client_that_has_the_page_is_not_sent_it_again(small_releases: Path, header: str) -> None:
    client = front(Answers(), small_releases)
    tag = client.get("/about").headers["ETag"]
    again = client.get("/about", headers={"If-None-Match": header.format(tag=tag)})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)


@pytest.mark.parametrize("status", [301, 404, 410, 500])
def test_a_condition_is_looked_at_for_a_page_that_is_there_alone(small_releases: Path, status: int) -> None:
    """RFC 9110, 13.2.1: any other answer is the same with the condition as without."""
    client = front(Answers(status), small_releases)
    tag = client.get("/nowhere").headers["ETag"]
    for header in ("*", tag):
        assert client.get("/nowhere", headers={"If-None-Match": header}).status_code == status

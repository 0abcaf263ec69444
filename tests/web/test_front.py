"""The layer in front of the pages: what is kept in memory, and what is made for every request."""

from collections.abc import Iterable
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from werkzeug.test import Client

from dashboard.repository.sqlite import SqliteRepository
from dashboard.web.front import Front
from dashboard.web.page_cache import PageCache
from dashboard.web.releases import ServedRelease, only

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

KEPT = "public, max-age=300"


class Pages:
    """An application that counts how often it is asked, and says what its answers may be kept for."""

    def __init__(self, status: int = 200, cache_control: str | None = KEPT) -> None:
        self.status = HTTPStatus(status)
        self.cache_control = cache_control
        self.asked = 0

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        self.asked += 1
        body = f"answer {self.asked} to {environ['PATH_INFO']}".encode()
        headers = [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))]
        if self.cache_control is not None:
            headers.append(("Cache-Control", self.cache_control))
        start_response(f"{self.status.value} {self.status.phrase}", headers)
        return [body]


def front(pages: Pages, small_releases: Path) -> Client:
    repository = SqliteRepository(small_releases / "held-figures")
    return Client(Front(pages, lambda *_: None, only(ServedRelease(repository, "1", None)), PageCache(10**6)))


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
    pages = Pages(status, cache_control)
    client = front(pages, small_releases)
    answers = [client.get("/healthz") for _ in range(3)]
    assert pages.asked == made
    assert {answer.status_code for answer in answers} == {status}
    assert answers[-1].text == f"answer {made} to /healthz"


def test_an_address_too_long_to_keep_is_made_for_every_request(small_releases: Path) -> None:
    pages = Pages()
    client = front(pages, small_releases)
    for _ in range(2):
        client.get(f"/about?x={'y' * 400}")
    assert pages.asked == 2


@pytest.mark.parametrize("header", ["*", '"one", {tag}', '{tag}, W/"three"', '"a, b", {tag}'])
def test_a_client_that_has_the_page_is_not_sent_it_again(small_releases: Path, header: str) -> None:
    client = front(Pages(), small_releases)
    tag = client.get("/about").headers["ETag"]
    again = client.get("/about", headers={"If-None-Match": header.format(tag=tag)})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)


@pytest.mark.parametrize("status", [301, 404, 410, 500])
def test_a_condition_is_looked_at_for_a_page_that_is_there_alone(small_releases: Path, status: int) -> None:
    """RFC 9110, 13.2.1: any other answer is the same with the condition as without."""
    client = front(Pages(status), small_releases)
    tag = client.get("/nowhere").headers["ETag"]
    for header in ("*", tag):
        assert client.get("/nowhere", headers={"If-None-Match": header}).status_code == status

"""Nothing is made anew that was made: what means the same, or nothing, is answered by the kept page."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client

from dashboard.web.application import create_app
from dashboard.web.front import Front
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.support.tiny_cases import content_with_cases
from tests.support.tiny_release import build_tiny
from tests.web.conftest import MAP_FILES
from tests.web.test_left_out import FILES, PAGES, TREES, asking

NOT_KEPT = ("/healthz", "/livez", "/readyz", "/.well-known/security.txt")
NOT_THERE = ("/sitemap.xml",)  # of a demonstration
SEARCHES = ("/find", "/find?q=c", "/find.json")  # what people type says where they live: it is kept nowhere
LONG = ("/decisions.csv", "/improvements.csv", "/watch.csv")  # sent as they are made
ADDRESSES = tuple(path for path in (*PAGES, *TREES, *FILES) if path not in (*NOT_KEPT, *LONG, *NOT_THERE))
FOUND = tuple(
    path
    for path in ADDRESSES
    if path not in SEARCHES
    and "nowhere" not in path
    and not path.startswith("/decisions/none")
    and "2003" not in path
)


class Counted:
    """The site, and how often anything of it was made."""

    def __init__(self, folder: Path, cache: Path) -> None:
        releases = open_releases("demo", demo_allowed=False, directory=folder, environment={})
        server = create_app(releases, Settings(cache=cache, page_cache_bytes=50_000_000)).server
        front = server.wsgi_app
        assert isinstance(front, Front)
        inner = front._pages.application
        self.made: list[str] = []

        def counting(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
            self.made.append(environ["PATH_INFO"] + "?" + environ["QUERY_STRING"])
            return inner(environ, start)

        front._pages = replace(front._pages, application=counting)
        self.client: Client = server.test_client()


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Counted:
    folder = tmp_path_factory.mktemp("releases")
    build_tiny(folder, content_with_cases(), MAP_FILES)
    return Counted(folder, cache)


@pytest.mark.parametrize("path", FOUND)
def test_no_other_way_of_asking_makes_a_page_anew(counted: Counted, path: str) -> None:
    plain = counted.client.get(path)
    before = len(counted.made)
    page, _, query = path.partition("?")
    turned = f"{page}?{'&'.join(reversed(query.split('&')))}" if query else path
    for again in (
        asking(path, x="1"),
        asking(path, utm_source="letter", fbclid="a" * 300),
        asking(path, year="2017-18"),
        asking(path, year="nonsense", x="y" * 5_000),
        asking(turned, x="2"),
        asking(path, year=" "),
        path + ("&" if "?" in path else "?"),
    ):
        for encoding in ("br", "gzip", "identity"):
            answer = counted.client.get(again, headers={"Accept-Encoding": encoding})
            assert answer.status_code == plain.status_code, again
    assert counted.made[before:] == []


@pytest.mark.parametrize("path", SEARCHES)
def test_an_answer_to_a_search_is_kept_nowhere(counted: Counted, path: str) -> None:
    for asked in (path, path, asking(path, year="2017-18")):
        before = len(counted.made)
        assert counted.client.get(asked).headers["Cache-Control"] == "no-store"
        assert len(counted.made) == before + 1


@pytest.mark.parametrize(
    "path", ["/nowhere", "/no/where?x=1", "/about/us", "/%09/evil.example/", "/wp-login.php?year=1"]
)
def test_all_that_is_no_page_is_one_page(counted: Counted, path: str) -> None:
    counted.client.get("/nothing-here")
    before = len(counted.made)
    assert counted.client.get(path).status_code == 404
    assert counted.made[before:] == []


def test_a_notice_is_put_into_the_page_that_is_kept(counted: Counted) -> None:
    plain = counted.client.get("/about").text
    told = counted.client.get("/about?year=2017-18").text
    notice = re.search(r'<div class="frame left-out".*?</p></div>', told)
    assert notice is not None
    assert told.replace(notice[0], "", 1) == plain
    assert counted.client.get("/about").text == plain

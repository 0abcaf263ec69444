"""The Atom feeds as they are served: type, validator, host, links in the heads of pages, any query at all."""

import gzip
import re
from pathlib import Path

import pytest
from hypothesis import given
from werkzeug.test import Client

from dashboard.feeds.place import AddressError
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings, settings_from
from tests.support.atom import ATOM, entries_text, faults, parsed
from tests.support.tiny_cases import HIDDEN, WITHDRAWN, content_with_cases
from tests.support.tiny_release import build_tiny
from tests.web.conftest import MAP_FILES
from tests.web.test_improvements import many, queries

COUNCIL = "/council/blackpool-borough-council"
FEEDS = [
    f"{COUNCIL}/feed.atom",
    "/council/cumberland-council/feed.atom",
    "/decisions.atom",
    "/decisions.atom?category=housing&q=damp",
    "/improvements.atom",
    "/improvements.atom?like=blackpool-borough-council&by=type&category=housing",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cases")
    build_tiny(folder, content_with_cases("demo"), MAP_FILES)
    return folder


@pytest.fixture(scope="module")
def with_cases(folder: Path, cache: Path) -> Client:
    return served(folder, cache)


def served(folder: Path, cache: Path, address: str = "") -> Client:
    opened = open_releases("demo", demo_allowed=False, directory=folder, environment={})
    return create_app(opened, Settings(cache=cache, address=address)).server.test_client()


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_is_valid_typed_and_cacheable(with_cases: Client, path: str) -> None:
    answer = with_cases.get(path)
    assert (answer.status_code, answer.content_type) == (200, "application/xml; charset=utf-8")
    assert faults(answer.data) == []
    assert answer.headers["Cache-Control"].startswith("public, max-age=")
    again = with_cases.get(path, headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    pressed = with_cases.get(path, headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(pressed.data) == answer.data


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_of_figures_alone_is_valid_and_holds_letters_at_most(client: Client, path: str) -> None:
    feed = client.get(path).data
    assert faults(feed) == []
    names = entries_text(parsed(feed), "id")
    assert all("/letter/" in name or ":letter/" in name for name in names)
    assert bool(names) is path.endswith("feed.atom")


@pytest.mark.parametrize("host", ["a.example", "b.example:8080", 'evil"<>', "localhost"])
def test_a_feed_believes_nothing_that_a_request_says_of_its_host(with_cases: Client, host: str) -> None:
    feed = with_cases.get(FEEDS[0], headers={"Host": host, "X-Forwarded-Host": host}).text
    assert re.findall(r'rel="self"[^>]*href="([^"]+)"', feed) == [f"http://localhost{FEEDS[0]}"]
    assert host == "localhost" or host not in feed


def test_an_address_that_is_set_stands_before_any_host(folder: Path, cache: Path) -> None:
    site = served(folder, cache, "https://councils.example")
    feed = site.get(FEEDS[0], headers={"Host": "a.example"}).text
    assert "a.example" not in feed
    assert f'href="https://councils.example{FEEDS[0]}"' in feed
    assert "<id>tag:councils.example,2026:demonstration/council/blackpool-borough-council</id>" in feed


def test_settings_come_from_the_environment() -> None:
    assert settings_from({}).address == ""
    assert (
        settings_from({"DASHBOARD_ADDRESS": "https://Councils.example/"}).address
        == "https://councils.example"
    )
    with pytest.raises(AddressError, match="“councils” is not the address of a site"):
        settings_from({"DASHBOARD_ADDRESS": "councils"})


def test_what_was_withdrawn_says_so_and_what_was_not_published_is_absent(with_cases: Client) -> None:
    feed = parsed(with_cases.get("/decisions.atom").data)
    titles = entries_text(feed, "title")
    assert f"Simulated: Blackpool Borough Council: decision {WITHDRAWN} withdrawn" in titles
    assert HIDDEN not in " ".join(titles + entries_text(feed, "summary"))
    assert feed.findtext(f"{ATOM}title") == "Simulated: Decisions"


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        (COUNCIL, f"{COUNCIL}/feed.atom"),
        (f"{COUNCIL}/2023-24?release=demo", f"{COUNCIL}/feed.atom?release=demo"),
        (f"{COUNCIL}/decisions", f"{COUNCIL}/feed.atom"),
        (f"{COUNCIL}/improvements?year=2023-24", f"{COUNCIL}/feed.atom"),
        ("/decisions?category=housing&page=2", "/decisions.atom?category=housing"),
        (
            "/improvements?q=damp&like=blackpool-borough-council&by=region",
            "/improvements.atom?like=blackpool-borough-council&amp;by=region&amp;q=damp",
        ),
    ],
)
def test_a_page_names_its_feed_in_its_head(with_cases: Client, page: str, feed: str) -> None:
    head = with_cases.get(page).text.partition("</head>")[0]
    assert re.findall(r'<link rel="alternate" type="application/atom\+xml" href="([^"]+)">', head) == [feed]
    assert with_cases.get(feed.replace("&amp;", "&")).status_code == 200


def test_other_pages_name_none_and_no_council_has_none(with_cases: Client) -> None:
    assert "atom+xml" not in with_cases.get("/about").text
    assert with_cases.get("/council/nowhere/feed.atom").status_code == 404


@many
@given(query=queries)
def test_any_query_is_answered_by_a_valid_feed(with_cases: Client, query: str) -> None:
    for path in ("/decisions.atom", "/improvements.atom", f"{COUNCIL}/feed.atom"):
        answer = with_cases.get(path, query_string=query)
        if answer.status_code == 200:
            assert faults(answer.data) == []
        assert answer.status_code in (200, 404)


@pytest.mark.parametrize("path", FEEDS)
def test_every_page_of_a_feed_is_there_and_they_share_no_entry(with_cases: Client, path: str) -> None:
    ids: list[str] = []
    there = path
    while there:
        feed = with_cases.get(there.removeprefix("http://localhost"))
        assert faults(feed.data) == []
        ids += entries_text(parsed(feed.data), "id")
        named = {link.get("rel"): link.get("href") for link in parsed(feed.data).findall(f"{ATOM}link")}
        there = named.get("next") or ""
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_can_be_read_in_a_browser(with_cases: Client, path: str) -> None:
    answer = with_cases.get(path)
    sheet = re.search(r'<\?xml-stylesheet type="text/css" href="([^"]+)"\?>', answer.text)
    assert sheet
    given = with_cases.get(sheet[1])
    assert (given.status_code, given.content_type) == (200, "text/css; charset=utf-8")
    assert "style-src 'self'" in answer.headers["Content-Security-Policy"]

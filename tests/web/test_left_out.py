"""What an address asks for and is not there: said on every page and tree, and never repeated at length."""

import json
import re
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import Client

from dashboard.addresses.pictures import PICTURES
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.support.tiny_cases import HOMELESS, content_with_cases
from tests.support.tiny_release import BLACKPOOL, build_tiny, tiny_content
from tests.web.conftest import MAP_FILES

COUNCIL = f"/council/{BLACKPOOL.slug}"
NOTICE = '<div class="frame left-out" id="left-out"><p class="note">'
SENTENCE = "2017-18 is not a year held here."
WHOLE = f"{SENTENCE} The years held are 2022-23 to 2024-25. This page is shown without it."
UNSAID = "A year in this address is not held here."

PAGES = (
    "/",
    *(
        "/about",
        "/accessibility",
        "/api",
        "/complain",
        "/data",
        "/data/quality",
        "/find",
        "/find?q=c",
        "/compare",
    ),
    f"/compare?councils={BLACKPOOL.slug},preston-city-council",
    f"/compare?councils={BLACKPOOL.slug}&view=years",
    *("/decisions", f"/decisions/{HOMELESS.lower().replace(' ', '-')}", "/decisions/none", "/improvements"),
    *("/watch", "/watch?type=county&what=late"),
    *("/improvements?like=blackpool-borough-council", "/nowhere", "/council/nowhere"),
    *(f"/?council={BLACKPOOL.slug}", "/?council=nowhere"),
    COUNCIL,
    *(f"{COUNCIL}/{rest}" for rest in ("2023-24", "2023-24/letter", "2023-24/pack", "letters", "2003-04")),
    *(f"{COUNCIL}/{rest}" for rest in ("decisions", "reports", "improvements", "2023-24/embed")),
    f"/embed/{BLACKPOOL.slug}",
)


def tree_of(path: str) -> str:
    page, _, query = path.partition("?")
    return f"{'/index' if page == '/' else page}.json{f'?{query}' if query else ''}"


TREES = (
    *(tree_of(path) for path in PAGES if path != "/nowhere" and not path.startswith(("/find", "/embed"))),
    f"{COUNCIL}/2023-24/panel.json",
)
FILES = (
    *(
        "/decisions.csv",
        "/decisions.xlsx",
        "/decisions.atom",
        "/improvements.csv",
        "/improvements.xlsx",
        "/improvements.atom",
        "/watch.csv",
        "/watch.xlsx",
    ),
    *(f"/compare.csv?councils={BLACKPOOL.slug}", f"/compare.xlsx?councils={BLACKPOOL.slug}"),
    *(f"{COUNCIL}/feed.atom", "/find.json", "/robots.txt", "/healthz", "/data/figures.csv"),
    *(
        "/sitemap.xml",
        "/.well-known/security.txt",
        "/site.webmanifest",
        "/favicon.ico",
        "/apple-touch-icon.png",
    ),
    *("/icon-192.png", "/icon-512.png", "/livez", "/readyz"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demonstration with cases, and a release without any."""
    folder = tmp_path_factory.mktemp("releases")
    build_tiny(folder, content_with_cases(), MAP_FILES)
    build_tiny(folder, tiny_content(), MAP_FILES)
    return folder


@pytest.fixture(scope="module", params=["demo", "held-figures"])
def site(request: pytest.FixtureRequest, folder: Path, cache: Path) -> Client:
    releases = open_releases(request.param, demo_allowed=False, directory=folder, environment={})
    return create_app(releases, Settings(cache=cache)).server.test_client()


@pytest.fixture(scope="module")
def cases(folder: Path, cache: Path) -> Client:
    releases = open_releases("demo", demo_allowed=False, directory=folder, environment={})
    return create_app(releases, Settings(cache=cache)).server.test_client()


def asking(path: str, **more: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}{urlencode(more)}"


def test_every_route_is_asked_here(cases: Client) -> None:
    """A page that is added is asked, too: every rule of the site answers one of the addresses here."""
    rules = cases.application.url_map
    adapter = rules.bind("localhost")
    addresses = {*PAGES, *TREES, *FILES} - {"/nowhere", "/data/figures.csv"}
    asked = {adapter.match(path.partition("?")[0], return_rule=True)[0].rule for path in addresses}
    of_dash = {
        rule.rule for rule in rules.iter_rules() if rule.rule.startswith("/_") or "<path:" in rule.rule
    }
    of_programs = {rule.rule for rule in rules.iter_rules() if rule.rule.startswith("/api/v1")}  # refused
    pictures = {rule.rule for rule in rules.iter_rules() if rule.rule.endswith(PICTURES)}  # refused, too
    assert {rule.rule for rule in rules.iter_rules()} - asked - of_dash - of_programs - pictures == {
        f"/council/<slug>/<year>/{file}" for file in ("letter.pdf", "pack.pdf", "pack.docx")
    }


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_of_a_year_that_it_is_not_held(site: Client, path: str) -> None:
    page = site.get(asking(path, year="2017-18")).text
    main = page.partition('<main id="main" tabindex="-1">')[2]
    assert main.startswith(f"{NOTICE}{WHOLE}</p></div>")
    assert page.count("is not a year held here") == 1
    assert page.count("<h1") == site.get(path).text.count("<h1")


@pytest.mark.parametrize("path", TREES)
def test_every_tree_says_so_first(cases: Client, path: str) -> None:
    told = cases.get(asking(path, year="2017-18"))
    notice, page = told.json["props"]["children"]
    assert notice["props"]["id"] == "left-out"
    assert WHOLE in json.dumps(notice)
    assert page == cases.get(path).json


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("more", [{}, {"year": "2023-24"}, {"utm_source": "2017-18"}, {"year": " "}])
def test_a_page_of_which_all_was_read_says_nothing(cases: Client, path: str, more: dict[str, str]) -> None:
    assert "left-out" not in cases.get(asking(path, **more)).text.partition("<main")[2]


@pytest.mark.parametrize(
    "value", ["<script>alert(1)</script>", "2017/18", "x" * 41, "'; --", "\uff12017-18", "\0"]
)
def test_what_does_not_look_like_a_year_is_not_repeated(cases: Client, value: str) -> None:
    for path in PAGES:
        page = cases.get(asking(path, year=value)).text
        assert f"{NOTICE}{UNSAID}" in page
        assert value not in page


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/?measure=dealt_with", "“dealt_with” is not a measure shown on the map."),
        ("/find?q=c&show=some", "“some” is not a part of a list known here."),
        ("/decisions?page=99", "99 is not a page of this list. Its last page is 1."),
        (
            "/decisions?page=99&kind=poem",
            "“poem” is not a kind of decision known here. 99 is not a page of this list.",
        ),
        (f"{COUNCIL}/decisions?page=99", "99 is not a page of this list. Its last page is 1."),
        (f"{COUNCIL}/improvements?page=99", "99 is not a page of this list. Its last page is 1."),
        (f"{COUNCIL}/decisions?page=x", "“x” is not a page number written in digits."),
        ("/improvements?council=nowhere", "“nowhere” is not a council of England since 2014."),
        ("/data/quality?type=parish", "“parish” is not a type of council known here."),
        ("/compare?measure=happiness", "“happiness” is not a measure known here."),
        ("/decisions?kind=poem&from=2023-02-30", "2023-02-30 is not a day in the calendar."),
        (f"{COUNCIL}/decisions?outcome=upheld,won", "“won” is not an outcome known here."),
        ("/improvements?by=luck", "“luck” is not a way of being alike known here."),
        (f"{COUNCIL}/improvements?category=poems", "“poems” is not a category known here."),
        (f"/decisions?q={'a' * 301}", "Only the first 300 characters of what was typed are read."),
        ("/decisions?council=" + ",".join(f"c{n}" for n in range(101)), "Only the first 100 councils"),
        (f"/about?{'a' * 20_000}", "This address is too long: its end was not read."),
    ],
)
def test_each_page_knows_its_own_parameters(cases: Client, path: str, says: str) -> None:
    main = cases.get(path).text.partition("<main")[2]
    assert says in main.partition("</div>")[0]


def test_a_page_that_a_list_does_not_have_is_said_once_in_page_and_tree(cases: Client) -> None:
    asked = "?page=99&year=2017-18"
    page = cases.get(f"/decisions{asked}").text
    assert page.count('id="left-out"') == 1
    assert "Its last page is 1. This page is shown without them." in page
    notice, tree = cases.get(f"/decisions.json{asked}").json["props"]["children"]
    assert "99 is not a page of this list." in json.dumps(notice)
    assert tree == cases.get("/decisions.json").json
    assert "left-out" not in cases.get("/decisions?page=1").text.partition("<main")[2]


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/compare?add=Blackpool&year=2017-18", f"/compare?councils={BLACKPOOL.slug}&year=2017-18"),
        ("/improvements?like=Blackpool&year=2017-18", f"/improvements?like={BLACKPOOL.slug}&year=2017-18"),
        ("/find?q=Blackpool&year=2017-18", f"{COUNCIL}?year=2017-18"),
        ("/council/E06000009?year=2017-18", f"{COUNCIL}?year=2017-18"),
    ],
)
def test_a_page_that_is_led_to_says_it_too(cases: Client, path: str, leads_to: str) -> None:
    answer = cases.get(path)
    assert answer.headers["Location"] == leads_to
    assert SENTENCE in cases.get(leads_to).text


def test_dash_draws_the_page_again_without_the_notice_which_stays_where_it_is(cases: Client) -> None:
    """What takes the place of the server's tree is the page alone: element for element the same."""
    page = cases.get(f"/compare?councils={BLACKPOOL.slug}&view=years&year=2017-18").text
    twin = re.search(r'"tree":"([^"]+)"', page)
    assert twin is not None
    assert "2017" not in twin[1]
    assert f'{WHOLE}</p></div><div id="server-tree">' in page


# ---- nothing is repeated at length

LONG = {
    "tags": "<" * 120_000,
    "marks": "“é*'--" * 2_000,
    "names": ",".join(f"c{n}" for n in range(9_000)),
    "escapes": "%" * 120_000,
}
NAMES = ("q", "council", "councils", "like", "add", "sub", "year", "outcome", "release", "measure", "x")
MOST = 200_000
"""Bytes an answer may grow by, whatever is asked: a few thousand repeated in each of some forty links."""


@pytest.mark.parametrize("name", NAMES[:8])
@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_no_answer_grows_with_what_is_asked(cases: Client, name: str, text: str) -> None:
    for path in (
        "/",
        "/improvements",
        "/decisions",
        "/compare",
        "/find",
        "/about",
        f"{COUNCIL}/improvements",
    ):
        plain = len(cases.get(path).data)
        answer = cases.get(path, query_string=f"{name}={text}" if "%" in text else urlencode({name: text}))
        assert answer.status_code in (200, 302, 404)
        assert len(answer.data) < plain + MOST, (path, name)
        assert len(answer.headers.get("Location", "")) < 17_000


many = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
values = st.sampled_from(
    ["2017-18", "upheld", "housing", "blackpool-borough-council", *LONG.values()]
) | st.text(max_size=40)
queries = st.lists(st.tuples(st.sampled_from(NAMES[:-3]), values), max_size=5)


@many
@given(pairs=queries, path=st.sampled_from([*PAGES, *FILES]))
def test_any_address_is_answered_in_bounds(cases: Client, pairs: list[tuple[str, str]], path: str) -> None:
    page, _, query = path.partition("?")
    more = urlencode(pairs, errors="replace")
    answer = cases.get(page, query_string="&".join(part for part in (query, more) if part))
    assert answer.status_code in (200, 302, 404)
    assert len(answer.data) < 400_000
    assert all(len(value) < 17_000 for _, value in answer.headers)


@pytest.mark.parametrize(
    "path", ["/council/{}", "/council/{}/2023-24", "/decisions/{}", "/{}", f"{COUNCIL}/{{}}"]
)
def test_a_long_path_is_not_repeated_either(cases: Client, path: str) -> None:
    answer = cases.get(path.format(quote("<" * 5_000)))
    assert answer.status_code == 404
    assert len(answer.data) < 60_000

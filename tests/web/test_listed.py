"""Pages of a release that holds some of the Ombudsman's decisions: what they say, and what they never say."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from werkzeug.test import Client

from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.support.html_text import visible
from tests.support.tiny_listed import LISTED, REPORT, with_list
from tests.support.tiny_release import build_tiny
from tests.web.conftest import MAP_FILES

OMBUDSMAN = "https://www.lgo.org.uk/decisions"
BLACKPOOL = "/council/blackpool-borough-council"
BRIGHTON = "/council/brighton-and-hove-city-council"
LANCASHIRE = "/council/lancashire-county-council"
TITLE = "Blackpool Borough Council (17 002 402b)"
NEVER = re.compile(
    r"all (are|is) published|both are published|it is published here|statistics count|published here"
    r"|no (decision|complaint|public report) about|has been published\b|behind these figures are not held",
    re.IGNORECASE,
)
"""What would set the list beside the statistics, or take it for all there is."""
PAGES = (
    *("/decisions", "/decisions?q=housing", "/decisions?year=2023-24", "/decisions?outcome=upheld"),
    *("/decisions?q=nothing+like+it", "/decisions/17-002-402b", "/decisions/24-000-009"),
    *(f"{BLACKPOOL}/decisions", f"{BLACKPOOL}/reports", f"{BLACKPOOL}/decisions?year=2023-24"),
    *(f"{LANCASHIRE}/decisions", f"{LANCASHIRE}/reports", f"{BLACKPOOL}/2023-24", f"{LANCASHIRE}/2023-24"),
    *("/?council=blackpool-borough-council&year=2023-24", "/decisions/23-000-005"),
)


def _client(folder: Path) -> Client:
    releases = open_releases("held-figures", demo_allowed=False, directory=folder, environment={})
    return create_app(releases, Settings(cache=folder / "cache")).server.test_client()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Client:
    folder = tmp_path_factory.mktemp("listed")
    build_tiny(folder, with_list(), MAP_FILES)
    return _client(folder)


def said(site: Client, path: str) -> str:
    return visible(site.get(path).text)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_takes_the_list_for_all_there_is(site: Client, path: str) -> None:
    assert NEVER.search(said(site, path)) is None
    assert 'class="to-cases"' not in site.get(path).text, "no number of a figure leads to the list"


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/decisions", "Some of the Ombudsman’s decisions: 6 are held here, about 4 councils, decided from"),
        ("/decisions", "decided from 3 July 2018 to 1 May 2026."),
        ("/decisions", "How many are listed here says nothing about how many there are"),
        ("/decisions", "6 decisions held here"),
        ("/decisions", "For one of them the day was not seen: it stands last."),
        ("/decisions?year=2023-24", "2 decisions held here"),
        ("/decisions?year=2023-24", "For one more decision the day was not seen: it is under no year."),
        ("/decisions?year=2026-27", "1 decision held here"),
        ("/decisions?year=2003-04", "The years held are 2018-19 to 2026-27."),
        ("/decisions?received=2023-24", "This list does not say when or as what a complaint was received"),
        ("/decisions?q=damp&year=2023-24", "No decision held here fits"),
        ("/decisions?q=housing", "Searched for the word “housing”."),
        (
            f"{BLACKPOOL}/decisions",
            "Some of the Ombudsman’s decisions about Blackpool Borough Council: 3 are",
        ),
        (f"{BLACKPOOL}/reports", "The list held here does not say which decisions are public reports."),
        (
            f"{LANCASHIRE}/decisions",
            "None of the Ombudsman’s decisions about Lancashire County Council is held",
        ),
        (f"{BLACKPOOL}/2023-24", "decisions about Blackpool Borough Council in 2023-24: one is held here."),
        (
            f"{LANCASHIRE}/2023-24",
            "decisions about Lancashire County Council in 2023-24 is held here. That says",
        ),
        ("/?council=blackpool-borough-council&year=2023-24", "in 2023-24: one is held here."),
        ("/decisions/24-000-009", "Not seen"),
        ("/decisions/24-000-009", "Day not seen"),
        ("/decisions", "Outcome not seen, day not seen. Housing: Allocations."),
        ("/decisions", "For one of them the outcome was not seen. For one of them the day was not seen: it"),
    ],
)
def test_a_page_says(site: Client, path: str, says: str) -> None:
    assert says in said(site, path)


@pytest.mark.parametrize(
    "path", ["/decisions", f"{BLACKPOOL}/decisions", f"{BLACKPOOL}/reports", f"{BLACKPOOL}/2023-24"]
)
def test_no_page_says_that_all_are_here(site: Client, path: str) -> None:
    assert "Some of the Ombudsman’s decisions" in said(site, path)
    assert not re.search(r"\ball (of them )?are published here|count \d+ (decided|upheld)", said(site, path))


def test_every_row_leads_to_the_ombudsmans_page(site: Client) -> None:
    told = site.get("/decisions").text
    links = dict(re.findall(r'<h3><a href="([^"]+)"[^>]*>(.*?)</a></h3>', told))
    assert set(links) == {
        f"{OMBUDSMAN}/health/23-000-003",
        f"{OMBUDSMAN}/planning/covid-19/23-000-004",
        f"{OMBUDSMAN}/housing/homelessness/23-000-001",
        f"{OMBUDSMAN}/children-s-care-services/friends-and-family-carers/17-002-402b",
        f"{OMBUDSMAN}/housing/allocations/24-000-009",
    }
    own = links[f"{OMBUDSMAN}/children-s-care-services/friends-and-family-carers/17-002-402b"]
    assert visible(own) == f"{TITLE}, on the Ombudsman’s own site"


def test_a_withdrawn_decision_leads_nowhere(site: Client) -> None:
    told = site.get("/decisions?q=23+000+005")
    assert "Preston City Council (23 000 005), withdrawn" in visible(told.text)
    assert "Withdrawn on 2 January 2025: It named a person." in visible(told.text)
    assert "23-000-005" not in told.text
    page = site.get("/decisions/23-000-005")
    assert page.status_code == 410
    assert f"{OMBUDSMAN}/planning" not in page.text


def test_a_decision_has_a_page(site: Client) -> None:
    page = site.get("/decisions/17-002-402b")
    assert page.status_code == 200
    assert f"<h1>{TITLE}</h1>" in page.text
    assert f"<title>{TITLE}" in page.text
    assert f'href="{OMBUDSMAN}/children-s-care-services/friends-and-family-carers/17-002-402b"' in page.text
    moved = site.get("/decisions/17%20002%20402B?a=b")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/decisions/17-002-402b")
    assert site.get("/decisions/17-002-402").status_code == 404
    tree = json.loads(site.get("/decisions/17-002-402b.json").text)
    assert TITLE in json.dumps(tree)


def test_the_file_says_in_each_row_that_it_is_of_some(site: Client) -> None:
    answer = site.get("/decisions.csv?council=blackpool-borough-council")
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert [row["reference"] for row in rows] == ["23 000 001", "17 002 402b", "24 000 009"]
    assert {row["list"] for row in rows} == {
        "Some of the Ombudsman’s decisions: no figure follows from how many are listed"
    }
    assert (rows[2]["outcome"], rows[2]["decided"]) == ("", "")
    assert rows[1]["address"].endswith("/children-s-care-services/friends-and-family-carers/17-002-402b")
    assert (
        "some-decisions-held-figures-blackpool-borough-council.csv" in answer.headers["Content-Disposition"]
    )


def test_feeds_have_those_with_a_day(site: Client) -> None:
    feed = site.get("/decisions.atom").text
    assert "Some of the Ombudsman’s decisions: 6 are held here" in feed
    assert f'href="{OMBUDSMAN}/housing/homelessness/23-000-001"' in feed
    assert "24-000-009" not in feed
    assert f"{OMBUDSMAN}/planning/enforcement" not in feed
    council = site.get(f"{BLACKPOOL}/feed.atom").text
    assert "Blackpool Borough Council: some decisions, and letters" in council
    assert NEVER.search(feed) is None
    assert NEVER.search(council) is None


def test_reports_are_told_apart_where_the_list_says_so(tmp_path: Path) -> None:
    build_tiny(tmp_path, with_list(*LISTED, REPORT))
    site = _client(tmp_path)
    assert "Public interest report Upheld" in said(site, f"{BLACKPOOL}/reports")
    assert "1 decision held here" in said(site, f"{BLACKPOOL}/reports")
    none = said(site, f"{BRIGHTON}/reports")
    assert "None of the decisions held here is a public report, which says nothing" in none
    assert NEVER.search(none) is None


@pytest.mark.parametrize("path", ["/decisions", f"{BLACKPOOL}/decisions", f"{BLACKPOOL}/reports"])
def test_a_page_that_the_list_does_not_have_is_said(site: Client, path: str) -> None:
    sentence = "99 is not a page of this list. Its last page is 1. This page is shown without it."
    assert sentence in said(site, f"{path}?page=99")
    assert sentence not in said(site, f"{path}?page=1")

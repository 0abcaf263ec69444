"""A figure on another site: whole by itself, small, without a script, and framed by anybody."""

import html
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.domain.measures import headline
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.support.tiny_release import BLACKPOOL, COUNCILS, YEARS, existed

ADDRESS = "https://councils.example"
FIGURE = f"/embed/{BLACKPOOL.slug}?measure=upheld_pct&year=2023-24"
CODES = f"/council/{BLACKPOOL.slug}/2023-24/embed"


@pytest.fixture(scope="module")
def known(small_releases: Path, cache: Path) -> FlaskClient:
    """A site that knows its address."""
    releases = open_releases("held-figures", demo_allowed=False, directory=small_releases, environment={})
    client: FlaskClient = create_app(releases, Settings(cache=cache, address=ADDRESS)).server.test_client()
    return client


def test_it_says_the_figure_its_fraction_origin_and_date_and_leads_on(known: FlaskClient) -> None:
    page = known.get(FIGURE).text
    assert "<h1>Blackpool Borough Council: Complaints upheld, 2023-24</h1>" in page
    assert "<strong>67%</strong> 6 of 9 investigations" in page
    assert "Published by the Ombudsman. Release held-figures (live)," in page
    assert f'<a href="{ADDRESS}/council/{BLACKPOOL.slug}/2023-24" target="_top">' in page
    assert "demonstration" not in page


@pytest.mark.parametrize("measure", [measure.id for measure in headline()])
def test_every_figure_of_every_council_is_small_and_has_no_script(known: FlaskClient, measure: str) -> None:
    for council in COUNCILS:
        for year in YEARS:
            if existed(council, year):
                answer = known.get(f"/embed/{council.slug}?measure={measure}&year={year}")
                assert answer.status_code == 200
                assert len(answer.data) < 15_000
                assert re.findall("<script|<link|<img|url\\(|@import", answer.text) == []
                assert answer.text.count("<h1") == 1


def test_it_alone_may_be_framed_by_anybody(known: FlaskClient) -> None:
    for encoding in ("identity", "br"):  # made, then kept and written anew
        policy = known.get(FIGURE, headers={"Accept-Encoding": encoding}).headers["Content-Security-Policy"]
        assert "frame-ancestors *" in policy
        assert "script-src" not in policy
        assert "default-src 'none'" in policy
    for other in ("/", CODES, "/embed/nowhere", "/api"):
        assert "frame-ancestors 'self'" in known.get(other).headers["Content-Security-Policy"]


def test_a_demonstration_says_so_in_the_frame(demonstration: FlaskClient) -> None:
    page = demonstration.get(FIGURE).text
    assert "<strong>From a demonstration: what is marked simulated is not real.</strong>" in page
    assert "From a demonstration" not in demonstration.get(f"{FIGURE}&release=held-figures").text


def test_what_is_not_held_is_said_and_is_no_number(known: FlaskClient) -> None:
    page = known.get(f"/embed/{BLACKPOOL.slug}?measure=upheld_pct&year=2024-25").text
    assert "Not held for 2024-25" in page
    assert "<strong>" not in page


def test_another_name_leads_to_it(known: FlaskClient) -> None:
    answer = known.get("/embed/E06000009?measure=upheld_pct&year=2023-24")
    assert (answer.status_code, answer.headers["Location"]) == (301, FIGURE)
    assert known.get("/embed/nowhere").status_code == 404


def test_the_code_has_a_title_and_an_address_that_answers(known: FlaskClient) -> None:
    page = known.get(CODES).text
    told = [html.unescape(code) for code in re.findall(r"<code>(.*?)</code>", page, re.DOTALL)]
    assert len(told) == len(headline())
    for code in told:
        found = re.fullmatch(r'<iframe src="([^"]+)" title="([^"]+)" .*></iframe>', code)
        assert found is not None
        address, title = html.unescape(found[1]), html.unescape(found[2])
        assert address.startswith(f"{ADDRESS}/embed/")
        assert f"<h1>{title}</h1>" in known.get(address.removeprefix(ADDRESS)).text


def test_without_an_address_no_code_is_offered(client: FlaskClient) -> None:
    page = client.get(CODES).text
    assert "<code>" not in page
    assert "The address of this site is not set" in page


def test_the_council_s_page_leads_to_the_code(client: FlaskClient) -> None:
    assert f'href="{CODES}"' in client.get(f"/council/{BLACKPOOL.slug}/2023-24").text

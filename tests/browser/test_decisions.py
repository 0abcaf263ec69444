"""Decisions as they are used: searched without a script, narrowed, read; nothing for axe-core to find."""

from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.watched import DESKTOP, PHONE

COUNCIL = "/council/birmingham-city-council"
PAGES = [
    "/decisions",
    "/decisions?q=damp+mould&category=housing&outcome=upheld&from=2020-04-01",
    "/decisions?q=zzzz+nothing&year=2023-24",
    "/decisions?kind=report&page=2",
    "/decisions?release=held-figures",
    "/decisions/nothing",
    f"{COUNCIL}/decisions?year=2023-24&outcome=upheld",
    f"{COUNCIL}/decisions?outcome=advice_given",
    f"{COUNCIL}/reports",
    "/council/cumberland-council/reports?release=held-figures",
]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_axe_finds_nothing(open_page: OpenPage, path: str, width: int) -> None:
    opened = open_page(path, width=width)
    assert opened.axe() == []
    assert opened.duplicate_ids() == []
    assert opened.overflow() <= 0


@pytest.mark.parametrize("path", [PAGES[0], PAGES[1], PAGES[6]])
def test_lists_reflow_at_320_pixels(open_page: OpenPage, path: str) -> None:
    assert open_page(path, width=320).overflow() <= 0


def test_a_reader_without_scripts_searches_narrows_and_reads(open_page: OpenPage) -> None:
    page = open_page("/decisions", javascript=False).page
    page.get_by_label("Words in the decision").fill('"damp and mould"')
    page.get_by_label("Outcome").select_option("Upheld")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("mark").first).to_be_visible()  # a page's address is there before the page
    assert "q=%22damp+and+mould%22" in page.url
    assert "the phrase “damp and mould”" in page.locator(".case-reading").first.inner_text()
    page.get_by_role("complementary").get_by_role("link", name="2023-24").click()
    page.wait_for_url("**year=2023-24**")
    assert "outcome=upheld" in page.url
    subject = page.locator(".case-list h3 a").first
    words = subject.inner_text()
    subject.click()
    expect(page.locator("h1")).to_have_text(words)
    assert "Made up for this demonstration" in page.locator("main").inner_text()


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_a_decision_and_a_report_pass_axe(open_page: OpenPage, width: int) -> None:
    opened = open_page("/decisions?kind=report", width=width)
    opened.page.locator(".case-list h3 a").first.click()
    assert "The council’s response" in opened.page.locator("main").inner_text()
    assert opened.axe() == []
    assert opened.overflow() <= 0


def test_a_number_of_the_statistics_opens_its_cases(open_page: OpenPage) -> None:
    page = open_page(f"{COUNCIL}/2023-24", javascript=False).page
    link = page.get_by_role("link", name="upheld: see the cases").first
    number = link.inner_text().split()[0]
    link.click()
    assert f"The statistics count {number} upheld" in page.locator(".case-reconciled").inner_text()


def test_the_pages_of_a_list_are_links(open_page: OpenPage) -> None:
    page = open_page("/decisions?year=2023-24", javascript=False).page
    page.get_by_role("link", name="Next").click()
    assert "page=2" in page.url
    assert "page 2 of" in page.locator("#results").inner_text()


@pytest.mark.parametrize("words", ["x" * 10_000, "😀" * 10_000, '" OR 1=1 --' * 900])
def test_ten_thousand_characters_are_answered_by_a_page(site: str, words: str) -> None:
    host = urlsplit(site)
    with closing(HTTPConnection(host.hostname or "", host.port, timeout=20)) as connection:
        connection.request("GET", f"/decisions?{urlencode({'q': words})}")
        answer = connection.getresponse()
        page = answer.read().decode()
    assert answer.status == 200
    assert page.count("<h1") == 1
    assert len(page) < 1_500_000


def test_accessibility_is_reached_from_every_foot(open_page: OpenPage) -> None:
    page = open_page("/decisions", javascript=False).page
    page.get_by_role("contentinfo").get_by_role("link", name="Accessibility").click()
    assert page.url.endswith("/accessibility")

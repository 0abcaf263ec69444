"""A council's page, its panel and its letter in a real browser: read, printed, checked by axe."""

import re
from pathlib import Path

import pytest

from tests.browser.conftest import OpenPage
from tests.browser.watched import DESKTOP, PHONE

BLACKPOOL = "/council/blackpool-borough-council/2023-24"
PAGES = (
    BLACKPOOL,
    f"{BLACKPOOL}/letter",
    "/council/blackpool-borough-council/2023-24?release=held-figures",
    "/council/cumbria-county-council/2023-24?release=held-figures",
    "/council/council-of-the-isles-of-scilly/2024-25",
    "/council/north-yorkshire-council/2021-22",
    "/council/bournemouth-christchurch-and-poole-council/2019-20",
    "/council/birmingham-city-council/2017-18/letter?release=held-figures",
    "/about",
    "/accessibility",
)


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_the_page_reflows(open_page: OpenPage, path: str, width: int) -> None:
    watched = open_page(path, width=width)
    assert watched.axe() == []
    assert watched.duplicate_ids() == []
    assert watched.overflow() == 0


@pytest.mark.parametrize("path", [BLACKPOOL, f"{BLACKPOOL}/letter", "/about"])
def test_pages_reflow_at_320_pixels(open_page: OpenPage, path: str) -> None:
    assert open_page(path, width=320).overflow() == 0


def test_axe_finds_nothing_with_every_disclosure_open(open_page: OpenPage) -> None:
    watched = open_page("/?council=blackpool-borough-council&year=2023-24")
    watched.page.wait_for_selector("#council-name")
    watched.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    assert watched.axe() == []
    assert watched.duplicate_ids() == []


def test_blackpool_without_a_script(open_page: OpenPage) -> None:
    text = " ".join(open_page(BLACKPOOL, javascript=False).page.inner_text("main").split())
    for said in (
        "67%",
        "6 of 9 investigations",
        "4.2",
        "5 of 5 compliance outcomes",
        "2 of 6 upheld complaints",
    ):
        assert said in text
    for average in ("79%", "4.6", "13%"):
        assert f"average printed by the Ombudsman {average}, this council included" in text
    assert "Average of unitary councils 100%, printed by the Ombudsman" in text
    assert "Dear Chief Executive" in text
    assert "Complaints upheld by year" in text


def test_the_charts_are_drawn_with_their_breaks_when_they_come_into_view(open_page: OpenPage) -> None:
    page = open_page(BLACKPOOL).page
    page.locator("#trend").scroll_into_view_if_needed()
    chart = page.locator("#trend-upheld-pct .main-svg").first
    chart.wait_for()
    labels = page.locator("#trend-upheld-pct .annotation-text").evaluate_all(
        "texts => texts.map(text => text.dataset.unformatted)"
    )
    assert labels == ["Covid<br>pause", "Selection<br>change"]


def test_a_section_link_goes_to_its_section(open_page: OpenPage) -> None:
    page = open_page(BLACKPOOL).page
    page.get_by_role("link", name="Letter", exact=True).click()
    assert page.url.endswith("#letter")
    assert page.locator("#letter").evaluate("e => Math.abs(e.getBoundingClientRect().top) < 120")


@pytest.fixture
def printed(open_page: OpenPage) -> str:
    """The text of the council's page as it is laid out for paper."""
    page = open_page(BLACKPOOL, width=794).page
    page.emulate_media(media="print")
    return page.inner_text("body")


def test_on_paper_the_banner_and_the_sources_stay_and_navigation_goes(printed: str) -> None:
    assert printed.count("Demonstration.") == 1
    assert "Open Government Licence" in printed
    assert "Council or postcode" not in printed
    assert "Other years of this council" not in printed


def test_a_council_s_year_prints_on_few_pages(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page(BLACKPOOL).page
    pdf = page.pdf(path=str(tmp_path / "council.pdf"), format="A4", prefer_css_page_size=True)
    # statistics 1, comparison and table of the type 6, breakdowns 2, trends 2, cases 1, letter and sources 3
    assert 3 <= len(re.findall(rb"/Type\s*/Page[^s]", pdf)) <= 15


def test_disclosures_are_open_on_paper(open_page: OpenPage) -> None:
    page = open_page(BLACKPOOL).page
    page.emulate_media(media="print")
    assert page.get_by_text("The tick is the average it is compared with.").is_visible()

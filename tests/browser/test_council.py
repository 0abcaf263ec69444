"""A council's page, its panel and its letter in a real browser: read, printed, checked by axe."""

import os
import re
from pathlib import Path
from statistics import median

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
    page = open_page(BLACKPOOL, javascript=False).page
    text = " ".join((page.text_content("main") or "").split())
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
    assert "I write with the complaint statistics of" in text
    assert "Complaints upheld by year" in text


def test_the_charts_are_drawn_with_their_breaks_when_they_come_into_view(open_page: OpenPage) -> None:
    page = open_page(BLACKPOOL).page
    page.get_by_text("Year by year").click()
    chart = page.locator("#trend-upheld-pct .main-svg").first
    chart.wait_for()
    labels = page.locator("#trend-upheld-pct .annotation-text").evaluate_all(
        "texts => texts.map(text => text.dataset.unformatted)"
    )
    assert labels == ["Covid<br>pause", "Selection<br>change"]


@pytest.mark.parametrize("javascript", [True, False])
def test_a_section_link_opens_its_section_and_the_way_around_stays_in_reach(
    open_page: OpenPage, *, javascript: bool
) -> None:
    page = open_page(BLACKPOOL, width=PHONE, height=844, javascript=javascript).page
    assert not page.locator("#decisions").is_visible()
    page.get_by_role("link", name="Cases", exact=True).click()
    assert page.url.endswith("#decisions")
    page.locator("#decisions").wait_for(state="visible")
    assert page.locator("#decisions").evaluate("e => Math.abs(e.getBoundingClientRect().top) < 180")
    assert page.get_by_role("link", name="Letter", exact=True).bounding_box()["y"] < 60  # type: ignore[index]


COUNCILS = 12
SCREEN = 844


def test_a_council_s_year_takes_at_most_six_screens_of_a_phone(open_page: OpenPage) -> None:
    """The median over councils from A to Z; ``SCREENS_OF`` says how many are looked at."""
    number = int(os.environ.get("SCREENS_OF", str(COUNCILS)))
    page = open_page("/?year=2024-25", javascript=False, width=PHONE, height=SCREEN).page
    links = page.locator("#map-table tbody a").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    screens = []
    for href in links[:: max(1, len(links) // number)][:number]:
        page.goto(href)
        screens.append(page.evaluate("document.documentElement.scrollHeight") / SCREEN)
    assert median(screens) <= 6
    assert max(screens) <= 7


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/council/harrogate-borough-council/2022-23", "Harrogate Borough Council ended on 31 March 2023."),
        ("/council/cumbria-county-council/2023-24", "Cumbria County Council ended on 31 March 2023."),
    ],
)
def test_an_ended_council_says_so_under_its_name(open_page: OpenPage, path: str, said: str) -> None:
    page = open_page(path, width=PHONE, height=SCREEN).page
    note = page.locator("h1 + .note")
    assert note.inner_text().startswith(said)
    box = note.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < SCREEN


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


@pytest.mark.parametrize(
    "path",
    [
        BLACKPOOL,
        "/council/birmingham-city-council/2023-24",
        "/council/harrogate-borough-council/2022-23",
        "/council/kent-county-council/2023-24",
    ],
)
def test_a_council_s_year_prints_on_six_pages(open_page: OpenPage, tmp_path: Path, path: str) -> None:
    page = open_page(path).page
    pdf = page.pdf(path=str(tmp_path / "council.pdf"), format="A4", prefer_css_page_size=True)
    assert 3 <= len(re.findall(rb"/Type\s*/Page[^s]", pdf)) <= 6
    page.set_viewport_size({"width": 680, "height": 1028})  # what A4 leaves between its margins
    page.emulate_media(media="print")
    wide = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) == 0  # else the printer makes all of it smaller


def test_on_paper_are_figures_pictures_services_and_letter_and_lists_only_if_opened(
    open_page: OpenPage,
) -> None:
    page = open_page(BLACKPOOL).page
    page.emulate_media(media="print")
    for shown in (".trend-plot", ".usual-bar", ".strip-plot", ".services table", ".letter-opening"):
        assert page.locator(shown).first.is_visible(), shown
    for asked in (".case-list li", "#peer-table tbody tr", ".funnel-plot"):
        assert not page.locator(asked).first.is_visible(), asked
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    for asked in (".case-list li", "#peer-table tbody tr", ".funnel-plot"):
        assert page.locator(asked).first.is_visible(), asked


def test_disclosures_are_open_on_paper(open_page: OpenPage) -> None:
    page = open_page(BLACKPOOL).page
    page.emulate_media(media="print")
    assert page.get_by_text("The tick is the average it is compared with.").is_visible()

"""Improvements in a browser: nothing for axe-core to find, no script needed, at every width."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.watched import DESKTOP, PHONE

COUNCIL = "/council/blackpool-borough-council/improvements"
PAGES = [
    "/improvements",
    "/improvements?category=housing&sub=Homelessness&like=leeds-city-council&by=ons_global",
    "/improvements?q=training&page=2",
    "/improvements?q=nothing+like+it&category=housing",
    "/improvements?like=dover-district-council&by=dfe",
    "/improvements?release=held-figures",
    COUNCIL,
    f"{COUNCIL}?year=2023-24",
]


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_the_page_reflows(open_page: OpenPage, path: str, width: int) -> None:
    opened = open_page(path, width=width)
    opened.page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true; })")
    assert opened.axe() == []
    assert opened.duplicate_ids() == []
    opened.page.set_viewport_size({"width": 320, "height": 700})
    assert opened.overflow() <= 0


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_an_officer_finds_what_councils_like_theirs_agreed_without_a_script(
    open_page: OpenPage, width: int
) -> None:
    opened = open_page("/improvements", width=width, javascript=False)
    page = opened.page
    page.get_by_label("Category", exact=True).select_option("housing")
    page.get_by_label("Councils like this one (its name)").fill("Leeds City Council")
    page.get_by_label("Alike by").select_option("ons_global")
    page.get_by_role("button", name="Search", exact=True).click()
    assert page.url.endswith("/improvements?like=leeds-city-council&by=ons_global&category=housing")
    page.get_by_role("complementary").get_by_role("link", name="Homelessness").click()
    assert "sub=Homelessness" in page.url
    page.get_by_role("heading", name="What went wrong, and what was agreed").wait_for()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as CSV").click()
    name = download.value.suggested_filename
    assert name == "improvements-demo-leeds-city-council-ons-global-housing-homelessness.csv"
    page.locator(".improvement-list a[href^='/decisions/']").first.click()
    page.wait_for_url("**/decisions/sim-*")
    expect(page.locator("h1")).to_have_count(1)


def test_every_target_is_large_enough(open_page: OpenPage) -> None:
    opened = open_page(PAGES[1], width=PHONE)
    small = opened.page.evaluate(
        """() => [...document.querySelectorAll('.case-facets a, .pager a, .case-chosen a, main summary')]
            .map(one => one.getBoundingClientRect())
            .filter(box => box.width && (box.height < 24 || box.width < 24)).length"""
    )
    assert small == 0

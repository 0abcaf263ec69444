"""Finding who serves a place: by touch, by keyboard, without scripts, at any width."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.watched import DESKTOP, PHONE

FOUND = (
    "/find?q=CT1+2AA",
    "/find?q=London",
    "/find?q=Harrogate",
    "/find?q=DG16",
    "/find?q=harogate",
    "/complain",
)


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("path", FOUND)
def test_axe_finds_nothing_and_the_page_reflows(open_page: OpenPage, path: str, width: int) -> None:
    opened = open_page(path, width=width)
    assert opened.axe() == []
    assert opened.duplicate_ids() == []
    assert opened.overflow() <= 0


@pytest.mark.parametrize("javascript", [True, False])
def test_a_resident_gets_from_a_postcode_to_whom_to_complain_to(
    open_page: OpenPage, javascript: bool
) -> None:
    page = open_page("/about", width=PHONE, height=844, javascript=javascript).page
    page.locator("#site-search-input").fill("ct1 2aa")
    page.locator("#site-search button").click()
    page.wait_for_url("**/find?q=ct1+2aa*")
    assert page.locator("h1").inner_text() == "Two councils serve CT1 2AA"
    page.locator("summary", has_text="Special educational needs").click()
    opened = page.locator("#about-sen")
    assert opened.get_by_role("link", name="Kent County Council").is_visible()
    assert "tribunal" in opened.inner_text()
    assert page.get_by_role("heading", name="Complain to the council first").is_visible()
    opened.get_by_role("link", name="Kent County Council").click()
    assert page.locator("h1").inner_text() == "Kent County Council"


def test_the_combobox_offers_places_and_marks_ended_councils(open_page: OpenPage) -> None:
    page = open_page("/about", width=PHONE).page
    field = page.get_by_role("combobox", name="Council, town or postcode")
    field.press_sequentially("harrogate", delay=20)
    options = page.get_by_role("option")
    options.first.wait_for()
    expect(options).to_have_count(3)
    assert [option.split("\n")[0] for option in options.all_inner_texts()] == [
        "North Yorkshire Council",
        "Harrogate Borough Council",
        "Harrogate",
    ]
    assert "ended 2023, now North Yorkshire Council" in options.nth(1).inner_text()
    expect(page.locator(".site-search [role=status]")).to_have_text("3 found.")
    field.press("ArrowDown")
    field.press("ArrowDown")
    field.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == options.nth(2).get_attribute("id")
    field.press("Enter")
    page.wait_for_url("**/find?q=Harrogate%2C+North+Yorkshire")
    assert page.locator("h1").inner_text() == "North Yorkshire Council serves Harrogate"


def test_the_combobox_says_how_many_there_are_in_all(open_page: OpenPage) -> None:
    page = open_page("/about").page
    page.locator("#site-search-input").press_sequentially("london", delay=20)
    expect(page.get_by_role("option")).to_have_count(8)
    expect(page.locator(".site-search [role=status]")).to_have_text("The first 8 of 36 offered.")

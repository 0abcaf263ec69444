"""The site by keyboard alone: past the header, by the search, to a council and its letter."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent.trim() || document.activeElement.id"))


def test_the_first_stop_leads_past_the_header(open_page: OpenPage) -> None:
    page = open_page("/about").page
    page.keyboard.press("Tab")
    assert _focused(page) == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_council_is_found_and_its_letter_read_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("/about").page
    for _ in range(12):
        page.keyboard.press("Tab")
        if _focused(page) == "site-search-input":
            break
    page.keyboard.type("FY1 1AD")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Blackpool Borough Council")
    _tab_to(page, page.get_by_role("link", name="Letter", exact=True), 30)
    page.keyboard.press("Enter")  # past every number that leads to its cases
    _tab_to(page, page.get_by_role("link", name="Read the letter"), 10)
    page.keyboard.press("Enter")
    page.wait_for_url("**/letter")
    assert "Blackpool Borough Council" in page.locator("main").inner_text()


def _tab_to(page: Page, link: Locator, most: int) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            return
    raise AssertionError(f"{link} is not reached within {most} steps")


def test_the_search_works_without_scripts(open_page: OpenPage) -> None:
    page = open_page("/", javascript=False).page
    page.locator("#map-find-input").fill("Dorset")
    page.locator(".map-find button").click()
    expect(page.locator("h1")).to_have_text("Dorset Council")
    page.get_by_role("link", name="Dorset County Council").click()
    expect(page.locator("h1")).to_have_text("Dorset County Council")

"""Finding a council that the map in view leaves out, and keeping one's place at the ends of the zoom."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.test_map import shown


def find(page: Page, name: str) -> None:
    """Choose the first suggestion that begins with a name, by keyboard: its successor may stand first."""
    page.locator("#map-find-input").fill(name)
    options = page.locator("#map-find-list [role=option]")
    options.first.wait_for()
    wanted = next(n for n, text in enumerate(options.all_text_contents()) if text.startswith(name))
    for _ in range(wanted + 1):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


@pytest.mark.parametrize(
    ("seen", "name", "then"),
    [
        ("/?year=2022-23", "Oxford City", "/?year=2022-23&tier=lower&council=oxford-city-council"),
        ("/?tier=lower", "Oxfordshire", "/?council=oxfordshire-county-council"),
        ("/?type=county", "Blackpool", "/?council=blackpool-borough-council"),
    ],
)
def test_a_council_of_another_tier_or_type_opens_beside_the_map_that_draws_it(
    open_page: OpenPage, seen: str, name: str, then: str
) -> None:
    page = open_page(seen).page
    shown(page, seen)
    find(page, name)
    shown(page, then)
    heading = page.locator("#panel #council-name")
    expect(heading).to_contain_text(name)
    expect(heading).to_be_focused()
    expect(page.locator(".map-england .chosen, .map-england [aria-selected=true]").first).to_be_attached()
    page.go_back()
    shown(page, seen)
    expect(heading).to_have_count(0)


def test_a_council_that_no_map_of_the_year_draws_opens_on_its_own_page(open_page: OpenPage) -> None:
    page = open_page("/").page
    shown(page, "/")
    find(page, "Northampton Borough Council")
    page.wait_for_url(re.compile("/council/northampton-borough-council"))


def test_the_keyboard_stays_on_a_zoom_button_that_has_done_its_most(open_page: OpenPage) -> None:
    page = open_page("/").page
    shown(page, "/")
    closer = page.get_by_role("button", name="Zoom in")
    closer.focus()
    for _ in range(10):
        page.keyboard.press("Enter")
    expect(closer).to_have_attribute("aria-disabled", "true")
    expect(closer).to_be_focused()
    whole = page.get_by_role("button", name="Show all of England")
    whole.focus()
    page.keyboard.press("Enter")
    expect(whole).to_have_attribute("aria-disabled", "true")
    expect(whole).to_be_focused()

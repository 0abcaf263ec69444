"""The map on paper: the table of the figures it shows, whole, whatever was open on the screen."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

_ROWS = "() => [...document.querySelectorAll('#map-table tbody tr')].map(row => row.textContent)"


def _print(page: Page) -> bytes:
    return page.pdf(format="A4", prefer_css_page_size=True)


def _leaves(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page[^s]", pdf))


def test_a_table_that_was_closed_says_the_figures_of_the_map_as_it_is(open_page: OpenPage) -> None:
    page = open_page("/").page
    page.wait_for_selector("section.map[data-shown]")
    before = page.evaluate(_ROWS)
    page.get_by_label("Measure").select_option("compliance_pct")
    expect(page.locator("#map-table caption")).to_contain_text("Recommendations complied with")
    _print(page)
    printed = page.evaluate(_ROWS)
    assert len(printed) == len(before) == 153
    assert printed != before
    page.locator("#map-table-details summary").click()
    assert page.evaluate(_ROWS) == printed


@pytest.mark.parametrize("javascript", [True, False])
def test_the_map_prints_on_one_page_and_its_table_only_if_it_was_opened(
    open_page: OpenPage, *, javascript: bool
) -> None:
    """153 rows of at least a line each do not fit on fewer than four leaves."""
    page = open_page("/", javascript=javascript).page
    assert _leaves(_print(page)) == 1
    page.locator("#map-table-details summary").click()
    assert _leaves(_print(page)) >= 4
    page.emulate_media(media="print")
    box = page.locator("#map-table-details .table-box")
    assert box.evaluate("box => box.scrollHeight - box.clientHeight") <= 1
    last = page.locator("#map-table tbody tr").last.bounding_box()
    assert last is not None
    assert last["height"] > 0

"""A council among its type, in a real browser: funnel by keyboard and pointer, without scripts, on paper."""

import pytest

from tests.browser.conftest import OpenPage
from tests.browser.watched import DESKTOP, PHONE

UNITARY = "/council/blackpool-borough-council/2023-24"
COUNTY = "/council/kent-county-council/2023-24"
DISTRICT = "/council/babergh-district-council/2023-24"
FOCUSED = "document.activeElement.getAttribute('aria-label')"
UNFOLD = "document.querySelectorAll('.comparison details').forEach(one => { one.open = true; })"
OPEN = "document.querySelector('.comparison > details').open = true"


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("path", [UNITARY, COUNTY, DISTRICT])
def test_axe_finds_nothing_folded_or_unfolded_and_the_page_reflows(
    open_page: OpenPage, path: str, width: int
) -> None:
    watched = open_page(path, width=width)
    assert watched.axe() == []
    watched.page.evaluate(UNFOLD)
    assert watched.axe() == []
    assert watched.overflow() == 0
    assert watched.duplicate_ids() == []


def test_arrow_keys_name_one_council_after_another_and_enter_opens_it(open_page: OpenPage) -> None:
    page = open_page(UNITARY).page
    page.evaluate(UNFOLD)
    plot = page.locator(".funnel-plot").first
    own = plot.locator("a[tabindex='0']")
    assert own.count() == 1
    own.focus()
    assert page.evaluate(FOCUSED) == "Blackpool, 67% (6 of 9), no clear difference, others simulated"
    seen = {page.evaluate(FOCUSED)}
    page.keyboard.press("Home")
    councils = plot.locator("a").count()
    for _ in range(councils):
        seen.add(page.evaluate(FOCUSED))
        page.keyboard.press("ArrowRight")
    assert len(seen) == councils
    assert page.locator(".funnel-readout").first.inner_text() == page.evaluate(FOCUSED)
    assert plot.locator("a[tabindex='0']").count() == 1
    page.keyboard.press("ArrowUp")
    page.keyboard.press("End")
    address = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{address}")


def test_a_point_answers_the_pointer_from_a_finger_s_breadth(open_page: OpenPage) -> None:
    page = open_page(UNITARY).page
    page.evaluate(UNFOLD)
    point = page.locator(".funnel-plot").first.locator("a[aria-current]")
    point.scroll_into_view_if_needed()
    box = point.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] - 2)
    assert page.locator(".funnel-readout").first.inner_text() != ""


def test_without_scripts_the_plot_is_drawn_and_the_table_links_to_every_council(open_page: OpenPage) -> None:
    page = open_page(UNITARY, javascript=False).page
    plot = page.locator(".funnel-plot").first
    assert plot.locator("circle").count() == plot.locator("a").count() > 55
    assert plot.locator(".limit-95").count() == plot.locator(".limit-998").count() == 2
    links = page.locator("#peer-table a")
    assert links.count() == 63
    assert "ranking" in (page.locator(".comparison").text_content() or "")


def test_method_words_wait_behind_how_sure_is_this_and_a_second_view_behind_those(
    open_page: OpenPage,
) -> None:
    page = open_page(UNITARY).page
    page.evaluate(OPEN)
    sure, second = page.locator("#how-sure-upheld-per-100k"), page.locator("#plain-upheld-per-100k")
    assert "phi" not in page.locator(".comparison").inner_text()
    assert not sure.locator(".funnel-plot").first.is_visible()
    sure.locator("summary").first.click()
    assert sure.locator(".funnel-plot").first.is_visible()
    assert not second.locator(".funnel-plot").is_visible()
    second.locator("summary").click()
    assert second.locator(".funnel-plot").is_visible()
    assert page.locator("#plain-upheld-pct").count() == 0  # shares do not vary by more than chance that year


def test_on_paper_the_workings_and_the_whole_table_are_there_if_they_were_opened(open_page: OpenPage) -> None:
    page = open_page(UNITARY).page
    page.evaluate(UNFOLD)
    page.emulate_media(media="print")
    assert page.locator(".funnel-plot").first.is_visible()
    assert not page.locator(".funnel-second").first.is_visible()
    assert page.locator("#peer-table tbody tr").last.is_visible()
    wide = page.evaluate(
        "[...document.querySelectorAll('.comparison svg, .comparison table')]"
        ".filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth).length"
    )
    assert wide == 0

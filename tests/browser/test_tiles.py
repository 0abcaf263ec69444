"""The tiles in a browser: large enough for a finger, opened on a council, all within reach of the arrows."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.test_map import shown

TARGET = 24  # px, the least size of what is tapped
_SIZES = """() => [...document.querySelectorAll('.map-england a[data-slug]')].map(link => {
    const {width, height} = link.firstElementChild.getBoundingClientRect();
    return Math.min(width, height);
})"""
_WITHIN = """slug => {
    const of = selector => document.querySelector(selector).getBoundingClientRect();
    const tile = of(`.map-england a[data-slug="${slug}"]`), box = of('.map-tiles-box');
    return tile.left >= box.left - 1 && tile.right <= box.right + 1;
}"""
_REACHED = """() => {
    const links = [...document.querySelectorAll('.map-england a[data-slug]')];
    const seen = new Set([0]), open = [0];
    while (open.length) for (const next of links[open.pop()].dataset.near.split(','))
        if (next && !seen.has(Number(next))) { seen.add(Number(next)); open.push(Number(next)); }
    return [seen.size, links.length];
}"""


@pytest.mark.parametrize("tier", ["upper", "lower"])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (768, 1024), (1280, 720), (1920, 1080)])
def test_every_tile_is_large_enough_and_the_page_does_not_scroll_sideways(
    open_page: OpenPage, tier: str, width: int, height: int
) -> None:
    page = open_page(f"/?view=tiles&tier={tier}", width=width, height=height).page
    assert min(page.evaluate(_SIZES)) >= TARGET
    assert page.evaluate("() => document.documentElement.scrollWidth") == width
    if width >= 768:
        assert (
            page.evaluate(
                "() => { const b = document.querySelector('.map-tiles-box');"
                " return b.scrollWidth - b.clientWidth }"
            )
            <= 1
        )
    reached, councils = page.evaluate(_REACHED)
    assert reached == councils


def test_on_a_phone_the_box_opens_on_the_council(open_page: OpenPage) -> None:
    for slug in ("norwich-city-council", "cornwall-council"):
        url = f"/?tier=lower&view=tiles&council={slug}"
        page = open_page(url, width=390).page
        shown(page, url)
        assert page.evaluate(_WITHIN, slug)


def test_the_switch_keeps_the_view_and_the_focus_and_leads_back(open_page: OpenPage) -> None:
    page = open_page("/?year=2023-24&council=leeds-city-council").page
    shown(page, "/?year=2023-24&council=leeds-city-council")
    page.get_by_role("link", name="Tiles", exact=True).focus()
    page.keyboard.press("Enter")
    shown(page, "/?year=2023-24&view=tiles&council=leeds-city-council")
    expect(page.locator(".map-tiles")).to_have_count(1)
    expect(page.locator(".map-london")).to_have_count(0)
    expect(page.locator(".overlay .chosen")).to_have_count(1)
    expect(page.get_by_role("link", name="Tiles", exact=True)).to_be_focused()
    assert "tiles of England" in page.title()
    page.select_option("#map-year", "2021-22")
    shown(page, "/?year=2021-22&view=tiles&council=leeds-city-council")
    page.go_back()
    page.go_back()
    shown(page, "/?year=2023-24&council=leeds-city-council")
    expect(page.locator(".map-london svg")).to_have_count(1)


def test_arrow_keys_move_from_tile_to_tile_and_enter_opens(open_page: OpenPage) -> None:
    page = open_page("/?view=tiles").page
    shown(page, "/?view=tiles")
    page.locator('.map-england a[tabindex="0"]').focus()
    at = "() => document.activeElement.dataset.slug"
    first = page.evaluate(at)
    page.keyboard.press("ArrowRight")
    second = page.evaluate(at)
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(at) == first != second
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2").first).to_be_visible()
    assert f"council={first}" in page.url


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("javascript", [True, False])
def test_axe_finds_nothing(open_page: OpenPage, width: int, javascript: bool) -> None:
    opened = open_page("/?view=tiles&council=leeds-city-council", width=width, javascript=javascript)
    if not javascript:
        assert opened.page.locator(".map-tiles a[href]").count() > 150
        return
    assert opened.axe() == []

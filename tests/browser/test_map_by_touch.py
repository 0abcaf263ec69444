"""The map by finger, zoomed in, and by a link to a district: who it is stands there before it is opened."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.test_map import shown


@pytest.fixture
def phone(chromium: Browser, site: str) -> Iterator[Page]:
    context = chromium.new_context(
        base_url=site, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    yield context.new_page()
    context.close()


def tap(page: Page, slug: str) -> None:
    shape = page.locator(f'.map-england a[data-slug="{slug}"] path')
    shape.evaluate("shape => shape.scrollIntoView({block: 'center'})")  # clear of the card at the foot
    x, y = shape.evaluate(
        """path => {
            const [x, y] = path.parentElement.dataset.at.split(' ').map(Number);
            const at = new DOMPoint(x, y).matrixTransform(path.getScreenCTM());
            return [at.x, at.y];
        }"""
    )
    page.touchscreen.tap(x, y)


def test_the_first_tap_names_a_council_at_the_foot_and_the_second_opens_it(phone: Page) -> None:
    phone.goto("/?year=2023-24")
    shown(phone, "/?year=2023-24")
    foot = phone.locator(".map-foot")
    tap(phone, "norfolk-county-council")
    expect(foot).to_contain_text("Norfolk County Council")
    assert "of" in foot.locator(".figure").inner_text()
    assert phone.url.endswith("/?year=2023-24")
    box = foot.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 844 + 1
    tap(phone, "kent-county-council")
    expect(foot).to_contain_text("Kent County Council")
    tap(phone, "kent-county-council")
    expect(phone.locator("#panel #council-name")).to_have_text("Kent County Council")
    assert phone.url.endswith("/?year=2023-24&council=kent-county-council")
    expect(foot).to_be_hidden()
    phone.locator("#map-close").tap()
    shown(phone, "/?year=2023-24")
    expect(phone.locator("#map-canvas .map-england")).to_be_in_viewport()


def test_the_card_opens_by_its_button_and_goes_by_its_other(phone: Page) -> None:
    phone.goto("/?year=2023-24")
    shown(phone, "/?year=2023-24")
    tap(phone, "norfolk-county-council")
    phone.get_by_role("button", name="Close").tap()
    expect(phone.locator(".map-foot")).to_be_hidden()
    tap(phone, "norfolk-county-council")
    phone.get_by_role("link", name="Open Norfolk").tap()
    expect(phone.locator("#panel #council-name")).to_have_text("Norfolk County Council")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_link_to_a_district_shows_it_outlined_on_the_map_of_districts(
    open_page: OpenPage, *, javascript: bool
) -> None:
    page = open_page("/?council=oxford-city-council", javascript=javascript).page
    assert page.locator("#map-tier").input_value() == "lower"
    assert page.locator(".map-england .overlay .chosen").count() == 1
    assert page.locator(".map-england .chosen-name").text_content() == "Oxford"
    if javascript:
        shown(page, "/?tier=lower&council=oxford-city-council")
        assert page.url.endswith("/?tier=lower&council=oxford-city-council")


def test_zoomed_in_councils_in_view_are_named_within_their_borders(open_page: OpenPage) -> None:
    page = open_page("/", width=1366, height=768).page
    shown(page, "/")
    assert page.locator(".council-name").count() == 0
    for _ in range(3):
        page.locator('[data-zoom="in"]').click()
    page.wait_for_selector(".council-name", state="attached")
    outside = page.evaluate(
        """() => [...document.querySelectorAll('.names > g')].filter(group => {
            const [x, y] = group.getAttribute('transform').match(/[\\d.]+/g).map(Number);
            const path = document.querySelector(`.map-england a[data-at="${x} ${y}"] path`);
            const back = path.getScreenCTM().inverse();
            return [...group.children].some(text => {
                const box = text.getBoundingClientRect();
                const corners = [[box.left, box.top], [box.right, box.top], [box.left, box.bottom],
                    [box.right, box.bottom]];
                return corners.some(([left, top]) =>
                    !path.isPointInFill(new DOMPoint(left, top).matrixTransform(back)));
            });
        }).map(group => group.textContent)"""
    )
    assert outside == []
    assert page.locator(".council-name").count() >= 5
    page.locator('[data-zoom="reset"]').click()
    page.wait_for_function("() => !document.querySelector('.council-name')")


def test_zoomed_in_towns_are_named_where_nothing_else_stands(open_page: OpenPage) -> None:
    """No name lies on another, on a triangle or on what is chosen; none is read out or can be clicked."""
    watched = open_page("/?council=leeds-city-council", width=1366, height=768)
    page = watched.page
    shown(page, "/?council=leeds-city-council")
    assert not [url for url in watched.requests if "map-towns" in url]
    named = []
    for _ in range(3):
        page.locator('[data-zoom="in"]').click()
        page.locator('[data-zoom="in"]').click()
        page.wait_for_selector(".town-name", state="attached")
        page.wait_for_timeout(200)
        named.append(set(page.locator(".town-name").all_text_contents()))
        assert (
            page.evaluate(
                """() => {
                const boxes = [...document.querySelectorAll(
                    '.map-england :is(.town-name, .council-name, .chosen-name, .mark)')]
                    .map(one => [one.textContent, one.getBoundingClientRect(), one.matches('.town-name')]);
                const seen = document.querySelector('.map-england').getBoundingClientRect();
                return boxes.filter(([, one, isTown], at) => isTown && (
                    one.left < seen.left || one.right > seen.right
                    || one.top < seen.top || one.bottom > seen.bottom
                    || boxes.some(([, other], place) => place !== at && one.left < other.right
                        && other.left < one.right && one.top < other.bottom - 1 && other.top + 1 < one.bottom)
                )).map(([name]) => name);
            }"""
            )
            == []
        )
    assert min(map(len, named)) >= 3
    assert "Harrogate" in named[1]
    assert not any("Leeds" in names for names in named)  # the council chosen bears the name
    assert page.locator(".towns").get_attribute("aria-hidden") == "true"
    assert len([url for url in watched.requests if "map-towns" in url]) == 1
    page.locator('[data-zoom="reset"]').click()
    page.wait_for_function("() => !document.querySelector('.town-name')")

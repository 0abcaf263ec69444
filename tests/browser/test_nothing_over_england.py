"""The first screen at twelve sizes: England whole, and nothing that lies on a council, by its shape."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage

SIZES = (
    (320, 568),
    (360, 640),
    (390, 844),
    (768, 1024),
    (1024, 768),
    (1280, 720),
    (1280, 800),
    (1366, 768),
    (1440, 900),
    (1536, 864),
    (1920, 1080),
    (2560, 1440),
)
START_FROM = 390  # px
WHOLE_FROM = 1280  # px: a window so wide, of any of the heights above, shows all of England

# Points of every council's drawn outline and points within it, by the browser's own geometry; each is asked
# what a finger would touch there. Nothing but the map may answer.
_COVERED = """async () => {
    const found = [];
    const england = document.querySelector('.map-england');
    for (const link of england.querySelectorAll('.shapes a')) {
        const path = link.firstElementChild;
        const matrix = path.getScreenCTM();
        const box = path.getBBox();
        const length = path.getTotalLength();
        const points = [];
        for (let i = 0; i < 40; i++) points.push(path.getPointAtLength(length * i / 40));
        for (let i = 1; i < 6; i++)
            for (let j = 1; j < 6; j++) {
                const within = new DOMPoint(box.x + box.width * i / 6, box.y + box.height * j / 6);
                if (path.isPointInFill(within)) points.push(within);
            }
        for (const point of points) {
            const at = new DOMPoint(point.x, point.y).matrixTransform(matrix);
            if (at.y < 0 || at.y >= innerHeight || at.x < 0 || at.x >= innerWidth) continue;
            const top = document.elementFromPoint(at.x, at.y);
            if (top && !england.contains(top) && !top.contains(england)) {
                found.push(`${link.dataset.slug} under ${top.closest('[class]')?.className}`);
                break;
            }
        }
    }
    return found;
}"""
# The same asked of boxes that do not answer to a finger: text and pictures that stand in the map's own box.
_LYING_OVER = """() => {
    const england = document.querySelector('.map-england');
    const others = [...document.querySelectorAll('.map-london svg .shapes path, .map-london p, .map-legend, '
        + '.map-buttons button, .map-side > *')].filter(one => one.getClientRects().length);
    const rects = others.map(one => [one, one.getBoundingClientRect()]);
    const found = new Set();
    for (const path of england.querySelectorAll('.shapes path')) {
        const matrix = path.getScreenCTM();
        const length = path.getTotalLength();
        for (let i = 0; i < 120; i++) {
            const at = path.getPointAtLength(length * i / 120).matrixTransform(matrix);
            const slug = path.parentElement.dataset.slug;
            for (const [one, rect] of rects)
                if (at.x > rect.left && at.x < rect.right && at.y > rect.top && at.y < rect.bottom)
                    found.add(`${slug} under ${one.getAttribute('class') ?? one.tagName}`);
        }
    }
    return [...found];
}"""
_WHOLE = """() => {
    const paths = [...document.querySelectorAll('.map-england .shapes path')];
    const rects = paths.map(one => one.getBoundingClientRect());
    return [Math.min(...rects.map(r => r.top)), Math.max(...rects.map(r => r.bottom)),
            Math.min(...rects.map(r => r.left)), Math.max(...rects.map(r => r.right))];
}"""


def covered(page: Page) -> list[str]:
    """What lies on a council, wherever the page has to be scrolled to see it."""
    found: list[str] = list(page.evaluate(_LYING_OVER))
    top, foot, _, _ = page.evaluate(_WHOLE)
    height = page.viewport_size["height"] if page.viewport_size else 0
    for y in range(0, max(1, int(foot)), max(1, height - 40)):
        page.evaluate("y => window.scrollTo(0, y)", y)
        found += page.evaluate(_COVERED)
    page.evaluate("window.scrollTo(0, 0)")
    assert foot > top
    return found


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_covers_a_council(open_page: OpenPage, width: int, height: int) -> None:
    watched = open_page("/?year=2024-25", width=width, height=height)
    page = watched.page
    page.wait_for_selector("section.map[data-shown]", state="attached")
    assert covered(page) == []
    assert watched.overflow() == 0
    top, foot, left, right = page.evaluate(_WHOLE)
    assert left >= 0
    assert right <= width
    if width >= START_FROM:
        assert top < height  # the start of the map is on the first screen
    if width >= WHOLE_FROM:
        assert foot <= height


@pytest.mark.parametrize(("width", "height"), [(718, 1000), (718, 640), (1000, 640)])
def test_nothing_covers_a_council_on_paper(open_page: OpenPage, width: int, height: int) -> None:
    """The rules of a wide window reached paper and made London half as wide as England, over its west."""
    page = open_page("/?year=2024-25", width=width, height=height).page
    page.emulate_media(media="print")
    assert page.evaluate(_LYING_OVER) == []


@pytest.mark.parametrize(("width", "height"), [(390, 844), (768, 1024), (1280, 720), (1920, 1080)])
def test_nothing_covers_what_was_zoomed_to(open_page: OpenPage, width: int, height: int) -> None:
    page = open_page("/?year=2024-25&council=liverpool-city-council", width=width, height=height).page
    page.wait_for_selector("section.map[data-shown]", state="attached")
    for _ in range(3):
        page.locator('[data-zoom="in"]').click()
    path = page.locator('.map-england a[data-slug="liverpool-city-council"] path')
    path.scroll_into_view_if_needed()
    top = path.evaluate(
        """path => {
            const box = path.getBoundingClientRect();
            const svg = path.ownerSVGElement.getBoundingClientRect();
            const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return [path.ownerSVGElement.contains(at), box.left >= svg.left && box.right <= svg.right];
        }"""
    )
    assert top == [True, True]
    boxes = page.locator(".map-legend, .map-buttons, .map-london").evaluate_all(
        """all => all.filter(one => one.getClientRects().length).map(one => {
            const a = one.getBoundingClientRect();
            const b = document.querySelector('.map-england').getBoundingClientRect();
            return a.left < b.right - 1 && b.left < a.right - 1
                && a.top < b.bottom - 1 && b.top < a.bottom - 1;
        })"""
    )
    assert boxes
    assert not any(boxes)


@pytest.mark.parametrize("tier", ["upper", "lower"])
@pytest.mark.parametrize("year", ["2018-19", "2024-25"])
def test_london_lies_off_every_council_of_every_vintage(open_page: OpenPage, tier: str, year: str) -> None:
    page = open_page(f"/?year={year}&tier={tier}", width=1366, height=768).page
    assert page.evaluate(_LYING_OVER) == []

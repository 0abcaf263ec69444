"""The map page in a browser: recolouring, the URL, the keyboard, the search; and without any script."""

import re
from html import unescape

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.watched import DESKTOP, PHONE

_SHAPE = re.compile(r'<a data-slug="([^"]+)"[^>]*? aria-label="([^"]*)"><path class="([^"]+)"')
_SHAPES = """() => [...document.querySelectorAll('.map-england a[role=option]')].map(a =>
    [a.dataset.slug, a.getAttribute('aria-label'), a.firstElementChild.getAttribute('class')])"""
_ROWS = "() => [...document.querySelectorAll('#map-table tbody tr')].map(row => row.innerText)"


def shown(page: Page, url: str) -> None:
    """Wait until the map shows the state of a URL."""
    page.wait_for_selector(f'section.map[data-shown="{url}"]', state="attached")


def texts(page: Page) -> list[str]:
    """What stands around the map, as read."""
    ids = ("heading", "subtitle", "summary", "origins", "notes", "legend", "marks")
    beside = [page.locator(f"#telling-{one}").inner_text() for one in ("list", "rest")]
    return [page.locator(f"#map-{one}").inner_text() for one in ids] + beside


STATES = (
    "/?measure=upheld_per_100k&year=2022-23",
    "/?measure=compliance_pct&year=2023-24&type=county",
    "/?measure=satisfactory_remedy_pct&year=2019-20&tier=lower&reading=compared",
    "/?measure=dealt_with_per_100k&year=2020-21&tier=lower&period=1",
    "/?year=2023-24&period=3",
    "/?year=2021-22&tier=lower&view=tiles",
    "/?measure=upheld_per_100k&year=2023-24",  # new councils are not compared, and the reason is said
)


@pytest.mark.parametrize("url", STATES)
def test_the_script_draws_and_says_what_the_server_does(open_page: OpenPage, url: str) -> None:
    page = open_page("/").page
    shown(page, "/")
    page.evaluate(
        "url => { history.pushState(null, '', url); dispatchEvent(new PopStateEvent('popstate')) }", url
    )
    page.wait_for_function("() => document.querySelector('section.map').dataset.shown !== '/'")
    page.locator("#map-table-details summary").click()
    by_script = page.evaluate(_SHAPES), texts(page), page.evaluate(_ROWS), page.title()

    html = page.request.get(url).text()
    page.goto(url)
    page.locator("#map-table-details summary").click()
    by_server = [[slug, unescape(name), kind] for slug, name, kind in _SHAPE.findall(html)]
    assert by_script == (by_server, texts(page), page.evaluate(_ROWS), page.title())
    assert len(by_server) == page.locator("#map-table tbody tr").count()


def test_what_an_address_asked_for_in_vain_is_said_until_another_is_chosen(open_page: OpenPage) -> None:
    page = open_page("/?year=2017-18").page
    shown(page, "/")
    notice = page.get_by_text("2017-18 is not a year held here.")
    expect(notice).to_be_visible()
    page.locator("#map-year").select_option("2022-23")
    shown(page, "/?year=2022-23")
    expect(notice).to_be_hidden()
    page.go_back()
    shown(page, "/")
    expect(notice).to_be_visible()


def test_choosing_changes_colours_url_title_and_says_so(open_page: OpenPage) -> None:
    page = open_page("/?year=2022-23").page
    shown(page, "/?year=2022-23")
    before = page.evaluate(_SHAPES)
    page.select_option("#map-measure", "compliance_pct")
    shown(page, "/?measure=compliance_pct&year=2022-23")
    after = page.evaluate(_SHAPES)
    assert [one[0] for one in before] == [one[0] for one in after]
    assert [one[2] for one in before] != [one[2] for one in after]
    assert page.url.endswith("/?measure=compliance_pct&year=2022-23")
    assert "Recommendations complied with, 2022-23" in page.title()
    assert page.locator("#map-live").inner_text() == "Recommendations complied with, 2022-23. 152 councils."
    counts = page.locator("#map-legend .count").all_inner_texts()
    assert sum(map(int, counts)) == 152


def test_back_forward_and_reload_keep_the_view(open_page: OpenPage) -> None:
    page = open_page("/").page
    shown(page, "/")
    page.select_option("#map-year", "2019-20")
    shown(page, "/?year=2019-20")
    page.locator(".map-further summary").click()
    page.select_option("#map-type", "district")
    shown(page, "/?year=2019-20&tier=lower&type=district")
    assert page.locator("#map-tier").input_value() == "lower"
    assert "three years pooled" in page.locator("#map-subtitle").inner_text()
    assert page.evaluate("() => document.querySelectorAll('.map-england a[role=option]').length") == 192
    page.go_back()
    shown(page, "/?year=2019-20")
    assert page.locator("#map-type").input_value() == ""
    page.go_forward()
    shown(page, "/?year=2019-20&tier=lower&type=district")
    page.reload()
    shown(page, "/?year=2019-20&tier=lower&type=district")
    assert page.locator("#map-type").input_value() == "district"


def test_by_keyboard_alone_a_council_is_reached_read_opened_and_left(open_page: OpenPage) -> None:
    watched = open_page("/?year=2023-24")
    page = watched.page
    shown(page, "/?year=2023-24")
    page.locator(".map-further summary").focus()
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.getAttribute('role')") == "option":
            break
    for letter in "leeds":
        page.keyboard.press(letter)
    focused = "() => document.activeElement.dataset.slug"
    assert page.evaluate(focused) == "leeds-city-council"
    assert page.evaluate("() => document.activeElement.getAttribute('aria-label')").startswith(
        "Leeds City Council, "
    )
    expect(page.locator(".map-card")).to_contain_text("Leeds City Council")
    page.keyboard.press("Escape")
    expect(page.locator(".map-card")).to_be_hidden()
    page.keyboard.press("ArrowDown")
    south = page.evaluate(focused)
    assert south != "leeds-city-council"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2").first).to_be_focused()
    expect(page.locator("#panel h2").first).to_have_text("Leeds City Council")
    assert page.url.endswith("/?year=2023-24&council=leeds-city-council")
    assert page.locator('.map-england a[aria-selected="true"]').count() == 1
    assert page.locator(".map-england .chosen-name").text_content() == "Leeds"
    page.keyboard.press("Escape")
    expect(page.locator("#map-introduction")).to_be_visible()
    assert page.evaluate(focused) == "leeds-city-council"
    assert page.url.endswith("/?year=2023-24")


def test_the_map_is_one_tab_stop(open_page: OpenPage) -> None:
    page = open_page("/").page
    shown(page, "/")
    assert page.locator('.map-england a[tabindex="0"]').count() == 1
    assert page.locator('.map-london a[tabindex="0"]').count() == 0


def test_a_card_can_be_hovered_and_dismissed(open_page: OpenPage) -> None:
    page = open_page("/").page
    shown(page, "/")
    page.hover('.map-england a[data-slug="norfolk-county-council"]')
    card = page.locator(".map-card")
    expect(card).to_contain_text("Norfolk County Council")
    expect(card).to_contain_text("Average of county councils")
    card.hover()
    page.wait_for_timeout(400)
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_a_card_says_how_far_beyond_chance_and_by_whom_it_is_simulated(open_page: OpenPage) -> None:
    page = open_page("/?year=2023-24").page
    shown(page, "/?year=2023-24")
    page.hover('.map-england a[data-slug="birmingham-city-council"]')
    expect(page.locator(".map-card")).to_contain_text(
        "▲ Higher than other metropolitan borough councils, by more than chance explains (the others’ "
        "figures are simulated)"
    )


def test_zoom_by_buttons_and_wheel_and_back(open_page: OpenPage) -> None:
    page = open_page("/").page
    shown(page, "/")
    england = page.locator(".map-england")
    whole = england.get_attribute("viewBox")
    page.click('[data-zoom="in"]')
    page.click('[data-pan="down"]')
    assert england.get_attribute("viewBox") != whole
    page.click('[data-zoom="reset"]')
    assert england.get_attribute("viewBox") == whole
    england.scroll_into_view_if_needed()
    page.wait_for_timeout(350)
    england.hover()
    page.mouse.wheel(0, -200)
    page.wait_for_function(
        "whole => document.querySelector('.map-england').getAttribute('viewBox') !== whole", arg=whole
    )


def test_the_search_offers_councils_and_opens_one_on_the_map(open_page: OpenPage) -> None:
    page = open_page("/?year=2023-24").page
    shown(page, "/?year=2023-24")
    field = page.locator("#map-find-input")
    field.press_sequentially("kirkl")
    expect(page.locator("#map-find-list li").first).to_contain_text("Kirklees")
    field.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == "map-find-option-0"
    field.press("Enter")
    expect(page.locator("#panel h2").first).to_contain_text("Kirklees")
    assert "council=kirklees" in page.url


def test_a_postcode_in_two_tier_england_offers_both_councils(open_page: OpenPage) -> None:
    page = open_page("/").page
    page.locator("#map-find-input").press_sequentially("CB2 1TN")
    expect(page.locator("#map-find-list li")).to_have_count(2)
    page.keyboard.press("Escape")
    expect(page.locator("#map-find-list")).to_be_hidden()


def test_without_scripts_the_form_the_map_and_the_table_do_it_all(open_page: OpenPage) -> None:
    page = open_page("/?year=2023-24", javascript=False).page
    page.select_option("#map-measure", "upheld_per_100k")
    page.locator("#map-controls button[type=submit]").click()
    assert "measure=upheld_per_100k" in page.url
    assert page.locator("#map-measure").input_value() == "upheld_per_100k"
    assert page.locator("#map-legend .count").count() >= 5
    page.locator("#map-table-details summary").click()
    page.locator("#map-table tbody a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert "/council/" in page.url


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize(
    "path", ["/", "/?council=leeds-city-council&year=2023-24", "/?type=district&reading=compared"]
)
def test_axe_finds_nothing_and_the_page_reflows(open_page: OpenPage, path: str, width: int) -> None:
    watched = open_page(path, width=width)
    watched.page.wait_for_selector("section.map[data-shown]", state="attached")
    watched.page.locator("#map-table-details summary").click()
    assert watched.axe() == []
    assert watched.duplicate_ids() == []
    assert watched.overflow() == 0

"""The Dash application: takes the place of the server's HTML unseen, draws charts when they are near."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage

COUNCIL = "/council/blackpool-borough-council/2023-24"
MAP = "/?council=blackpool-borough-council&year=2023-24"

# Holds back what Dash fetches, so that the server's HTML can be looked at and used before.
SLOW = "**/_dash-layout"


def _text(opened, selector: str) -> str:
    return opened.page.locator(selector).inner_text()


@pytest.mark.parametrize(("path", "place"), [(COUNCIL, "#main"), (MAP, "#panel")])
def test_dash_draws_what_the_server_wrote(open_page: OpenPage, path: str, place: str) -> None:
    written = _text(open_page(path, javascript=False), place)
    drawn = _text(open_page(path), place)
    assert len(written) > 2_000
    assert drawn == written


def test_focus_scroll_and_open_details_are_kept(open_page: OpenPage) -> None:
    opened = open_page("/about")
    held: list = []
    opened.page.route(SLOW, lambda route: held.append(route))  # noqa: PLW0108
    opened.page.goto(COUNCIL, wait_until="domcontentloaded")
    summary = opened.page.locator("#server-tree summary").first
    summary.click()
    assert summary.evaluate("summary => summary === document.activeElement")
    said = summary.inner_text()
    opened.page.evaluate("window.scrollTo(0, 600)")
    opened.page.wait_for_function("() => window.scrollY === 600")
    opened.page.wait_for_timeout(200)
    for route in held:
        route.continue_()
    opened.drawn()
    assert opened.page.evaluate("document.activeElement.innerText") == said
    assert opened.page.evaluate("document.activeElement.parentElement.open")
    assert opened.page.locator("#main details[open]").count() == 1
    assert opened.page.evaluate("window.scrollY") == 600
    assert opened.duplicate_ids() == []


def test_charts_are_fetched_when_they_come_near(open_page: OpenPage) -> None:
    opened = open_page(COUNCIL)
    page = opened.page
    page.wait_for_timeout(300)
    assert not [url for url in opened.requests if "plotly" in url]
    before = opened.overflow()
    page.get_by_text("Year by year").click()
    expect(page.locator(".chart-place .js-plotly-plot .main-svg").first).to_be_visible()
    assert len([url for url in opened.requests if "plotly" in url]) == 1
    assert opened.layout_shift() < 0.01
    assert opened.overflow() == before
    assert page.locator(".modebar").count() == 0
    assert opened.axe() == []


def test_without_scripts_there_are_the_same_figures_and_no_empty_places(open_page: OpenPage) -> None:
    opened = open_page(COUNCIL, javascript=False)
    said = _text(opened, "#main")
    for figure in ("67%", "6 of 9 investigations", "79%", "4.2", "5 of 5", "33%", "2 of 6"):
        assert figure in said
    assert opened.page.locator(".chart-place").first.is_hidden()
    on_map = _text(open_page(MAP, javascript=False), "#panel")
    assert "67%" in on_map
    assert "6 of 9 investigations" in on_map


def test_back_forward_and_reload_keep_the_panel(open_page: OpenPage) -> None:
    opened = open_page("/")
    page = opened.page
    heading = page.locator("#panel #council-name")
    page.goto(MAP)
    opened.drawn()
    page.evaluate(
        """() => {
            history.pushState({}, '', '/?council=leeds-city-council');
            window.dispatchEvent(new CustomEvent('_dashprivate_pushstate'));
        }"""
    )
    expect(heading).to_have_text("Leeds City Council")
    page.go_back()
    expect(heading).to_have_text("Blackpool Borough Council")
    page.go_forward()
    expect(heading).to_have_text("Leeds City Council")
    page.reload()
    opened.drawn()
    expect(heading).to_have_text("Leeds City Council")
    page.go_back()
    page.go_back()
    opened.drawn()
    expect(heading).to_have_count(0)


def test_the_last_council_asked_for_is_the_one_shown(open_page: OpenPage) -> None:
    opened = open_page("/")
    page = opened.page
    waiting: list = []
    page.route("**/leeds-city-council/*/panel.json", lambda route: waiting.append(route))  # noqa: PLW0108
    for slug in ("leeds-city-council", "dorset-council"):
        page.evaluate(
            """slug => {
                history.pushState({}, '', '/?council=' + slug);
                window.dispatchEvent(new CustomEvent('_dashprivate_pushstate'));
            }""",
            slug,
        )
        page.wait_for_timeout(100)
    expect(page.locator("#council-name")).to_have_text("Dorset Council")
    for route in waiting:
        route.continue_()
    page.wait_for_timeout(500)
    expect(page.locator("#council-name")).to_have_text("Dorset Council")


def test_a_panel_that_cannot_be_fetched_is_said(open_page: OpenPage) -> None:
    opened = open_page("/")
    page = opened.page
    page.route("**/panel.json", lambda route: route.abort())
    page.evaluate(
        """() => {
            history.pushState({}, '', '/?council=leeds-city-council');
            window.dispatchEvent(new CustomEvent('_dashprivate_pushstate'));
        }"""
    )
    expect(page.locator("#panel [role=alert]")).to_contain_text("could not be loaded")
    opened.problems.clear()


def test_an_unknown_council_on_the_map_is_said_in_its_panel(open_page: OpenPage) -> None:
    opened = open_page("/?council=nowhere")
    expect(opened.page.locator("#panel h1, #panel h2").first).to_have_text(
        "There is no council at this address"
    )
    opened.problems[:] = [problem for problem in opened.problems if not problem.startswith("404 ")]


def test_a_page_leaves_nothing_on_the_readers_machine(open_page: OpenPage) -> None:
    """What the tests share a profile by: no page can depend on another that was read before it."""
    opened = open_page("/")
    opened.page.goto(COUNCIL)
    opened.drawn()
    assert opened.page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]
    assert opened.page.evaluate("indexedDB.databases()") == []
    assert opened.page.evaluate("navigator.serviceWorker.getRegistrations()") == []
    assert opened.context.cookies() == []

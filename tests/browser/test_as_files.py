"""The site as files behind a plain file server: map, panel, council, download and search work."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from dashboard.as_files.maker import Maker, own_groups
from dashboard.as_files.own_pages import Parts
from dashboard.as_files.plan import groups
from dashboard.as_files.site import Order
from dashboard.web.settings import Settings
from tests.as_files.serving import file_server
from tests.browser.test_map import shown
from tests.browser.watched import DESKTOP, Watched

COUNCILS = ("leeds-city-council", "canterbury-city-council")


@pytest.fixture(scope="module")
def folder(releases: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the journeys need of the demonstration's export: the site's own files, and two councils."""
    place = tmp_path_factory.mktemp("files")
    maker = Maker(Order("demo", releases, Parts(), Settings(cache=place / "cache")), place / "site")
    wanted = {"site", *COUNCILS}
    every = groups(maker.site.repository, Parts(), "")
    for group in (*own_groups(), *(group for group in every if group.name in wanted)):
        maker.make(group)
    return place / "site"


@pytest.fixture
def files(chromium: Browser, folder: Path) -> Iterator[Watched]:
    """A window on the files, in which nothing may go wrong."""
    with file_server(folder) as address:
        context = chromium.new_context(base_url=address, locale="en-GB", reduced_motion="reduce")
        context.set_default_timeout(20_000)
        watched = Watched(context, address)
        watched.page.set_viewport_size({"width": DESKTOP, "height": 900})
        yield watched
        context.close()
    assert watched.problems == []


def test_from_the_map_to_a_council_and_its_figures(files: Watched, folder: Path) -> None:
    page = files.page
    page.goto("/")
    shown(page, "/")
    page.locator('.map-england a[data-slug="leeds-city-council"]').dispatch_event("click")
    expect(page.locator("#panel h1, #panel h2").first).to_contain_text("Leeds")
    assert page.url.endswith("/?council=leeds-city-council")
    page.get_by_role("link", name="This council on a page of its own").click()
    page.wait_for_url("**/council/leeds-city-council/2024-25/")
    files.drawn()
    expect(page.locator("h1")).to_contain_text("Leeds")
    page.goto("/data")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="All figures as CSV").click()
    saved = waiting.value.path()
    assert saved.read_bytes() == (folder / "data" / "figures.csv").read_bytes()


@pytest.mark.parametrize(
    "url",
    ["/?measure=compliance_pct&year=2022-23", "/?year=2019-20&tier=lower&type=district", "/?tier=lower"],
)
def test_a_view_in_the_address_is_drawn_by_the_script(files: Watched, url: str) -> None:
    page = files.page
    page.goto(url)
    shown(page, url)
    if "compliance" in url:
        assert "Recommendations complied with, 2022-23" in page.title()
        expect(page.locator("#map-heading")).to_contain_text("recommendations due")
    expect(page.locator("#map-year")).to_have_value(url.partition("year=")[2][:7] or "2024-25")


def test_the_search_finds_without_a_server_and_sends_no_postcode(files: Watched) -> None:
    page = files.page
    page.goto("/about")
    field = page.get_by_role("combobox", name="Council, town or postcode")
    field.press_sequentially("ct1 2aa", delay=20)
    options = page.get_by_role("option")
    expect(options).to_have_count(2)
    assert [option.split("\n")[0] for option in options.all_inner_texts()] == [
        "Canterbury City Council",
        "Kent County Council",
    ]
    asked = [url for url in files.requests if "find" in url and "/static/" not in url]
    assert {url.partition("/find/")[2] for url in asked} <= {"councils.json", "postcodes/CT1.json"}
    field.press("Enter")
    page.wait_for_url("**/find/?q=ct1+2aa")
    found = page.locator("[data-found]")
    expect(found.get_by_role("heading")).to_have_text("2 found for “ct1 2aa”")
    found.get_by_role("link", name="Canterbury City Council").click()
    page.wait_for_url("**/council/canterbury-city-council/")
    expect(page.locator("h1")).to_contain_text("Canterbury")
    assert files.axe() == []


def test_a_name_finds_councils_that_exist_first_then_what_ended_then_places(files: Watched) -> None:
    page = files.page
    page.goto("/find?q=harrogate")
    links = page.locator("[data-found] a")
    expect(links.first).to_be_visible()
    assert links.all_inner_texts() == ["Harrogate Borough Council", "Harrogate"]
    page.goto("/find?q=nowhere+at+all")
    expect(page.locator("[data-found]")).to_contain_text("No council or place held here is called")

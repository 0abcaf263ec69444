"""A comparison in the browser: accessible, whole without a script, charts saved without a server, printed."""

import re
from pathlib import Path

import pytest

from tests.browser.conftest import OpenPage
from tests.browser.watched import DESKTOP, PHONE

LONGEST = ",".join(
    [
        *("city-of-bradford-metropolitan-district-council", "borough-council-of-kings-lynn-and-west-norfolk"),
        *("bournemouth-christchurch-and-poole-council", "north-west-leicestershire-district-council"),
        *("staffordshire-moorlands-district-council", "wakefield-metropolitan-district-council"),
        *("royal-borough-of-windsor-and-maidenhead", "royal-borough-of-kensington-and-chelsea"),
        *("calderdale-metropolitan-borough-council", "cumberland-council"),
    ]
)
TEN = f"/compare?councils={LONGEST}&year=2021-22"
SEVEN_YEARS = f"/compare?councils={LONGEST}&view=years"
SEVERAL = f"/compare?councils={LONGEST}&view=table"
PAGES = [
    "/compare",
    "/compare?add=dor",
    "/compare?councils=dover-district-council",
    "/compare?councils=blackpool-borough-council,cumbria-county-council,nowhere",
    "/compare?councils=blackpool-borough-council&peers=ons_global",
    TEN,
    SEVEN_YEARS,
    SEVERAL,
    f"/compare?councils={LONGEST}&view=table&years=2018-19,2019-20,2020-21,2021-22,2022-23,2023-24,2024-25",
    "/compare?councils=blackpool-borough-council&peers=type&year=2023-24&release=held-figures",
]


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_with_the_charts_drawn(open_page: OpenPage, path: str, width: int) -> None:
    opened = open_page(path, width=width)
    for place in opened.page.locator("[id^=place-of-chart]").all():
        place.scroll_into_view_if_needed()
        place.locator(".js-plotly-plot .main-svg").first.wait_for()
    assert opened.axe() == []
    assert opened.duplicate_ids() == []
    assert opened.overflow() <= 0


@pytest.mark.parametrize("path", PAGES)
def test_a_comparison_reflows_at_320_pixels(open_page: OpenPage, path: str) -> None:
    assert open_page(path, width=320).overflow() <= 0


def test_a_group_is_made_without_a_script(open_page: OpenPage) -> None:
    opened = open_page("/compare", javascript=False)
    page = opened.page
    page.get_by_label("Council’s name or postcode").fill("FY1 1AD")
    page.get_by_label("Compare it with").select_option("touching")
    page.get_by_role("button", name="Compare", exact=True).click()
    assert page.locator("h1").text_content() == "Blackpool, Lancashire, Fylde and Wyre compared, 2024-25"
    page.get_by_role("link", name="Remove Lancashire County Council").click()
    page.get_by_label("Council’s name or postcode").fill("leeds")
    page.get_by_role("button", name="Add", exact=True).click()
    assert page.locator("h1").text_content() == "Blackpool, Fylde, Leeds and Wyre compared, 2024-25"
    page.locator("select[name=view]").select_option("years")
    page.locator("select[name=year]").select_option("2023-24")
    page.get_by_role("button", name="Show", exact=True).click()
    assert (
        page.locator("h1").text_content() == "Blackpool, Fylde, Leeds and Wyre compared, 2018-19 to 2023-24"
    )
    assert page.locator("caption").all_text_contents() == ["Complaints upheld, 2018-19 to 2023-24"]
    assert page.get_by_role("link", name="SVG of complaints upheld, 2018-19 to 2023-24").count() == 1
    page.locator("select[name=peers]").select_option("region")
    page.get_by_role("button", name="Choose these").click()
    assert "unitary councils of the North West" in (page.locator("#group + p").text_content() or "")


@pytest.mark.parametrize("form", ["PNG (small)", "SVG"])
def test_a_charts_picture_is_saved_without_a_script(open_page: OpenPage, form: str, tmp_path: Path) -> None:
    path = "/compare?councils=blackpool-borough-council,leeds-city-council&year=2023-24"
    opened = open_page(path, javascript=False)
    link = opened.page.get_by_role("link", name=f"{form} of complaints upheld, 2023-24")
    with opened.page.expect_download() as coming:
        link.click()
    saved = tmp_path / "chart"
    coming.value.save_as(saved)
    ending = form[:3].lower()
    assert coming.value.suggested_filename.startswith("comparison-demo-blackpool-borough-council-and-1-more")
    assert coming.value.suggested_filename.endswith(f".{ending}")
    if ending == "png":
        assert saved.read_bytes().startswith(b"\x89PNG")
        assert saved.stat().st_size > 20_000
    else:
        words = " ".join(re.sub(r"<[^>]+>", " ", saved.read_text(encoding="utf-8")).split())  # over its lines
        assert "Crown copyright and database right" in words


@pytest.mark.parametrize("path", [TEN, SEVEN_YEARS, SEVERAL])
def test_a_comparison_prints_on_a4_with_its_tables_whole(
    open_page: OpenPage, path: str, tmp_path: Path
) -> None:
    opened = open_page(path, javascript=False)
    opened.page.emulate_media(media="print")
    paper = 1027  # CSS pixels between the margins of A4 landscape
    opened.page.set_viewport_size({"width": paper, "height": 700})
    widths = opened.page.evaluate(
        "[...document.querySelectorAll('table')].map(t => t.getBoundingClientRect().width)"
    )
    assert max(widths) <= paper + 1
    heights = opened.page.evaluate(
        "[...document.querySelectorAll('table')].map(t => t.getBoundingClientRect().height)"
    )
    assert max(heights) <= 680  # and their height, in CSS pixels
    file = tmp_path / "page.pdf"
    opened.page.pdf(path=str(file), prefer_css_page_size=True)
    pages = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", file.read_bytes())
    assert pages
    assert {(round(float(w)), round(float(h))) for w, h in pages} == {(842, 595)}


def test_on_a_phone_the_table_is_turned_and_shows_the_measure_chosen(open_page: OpenPage) -> None:
    opened = open_page(SEVERAL, width=PHONE, javascript=False)
    page = opened.page
    bar = page.locator("td.m1 .small-bar").first.bounding_box()
    assert bar is not None
    assert bar["height"] > 2 * bar["width"]
    assert page.locator("td.m1:visible").count() > 0
    assert page.locator("td.m2:visible").count() == 0
    page.get_by_role("radio", name="Satisfactory remedy").check()
    assert page.locator("td.m1:visible").count() == 0
    assert page.locator("td.m2:visible").count() > 0
    sides = page.evaluate(
        """[...document.querySelectorAll("td.m2")].filter(td => td.querySelector(".small-bar")).map(td => {
          const at = css => td.querySelector(css).getBoundingClientRect();
          const [band, point] = [at(".bar-range"), at(".bar-point")];
          const middle = point.top + point.height / 2;
          const drawn = middle < band.top ? "higher" : middle > band.bottom ? "lower" : "inside";
          const said = td.textContent.match(/(lower|higher)(, |$)/);
          return [said ? said[1] : "inside", drawn];
        })"""
    )
    assert len(sides) > 10
    assert all(said == drawn for said, drawn in sides)


def test_a_group_is_kept_by_name_in_the_browser_alone(open_page: OpenPage) -> None:
    opened = open_page("/compare?councils=blackpool-borough-council,leeds-city-council&view=table")
    page, asked = opened.page, len(opened.requests)
    page.get_by_label("Name of this group").fill("Two <b>& more")
    page.get_by_role("button", name="Keep", exact=True).click()
    assert page.locator("#kept-said").text_content() == "Kept as Two <b>& more."
    assert opened.requests[asked:] == []
    opened.go("/compare")
    page.get_by_role("link", name="Two <b>& more").click()
    assert page.url.endswith("/compare?councils=blackpool-borough-council,leeds-city-council&view=table")
    page.get_by_role("button", name="Forget Two <b>& more").click()
    assert page.locator("#kept-list li").count() == 0
    page.evaluate("localStorage.setItem('compare-groups', '[{\"name\": 1}, null, 3]')")
    opened.go("/compare")
    assert page.locator("#kept-groups").is_hidden()
    page.evaluate("localStorage.clear()")  # the profile is every test's


def test_the_first_load_is_within_its_budget(open_page: OpenPage) -> None:
    opened = open_page("/about")
    session = opened.context.new_cdp_session(opened.page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    opened.page.set_viewport_size({"width": 1280, "height": 700})
    opened.go(SEVEN_YEARS)
    opened.page.wait_for_load_state("networkidle")
    assert 100_000 < sum(sizes) <= 400_000, f"{sum(sizes):,.0f} bytes"

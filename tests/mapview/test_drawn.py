"""The map and its tiles: a switch that keeps all else, and no second drawing in a page."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.addresses.view_state import Drawn, parse, query_string
from dashboard.mapview.drawn import NO_TILES, TOWNS, as_held, towns_url
from dashboard.mapview.page import render
from tests.mapview.england import YEAR, SmallEngland, repository
from tests.support.fake_repository import YEARS
from tests.support.html_text import html_of

KEPT = (
    f"measure=compliance_pct&year={YEAR}&tier=lower&reading=compared&council=leeds-city-council&release=demo"
)
USUAL = f"year={YEAR}"


class WithoutTiles(SmallEngland):
    """A release made before there were tiles."""

    def map_shapes(self, tier: object, year: str, *, tiles: bool = False) -> str:
        if tiles:
            raise KeyError(year)
        return super().map_shapes(tier, year)

    def static_url(self, logical: str) -> str:
        """Towns came with the release after."""
        if logical == TOWNS:
            raise KeyError(logical)
        return super().static_url(logical)


def page(query: str, *, tiles: bool = True) -> str:
    kind = SmallEngland if tiles else WithoutTiles
    known = repository()
    held = kind(
        councils_=known.councils_, figures_=known.figures_, pooled=known.pooled, release_=known.release_
    )
    return html_of(render(parse(query, YEARS), held))


def switch(html: str) -> dict[str, tuple[str, bool]]:
    """Return of each way to draw the councils where its link leads, and whether it is the one there is."""
    links = re.findall(r'<a ([^>]*)data-view="(\w+)" href="([^"]*)">', html)
    return {view: (unescape(href), "aria-current" in before) for before, view, href in links}


@pytest.mark.parametrize(("view", "current"), [("", "map"), ("&view=tiles", "tiles")])
def test_the_switch_keeps_everything_else(view: str, current: str) -> None:
    found = switch(page(KEPT + view))
    assert [name for name, (_, here) in found.items() if here] == [current]
    wanted = parse_qs(KEPT)
    for name, (href, _) in found.items():
        asked = parse_qs(urlsplit(href).query)
        assert asked.pop("view", ["map"]) == [name]
        assert asked == wanted


def test_the_form_keeps_the_view_without_scripts() -> None:
    assert '<input type="hidden" name="view" value="tiles">' in page("view=tiles")
    assert 'name="view"' not in page("")


def test_each_view_has_its_own_drawing_and_no_other() -> None:
    as_map, as_tiles = page(USUAL), page(f"{USUAL}&view=tiles")
    assert as_map.count('data-shapes="') == as_tiles.count('data-shapes="') == 1
    assert 'data-shapes="upper-2023"' in as_map
    assert 'data-shapes="upper-2023-tiles"' in as_tiles
    assert "map-london" in as_map
    assert "map-london" not in as_tiles


def test_the_ordinary_map_is_larger_by_the_switch_alone() -> None:
    told = f'data-towns="/static/{TOWNS}"'
    with_switch, without = page(USUAL).replace(told, 'data-towns=""'), page(USUAL, tiles=False)
    start = with_switch.rindex("<p ", 0, with_switch.index('id="map-views"'))
    end = with_switch.index("</p>", start) + len("</p>")
    assert with_switch[:start] + with_switch[end:] == without
    assert end - start < 400


def test_where_the_towns_are_is_said_and_no_town_is_in_the_page() -> None:
    assert f'data-towns="/static/{TOWNS}"' in page(USUAL)
    assert 'data-towns=""' in page(USUAL, tiles=False)
    assert towns_url(repository()) == f"/static/{TOWNS}"


def test_a_release_without_tiles_shows_its_map_and_says_so() -> None:
    html = page(f"{USUAL}&view=tiles", tiles=False)
    assert NO_TILES in html
    assert 'data-shapes="upper-2023"' in html
    assert switch(html) == {}
    assert NO_TILES not in page(USUAL, tiles=False)


def test_what_a_release_cannot_draw_is_its_map() -> None:
    asked = parse("view=tiles", YEARS)
    assert as_held(asked, repository()) == asked
    without = WithoutTiles(release_=repository().release_)
    assert as_held(asked, without) == asked.changed(drawn=Drawn.MAP)


@pytest.mark.parametrize(
    ("query", "printed"), [("view=tiles", "view=tiles"), ("view=map", ""), ("view=globe", "")]
)
def test_the_usual_view_is_left_out_of_an_address(query: str, printed: str) -> None:
    assert query_string(parse(query, YEARS), YEARS) == printed

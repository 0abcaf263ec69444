"""The map as a picture: the page's own words, numbers and classes, whole and by itself."""

import re
from pathlib import Path

import pytest

from dashboard.addresses.view_state import parse
from dashboard.mapview.classes import MapClass
from dashboard.mapview.legend import legend
from dashboard.mapview.page import render
from dashboard.mapview.svg import PATTERNS
from dashboard.mapview.texts import texts
from dashboard.mapview.view import of_state
from dashboard.pictures import palette
from dashboard.pictures.map_picture import map_picture
from dashboard.words.sources import SOURCE_LINE
from tests.mapview import england
from tests.support.fake_repository import YEARS
from tests.support.html_text import html_of
from tests.support.picture_read import SVG, asks_for, outside, overlapping, root, text_of_picture

VIEWS = (
    "",
    "reading=compared",
    "measure=compliance_pct",
    "measure=compliance_pct&reading=compared",
    "type=county",
    "view=tiles",
    "view=tiles&reading=compared",
    "tier=lower",
    "council=leeds-city-council",
    "council=adur-district-council&tier=lower",
)
TOKENS = (Path(__file__).resolve().parents[2] / "assets" / "css" / "tokens.css").read_text()


def drawn(query: str = "", kind: str = "demonstration", address: str = "") -> str:
    state = parse(f"year={england.YEAR}&{query}", YEARS)
    picture = map_picture(state, england.repository(kind), address)
    assert picture is not None
    return picture.svg


@pytest.mark.parametrize("query", VIEWS)
def test_it_says_what_the_page_says(query: str) -> None:
    told = text_of_picture(drawn(query))
    said = texts(england.view(query))
    for sentence in (said.heading, said.subtitle, said.summary, said.origins, said.marks, *said.notes):
        assert sentence in told


@pytest.mark.parametrize("query", VIEWS)
def test_its_legend_is_the_views_and_counts_every_council(query: str) -> None:
    view = england.view(query)
    entries = legend(view.figures.values(), view.measure, view.reading)
    told = text_of_picture(drawn(query))
    assert sum(entry.councils for entry in entries) == len(view.councils)
    for entry in entries:
        assert f"{entry.label} {entry.councils}" in told


@pytest.mark.parametrize("query", VIEWS)
def test_every_council_has_the_colour_of_its_class_or_is_blank(query: str) -> None:
    state = parse(f"year={england.YEAR}&{query}", YEARS)
    view = of_state(state, england.repository())
    html = html_of(render(state, england.repository()))
    shapes = dict(
        re.findall(r'data-slug="([^"]+)"[^>]*><path class="([^"]+)"', html.partition("map-london")[0])
    )
    fills = [
        (path.get("d"), group.get("fill"))
        for group in root(drawn(query)).iter(f"{SVG}g")
        if group.get("stroke") in (palette.BORDER, palette.OTHER_BORDER)
        for path in group.findall(f"{SVG}path")
    ]
    own = {shape.d: shape.slug for shape in england.grid("upper", 2023).shapes}
    found: dict[str, str | None] = {}
    for d, fill in fills:  # England’s are drawn before London’s
        if d in own:
            found.setdefault(own[d], fill)
    assert set(found) == set(shapes)
    for slug, kind in shapes.items():
        unshaded = f"url(#map-{kind})"
        blank = slug not in view.figures
        assert found[slug] == (palette.OTHER if blank else palette.CLASSES.get(kind, unshaded))


def test_who_stands_out_is_marked_once() -> None:
    marks = drawn().count(f'fill="{palette.MARK}"')
    assert marks == sum(figure.comparison.marked for figure in england.view().figures.values()) == 1


@pytest.mark.parametrize("query", VIEWS)
def test_no_word_is_cut_or_stands_over_another_and_nothing_is_fetched(query: str) -> None:
    svg = drawn(query, address="https://councils.example")
    assert outside(svg) == []
    assert overlapping(svg) == []
    assert asks_for(svg) == []


def test_it_is_stamped_with_source_release_date_and_where_it_is_from() -> None:
    told = text_of_picture(drawn("council=leeds-city-council", address="https://councils.example"))
    assert SOURCE_LINE in told
    assert "Release “demo” (live), built 5 January 2026." in told
    assert "This is not the Ombudsman’s own site." in told
    where = told.replace(" ", "")
    assert "https://councils.example/?year=2023-24&council=leeds-city-council&release=demo" in where


def test_no_address_is_said_where_none_is_known() -> None:
    assert "http" not in text_of_picture(drawn())


@pytest.mark.parametrize(("kind", "there"), [("demonstration", True), ("real", False)])
def test_a_demonstration_says_so_above_all(kind: str, there: bool) -> None:
    told = text_of_picture(drawn(kind=kind))
    assert told.startswith("Demonstration.") is there
    assert ("Published and reported figures only" in told) is not there


@pytest.mark.parametrize(("query", "there"), [("", True), ("type=london", True), ("type=county", False)])
def test_london_is_enlarged_where_a_council_of_it_is_in_view(query: str, there: bool) -> None:
    assert ("London, enlarged" in text_of_picture(drawn(query))) is there


def test_the_chosen_council_is_named_and_its_title_is_the_views() -> None:
    assert "Leeds City" in text_of_picture(drawn("council=leeds-city-council")).split("Number of councils")[0]
    assert root(drawn("reading=compared")).findtext(f"{SVG}title") == (
        "Complaints upheld, 2023-24, compared with their type: map of England’s councils"
    )


def test_a_measure_that_is_never_compared_is_not_said_to_be() -> None:
    title = root(drawn("measure=compliance_pct&reading=compared")).findtext(f"{SVG}title") or ""
    assert "compared" not in title


def test_the_same_view_is_the_same_bytes() -> None:
    assert drawn("view=tiles") == drawn("view=tiles")


def test_its_colours_are_the_sites_light_ones() -> None:
    light = TOKENS.partition("@media")[0]
    for name, colour in palette.CLASSES.items():
        assert f"--{name}: {colour};" in light
    for name, colour in (
        ("paper", palette.PAPER),
        ("ink", palette.INK),
        ("ink-soft", palette.SOFT),
        ("hairline", palette.HAIRLINE),
        ("map-border", palette.BORDER),
        ("demonstration", palette.BANNER),
        ("demonstration-edge", palette.BANNER_EDGE),
    ):
        assert f"--{name}: {colour};" in light


def test_every_class_has_a_colour_or_a_pattern() -> None:
    patterned = {name for name, _, _ in PATTERNS}
    assert {kind.value for kind in MapClass} == set(palette.CLASSES) | patterned

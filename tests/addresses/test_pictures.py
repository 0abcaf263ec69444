"""The addresses of pictures: a form, a size where there is one, and the view of their page."""

import pytest

from dashboard.addresses.compare_state import parse as comparison
from dashboard.addresses.links import UNNAMED, Links
from dashboard.addresses.pictures import (
    COSTLY,
    PICTURES,
    Chart,
    Form,
    PictureOf,
    Size,
    card_of_council,
    card_of_map,
    of_chart,
    of_comparison,
    of_map,
)
from dashboard.addresses.view_state import parse

YEARS = ("2022-23", "2023-24")


@pytest.mark.parametrize(
    ("picture", "form", "size", "address"),
    [
        (PictureOf("/map", ""), Form.SVG, Size.SMALL, "/map.svg"),
        (PictureOf("/map", ""), Form.PNG, Size.SMALL, "/map.png"),
        (PictureOf("/map", ""), Form.PNG, Size.LARGE, "/map.png?size=large"),
        (PictureOf("/map", "year=2022-23"), Form.PNG, Size.LARGE, "/map.png?year=2022-23&size=large"),
        (PictureOf("/map", "year=2022-23"), Form.SVG, Size.LARGE, "/map.svg?year=2022-23"),
    ],
)
def test_an_address_names_form_and_size(picture: PictureOf, form: Form, size: Size, address: str) -> None:
    assert picture.at(form, size) == address


def test_a_picture_keeps_the_view_and_the_release_of_its_page() -> None:
    view = parse("measure=compliance_pct&year=2022-23&view=tiles&council=leeds&release=demo", YEARS)
    assert of_map(view, YEARS) == PictureOf(
        "/map", "measure=compliance_pct&year=2022-23&view=tiles&council=leeds&release=demo"
    )
    chart = (Chart.TREND, "leeds", "2022-23", "upheld_pct")
    assert of_chart(*chart, UNNAMED) == PictureOf("/council/leeds/2022-23/trend", "measure=upheld_pct")
    assert of_chart(*chart, Links("demo")).query == "measure=upheld_pct&release=demo"


@pytest.mark.parametrize("view", ["", "&view=years", "&view=years&measure=upheld_per_100k"])
def test_a_comparison_s_picture_names_its_measure_once(view: str) -> None:
    state = comparison(f"councils=a,b&year=2022-23&add=c{view}", YEARS)
    for measure in ("upheld_pct", "upheld_per_100k"):
        query = of_comparison(state, YEARS, measure).query
        assert query.split("&").count(f"measure={measure}") == query.count("measure=") == 1
        assert "add=" not in query
        assert comparison(query, YEARS).look is state.look


def test_a_card_is_of_the_view_alone() -> None:
    view = parse("year=2022-23&council=leeds&release=demo", YEARS)
    assert card_of_map(view, YEARS) == "/card.png?year=2022-23"
    assert card_of_map(parse("", YEARS), YEARS) == "/card.png"
    assert card_of_council("leeds", "2022-23") == "/council/leeds/2022-23/card.png"


def test_every_png_is_costly_and_every_costly_one_a_picture() -> None:
    assert {ending for ending in PICTURES if ending.endswith(".png")} == set(COSTLY)
    assert all(ending.startswith("/") for ending in PICTURES)

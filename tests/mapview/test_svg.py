"""The bare shapes, dressed for a view."""

import xml.etree.ElementTree as ET

import pytest

from dashboard.domain.comparison import Comparison
from dashboard.mapview.svg import Dress, bare, drawn_as, dressed, patterns
from tests.mapview.england import ALL, BURY, CITY, KENT, LEEDS, grid

FRAGMENT = bare(grid("upper", 2023), grid("london", 2014))
DRESS = {
    LEEDS.slug: Dress(
        "step-4", "/council/leeds-city-council/2023-24", "Leeds, 82% & “more”", Comparison.NO_CLEAR_DIFFERENCE
    ),
    BURY.slug: Dress("step-5", "/council/bury/2023-24", "Bury", Comparison.MUCH_HIGHER),
    CITY.slug: Dress("no-cases", "/council/city-of-london/2023-24", "City", Comparison.NONE),
    KENT.slug: Dress("other", None, None, Comparison.NONE),
}


def parts(markup: str, path: str) -> list[ET.Element]:
    return ET.fromstring(markup).findall(path)  # noqa: S314


def links(markup: str) -> dict[str, ET.Element]:
    return {e.attrib["data-slug"]: e for e in parts(markup, "./svg/g[@class='shapes']/a")}


def test_a_bare_fragment_draws_every_council_uncoloured_and_knows_its_name() -> None:
    assert set(links(FRAGMENT)) == {c.slug for c in ALL}
    assert 'class="step' not in FRAGMENT
    assert drawn_as(FRAGMENT) == "shapes/upper-2023.html"


def test_neighbours_are_places_in_the_fragment() -> None:
    order = list(links(FRAGMENT).values())
    for link in order:
        for place in filter(None, link.attrib["data-near"].split(",")):
            assert order[int(place)] is not link
    leftmost = links(FRAGMENT)[ALL[0].slug]
    assert order[int(leftmost.attrib["data-near"].split(",")[1])].attrib["data-slug"] == ALL[1].slug


def test_a_council_in_view_is_a_named_link_of_its_class() -> None:
    leeds = links(dressed(FRAGMENT, DRESS, None, None))[LEEDS.slug]
    assert leeds.attrib["href"] == "/council/leeds-city-council/2023-24"
    assert leeds.attrib["aria-label"] == "Leeds, 82% & “more”"
    assert leeds[0].attrib["class"] == "step-4"


def test_a_council_of_another_type_is_outline_only() -> None:
    kent = links(dressed(FRAGMENT, DRESS, None, None))[KENT.slug]
    assert "href" not in kent.attrib
    assert "aria-label" not in kent.attrib
    assert kent[0].attrib["class"] == "other"


def test_marks_stand_on_councils_beyond_chance_only() -> None:
    marks = parts(dressed(FRAGMENT, DRESS, None, None), "./svg/g[@class='marks']/g")
    assert [(m.attrib["transform"], m[0].attrib["class"]) for m in marks] == [
        ("translate(15 5)", "mark up much")
    ]


def test_the_chosen_council_is_outlined_and_named_once() -> None:
    shown = dressed(FRAGMENT, DRESS, CITY.slug, "City of London")
    assert shown.count('class="chosen"') == 2  # in England and in London
    assert shown.count("chosen-name") == 1


@pytest.mark.parametrize("slug", [None, "no-such-council"])
def test_nothing_is_outlined_without_a_council_of_this_map(slug: str | None) -> None:
    assert 'class="chosen"' not in dressed(FRAGMENT, DRESS, slug, "Nowhere")


def test_every_unshaded_class_has_a_pattern_at_each_scale() -> None:
    for name in ("few", "percentage-only", "not-compared", "no-cases", "not-held", "not-applicable"):
        for prefix in ("map", "inset", "key"):
            assert f'id="{prefix}-{name}"' in patterns()

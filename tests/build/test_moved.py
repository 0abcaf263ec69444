"""Postcodes, places and neighbours after a reorganisation: what they must say, row by row."""

from dashboard.build.moved import neighbours_after, places_after, postcodes_after, touching_in
from dashboard.build.outlines import lower_after, upper_after
from dashboard.mapview.shapes import Neighbours, Shape, Shapes
from dashboard.reference.neighbours import Neighbour
from dashboard.reference.places import Place
from dashboard.reference.postcodes import Postcode
from dashboard.reference.reorganised import moved_to, reorganised
from tests.reorganise.county import EAST_AND_WEST, HEAD, england, taken

MOVED = {"alton": "east", "bere": "east", "corfe": "west"}


def postcode(prefix: str, slug: str | None, level: str) -> Postcode:
    return Postcode(prefix, slug, "England" if slug else "Wales", level)


def test_a_postcode_lies_where_its_council_went() -> None:
    before = [
        postcode("AA1", "alton", "outcode"),
        postcode("AA2 1", "bere", "sector"),
        postcode("AA3", "ham", "outcode"),
        postcode("AA4", None, "outcode"),
    ]
    assert [row.slug for row in postcodes_after(before, MOVED)] == ["east", "east", "ham", None]


def test_a_sector_is_whole_where_all_in_it_went_into_one_and_every_postcode_keeps_its_own_answer() -> None:
    before = [
        *(postcode("AA1 1", "alton", "split"), postcode("AA1 1AA", "bere", "unit")),
        *(postcode("AA1 2", "alton", "split"), postcode("AA1 2AA", "bere", "unit")),
        *(postcode("AA1 2AB", "ham", "unit"), postcode("AA1 3", "alton", "split")),
        *(postcode("AA1 3AA", None, "unit"), postcode("AA1 4", "ham", "split")),
        postcode("AA1 4AA", "corfe", "unit"),
    ]
    after = {row.prefix: (row.slug, row.level) for row in postcodes_after(before, MOVED)}
    assert after == {
        "AA1 1": ("east", "sector"),
        "AA1 1AA": ("east", "unit"),
        "AA1 2": ("east", "split"),
        "AA1 2AA": ("east", "unit"),
        "AA1 2AB": ("ham", "unit"),
        "AA1 3": ("east", "split"),
        "AA1 3AA": (None, "unit"),
        "AA1 4": ("ham", "split"),
        "AA1 4AA": ("west", "unit"),
    }


def test_a_place_lies_where_its_council_went() -> None:
    places = [Place("Wool", "bere", 1, 2, 3), Place("Oldham", "ham", 4, 5, 6)]
    assert [place.slug for place in places_after(places, MOVED)] == ["east", "ham"]


BEFORE = (
    Neighbour("alton", "touching", 1, "bere", None, None),
    Neighbour("ham", "dfe", 1, "county", None, None),
    Neighbour("ham", "touching", 1, "alton", None, None),
    Neighbour("ham", "touching", 2, "melcombe", None, None),
    Neighbour("ham", "touching", 3, "old", None, 2020),
    Neighbour("melcombe", "touching", 1, "ham", None, None),
)
BORDERS = {
    "east": {"ham": 3.0, "west": 9.0},
    "west": {"east": 9.0},
    "ham": {"east": 3.0, "melcombe": 0.0},
}


GONE = {"alton", "bere", "corfe"}


def of(slug: str, year: int) -> list[str]:
    """Return whom a council touches in a year, nearest first."""
    rows = [
        row
        for row in neighbours_after(BEFORE, 2027, BORDERS, GONE)
        if row.slug == slug and row.method == "touching"
    ]
    holding = [row for row in rows if (row.from_year or 0) <= year <= (row.to_year or 9999)]
    return [row.neighbour for row in sorted(holding, key=lambda row: row.rank)]


def test_a_new_council_touches_who_is_beside_it_from_its_first_year_on() -> None:
    assert of("east", 2026) == []
    assert of("east", 2027) == ["west", "ham"]


def test_who_stands_beside_a_new_council_is_ranked_anew() -> None:
    assert of("ham", 2020) == ["alton", "melcombe", "old"]
    assert of("ham", 2026) == ["alton", "melcombe"]
    assert of("ham", 2027) == ["east", "melcombe"]


def test_who_is_gone_touches_no_one() -> None:
    assert of("alton", 2026) == ["bere"]
    assert of("alton", 2027) == []


def test_no_one_else_is_told_anything_new_and_no_statistical_neighbour_is_made_up() -> None:
    after = neighbours_after(BEFORE, 2027, BORDERS, GONE)
    assert [row for row in after if row.slug == "melcombe" or row.method != "touching"] == [
        row for row in BEFORE if row.slug == "melcombe" or row.method != "touching"
    ]


def test_who_touches_whom_is_told_of_each_vintage() -> None:
    after = neighbours_after(BEFORE, 2027, BORDERS, GONE)
    assert frozenset({"ham", "old"}) in touching_in(after, 2020)
    assert touching_in(after, 2027) >= {frozenset({"east", "west"}), frozenset({"ham", "east"})}
    assert frozenset({"ham", "alton"}) not in touching_in(after, 2027)


def drawn(*slugs: str) -> Shapes:
    nowhere = Neighbours(None, None, None, None)
    shapes = tuple(Shape(slug, "m0 0h1v1z", 0, 0, 0, nowhere) for slug in slugs)
    return Shapes("lower", 2023, "EPSG:27700", 200, (0, 0), 1, 1, shapes)


DISTRICTS = (
    "alton-borough-council",
    "bere-district-council",
    "corfe-borough-council",
    "durston-district-council",
)
LOWER = drawn(*DISTRICTS, "eaton-district-council", "melcombe-city-council")


def test_both_tiers_are_made_of_the_districts_before() -> None:
    text = HEAD + "Greater Melcombe Council,,unitary,2027-04-01,Melcombe City Council|Alton\n"
    new = taken(text)
    made = lower_after(LOWER, new)
    assert made["greater-melcombe-council"] == ("alton-borough-council", "melcombe-city-council")
    assert made["eaton-district-council"] == ("eaton-district-council",)
    assert upper_after(made, reorganised(england(), new)) == {
        "greater-melcombe-council": ("alton-borough-council", "melcombe-city-council"),
        "mercia-county-council": ("eaton-district-council",),
        "wessex-county-council": DISTRICTS[1:],
    }


def test_a_county_all_of_whose_districts_went_is_drawn_no_more() -> None:
    new = taken(EAST_AND_WEST)
    upper = upper_after(lower_after(LOWER, new), reorganised(england(), new))
    assert set(upper) == {
        *("east-wessex-council", "west-wessex-council", "melcombe-city-council", "mercia-county-council")
    }
    assert set(moved_to(new)) == set(DISTRICTS)

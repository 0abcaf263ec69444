"""Cards: few words, large, all of them within 1,200 by 630 pixels, whatever the figure, name or release."""

from dataclasses import replace

import pytest

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED
from dashboard.addresses.view_state import parse
from dashboard.pictures.card import council_card, map_card
from dashboard.pictures.sheet import Picture
from dashboard.words.sources import SOURCE_LINE
from tests.mapview import england
from tests.support.fake_repository import YEARS, FakeRepository
from tests.support.picture_read import asks_for, outside, overlapping, text_of_picture

LONG = "The Royal Council of Saint Bartholomew-upon-the-Marsh with the Forest of Nether Wallop"


def council(slug: str, kind: str = "demonstration", **changes: str) -> CouncilYear:
    repository = england.repository(kind)
    found = repository.council(slug)
    assert found is not None
    return CouncilYear(replace(found, **changes), england.YEAR, repository, UNNAMED)


def of_map(query: str = "", kind: str = "demonstration") -> Picture:
    picture = map_card(parse(f"year={england.YEAR}&{query}", YEARS), england.repository(kind))
    assert picture is not None
    return picture


@pytest.mark.parametrize(
    ("slug", "sentences"),
    [
        (england.LEEDS.slug, ("Leeds City Council", "82%", "27 of 33 investigations", "Simulated.")),
        (england.KENT.slug, ("0 of 1", "investigation upheld (0%)", "Published by the Ombudsman.")),
        (england.HULL.slug, ("Not held for 2023-24:",)),
        (england.ADUR.slug, ("77%", "Published by the Ombudsman.")),
    ],
)
def test_a_councils_card_says_its_figure_its_base_and_origin(slug: str, sentences: tuple[str, ...]) -> None:
    told = text_of_picture(council_card(council(slug)).svg)
    for sentence in (*sentences, "Complaints upheld, 2023-24", "Release “demo”, built 5 January 2026."):
        assert sentence in told


def test_no_number_stands_where_there_is_none() -> None:
    told = text_of_picture(council_card(council(england.HULL.slug)).svg)
    assert "%" not in told


@pytest.mark.parametrize(("kind", "there"), [("demonstration", True), ("real", False)])
def test_a_card_of_a_demonstration_says_so_first(kind: str, there: bool) -> None:
    for picture in (of_map(kind=kind), council_card(council(england.LEEDS.slug, kind))):
        assert text_of_picture(picture.svg).startswith("Demonstration.") is there


def test_a_draft_s_card_says_so() -> None:
    here = council(england.LEEDS.slug)
    known = here.repository
    assert isinstance(known, FakeRepository)
    known.release_ = replace(known.release_, status="embargoed", embargoed_until="2026-07-22T09:30")
    told = text_of_picture(council_card(here).svg)
    assert told.startswith("Embargoed until 22 July 2026, 09:30 UTC. Not published:")
    assert outside(council_card(here).svg) == []
    assert overlapping(council_card(here).svg) == []


@pytest.mark.parametrize(
    "picture",
    [
        *(
            of_map(query)
            for query in ("", "reading=compared&view=tiles", "measure=compliance_pct", "type=county")
        ),
        of_map("measure=satisfactory_remedy_pct&tier=lower&period=3&reading=compared"),
        *(council_card(council(one.slug)) for one in england.ALL),
        council_card(council(england.LEEDS.slug, name=LONG)),
    ],
)
def test_all_of_a_card_is_within_it(picture: Picture) -> None:
    assert (picture.width, picture.height) == (1_200, 630)
    assert outside(picture.svg) == []
    assert overlapping(picture.svg) == []
    assert asks_for(picture.svg) == []
    assert SOURCE_LINE in text_of_picture(picture.svg)

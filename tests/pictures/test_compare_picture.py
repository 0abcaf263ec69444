"""A comparison as a picture: every figure of its table, in its order, nothing cut."""

import pytest

from dashboard.addresses.compare_state import CompareState, parse
from dashboard.compare.comparison import compare
from dashboard.compare.group import group_of
from dashboard.domain.measures import COMPLIANCE, UPHELD
from dashboard.pictures.compare_picture import compare_picture
from tests.compare.world import BLACKPOOL, DOVER, LUTON, READING, YEAR, england
from tests.support.picture_read import asks_for, outside, overlapping, text_of_picture

GROUP = ",".join(council.slug for council in (BLACKPOOL, DOVER, LUTON, READING))
ONE_YEAR = f"councils={GROUP}&year={YEAR}"
YEARS = f"{ONE_YEAR}&view=years"


def state(query: str) -> CompareState:
    return parse(query, england().release().years)


def drawn(query: str, kind: str = "real") -> str:
    picture = compare_picture(state(query), UPHELD, england(kind), "https://councils.example")
    assert picture is not None
    return picture.svg


@pytest.mark.parametrize("query", [ONE_YEAR, YEARS])
def test_it_tells_every_figure_of_its_table(query: str) -> None:
    comparison = compare(state(query), group_of(state(query), england()), england())
    assert comparison is not None
    table = next(one for one in comparison.tables if one.measure == UPHELD.id)
    told = text_of_picture(drawn(query)).replace("(", "").replace(")", "")
    for row in table.rows:
        if row.of_group:
            continue
        assert row.cells[0].text in told
        for cell in row.cells:
            if cell.entry is not None:
                assert cell.entry.shown.replace("(", "").replace(")", "") in told
    for sentence in (*table.lead, *table.notes, *comparison.said):
        assert sentence.replace("(", "").replace(")", "") in told


def test_councils_stand_in_the_order_of_the_page() -> None:
    told = text_of_picture(drawn(ONE_YEAR)).partition("own type.")[2]
    places = [told.index(f"{council.short_name} ") for council in (BLACKPOOL, DOVER, LUTON, READING)]
    assert places == sorted(places)


@pytest.mark.parametrize("query", [ONE_YEAR, YEARS])
def test_no_word_is_cut_or_over_another_and_nothing_is_fetched(query: str) -> None:
    svg = drawn(query, "demonstration")
    assert outside(svg) == []
    assert overlapping(svg) == []
    assert asks_for(svg) == []


def test_it_is_stamped_and_counts_origins() -> None:
    told = text_of_picture(drawn(ONE_YEAR, "demonstration"))
    assert told.startswith("Demonstration.")
    assert "Of the 4 figures shown of these councils," in told
    assert "Release “" in told


def test_there_is_none_of_nobody_nor_of_what_is_not_compared() -> None:
    assert compare_picture(state(""), UPHELD, england(), "") is None
    assert compare_picture(state(ONE_YEAR), COMPLIANCE, england(), "") is None

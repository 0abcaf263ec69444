"""The normal form of a query: what means the same is written the same, and means what it meant."""

from dataclasses import replace
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.addresses import compare_state, decision_state, improvement_state, reading, view_state
from dashboard.addresses.query import read

YEARS = ("2022-23", "2023-24", "2024-25")
HELD = reading.Held(YEARS, YEARS, is_council=lambda _name: True)
NAMES = (
    *(
        "q",
        "council",
        "councils",
        "year",
        "measure",
        "tier",
        "type",
        "period",
        "reading",
        "release",
        "sub",
        "like",
    ),
    *("by", "outcome", "page", "order", "from", "peers", "view", "add", "remedy", "compliance", "utm_source"),
)
VALUES = (
    *(
        "2023-24",
        "2017-18",
        "upheld",
        "upheld,closed",
        "lower",
        "county",
        "3",
        "003",
        "1",
        "0",
        "a,b",
        " b , A ",
    ),
    *(
        "TYPE",
        "touching",
        "2023-02-30",
        "2023-04-01",
        "years",
        "compared",
        "",
        " ",
        "é",
        "spring",
        "relevance",
    ),
)
pairs = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES) | st.text(max_size=6)), max_size=6)
STATES = (
    (reading.of_map, view_state.parse),
    (reading.of_decisions, decision_state.parse),
    (reading.of_improvements, improvement_state.parse),
    (reading.of_comparison, compare_state.parse),
)


@pytest.mark.parametrize(("reading_of", "parse"), STATES)
@given(given_=pairs)
def test_the_normal_form_means_what_was_asked(reading_of, parse, given_: list[tuple[str, str]]) -> None:
    asked = urlencode(given_, errors="replace")
    normal = reading_of(HELD).normal(read(asked))
    assert parse(normal, YEARS) == parse(asked, YEARS)


@pytest.mark.parametrize(("reading_of", "parse"), STATES)
@given(given_=pairs)
def test_the_normal_form_is_its_own(reading_of, parse, given_: list[tuple[str, str]]) -> None:
    read_as = reading_of(HELD)
    normal = read_as.normal(read(urlencode(given_, errors="replace")))
    assert read_as.normal(read(normal)) == normal


@given(given_=st.dictionaries(st.sampled_from(NAMES), st.sampled_from(VALUES), max_size=6), turn=st.randoms())
def test_the_order_of_what_is_said_makes_no_difference(given_: dict[str, str], turn) -> None:
    shuffled = list(given_.items())
    turn.shuffle(shuffled)
    for reading_of, _ in STATES:
        read_as = reading_of(HELD)
        assert read_as.normal(read(urlencode(given_))) == read_as.normal(read(urlencode(shuffled)))


@pytest.mark.parametrize(
    ("reading_of", "query", "normal"),
    [
        (reading.of_map, "x=1", ""),
        (reading.of_map, "year=2017-18", ""),
        (reading.of_map, "utm_source=a&year=2023-24&fbclid=b", "year=2023-24"),
        (reading.of_map, "period=3&measure=nonsense&council=a", "period=3&council=a"),
        (reading.of_decisions, "outcome=upheld&outcome=won", "outcome=upheld"),
        (reading.of_decisions, "page=0007&page=00002", "page=2"),
        (reading.of_comparison, "peers=anything&councils=B,a", "peers=type&councils=b,a"),
        (reading.of_year, "q=words&year=2022-23&release=spring", "year=2022-23&release=spring"),
        (reading.of_search, "q=a+b&lang=en", "q=a+b"),
        (reading.of_search, "show=some&q=a", "q=a"),
        (reading.of_search, "show=all&q=a", "show=all&q=a"),
        (reading.of_own_decisions, "council=a&q=damp", "q=damp"),
        (reading.of_own_improvements, "council=a&like=b&by=type&q=damp", "by=type&q=damp"),
    ],
)
def test_what_nothing_reads_is_left_away(reading_of, query: str, normal: str) -> None:
    assert reading_of(HELD).normal(read(query)) == normal


@pytest.mark.parametrize(
    ("reading_of", "normal", "said"),
    [
        (reading.of_improvements, "council=a,b", ["“nowhere” is not a council of England since 2014."]),
        (reading.of_decisions, "council=a,nowhere,b", []),  # its page says which are none
    ],
)
def test_a_council_there_is_none_of_is_left_out_where_the_page_does_not_say_it(
    reading_of, normal: str, said: list[str]
) -> None:
    read_as = reading_of(replace(HELD, is_council=lambda name: name.casefold() in ("a", "b")))
    asked = read("council=a&council=nowhere,B")
    assert read_as.normal(asked) == normal
    assert [part.sentence for part in asked.left_out(read_as.said)] == said


def test_a_list_of_cases_may_be_asked_for_years_without_figures() -> None:
    held = replace(HELD, case_years=("2017-18", *YEARS))
    assert reading.of_decisions(held).normal(read("year=2017-18")) == "year=2017-18"
    assert reading.of_own_decisions(held).normal(read("year=2017-18")) == "year=2017-18"
    assert reading.of_improvements(held).normal(read("year=2017-18")) == ""
    assert reading.of_year(held).normal(read("year=2017-18")) == ""

"""What the URL of a list of cases says: every query is read, and a state is printed back as it was."""

from datetime import date
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.addresses.decision_state import (
    LAST_PAGE,
    DecisionState,
    Order,
    parse,
    query_string,
)
from dashboard.addresses.query import LONGEST_WORDS, MOST_NAMED
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionCategory, DecisionKind
from dashboard.domain.outcomes import Category, Compliance, Outcome

YEARS = ("2021-22", "2022-23", "2023-24", "2024-25")


@pytest.mark.parametrize(
    ("query", "changes"),
    [
        ("", {}),
        ("q=damp+mould", {"words": "damp mould"}),
        ("q=%22damp+and+mould%22", {"words": '"damp and mould"'}),
        ("q=+++", {}),
        ("q=a%00b", {"words": "a\0b"}),
        ("q=first&q=last", {"words": "last"}),
        ("council=a,b&council=c&council=a", {"councils": ("a", "b", "c")}),
        ("council=E06000009", {"councils": ("e06000009",)}),
        ("council=,,+,", {}),
        ("type=county", {"type": AuthorityType.COUNTY}),
        ("type=parish", {}),
        (
            "category=housing&sub=Homelessness",
            {"category": DecisionCategory.HOUSING, "sub_category": "Homelessness"},
        ),
        ("outcome=upheld", {"outcomes": (Outcome.UPHELD,)}),
        ("outcome=upheld,not_upheld", {"outcomes": (Outcome.NOT_UPHELD, Outcome.UPHELD)}),
        ("outcome=upheld&outcome=not_upheld", {"outcomes": (Outcome.NOT_UPHELD, Outcome.UPHELD)}),
        ("outcome=won", {}),
        ("year=2023-24", {"decided": "2023-24"}),
        ("year=1066-67&received=x&due=2099-00", {}),
        ("received=2022-23&due=2023-24", {"received": "2022-23", "due": "2023-24"}),
        ("from=2023-04-01&to=2023-06-30", {"since": date(2023, 4, 1), "until": date(2023, 6, 30)}),
        ("from=2023-02-30&to=yesterday", {}),
        ("from=2023-W14-1&to=20230401", {}),
        ("kind=report", {"kind": DecisionKind.REPORT}),
        ("service=housing", {"service": Category.HOUSING}),
        ("remedy=1", {"remedied": True}),
        ("remedy=maybe", {}),
        ("compliance=not_complied,complied_late", {"compliance": (Compliance.LATE, Compliance.NOT_COMPLIED)}),
        ("%ff%fe=%00&sub=%F0%9F%98%80", {"sub_category": "😀"}),
        ("improving=1", {}),
    ],
)
def test_a_query_is_read(query: str, changes: dict[str, object]) -> None:
    assert parse(query, YEARS) == DecisionState(CaseFilter().changed(**changes))


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("1", 1),
        ("7", 7),
        ("0", 1),
        ("-3", 1),
        ("007", 7),
        ("two", 1),
        ("²", 1),
        ("٣", 1),
        ("1e3", 1),
        ("9" * 5000, LAST_PAGE),
        ("", 1),
    ],
)
def test_a_page_number_is_read(text: str, page: int) -> None:
    assert parse(f"page={quote(text)}", YEARS).page == page


def test_defaults_are_not_printed() -> None:
    assert query_string(DecisionState()) == ""
    assert query_string(parse("page=1&order=newest&q=&year=", YEARS)) == ""


def test_names_are_short_and_several_values_stand_in_one() -> None:
    state = parse("page=3&outcome=upheld&outcome=not_upheld&q=damp&order=relevance&year=2023-24", YEARS)
    assert query_string(state) == "q=damp&outcome=not_upheld,upheld&year=2023-24&order=relevance&page=3"


def test_narrowing_and_ordering_begin_at_the_first_page() -> None:
    state = parse("q=damp&page=4", YEARS)
    assert state.narrowed(kind=DecisionKind.REPORT).page == 1
    assert state.ordered(Order.RELEVANCE).page == 1
    assert state.at(5).asked == state.asked


def test_no_more_councils_are_looked_at_than_anyone_types() -> None:
    query = "council=" + ",".join(f"c{n}" for n in range(5_000))
    assert len(parse(query, YEARS).asked.councils) == MOST_NAMED


def test_of_ten_thousand_characters_the_beginning_is_kept() -> None:
    words = "“é*\0'\";--" * 1_111
    state = parse(urlencode({"q": words, "year": "2023-24"}), YEARS)
    assert state.asked.words == words[:LONGEST_WORDS]
    assert state.asked.decided == "2023-24"
    assert parse(query_string(state), YEARS) == state


def some(members: type) -> st.SearchStrategy[tuple[object, ...]]:
    """Return any choice of an enumeration's members, in its own order."""
    return st.sets(st.sampled_from(list(members))).map(
        lambda chosen: tuple(m for m in members if m in chosen)
    )


texts = st.text(st.characters(codec="utf-8"), max_size=60)
slugs = st.from_regex(r"[a-z]{1,12}(-[a-z]{1,6}){0,2}", fullmatch=True)
filters = st.builds(
    CaseFilter,
    words=texts.filter(lambda text: text.strip() or not text),
    councils=st.lists(slugs, max_size=5, unique=True).map(tuple),
    type=st.none() | st.sampled_from(AuthorityType),
    decided=st.none() | st.sampled_from(YEARS),
    received=st.none() | st.sampled_from(YEARS),
    due=st.none() | st.sampled_from(YEARS),
    since=st.none() | st.dates(min_value=date(1000, 1, 1)),
    until=st.none() | st.dates(min_value=date(1000, 1, 1)),
    outcomes=some(Outcome),
    service=st.none() | st.sampled_from(Category),
    category=st.none() | st.sampled_from(DecisionCategory),
    sub_category=st.none() | texts.map(str.strip).filter(bool),
    kind=st.none() | st.sampled_from(DecisionKind),
    remedied=st.booleans(),
    compliance=some(Compliance),
)
states = st.builds(
    DecisionState,
    asked=filters,
    page=st.integers(1, LAST_PAGE),
    order=st.sampled_from(Order),
)


@given(states)
def test_a_state_is_read_back_as_it_was_printed(state: DecisionState) -> None:
    assert parse(query_string(state), YEARS) == state


@given(st.text(max_size=200))
def test_any_query_is_read_and_printed_once_and_for_all(query: str) -> None:
    state = parse(query, YEARS)
    assert parse(query_string(state), YEARS) == state

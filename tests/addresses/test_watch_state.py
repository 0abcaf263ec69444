"""The URL of what to watch: printed and read back, and any other query read as far as it means something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.addresses.decision_state import LAST_PAGE
from dashboard.addresses.watch_state import WatchState, parse, query_string
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.outcomes import Category
from dashboard.domain.regions import Region
from dashboard.domain.watch import Question

YEARS = ("2022-23", "2023-24", "2024-25")
states = st.builds(
    WatchState,
    year=st.none() | st.sampled_from(YEARS),
    type=st.none() | st.sampled_from(AuthorityType),
    region=st.none() | st.sampled_from(Region),
    service=st.none() | st.sampled_from(Category),
    question=st.none() | st.sampled_from(Question),
    beyond=st.booleans(),
    page=st.integers(1, LAST_PAGE),
)


@given(states)
def test_what_is_printed_is_read_back(state: WatchState) -> None:
    assert parse(query_string(state), YEARS) == state


@given(st.text(max_size=200))
def test_any_query_is_read(query: str) -> None:
    assert parse(query, YEARS).page >= 1


@pytest.mark.parametrize(
    ("query", "state"),
    [
        ("", WatchState()),
        ("type=county&category=housing", WatchState(type=AuthorityType.COUNTY, service=Category.HOUSING)),
        ("type=parish&region=mars&year=1999-00&what=worst&beyond=yes&page=0x1", WatchState()),
        ("page=0", WatchState()),
    ],
)
def test_what_means_nothing_is_left_out(query: str, state: WatchState) -> None:
    assert parse(query, YEARS) == state


def test_a_sort_of_question_begins_with_its_first_page() -> None:
    state = WatchState(question=Question.LATE, page=4)
    assert state.of(Question.PROMISE) == WatchState(question=Question.PROMISE)

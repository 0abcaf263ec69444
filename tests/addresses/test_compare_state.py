"""What a comparison's URL says: every query parses, and a state is printed back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.addresses.compare_state import (
    CompareState,
    Look,
    measures_shown,
    parse,
    query_string,
    seven_years,
    years_shown,
)
from dashboard.addresses.peer_methods import Peers
from dashboard.addresses.query import MOST_NAMED
from dashboard.domain.measures import MEASURES

YEARS = ("2018-19", "2019-20", "2020-21", "2021-22", "2022-23", "2023-24", "2024-25")
DEFAULT = CompareState((), None, "2024-25", Look.YEAR, "upheld_pct", "", None)


@pytest.mark.parametrize(
    ("query", "changes"),
    [
        ("", {}),
        ("councils=a,b,c", {"councils": ("a", "b", "c")}),
        ("council=a&council=b", {"councils": ("a", "b")}),
        ("councils=a&council=b&council=a", {"councils": ("a", "b")}),
        ("councils=,a,, b ,", {"councils": ("a", "b")}),
        ("councils=E06000009", {"councils": ("e06000009",)}),
        ("council=a&peers=touching", {"councils": ("a",), "peers": Peers.TOUCHING}),
        ("council=a&peers=by-luck", {"councils": ("a",), "peers": Peers.TYPE}),
        ("council=a&peers=", {"councils": ("a",)}),
        ("year=2021-22", {"year": "2021-22"}),
        ("year=1066-67", {}),
        ("view=years&measure=dealt_with", {"look": Look.YEARS, "measure": "dealt_with"}),
        ("view=sideways&measure=happiness", {}),
        (
            "measures=upheld_per_100k,upheld_pct&years=2024-25&years=2019-20,2019-20",
            {
                "look": Look.TABLE,
                "measures": ("upheld_pct", "upheld_per_100k"),
                "years": ("2019-20", "2024-25"),
            },
        ),
        ("measures=happiness&years=1066-67", {}),
        ("view=table", {"look": Look.TABLE}),
        ("view=table&measures=happiness,dealt_with", {"look": Look.TABLE, "measures": ("dealt_with",)}),
        ("view=years&measures=dealt_with&years=2023-24", {"look": Look.YEARS}),
        ("add=+leeds+", {"add": "leeds"}),
        ("release=demo", {"release": "demo"}),
        ("%ff%fe=%00&councils=%F0%9F%98%80", {"councils": ("😀",)}),
    ],
)
def test_a_query_is_read(query: str, changes: dict[str, object]) -> None:
    assert parse(query, YEARS) == DEFAULT.changed(**changes)


@given(st.text(max_size=200))
def test_any_query_parses(query: str) -> None:
    state = parse(query, YEARS)
    assert state.year in YEARS
    assert state.measure in MEASURES
    assert len(state.councils) <= MOST_NAMED


names = st.text(
    st.characters(codec="utf-8", exclude_characters=",", categories=["L", "N"]), min_size=1, max_size=20
)


states = st.builds(
    CompareState,
    councils=st.lists(names, max_size=12).map(lambda each: tuple(dict.fromkeys(n.casefold() for n in each))),
    peers=st.sampled_from([None, *Peers]),
    year=st.sampled_from(YEARS),
    look=st.just(Look.YEARS),
    measure=st.sampled_from(sorted(MEASURES)),
    add=st.just("") | names,
    release=st.none() | names,
) | st.builds(
    CompareState,
    councils=st.just(("a", "b")),
    peers=st.sampled_from([None, *Peers]),
    year=st.sampled_from(YEARS),
    look=st.just(Look.TABLE),
    measure=st.just("upheld_pct"),
    add=st.just("") | names,
    release=st.none() | names,
    measures=st.sets(st.sampled_from(sorted(MEASURES))).map(
        lambda some: tuple(each for each in MEASURES if each in some)
    ),
    years=st.sets(st.sampled_from(YEARS)).map(lambda some: tuple(sorted(some))),
)


@given(states)
def test_a_state_is_printed_back(state: CompareState) -> None:
    assert parse(query_string(state, YEARS), YEARS) == state


def test_a_thousand_councils_are_not_looked_at() -> None:
    assert len(parse("councils=" + ",".join(f"c{i}" for i in range(1000)), YEARS).councils) == MOST_NAMED


@pytest.mark.parametrize(
    ("query", "years", "measures"),
    [
        ("view=table", YEARS[2:], ["upheld_pct", "satisfactory_remedy_pct", "compliance_pct"]),
        ("view=table&year=2019-20", YEARS[:2], ["upheld_pct", "satisfactory_remedy_pct", "compliance_pct"]),
        ("measures=dealt_with,upheld_per_100k", YEARS[2:], ["upheld_per_100k", "dealt_with"]),
        ("years=2018-19,2024-25", ("2018-19", "2024-25"), None),
        (f"years={','.join(f'{year}-{year + 1 - 2000}' for year in range(2000, 2099))}", YEARS, None),
        ("year=2021-22", ("2021-22",), None),
    ],
)
def test_what_a_comparison_shows(query: str, years: tuple[str, ...], measures: list[str] | None) -> None:
    state = parse(query, YEARS)
    assert years_shown(state, YEARS) == years
    assert measures is None or [each.id for each in measures_shown(state)] == measures


@pytest.mark.parametrize(
    ("year", "first", "count"),
    [("2024-25", "2018-19", 7), ("2020-21", "2018-19", 3), ("2018-19", "2018-19", 1)],
)
def test_seven_years_end_with_the_one_asked_for(year: str, first: str, count: int) -> None:
    years = seven_years(year, YEARS)
    assert (years[0], years[-1], len(years)) == (first, year, count)


def test_seven_of_eleven_years_are_shown() -> None:
    eleven = tuple(f"{start}-{(start + 1) % 100:02d}" for start in range(2014, 2025))
    assert seven_years("2022-23", eleven)[0] == "2016-17"

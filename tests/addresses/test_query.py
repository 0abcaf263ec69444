"""The one reader of queries: any text is read, nothing of it is long, and what is dropped is said."""

from urllib.parse import parse_qs, quote, urlencode

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.addresses import compare_state, decision_state, improvement_state, view_state
from dashboard.addresses.query import (
    LONGEST,
    LONGEST_NAME,
    LONGEST_WORDS,
    MOST_NAMED,
    Query,
    bounded,
    read,
    year,
)

YEARS = ("2021-22", "2022-23", "2023-24", "2024-25")
HELD = "The years held are 2021-22 to 2024-25."
STATES = (view_state, decision_state, improvement_state, compare_state)


def said(query: str, *, of: object = decision_state) -> list[str]:
    """What a page with a state's parameters says it left out."""
    return [part.sentence for part in read(query).left_out(of.parameters(YEARS), ("council", "councils"))]


@pytest.mark.parametrize(
    ("query", "sentences"),
    [
        ("", []),
        ("year=", []),
        ("year=2023-24", []),
        ("year=+2023-24+", []),
        ("year=2017-18", ["2017-18 is not a year held here."]),
        ("year=2023-24&year=2017-18", ["2017-18 is not a year held here."]),
        ("year=2017-18&year=2023-24", []),
        ("year=2017-18&received=2017-18", ["2017-18 is not a year held here."]),
        ("received=soon", ["“soon” is not a year held here."]),
        ("due=2017/18", ["A year in this address is not held here."]),
        ("year=<b>2017-18</b>", ["A year in this address is not held here."]),
        (f"year={'2017-18' * 6}", ["A year in this address is not held here."]),
        (f"year={'x' * 40}", [f"“{'x' * 40}” is not a year held here."]),
        (f"year={'x' * 41}", ["A year in this address is not held here."]),
        ("year=%D9%A2017-18", ["A year in this address is not held here."]),
        ("from=2023-02-30", ["2023-02-30 is not a day in the calendar."]),
        ("to=31/03/2024", ["A day in this address is not in the calendar."]),
        ("from=2023-04-01&to=", []),
        ("kind=poem", ["“poem” is not a kind of decision known here."]),
        ("outcome=won", ["“won” is not an outcome known here."]),
        (
            "outcome=upheld,won&outcome=lost",
            [f"“{x}” is not an outcome known here." for x in ("won", "lost")],
        ),
        ("type=parish", ["“parish” is not a type of council known here."]),
        ("page=two", ["“two” is not a page number written in digits."]),
        ("page=-3", ["A page number in this address is not written in digits."]),
        ("remedy=maybe", ["“maybe” is not a choice of remedy known here."]),
        ("order=newest&remedy=1&page=007", []),
        ("council=nowhere&sub=anything&q=at+all&what=ever&utm_source=x", []),
        ("%ff=%00&&&===&=x", []),
    ],
)
def test_what_means_nothing_is_said(query: str, sentences: list[str]) -> None:
    assert said(query) == sentences


@pytest.mark.parametrize(
    ("state", "query", "sentences"),
    [
        (view_state, "measure=dealt_with", ["“dealt_with” is not a measure shown on the map."]),
        (view_state, "period=2", ["2 is not a period known here."]),
        (view_state, "tier=middle", ["“middle” is not a kind of map known here."]),
        (view_state, "reading=aloud", ["“aloud” is not a way to read the map known here."]),
        (view_state, "view=globe", ["“globe” is not a way to draw the councils known here."]),
        (view_state, "outcome=won&page=x&from=y", []),
        (compare_state, "measure=dealt_with&view=years", []),
        (compare_state, "measure=happiness", ["“happiness” is not a measure known here."]),
        (compare_state, "peers=by-luck", ["“by-luck” is not a way of choosing councils known here."]),
        (compare_state, "peers=TOUCHING", []),
        (compare_state, "measures=upheld_pct,dealt_with&years=2023-24", []),
        (
            compare_state,
            "measures=upheld_pct,happiness&years=1066-67",
            ["“happiness” is not a measure known here.", "1066-67 is not a year held here."],
        ),
        (compare_state, "view=sideways", ["“sideways” is not a view known here."]),
        (improvement_state, "by=luck", ["“luck” is not a way of being alike known here."]),
        (improvement_state, "category=poems", ["“poems” is not a category known here."]),
    ],
)
def test_each_page_knows_its_own_parameters(state: object, query: str, sentences: list[str]) -> None:
    assert said(query, of=state) == sentences


@pytest.mark.parametrize("state", STATES)
def test_every_page_knows_the_year_and_which_are_held(state: object) -> None:
    (part,) = read("year=2017-18").left_out(state.parameters(YEARS))
    assert (part.sentence, part.hint) == ("2017-18 is not a year held here.", HELD)


def test_a_release_of_one_year_says_so() -> None:
    (part,) = read("year=2017-18").left_out([year("year", ("2023-24",))])
    assert part.hint == "The year held is 2023-24."


def test_what_is_too_long_is_cut_and_said_to_be() -> None:
    assert said(f"q={'a' * (LONGEST_WORDS + 1)}") == [
        "Only the first 300 characters of what was typed are read."
    ]
    assert said(f"q={'a' * LONGEST_WORDS}") == []
    assert said(f"council={','.join(f'c{n}' for n in range(MOST_NAMED + 1))}") == [
        "Only the first 100 councils that this address names are looked at."
    ]
    assert said(f"x={'a' * 200_000}") == ["This address is too long: its end was not read."]


def test_of_many_that_mean_nothing_five_are_said_and_the_rest_are_counted() -> None:
    assert said("outcome=a,b,c,d,e,f")[-1] == "1 more part of this address means nothing here."
    assert said(f"outcome={','.join(f'x{n}' for n in range(1005))}")[5:] == [
        "1,000 more parts of this address mean nothing here."
    ]


def test_a_long_text_takes_nothing_from_what_follows_it() -> None:
    """Words typed into a form stand before its other fields."""
    typed = urlencode({"q": "é<" * 60_000, "year": "2023-24", "outcome": "upheld", "release": "spring"})
    asked = read(typed)
    assert asked.words("q") == "é<" * (LONGEST_WORDS // 2)
    assert asked.value(year("year", YEARS)) == "2023-24"
    assert asked.text("release") == "spring"
    assert len(bounded(typed)) <= LONGEST


@pytest.mark.parametrize("escaped", ["%F0%9F%98%80", "%E2%80%9C", "%C3%A9", "%3C", "+", "a"])
def test_of_words_in_any_script_the_first_three_hundred_are_whole(escaped: str) -> None:
    words = read(f"q=x{escaped * 40_000}").words("q")
    assert len(words) == LONGEST_WORDS
    assert "\N{REPLACEMENT CHARACTER}" not in words


# ---- any text at all

NAMES = ("q", "year", "council", "councils", "outcome", "from", "page", "measure", "like", "add", "release")
texts = st.text(max_size=60) | st.sampled_from(["2023-24", "2017-18", "upheld", "<", "a,b,,c", "x" * 500])
pairs = st.lists(st.tuples(st.sampled_from(NAMES) | st.text(max_size=5), texts), max_size=8)
queries = pairs.map(lambda given: urlencode(given, errors="replace"))
anything = queries | st.text(max_size=300) | st.text(max_size=20).map(lambda text: text * 5_000)


@given(anything)
def test_everything_read_is_short(query: str) -> None:
    asked = read(query)
    for name in asked.given:
        assert len(asked.words(name)) <= LONGEST_WORDS
        assert len(asked.text(name)) <= LONGEST_NAME
        assert len(asked.names(name)) <= MOST_NAMED
        assert all(0 < len(slug) <= LONGEST_NAME for slug in asked.names(name))


@given(anything)
def test_a_query_is_cut_once_and_for_all(query: str) -> None:
    short = bounded(query)
    assert len(short) <= LONGEST
    assert bounded(short) == short
    assert read(short).given == read(query).given


@given(queries)
def test_what_is_short_enough_is_read_as_the_standard_library_reads_it(query: str) -> None:
    whole = parse_qs(query, errors="replace")
    expected = {
        name: tuple(text for text in given if text.strip())
        for name, given in whole.items()
        if any(text.strip() for text in given)
    }
    assert read(query) == Query(expected)


@given(anything)
def test_what_is_said_is_short_and_holds_no_markup(query: str) -> None:
    for state in STATES:
        parts = read(query).left_out(state.parameters(YEARS), ("council",))
        assert len(parts) <= 9
        for part in parts:
            assert len(part.sentence) < 120
            assert not set(part.sentence) & set("<>&\"'`=\0")


@given(anything)
def test_every_value_is_either_read_or_said_to_be_left_out(query: str) -> None:
    asked = read(query)
    for state in STATES:
        for parameter in state.parameters(YEARS):
            means = asked.values(parameter)
            dropped = [part for part in asked.left_out([parameter]) if not part.cut]
            texts = asked.given.get(parameter.name, ())
            told = [text.replace(",", " ") if parameter.several else text for text in texts]
            assert bool(means or dropped) == any(text.strip() for text in told)


@pytest.mark.parametrize("state", STATES)
@given(query=anything)
@example(query="measure=upheld")  # a comparison of one year shows every measure
def test_what_a_state_prints_is_read_whole_again(state: object, query: str) -> None:
    """Whatever was asked: its own address is never too long, and nothing of it means nothing."""
    parsed = state.parse(query, YEARS)
    printed = (
        state.query_string(parsed)
        if state in (decision_state, improvement_state)
        else state.query_string(parsed, YEARS)
    )
    assert len(printed) <= LONGEST
    assert state.parse(printed, YEARS) == parsed
    assert read(printed).left_out(state.parameters(YEARS), ("council", "councils")) == ()


def test_a_name_in_capitals_and_a_code_are_read() -> None:
    assert read(f"council={quote('E06000009, Blackpool')}").names("council") == ("e06000009", "blackpool")

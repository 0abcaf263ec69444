"""The search of the improvements: its state, its group of councils, what it says, what recurs."""

from dataclasses import replace
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.addresses.improvement_state import ImprovementState, parse, query_string
from dashboard.addresses.links import UNNAMED
from dashboard.addresses.peer_methods import Peers
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionCategory, Remedy
from dashboard.pages.improvements import search as improvements
from dashboard.pages.improvements.group import alike, cases_meant
from dashboard.pages.improvements.results import FEWEST, find
from dashboard.pages.improvements.subjects import in_words, size_of
from dashboard.repository.case_records import ImprovementGroup
from dashboard.repository.records import Council
from tests.compare.world import BLACKPOOL, DOVER, KENT, LUTON, READING, THANET, england
from tests.support.fake_cases import FakeCase, FakeCases, decision, with_improvements
from tests.support.fake_repository import FakeRepository
from tests.support.html_text import html_of, text_of

YEARS = ("2021-22", "2022-23", "2023-24", "2024-25")
EVERYWHERE = (BLACKPOOL, LUTON, READING, DOVER, THANET, KENT)


def one(number: int, council: Council, *texts: str, **more: object) -> FakeCase:
    told = decision(f"23 {number:03d} 000", council.slug, **more)
    return FakeCase(with_improvements(told, *texts))


def repository(*cases: FakeCase, kind: str = "real") -> FakeRepository:
    types = {council.slug: council.type for council in EVERYWHERE}
    given = FakeCases(cases, types) if cases else FakeCases((), types)
    return replace(england(kind), cases_=given)


def some(count: int = 12) -> tuple[FakeCase, ...]:
    return tuple(
        one(number, EVERYWHERE[number % len(EVERYWHERE)], f"Check record {number}.", "Train officers.")
        for number in range(count)
    )


def page(query: str, held: FakeRepository) -> str:
    return render(query, held)[0]


def render(query: str, held: FakeRepository) -> tuple[str, str]:
    state = parse(query, held.release().years)
    group = alike(state, held)
    cases = held.cases()
    found = None if cases is None else find(cases, cases_meant(state, group), state.cases.page)
    tree = improvements.render(state, group, found, held, UNNAMED)
    return text_of(tree), html_of(tree)


@pytest.mark.parametrize(
    ("query", "like", "by", "asked"),
    [
        ("", "", Peers.TYPE, CaseFilter()),
        ("like=blackpool-borough-council", "blackpool-borough-council", Peers.TYPE, CaseFilter()),
        ("like=x&by=touching", "x", Peers.TOUCHING, CaseFilter()),
        ("like=x&by=nearby", "x", Peers.TYPE, CaseFilter()),
        ("by=touching", "", Peers.TYPE, CaseFilter()),
        ("like=++a++b+&council=c", "a b", Peers.TYPE, CaseFilter()),
        ("category=housing&sub=Homelessness", "", Peers.TYPE, CaseFilter(
            category=DecisionCategory.HOUSING, sub_category="Homelessness")),
        ("order=relevance&q=damp", "", Peers.TYPE, CaseFilter(words="damp")),
    ],
)  # fmt: skip
def test_a_query_is_read(query: str, like: str, by: Peers, asked: CaseFilter) -> None:
    state = parse(query, YEARS)
    assert (state.like, state.by, state.cases.asked) == (like, by, asked)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["like", "by", "q", "category", "sub", "year", "page", "council", "type", "x"]),
            st.sampled_from(["touching", "housing", "2023-24", "blackpool-borough-council", "3", "county"])
            | st.text(max_size=20),
        )
    )
)
def test_a_state_is_printed_back_as_it_was_read(pairs: list[tuple[str, str]]) -> None:
    query = "&".join(f"{name}={quote(value, errors='replace')}" for name, value in pairs)
    state = parse(query, YEARS)
    assert parse(query_string(state), YEARS) == state


@pytest.mark.parametrize(
    ("by", "slugs", "whose"),
    [
        ("touching", (READING, LUTON), "councils like Blackpool: the 2 councils that touch it"),
        ("ons_global", (THANET, LUTON), "councils like Blackpool: the 2 councils nearest to it overall"),
    ],
)  # fmt: skip
def test_councils_like_one_leave_it_out(by: str, slugs: tuple[Council, ...], whose: str) -> None:
    held = repository(*some())
    state = parse(f"like={BLACKPOOL.slug}&by={by}&q=record", held.release().years)
    group = alike(state, held)
    assert group is not None
    assert group.whose.startswith(whose)
    meant = cases_meant(state, group)
    assert meant == CaseFilter(words="record", councils=tuple(each.slug for each in slugs), improving=True)


def test_by_type_and_by_region_are_those_of_compare() -> None:
    held = repository(*some())
    for by in ("type", "region", "population"):
        group = alike(parse(f"like={DOVER.slug}&by={by}", held.release().years), held)
        assert group is not None
        assert THANET in group.councils
        assert DOVER not in group.councils
    of_type = alike(parse(f"like={DOVER.slug}", held.release().years), held)
    assert of_type is not None
    assert {each.type for each in of_type.councils} == {AuthorityType.DISTRICT}


def test_where_no_council_is_like_one_nothing_is_shown_and_why_is_said() -> None:
    held = repository(*some())
    text = page(f"like={DOVER.slug}&by=dfe", held)
    assert "Dover District is a district council, and its county runs them. Nothing is shown" in text
    assert "No improvements found" in text
    assert "Train officers" not in text


def test_what_is_no_council_is_said_and_all_are_shown() -> None:
    text = page("like=atlantis", repository(*some()))
    assert "“atlantis” is not the name of one council in England: improvements of all are shown." in text
    assert "24 improvements" in text


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("", "24 improvements, page 1 of 2 Agreed in 12 cases, of all councils and years held."),
        ("page=99", "24 improvements, page 2 of 2"),
        ("category=housing&sub=Homelessness", "Agreed in 12 cases: Housing, Homelessness."),
        (f"council={LUTON.slug}", "4 improvements Agreed in 2 cases: Luton Borough Council."),
        (f"like={BLACKPOOL.slug}&by=touching", "Agreed in 4 cases: councils like Blackpool: the 2"),
        ("year=2018-19", "No improvement is held that meets all of this: decided in 2018-19."),
        ("year=2018-19", "Each of these ways finds some: Without “decided in 2018-19” : 24 improvements"),
        ("", "This release holds those of the published decisions of 2018-19 to 2024-25."),
    ],
)  # fmt: skip
def test_what_is_shown_is_said(query: str, says: str) -> None:
    assert says in page(query, repository(*some()))


def test_an_improvement_has_its_council_day_case_and_progress() -> None:
    text, html = render("", repository(one(1, LUTON, "Check each week.")))
    assert "Check each week. Luton Borough Council , agreed 20 November 2023. No dates held." in text
    assert "Housing: Homelessness · Delay in making a decision · Change of policy or procedure · Case" in text
    assert '<a class="case-reference" href="/decisions/23-001-000">23 001 000</a>' in html


def test_words_found_are_said_and_a_case_is_whole() -> None:
    text = page("q=homelessness", repository(*some()))
    assert "A case with the words is listed with all its improvements." in text


def test_subjects_are_laid_out_where_enough_recur() -> None:
    enough, few = page("", repository(*some(FEWEST // 2))), page("", repository(*some(FEWEST // 2 - 1)))
    assert "What went wrong, and what was agreed" in enough
    assert "What went wrong, and what was agreed" not in few


def test_many_subjects_are_a_table_too() -> None:
    cases = [
        one(number, LUTON, "Check.", "Train.", sub_category=f"Subject {number % 6}") for number in range(12)
    ]
    text, html = render("", repository(*cases))
    assert "The four subjects with most improvements, of 6." in text
    assert "All 6 subjects as a table" in text
    assert html.count('<th scope="row"><a href="/improvements?category=housing&amp;sub=Subject+') == 6


GROUP = ImprovementGroup(
    *(DecisionCategory.HOUSING, "Homelessness", 41, 30, 22),
    (("Delay in a decision", 12), ("No plan", 3)),
    ((Remedy.TRAINING, 20), (Remedy.PROCEDURE_CHANGE, 20), (Remedy.OTHER, 1)),
)


@pytest.mark.parametrize(
    ("changes", "several", "size", "says"),
    [
        (
            {},
            True,
            "41 improvements, agreed in 30 cases by 22 councils.",
            "The fault found most often: delay in a decision (12 cases). "
            "Agreed most often: training or guidance for staff and change of policy or procedure (20 each).",
        ),
        ({"faults": (("A", 3), ("B", 3)), "kinds": ()}, False, "41 improvements, agreed in 30 cases.", ""),
        (
            {
                "improvements": 1,
                "cases": 1,
                "councils": 1,
                "faults": (("A", 1),),
                "kinds": ((Remedy.OTHER, 1),),
            },
            True,
            "1 improvement, agreed in 1 case by 1 council.",
            "",
        ),
        (
            {"faults": (), "kinds": ((Remedy.TRAINING, 41),)},
            False,
            "41 improvements, agreed in 30 cases.",
            "Agreed most often: training or guidance for staff (41).",
        ),
    ],
)
def test_a_subject_is_told_in_words(changes: dict[str, object], several: bool, size: str, says: str) -> None:
    group = replace(GROUP, **changes)  # type: ignore[arg-type]
    assert size_of(group, several=several) == size
    assert in_words(group) == says


def test_bars_are_shares_of_their_whole_and_numbers_stand_beside_them() -> None:
    html = render("", repository(*some(10)))[1]
    assert (
        '<span class="tally-count">10</span><span aria-hidden="true" class="tally-bar" style="width:100.0%">'
        in html
    )


def test_a_demonstration_says_that_all_is_simulated_and_figures_alone_that_nothing_is_held() -> None:
    assert "Simulated: every case and every improvement listed here is made up" in page(
        "", repository(*some(), kind="demonstration")
    )
    assert "made up" not in page("", repository(*some()))
    assert "Improvements are not held in this release" in page("", england())


def test_a_form_keeps_what_it_does_not_show() -> None:
    html = render(f"council={LUTON.slug}&type=unitary&from=2023-04-01&q=%22a%22", repository(*some()))[1]
    assert f'<input type="hidden" name="council" value="{LUTON.slug}">' in html
    assert '<input type="hidden" name="type" value="unitary">' in html
    assert '<input type="hidden" name="from" value="2023-04-01">' in html
    assert 'value="&quot;a&quot;"' in html
    chosen = render("category=housing&sub=Nothing+like+it", repository(*some()))[1]
    assert '<option value="Nothing like it" selected>' in chosen


def test_a_state_without_a_group_is_from_its_first_page() -> None:
    state = parse("like=x&by=dfe&page=4&q=a", YEARS)
    assert query_string(state.alone()) == "q=a"
    assert isinstance(state.at(2), ImprovementState)

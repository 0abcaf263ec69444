"""Questions to the cases of a release: lists, pages, words, facets, improvements, one decision."""

from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionCategory, DecisionKind, Remedy
from dashboard.domain.outcomes import Category, Compliance, Outcome
from dashboard.repository.case_records import CaseCount, Facets, FacetValue
from dashboard.repository.cases_interface import Cases
from dashboard.repository.sqlite import SqliteRepository
from tests.support.tiny_cases import HIDDEN, HOMELESS, REPORT, WITHDRAWN, content_with_cases
from tests.support.tiny_release import BLACKPOOL, BRIGHTON, CUMBERLAND, build_tiny

YEAR = "2023-24"


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Cases:
    release = build_tiny(tmp_path_factory.mktemp("releases"), content_with_cases())
    found = SqliteRepository(release).cases()
    assert found is not None
    return found


def listed(cases: Cases, asked: CaseFilter) -> list[str]:
    return [row.reference[-3:] for row in cases.decisions(asked).rows]


def test_a_release_without_cases_has_no_register(tmp_path: Path) -> None:
    assert SqliteRepository(build_tiny(tmp_path)).cases() is None


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (CaseFilter(), ["009", "003", "010", "002", "001", "005"]),
        (CaseFilter(councils=(BLACKPOOL.slug,)), ["003", "002", "001", "005"]),
        (CaseFilter(councils=(BRIGHTON.slug, CUMBERLAND.slug)), ["009", "010"]),
        (CaseFilter(councils=("atlantis",)), []),
        (CaseFilter(type=AuthorityType.UNITARY), ["009", "003", "010", "002", "001", "005"]),
        (CaseFilter(type=AuthorityType.COUNTY), []),
        (CaseFilter(decided="2024-25"), ["009"]),
        (CaseFilter(received=YEAR), ["009", "003", "010", "002", "001", "005"]),
        (CaseFilter(since=date(2023, 11, 20), until=date(2023, 12, 1)), ["010", "002", "001"]),
        (CaseFilter(outcomes=(Outcome.NOT_UPHELD,)), ["010", "002"]),
        (CaseFilter(outcomes=(Outcome.NOT_UPHELD, Outcome.UPHELD), decided="2024-25"), ["009"]),
        (CaseFilter(service=Category.HIGHWAYS), ["009"]),
        (CaseFilter(category=DecisionCategory.PLANNING), ["010"]),
        (CaseFilter(category=DecisionCategory.HOUSING, sub_category="Allocations"), ["002"]),
        (CaseFilter(kind=DecisionKind.REPORT), ["003"]),
        (CaseFilter(remedied=True), ["005"]),
        (CaseFilter(due=YEAR), ["001"]),
        (CaseFilter(compliance=(Compliance.LATE,)), ["003"]),
        (CaseFilter(due=YEAR, compliance=(Compliance.LATE,)), []),
        (CaseFilter(improving=True), ["003", "001"]),
        (CaseFilter(words="mould"), ["003", "001"]),
        (CaseFilter(words="CAFE"), ["001"]),
        (CaseFilter(words='"damp and mould"'), ["001"]),
        (CaseFilter(words="accommod*"), ["003"]),
        (CaseFilter(words="inspect"), ["003"]),
        (CaseFilter(words="findings"), ["003"]),
        (CaseFilter(words="mould", councils=(BRIGHTON.slug,)), []),
        (CaseFilter(words="SIM 23 000 001"), ["001"]),
        (CaseFilter(words="23 000 001"), ["001"]),
        (CaseFilter(words="23-000-001 mould"), ["001"]),
        (CaseFilter(words="23 000 001 23 000 003"), ["003", "001"]),
        (CaseFilter(words="23 000 001", councils=(BRIGHTON.slug,)), []),
        (CaseFilter(words=WITHDRAWN), ["005"]),
        (CaseFilter(words=HIDDEN), []),
        (CaseFilter(words="mould damp", kind=DecisionKind.STATEMENT), ["001"]),
        (CaseFilter(words="!!!"), ["009", "003", "010", "002", "001", "005"]),
    ],
)
def test_a_list_has_the_published_decisions_newest_first(
    cases: Cases, asked: CaseFilter, expected: list[str]
) -> None:
    assert listed(cases, asked) == expected
    assert [row.reference[-3:] for row in cases.every_decision(asked)] == expected
    assert cases.decisions(asked).total == len(expected)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (CaseFilter(), CaseCount(10, 5, 1, 3)),
        (CaseFilter(councils=(BLACKPOOL.slug,), decided=YEAR), CaseCount(7, 3, 1, 3)),
        (CaseFilter(councils=(BLACKPOOL.slug,), due=YEAR), CaseCount(2, 1, 0, 2)),
        (CaseFilter(words="mould"), CaseCount(2, 2, 0, 2)),
        (CaseFilter(words="mould", due=YEAR), CaseCount(1, 1, 0, 1)),
        (CaseFilter(words="23 000 001"), CaseCount(1, 1, 0, 1)),
        (CaseFilter(words=WITHDRAWN), CaseCount(1, 0, 1, 0)),
        (CaseFilter(words=HIDDEN), CaseCount(0, 0, 0, 0)),
    ],
)
def test_all_cases_are_counted_and_the_unpublished_told_apart(
    cases: Cases, asked: CaseFilter, expected: CaseCount
) -> None:
    assert cases.count(asked) == expected


def test_words_of_more_than_half_of_all_decisions_rank_none_of_them(cases: Cases) -> None:
    common = CaseFilter(words="simulated")
    best = cases.decisions(common, by_relevance=True)
    assert best.rows == cases.decisions(common).rows
    assert best.reading.endswith("the newest come first.")
    assert "newest" not in cases.decisions(CaseFilter(words="mould"), by_relevance=True).reading


@pytest.mark.parametrize(
    ("page", "shown", "expected"),
    [
        (1, 1, ["009", "003"]),
        (3, 3, ["001", "005"]),
        (4, 3, ["001", "005"]),
        (10**9, 3, ["001", "005"]),
        (0, 1, ["009", "003"]),
        (-5, 1, ["009", "003"]),
    ],
)
@pytest.mark.parametrize("by_relevance", [False, True])
def test_a_page_beyond_the_last_is_the_last(
    cases: Cases, page: int, shown: int, expected: list[str], by_relevance: bool
) -> None:
    found = cases.decisions(CaseFilter(), page, size=2, by_relevance=by_relevance)
    assert ([row.reference[-3:] for row in found.rows], found.page, found.pages) == (expected, shown, 3)


def test_nothing_found_is_one_empty_page(cases: Cases) -> None:
    found = cases.decisions(CaseFilter(words="unicorn"), 7)
    assert (found.rows, found.total, found.page, found.pages) == ((), 0, 1, 1)


def test_best_first_puts_the_subject_before_the_summary(cases: Cases) -> None:
    found = cases.decisions(CaseFilter(words="accommodation OR a"), by_relevance=True)
    assert found.reading == "Searched for the word “accommodation”, the word “OR” and the word “a”."
    best = cases.decisions(CaseFilter(words="penalty"), by_relevance=True)
    assert [row.reference[-3:] for row in best.rows] == ["009"]


@pytest.mark.parametrize(
    ("words", "reference", "found"),
    [
        ("mould", HOMELESS, ["mould"]),
        ("cafe", HOMELESS, ["café"]),
        ('"damp and mould"', HOMELESS, ["damp and mould"]),
        ("train*", HOMELESS, ["Train"]),
        ("again", REPORT, ["again"] * 9),
        ("homelessness", HOMELESS, []),
    ],
)
def test_an_excerpt_marks_what_was_searched_for(
    cases: Cases, words: str, reference: str, found: list[str]
) -> None:
    row = next(r for r in cases.decisions(CaseFilter(words=words)).rows if r.reference == reference)
    assert [text for text, is_found in row.excerpt if is_found] == found


def test_without_words_an_excerpt_is_the_beginning_cut_between_words(cases: Cases) -> None:
    row = next(r for r in cases.decisions(CaseFilter()).rows if r.reference == REPORT)
    ((text, is_found),) = row.excerpt
    assert not is_found
    assert text.startswith("Simulated: A family had one room. It was long.")
    assert len(text) <= 242
    assert text.endswith(" …")


def test_a_withdrawn_decision_is_a_line_that_says_so(cases: Cases) -> None:
    row = next(r for r in cases.decisions(CaseFilter()).rows if r.reference == WITHDRAWN)
    assert (row.subject, row.excerpt) == ("", ())
    assert row.withdrawn is not None
    assert (row.withdrawn.on, row.withdrawn.reason) == (date(2024, 9, 1), "It could tell who complained.")


def test_facets_leave_their_own_part_of_the_filter_out(cases: Cases) -> None:
    asked = CaseFilter(outcomes=(Outcome.UPHELD,), category=DecisionCategory.HOUSING)
    assert cases.facets(asked) == Facets(
        outcomes=(FacetValue("upheld", 3), FacetValue("not_upheld", 1)),
        categories=(FacetValue("housing", 3), FacetValue("transport_and_highways", 1)),
        sub_categories=(FacetValue("Homelessness", 3),),
        kinds=(FacetValue("statement", 2), FacetValue("report", 1)),
        years=(FacetValue(YEAR, 3),),
        types=(FacetValue("unitary", 3),),
    )


def test_the_facet_of_categories_leaves_the_sub_category_out_too(cases: Cases) -> None:
    found = cases.facets(CaseFilter(category=DecisionCategory.HOUSING, sub_category="Allocations"))
    assert found.outcomes == (FacetValue("not_upheld", 1),)
    assert found.categories[0] == FacetValue("housing", 4)
    assert found.sub_categories == (FacetValue("Homelessness", 3), FacetValue("Allocations", 1))


@pytest.mark.parametrize("asked", [CaseFilter(), CaseFilter(words="mould"), CaseFilter(decided=YEAR)])
def test_facets_add_up_to_the_list(cases: Cases, asked: CaseFilter) -> None:
    found = cases.facets(asked)
    total = cases.decisions(asked).total
    for values in (found.outcomes, found.categories, found.kinds, found.types):
        assert sum(value.count for value in values) == total


def test_a_decision_is_told_whole(cases: Cases) -> None:
    told = cases.decision("sim-23-000-001")
    assert told is not None
    assert [(r.kind, r.amount) for r in told.remedies] == [(Remedy.APOLOGY, None), (Remedy.PAYMENT, 300)]
    assert [i.text for i in told.improvements] == [
        (("Simulated: Train officers in decision letters.", False),),
        (("Simulated: Check open applications each week.", False),),
    ]
    assert [(c.due, c.outcome) for c in told.compliance] == [(date(2024, 2, 20), Compliance.ON_TIME)]
    assert told.is_simulated


@pytest.mark.parametrize("reference", [HIDDEN, "SIM 23 000 006", "", "x", "23 000 001", "sim 23 000 001 1"])
def test_what_is_not_published_is_not_told(cases: Cases, reference: str) -> None:
    assert cases.decision(reference) is None


def test_improvements_come_newest_first_with_what_was_searched_for(cases: Cases) -> None:
    found = cases.improvements(CaseFilter())
    assert [(i.reference[-3:], i.kind) for i in found.rows] == [
        ("003", Remedy.PROCEDURE_CHANGE),
        ("001", Remedy.TRAINING),
        ("001", Remedy.PROCEDURE_CHANGE),
    ]
    marked = cases.improvements(CaseFilter(words="week*"))
    assert [[text for text, is_found in i.text if is_found] for i in marked.rows] == [["weeks"], [], ["week"]]
    assert [i.text for i in cases.every_improvement(CaseFilter(words="week*"))] == [
        i.text for i in marked.rows
    ]


def test_a_page_of_improvements_may_begin_within_a_case(cases: Cases) -> None:
    found = cases.improvements(CaseFilter(words="week*"), 9, size=2)
    assert (found.page, found.pages, found.total) == (2, 2, 3)
    assert [text for text, is_found in found.rows[0].text if is_found] == ["week"]


def test_improvements_fall_into_subjects(cases: Cases) -> None:
    (group,) = cases.improvement_groups(CaseFilter())
    assert (group.category, group.sub_category) == (DecisionCategory.HOUSING, "Homelessness")
    assert (group.improvements, group.cases, group.councils) == (3, 2, 1)
    assert group.faults == (
        ("Delay in deciding a homelessness application", 1),
        ("Unsuitable temporary accommodation", 1),
    )
    assert group.kinds == ((Remedy.PROCEDURE_CHANGE, 2), (Remedy.TRAINING, 1))


_WORDS = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            ["damp", '"', "*", "mould", "AND", "NOT", "(", ")", "'", ";", "café", "\x00", "-", "^"]
        )
    ).map(" ".join),
)
_FILTERS = st.builds(
    CaseFilter,
    words=_WORDS,
    councils=st.sampled_from([(), (BLACKPOOL.slug,), ("' OR 1=1 --",), (BRIGHTON.slug, CUMBERLAND.slug)]),
    type=st.sampled_from([None, *AuthorityType]),
    decided=st.sampled_from([None, YEAR]),
    due=st.sampled_from([None, YEAR]),
    outcomes=st.lists(st.sampled_from(Outcome), max_size=2, unique=True).map(tuple),
    category=st.sampled_from([None, *DecisionCategory]),
    sub_category=st.sampled_from([None, "Homelessness", "'; --"]),
    kind=st.sampled_from([None, *DecisionKind]),
    improving=st.booleans(),
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_FILTERS, st.integers(-3, 10**12), st.booleans())
def test_any_question_is_answered_and_its_answers_agree(
    cases: Cases, asked: CaseFilter, page: int, by_relevance: bool
) -> None:
    found = cases.decisions(asked, page, size=2, by_relevance=by_relevance)
    every = list(cases.every_decision(asked))
    counted = cases.count(asked)
    assert found.total == len(every) == counted.published + counted.withdrawn <= counted.counted
    standing, gone = (list(cases.every_decision(asked, withdrawn=is_so)) for is_so in (False, True))
    assert standing == [row for row in every if row.withdrawn is None]
    assert gone == [row for row in every if row.withdrawn is not None]
    assert 1 <= found.page <= found.pages
    assert all(newer.decided >= older.decided for newer, older in pairwise(every))
    assert sum(value.count for value in cases.facets(asked.changed(outcomes=())).outcomes) == (
        cases.decisions(asked.changed(outcomes=())).total
    )
    assert cases.improvements(asked, page).total == len(list(cases.every_improvement(asked)))
    assert (
        sum(group.improvements for group in cases.improvement_groups(asked))
        == cases.improvements(asked).total
    )


@given(st.text(max_size=40))
def test_any_reference_is_looked_for(cases: Cases, reference: str) -> None:
    cases.decision(reference)


@pytest.mark.parametrize(
    "asked",
    [
        CaseFilter(),
        CaseFilter(type=AuthorityType.UNITARY, decided=YEAR, outcomes=(Outcome.UPHELD,)),
        CaseFilter(councils=(BLACKPOOL.slug, BRIGHTON.slug)),
        CaseFilter(due=YEAR),
        CaseFilter(words="homeless"),
        CaseFilter(type=AuthorityType.COUNTY),
    ],
    ids=str,
)
def test_what_is_read_at_once_is_what_is_read_one_by_one(cases: Cases, asked: CaseFilter) -> None:
    told = [cases.decision(row.reference) for row in cases.every_decision(asked)]
    decisions = [one for one in told if one is not None]
    assert cases.remedies(asked) == {one.reference: one.remedies for one in decisions if one.remedies}
    agreed = [
        (one.slug, one.sub_category or one.category.label, "".join(piece for piece, _ in one.text))
        for one in cases.every_improvement(asked)
    ]
    assert Counter(cases.changes_agreed(asked)) == Counter(agreed)
    assert cases.due_by_outcome(asked) == Counter(
        {outcome: cases.count(asked.changed(compliance=(outcome,))).recommendations for outcome in Compliance}
    )

"""What lists of decisions say: what was asked, and how what is published meets what is counted."""

from datetime import date

import pytest

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionCategory, DecisionKind
from dashboard.domain.outcomes import INVESTIGATED, NOT_FOR_US, Category, Compliance, Outcome
from dashboard.repository.case_records import CaseCount, DecisionPage
from dashboard.words.decisions import asked_parts, how_many, in_statistics, outcomes, reconciled, shortened

UPHELD = CaseFilter(outcomes=(Outcome.UPHELD,), decided="2023-24")
RECEIVED = CaseFilter(received="2023-24")
DUE = CaseFilter(due="2023-24")
MISSED = CaseFilter(due="2023-24", compliance=(Compliance.NOT_COMPLIED,))
ADVICE = CaseFilter(outcomes=(Outcome.ADVICE,))


@pytest.mark.parametrize(
    ("counted", "published", "withdrawn", "asked", "says"),
    [
        (23, 21, 0, UPHELD, "23 upheld; 21 are published here, 2 are not published."),
        (23, 22, 0, UPHELD, "23 upheld; 22 are published here, 1 is not published."),
        (2, 1, 0, UPHELD, "2 upheld; 1 is published here, 1 is not published."),
        (23, 23, 0, UPHELD, "23 upheld; all are published here."),
        (2, 2, 0, UPHELD, "2 upheld; both are published here."),
        (1, 1, 0, UPHELD, "1 upheld; it is published here."),
        (1, 0, 0, UPHELD, "1 upheld; it is not published."),
        (2, 0, 0, UPHELD, "2 upheld; neither is published."),
        (9, 0, 0, UPHELD, "9 upheld; none is published."),
        (0, 0, 0, UPHELD, "none upheld."),
        (1204, 1100, 0, UPHELD, "1,204 upheld; 1,100 are published here, 104 are not published."),
        (3, 2, 1, UPHELD, "3 upheld; 2 are published here, 1 has been withdrawn since."),
        (
            *(6, 1, 2, UPHELD),
            "6 upheld; 1 is published here, 2 have been withdrawn since, 3 are not published.",
        ),
        (1, 0, 1, UPHELD, "1 upheld; 1 has been withdrawn since."),
        (
            *(148, 60, 0, RECEIVED),
            "148 received; 60 are published here, 88 are not published or not decided yet.",
        ),
        (2, 0, 0, RECEIVED, "2 received; neither is published here: not published, or not decided yet."),
        (1, 0, 0, RECEIVED, "1 received; it is not published here: not published, or not decided yet."),
        (12, 0, 0, ADVICE, "12 given advice; none is published."),
        (41, 41, 0, CaseFilter(decided="2023-24"), "41 decided; all are published here."),
    ],
)
def test_what_is_counted_stands_beside_what_is_published(
    counted: int, published: int, withdrawn: int, asked: CaseFilter, says: str
) -> None:
    assert reconciled(CaseCount(counted, published, withdrawn, 0), asked) == f"The statistics count {says}"


YEARS = ("2022-23", "2023-24")


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (CaseFilter(), "The statistics of 2022-23 to 2023-24 count 5 decided; all are published here."),
        (
            UPHELD.changed(decided=None),
            "The statistics of 2022-23 to 2023-24 count 5 upheld; all are published here.",
        ),
        (UPHELD, "The statistics count 5 upheld; all are published here."),
        (CaseFilter(until=date(2023, 5, 1)), "The statistics count 5 decided; all are published here."),
    ],
)
def test_statistics_of_no_year_asked_for_are_said_to_be_of_all_years_held(
    asked: CaseFilter, says: str
) -> None:
    assert reconciled(CaseCount(5, 5, 0, 0), asked, YEARS) == says


FIRST, LAST = date(2022, 4, 1), date(2024, 3, 31)


@pytest.mark.parametrize(
    ("asked", "since", "until"),
    [
        (CaseFilter(), FIRST, LAST),
        (UPHELD.changed(decided=None), FIRST, LAST),
        (CaseFilter(until=date(2023, 5, 1)), FIRST, date(2023, 5, 1)),
        (CaseFilter(until=date(2025, 5, 1)), FIRST, LAST),
        (CaseFilter(since=date(2020, 1, 1)), FIRST, LAST),
        (CaseFilter(since=date(2023, 1, 1)), date(2023, 1, 1), LAST),
        (CaseFilter(decided="2023-24"), None, None),
        (RECEIVED, None, None),
        (DUE, None, None),
        (MISSED, None, None),
    ],
)
def test_the_statistics_count_nothing_undecided_or_decided_outside_their_years(
    asked: CaseFilter, since: date | None, until: date | None
) -> None:
    assert in_statistics(asked, YEARS) == asked.changed(since=since, until=until)


def test_statistics_of_one_year_name_it() -> None:
    said = reconciled(CaseCount(5, 5, 0, 0), CaseFilter(), YEARS[-1:])
    assert said == "The statistics of 2023-24 count 5 decided; all are published here."


@pytest.mark.parametrize(
    ("cases", "recommendations", "asked", "says"),
    [
        (4, 5, DUE, "5 recommendations due, of 4 cases; all are published here."),
        (1, 1, DUE, "1 recommendation due, of 1 case; it is published here."),
        (
            *(1, 2, MISSED),
            "2 recommendations due and not complied with, of 1 case; it is published here.",
        ),
        (0, 0, DUE, "no recommendations due."),
    ],
)
def test_recommendations_are_counted_as_the_statistics_do(
    cases: int, recommendations: int, asked: CaseFilter, says: str
) -> None:
    assert reconciled(CaseCount(cases, cases, 0, recommendations), asked) == f"The statistics count {says}"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (CaseFilter(), []),
        (CaseFilter(words="damp  mould"), ["“damp mould”"]),
        (CaseFilter(councils=("a", "b")), ["Council a", "Council b"]),
        (CaseFilter(type=AuthorityType.LONDON), ["London borough councils"]),
        (
            CaseFilter(category=DecisionCategory.HOUSING, sub_category="Homelessness"),
            ["Housing", "Homelessness"],
        ),
        (
            CaseFilter(outcomes=INVESTIGATED, kind=DecisionKind.REPORT),
            ["Investigated", "Public interest report"],
        ),
        (CaseFilter(outcomes=NOT_FOR_US), ["Not for the Ombudsman or not ready for it"]),
        (
            CaseFilter(decided="2023-24", due="2022-23"),
            ["decided in 2023-24", "recommendation due in 2022-23"],
        ),
        (
            CaseFilter(since=date(2023, 4, 1), until=date(2023, 6, 30)),
            ["decided on or after 1 April 2023", "decided on or before 30 June 2023"],
        ),
        (
            CaseFilter(received="2023-24", service=Category.HOUSING),
            ["received in 2023-24", "received as Housing"],
        ),
        (CaseFilter(remedied=True), ["put right before the Ombudsman"]),
        (CaseFilter(compliance=(Compliance.LATE,)), ["recommendation complied with late"]),
    ],
)
def test_each_part_of_a_search_is_said_in_words(asked: CaseFilter, words: list[str]) -> None:
    parts = list(asked_parts(asked, lambda slug: f"Council {slug}"))
    assert [says for says, _ in parts] == words
    for _, change in parts:
        assert asked.changed(**change) != asked


def test_taking_out_every_part_leaves_all_cases() -> None:
    asked = CaseFilter(
        words="damp",
        councils=("a",),
        type=AuthorityType.COUNTY,
        decided="2023-24",
        received="2023-24",
        due="2023-24",
        since=date(2023, 4, 1),
        until=date(2023, 6, 30),
        outcomes=(Outcome.UPHELD,),
        service=Category.HOUSING,
        category=DecisionCategory.HOUSING,
        sub_category="Homelessness",
        kind=DecisionKind.REPORT,
        remedied=True,
        compliance=(Compliance.LATE,),
    )
    left = asked
    for _, change in asked_parts(asked, str):
        left = left.changed(**change)
    assert left == CaseFilter()


def test_outcomes_are_joined_as_a_choice() -> None:
    chosen = (Outcome.CLOSED_INITIAL, Outcome.UPHELD)
    assert outcomes(chosen) == "closed after initial enquiries or upheld"


def test_a_long_text_is_shortened_on_one_line() -> None:
    assert shortened("a\n b") == "a b"
    assert len(shortened("x" * 10_000)) == 80


@pytest.mark.parametrize(
    ("total", "withdrawn", "pages", "narrowed", "says"),
    [
        (0, 0, 1, True, "No public reports found"),
        (0, 0, 1, False, "No public reports"),
        (1, 0, 1, True, "1 public report"),
        (1204, 0, 1, False, "1,204 public reports"),
        (13, 2, 1, True, "11 public reports and 2 withdrawn"),
        (1204, 1, 25, False, "1,203 public reports and 1 withdrawn, page 1 of 25"),
    ],
)
def test_a_list_says_how_many_there_are(
    total: int, withdrawn: int, pages: int, narrowed: bool, says: str
) -> None:
    found = DecisionPage((), total, 1, pages, "")
    assert how_many(found, "public reports", withdrawn=withdrawn, narrowed=narrowed) == says

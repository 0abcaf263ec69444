"""A short list of decisions for the tiny release: some of the Ombudsman's, one of them without a day."""

from dataclasses import replace
from datetime import date

from dashboard.build.content import ReleaseContent
from dashboard.domain.decisions import DecisionCategory, DecisionKind
from dashboard.domain.outcomes import Outcome
from dashboard.repository.case_records import Withdrawal
from dashboard.repository.listed_records import ListedDecision
from tests.support.tiny_release import BLACKPOOL, BRIGHTON, CUMBERLAND, PRESTON, tiny_content

NOWHERE_SEEN = "24 000 009"
"""Neither its outcome nor its day was seen."""
GONE = "23 000 005"

LISTED = (
    ListedDecision(
        *("23 000 001", BLACKPOOL.slug, DecisionCategory.HOUSING, "Homelessness"),
        *(Outcome.UPHELD, date(2023, 11, 20)),
    ),
    ListedDecision(
        *("17 002 402b", BLACKPOOL.slug, DecisionCategory.CHILDRENS_CARE, "Friends and family carers"),
        *(Outcome.NOT_UPHELD, date(2018, 7, 3)),
    ),
    ListedDecision(
        *("23 000 003", BRIGHTON.slug, DecisionCategory.HEALTH, "", Outcome.UPHELD, date(2026, 5, 1))
    ),
    ListedDecision(
        *("23 000 004", CUMBERLAND.slug, DecisionCategory.PLANNING, "COVID-19"),
        *(Outcome.CLOSED_INITIAL, date(2024, 4, 1)),
    ),
    ListedDecision(
        *(GONE, PRESTON.slug, DecisionCategory.PLANNING, "Enforcement", Outcome.UPHELD, date(2023, 12, 1)),
        withdrawn=Withdrawal(date(2025, 1, 2), "It named a person."),
    ),
    ListedDecision(NOWHERE_SEEN, BLACKPOOL.slug, DecisionCategory.HOUSING, "Allocations", None, None),
)
REPORT = replace(LISTED[0], reference="23 000 011", kind=DecisionKind.REPORT)


def with_list(*listed: ListedDecision, name: str = "held-figures") -> ReleaseContent:
    """The tiny release with a list of decisions."""
    return replace(tiny_content(name), listed=listed or LISTED)

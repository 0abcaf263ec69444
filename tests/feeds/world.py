"""Two councils with decisions, one of them withdrawn, and what they agreed to change."""

from datetime import date

from dashboard.domain.decisions import DecisionCategory, DecisionKind
from dashboard.domain.outcomes import Outcome
from dashboard.repository.cases_interface import Cases
from tests.support.fake_cases import FakeCase, FakeCases, decision, with_improvements, withdrawn
from tests.support.fake_repository import FakeRepository, release
from tests.support.sample import BLACKPOOL, HOUNSLOW

DAMP = with_improvements(
    decision("23 001 234", BLACKPOOL.slug),
    "Check open applications each week.",
    "Train officers & <others>.",
    due=date(2024, 2, 20),
    met=date(2024, 3, 1),
)
REPORT = with_improvements(
    decision(
        *("23 002 000", HOUNSLOW.slug),
        kind=DecisionKind.REPORT,
        category=DecisionCategory.EDUCATION,
        sub_category="Special educational needs",
        decided=date(2024, 1, 10),
        subject="A plan issued late",
    ),
    "Report progress to members.",
)
GONE = withdrawn(
    decision("23 003 000", BLACKPOOL.slug, decided=date(2023, 12, 1)),
    date(2024, 9, 1),
    "It could tell who complained.",
)
REFUSED = decision("22 009 999", BLACKPOOL.slug, decided=date(2022, 6, 1), outcome=Outcome.NOT_UPHELD)
HIDDEN = FakeCase(decision("23 008 888", BLACKPOOL.slug, subject="Not to be seen"), published=False)


def register() -> FakeCases:
    """The cases of both."""
    told = (DAMP, REPORT, GONE, REFUSED)
    return FakeCases(
        (*(FakeCase(one) for one in told), HIDDEN), {each.slug: each.type for each in (BLACKPOOL, HOUNSLOW)}
    )


def england(cases: Cases | None, kind: str = "real") -> FakeRepository:
    """A release of the two councils, with cases or without."""
    return FakeRepository(councils_=(BLACKPOOL, HOUNSLOW), release_=release(kind=kind), cases_=cases)

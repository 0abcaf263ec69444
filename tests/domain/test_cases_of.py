"""Which cases a statistic counts, quantity by quantity."""

import pytest

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.cases_of import QUANTITIES, cases_of, counts_recommendations
from dashboard.domain.outcomes import Category, Compliance, Outcome

SLUG, YEAR = "blackpool-borough-council", "2023-24"


def _of(**parts: object) -> CaseFilter:
    return CaseFilter(councils=(SLUG,)).changed(**parts)


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        ("received:total", _of(received=YEAR)),
        ("received:housing", _of(received=YEAR, service=Category.HOUSING)),
        ("dealt_with", _of(decided=YEAR)),
        ("decided:total", _of(decided=YEAR)),
        ("decided:advice_given", _of(decided=YEAR, outcomes=(Outcome.ADVICE,))),
        ("assessed_and_closed", _of(decided=YEAR, outcomes=(Outcome.CLOSED_INITIAL,))),
        ("investigated", _of(decided=YEAR, outcomes=(Outcome.NOT_UPHELD, Outcome.UPHELD))),
        ("upheld", _of(decided=YEAR, outcomes=(Outcome.UPHELD,))),
        ("satisfactory_remedy_base", _of(decided=YEAR, outcomes=(Outcome.UPHELD,))),
        ("satisfactory_remedies", _of(decided=YEAR, outcomes=(Outcome.UPHELD,), remedied=True)),
        ("compliance_outcomes", _of(due=YEAR)),
        ("complied", _of(due=YEAR, compliance=(Compliance.ON_TIME, Compliance.LATE))),
        ("not_complied", _of(due=YEAR, compliance=(Compliance.NOT_COMPLIED,))),
    ],
)
def test_the_cases_a_quantity_counts(quantity: str, expected: CaseFilter) -> None:
    assert cases_of(SLUG, YEAR, quantity) == expected


def test_a_service_narrows_what_was_decided_to_where_it_was_received() -> None:
    assert cases_of(SLUG, YEAR, "upheld", Category.HOUSING) == _of(
        decided=YEAR, outcomes=(Outcome.UPHELD,), service=Category.HOUSING
    )


@pytest.mark.parametrize("quantity", ["upheld_pct", "compliance_pct", "population", ""])
def test_what_counts_no_cases_is_refused(quantity: str) -> None:
    with pytest.raises(KeyError):
        cases_of(SLUG, YEAR, quantity)


def test_recommendations_are_told_from_cases() -> None:
    counted = [quantity for quantity in QUANTITIES if counts_recommendations(quantity)]
    assert counted == [
        "compliance_outcomes",
        "complied",
        "complied_on_time",
        "complied_late",
        "not_complied",
    ]

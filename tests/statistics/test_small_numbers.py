"""Rule 3 at its edges: below five the counts lead and nothing is compared, below thirty there are few."""

import pytest

from dashboard.domain.measure import Measure
from dashboard.domain.measures import MEASURES, UPHELD, UPHELD_RATE
from dashboard.statistics.small_numbers import cases_of, counts_lead, few, too_few_to_compare

COUNT = MEASURES["upheld"]


@pytest.mark.parametrize(
    ("cases", "too_few", "is_few"),
    [(0, True, True), (4, True, True), (5, False, True), (29, False, True), (30, False, False)],
)
def test_rule_03_below_five_the_counts_lead_and_below_thirty_are_few(
    cases: int, too_few: bool, is_few: bool
) -> None:
    assert (too_few_to_compare(cases), few(cases)) == (too_few, is_few)


@pytest.mark.parametrize(
    ("measure", "numerator", "denominator", "cases", "lead"),
    [
        (UPHELD, 2, 4, 4, True),  # of a share its base counts, however many were upheld
        (UPHELD, 0, 5, 5, False),
        (UPHELD_RATE, 4, 300_000, 4, True),  # of a rate its events, however many live there
        (UPHELD_RATE, 5, 3, 5, False),
        (COUNT, 3, None, None, False),  # a count leads with itself
        (UPHELD, 3, None, None, False),  # what is not held is not few
        (UPHELD_RATE, None, 300_000, None, False),
    ],
)
def test_rule_03_what_counts_as_a_case_is_the_measures_own(
    measure: Measure, numerator: int | None, denominator: int | None, cases: int | None, lead: bool
) -> None:
    assert cases_of(measure, numerator, denominator) == cases
    assert counts_lead(measure, numerator, denominator) is lead

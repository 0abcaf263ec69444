"""Recommendations late or not carried out: every one of the year is the base, and each late one is named."""

import pytest

from dashboard.domain.outcomes import Compliance
from dashboard.metrics.watch_late import Due, late_or_overdue

ON_TIME, LATE, MISSED = Compliance.ON_TIME, Compliance.LATE, Compliance.NOT_COMPLIED


@pytest.mark.parametrize(
    ("outcomes", "told"),
    [
        ([ON_TIME, ON_TIME], []),
        ([ON_TIME, LATE], [(1, 2, (2,))]),
        ([MISSED], [(1, 1, (1,))]),
        ([LATE, ON_TIME, MISSED], [(2, 3, (1, 3))]),
        ([], []),
    ],
)
def test_of_one_service(outcomes: list[Compliance], told: list[tuple[int, int, tuple[int, ...]]]) -> None:
    due = [Due(number, "kent", "housing", outcome) for number, outcome in enumerate(outcomes, 1)]
    assert [(one.count, one.base, one.cases) for one in late_or_overdue(due)] == told


def test_two_recommendations_of_one_case_are_two_and_name_it_once() -> None:
    (one,) = late_or_overdue([Due(7, "kent", "housing", LATE), Due(7, "kent", "housing", LATE)])
    assert (one.count, one.base, one.cases) == (2, 2, (7,))


def test_services_and_councils_are_told_apart() -> None:
    due = [
        Due(1, "kent", "housing", LATE),
        Due(2, "kent", "planning", ON_TIME),
        Due(3, "essex", "housing", MISSED),
    ]
    assert [(one.slug, one.service) for one in late_or_overdue(due)] == [
        ("essex", "housing"),
        ("kent", "housing"),
    ]

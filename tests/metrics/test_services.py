"""By service: the register counted by the category a complaint was received in."""

import pandas as pd
import pytest

from dashboard.domain.outcomes import Category
from dashboard.metrics.services import ServiceOutcomes, outcomes_by_service

HOUSING, PLANNING = Category.HOUSING.value, Category.PLANNING.value


def cases(*rows: tuple[str, str, str, str | None, str | None]) -> pd.DataFrame:
    """slug, category, received, decided, outcome."""
    frame = pd.DataFrame(rows, columns=["slug", "category", "received", "decided", "outcome"])
    return frame.assign(received=pd.to_datetime(frame["received"]), decided=pd.to_datetime(frame["decided"]))


REGISTER = cases(
    ("bury", HOUSING, "2023-02-01", "2023-05-02", "upheld"),
    ("bury", HOUSING, "2023-04-03", "2023-09-04", "not_upheld"),
    ("bury", HOUSING, "2023-04-03", "2023-05-04", "closed_after_initial_enquiries"),
    ("bury", PLANNING, "2023-04-03", "2024-05-01", "upheld"),
    ("bury", HOUSING, "2024-03-04", None, None),
    ("york", PLANNING, "2023-04-03", "2023-06-01", "advice_given"),
)


@pytest.mark.parametrize(
    ("slug", "year", "category", "found"),
    [
        ("bury", "2023-24", HOUSING, ServiceOutcomes(3, 2, 1)),
        ("bury", "2023-24", PLANNING, ServiceOutcomes(0, 0, 0)),
        ("bury", "2024-25", PLANNING, ServiceOutcomes(1, 1, 1)),
        ("york", "2023-24", PLANNING, ServiceOutcomes(1, 0, 0)),
        ("york", "2023-24", HOUSING, ServiceOutcomes(0, 0, 0)),
    ],
)
def test_a_case_counts_in_the_year_it_was_decided_under_the_service_it_was_received_in(
    slug: str, year: str, category: str, found: ServiceOutcomes
) -> None:
    roll = [("bury", "2023-24"), ("bury", "2024-25"), ("york", "2023-24")]
    counted = outcomes_by_service(REGISTER, roll)
    assert counted[slug, year, category] == found
    assert len(counted) == len(roll) * len(Category)


def test_a_council_or_year_not_asked_for_is_left_out() -> None:
    found = outcomes_by_service(REGISTER, [("york", "2023-24")])
    assert {(slug, year) for slug, year, _ in found} == {("york", "2023-24")}

"""Rule R9: a pool of three years across a break of its own measure says so, and no other does."""

import pytest

from dashboard.domain.measure import Measure
from dashboard.domain.measures import COMPLIANCE, SATISFACTORY_REMEDY, UPHELD, UPHELD_RATE
from dashboard.words.cautions import cautions, pooled_across


@pytest.mark.parametrize(
    ("measure", "year", "period", "at"),
    [
        (UPHELD, "2022-23", 3, "2022-23"),
        (UPHELD, "2023-24", 3, "2022-23"),
        (UPHELD, "2024-25", 3, None),
        (UPHELD, "2023-24", 1, None),
        (UPHELD_RATE, "2020-21", 3, "2020-21"),
        (UPHELD_RATE, "2023-24", 3, "2022-23"),
        (SATISFACTORY_REMEDY, "2023-24", 3, None),
        (COMPLIANCE, "2023-24", 3, None),
    ],
)
def test_years_on_both_sides_of_a_break_are_named(
    measure: Measure, year: str, period: int, at: str | None
) -> None:
    said = pooled_across(measure, year, period)
    assert (said is not None) == (at is not None)
    assert said is None or f"on both sides of {at}:" in said
    assert (said in cautions(measure, year, period)) == (at is not None)

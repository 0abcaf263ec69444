"""The calendar of the simulation."""

import numpy as np
import pytest

from dashboard.simulate.working_days import BEFORE_FIRST, calendar


@pytest.mark.parametrize(
    ("year", "start", "end", "opens", "closes"),
    [
        (2018, "2018-04-02", "2019-03-29", "2018-04-02", "2019-03-29"),
        (2019, "2019-04-01", "2020-03-31", "2019-04-01", "2020-03-25"),
        (2020, "2020-04-01", "2021-03-31", "2020-06-29", "2021-03-31"),
        (2024, "2024-04-01", "2025-03-31", "2024-04-01", "2025-03-31"),
    ],
)
def test_years_run_from_april_to_march(year: int, start: str, end: str, opens: str, closes: str) -> None:
    days = calendar()
    numbers = [bounds[year - BEFORE_FIRST] for bounds in (days.starts, days.ends, days.opens, days.closes)]
    assert days.dates(np.array(numbers)).astype("datetime64[D]").astype(str).tolist() == [
        start,
        end,
        opens,
        closes,
    ]
    assert days.year_of(np.array(numbers)).tolist() == [year] * 4


def test_no_day_is_not_a_time() -> None:
    assert np.isnat(calendar().dates(np.array([-1, 0]))).tolist() == [True, False]

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.years import ReportingYear


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2024, 3, 31), "2023-24"),
        (date(2024, 4, 1), "2024-25"),
        (date(2023, 12, 31), "2023-24"),
        (date(2000, 1, 1), "1999-00"),
    ],
)
def test_a_year_runs_from_april_to_march(day: date, year: str) -> None:
    assert str(ReportingYear.of(day)) == year


@pytest.mark.parametrize(
    "text", ["2023", "2023-25", "2023-2024", "23-24", "", " 2023-24", "2023–24", "２０２３-24"]
)
def test_anything_else_is_refused_by_name(text: str) -> None:
    with pytest.raises(ValueError, match="is not a reporting year"):
        ReportingYear.parse(text)


def test_what_depends_on_a_year() -> None:
    year = ReportingYear.parse("2023-24")
    assert year.vintage == 2023
    assert year.population_year == 2022
    assert year.words == "April 2023 to March 2024"
    assert str(year.shifted(-2)) == "2021-22"
    assert sorted([year, year.shifted(-1)])[0] == ReportingYear(2022)


@given(st.integers(1900, 2098))
def test_years_print_and_parse_back(start: int) -> None:
    year = ReportingYear(start)
    assert ReportingYear.parse(str(year)) == year
    assert year.last_day + timedelta(days=1) == year.shifted(1).first_day
    assert ReportingYear.of(year.first_day) == ReportingYear.of(year.last_day) == year

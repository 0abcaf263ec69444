"""How numbers are written."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.formats import day, fraction, interval, percent, rate, thousands, value_text, words
from dashboard.domain.measure import Measure
from dashboard.domain.measures import MEASURES, UPHELD, UPHELD_RATE
from dashboard.statistics.intervals import wilson


@pytest.mark.parametrize(("number", "written"), [(0, "0"), (141_574, "141,574"), (-1_200, "−1,200")])
def test_thousands(number: int, written: str) -> None:
    assert thousands(number) == written


@pytest.mark.parametrize(
    ("numerator", "denominator", "written"), [(27, 33, "27 of 33"), (1204, 1530, "1,204 of 1,530")]
)
def test_a_fraction_names_its_base(numerator: int, denominator: int, written: str) -> None:
    assert fraction(numerator, denominator) == written


@pytest.mark.parametrize(
    ("value", "written"), [("82", "82%"), ("99.4", "99.4%"), ("100", "100%"), ("0", "0%")]
)
def test_percentages_are_written_as_printed(value: str, written: str) -> None:
    assert percent(Decimal(value)) == written


@pytest.mark.parametrize(("value", "written"), [("4.2", "4.2"), ("4.0", "4"), ("0.0", "0")])
def test_a_rate_drops_its_trailing_zero(value: str, written: str) -> None:
    assert rate(Decimal(value)) == written


@pytest.mark.parametrize(
    ("measure", "value", "written"),
    [("upheld_pct", "67", "67%"), ("upheld_per_100k", "4.2", "4.2"), ("dealt_with", "1204", "1,204")],
)
def test_a_value_is_written_in_its_unit(measure: str, value: str, written: str) -> None:
    assert value_text(MEASURES[measure], Decimal(value)) == written


def test_intervals_are_rounded_half_up_in_the_measure_s_unit() -> None:
    assert interval(UPHELD, 37.5, 96.4) == "38–96%"
    assert interval(UPHELD_RATE, 3.96, 15.34) == "4.0–15.3"


@pytest.mark.parametrize(
    ("measure", "ends", "written"),
    [
        (UPHELD, (56.6, 100.0), "57–100%"),
        (UPHELD, (0.0, 15.1), "0–15%"),
        (UPHELD, (98.4, 99.88), "98–99.9%"),  # 444 of 446: not all
        (UPHELD, (0.07, 2.2), "0.1–2%"),  # 1 of 250: not none
        (UPHELD, (99.5, 99.9996), "99.5–99.9996%"),
        (UPHELD_RATE, (0.0, 3.7), "0.0–3.7"),
        (UPHELD_RATE, (0.0022, 0.4847), "0.002–0.5"),
    ],
)
def test_no_end_of_an_interval_is_an_absolute_by_rounding(
    measure: Measure, ends: tuple[float, float], written: str
) -> None:
    assert interval(measure, *ends) == written


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_ends_at_none_or_all_only_where_it_was_so(counts: tuple[int, int]) -> None:
    k, n = counts
    found = wilson(k, n).scaled(100)
    low, high = interval(UPHELD, found.low, found.high).rstrip("%").split("–")
    assert (Decimal(low) == 0, Decimal(high) == 100) == (k == 0, k == n)


@pytest.mark.parametrize(("number", "written"), [(0, "no"), (1, "one"), (12, "twelve"), (13, "13")])
def test_small_counts_in_words(number: int, written: str) -> None:
    assert words(number) == written


def test_a_day() -> None:
    assert day(date(2020, 7, 22)) == "22 July 2020"

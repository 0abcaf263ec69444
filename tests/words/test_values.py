"""Values as they are written: rounding never claims an absolute, and what was printed stays as printed."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.figures import State
from dashboard.domain.measures import MEASURES
from dashboard.words import values as say
from tests.support.figures import figure, pooled_benchmark, printed_benchmark

SHARE, RATE = MEASURES["compliance_pct"], MEASURES["upheld_per_100k"]


@pytest.mark.parametrize(
    ("counts", "printed", "text", "in_files"),
    [
        ((444, 446), None, "over 99% (444 of 446)", "99.6"),
        ((444, 446), "100", "100% (444 of 446)", "100"),  # as its source printed it
        ((446, 446), None, "100% (446 of 446)", "100.0"),
        ((1, 300), None, "under 1% (1 of 300)", "0.3"),
        ((0, 300), None, "0% (0 of 300)", "0.0"),
        ((27, 33), None, "82% (27 of 33)", "81.8"),
        ((2, 2), None, "2 of 2 (100%)", "100.0"),
        ((1, 4), "25", "1 of 4 (25%)", "25"),
    ],
)
def test_a_share_with_its_counts(
    counts: tuple[int, int], printed: str | None, text: str, in_files: str
) -> None:
    told = figure("x", "2024-25", "compliance_pct", *counts, printed=printed)
    assert say.of_figure(told) == text
    assert say.value_in_files(told) == Decimal(in_files)


@pytest.mark.parametrize(
    ("events", "residents", "text", "in_files"),
    [
        (6, 141_574, "4.2 (6 upheld)", "4.24"),
        (1, 139_010, "1 upheld (0.7)", "0.72"),
        (1, 5_000_000, "1 upheld (under 0.1)", "0.02"),
        (0, 139_010, "0 upheld (0)", "0"),
    ],
)
def test_a_rate_with_its_events(events: int, residents: int, text: str, in_files: str) -> None:
    told = figure("x", "2024-25", "upheld_per_100k", events, residents)
    assert say.of_figure(told) == text
    assert say.value_in_files(told) == Decimal(in_files)


def test_a_percentage_without_counts_and_nothing_at_all() -> None:
    bare = figure("x", "2024-25", "upheld_pct", printed="84")
    assert (say.of_figure(bare), say.value_in_files(bare)) == ("84%", Decimal(84))
    empty = figure("x", "2024-25", "upheld_pct", state=State.NOT_HELD)
    assert (say.of_figure(empty), say.value_in_files(empty)) == (None, None)


def test_an_average_is_as_printed_or_no_absolute() -> None:
    pooled, printed = pooled_benchmark("100", 444, 446, 36), printed_benchmark("100")
    assert (say.average(pooled, SHARE), say.average_in_files(pooled, SHARE)) == ("over 99%", Decimal("99.6"))
    assert (say.average(printed, SHARE), say.average_in_files(printed, SHARE)) == ("100%", Decimal(100))


def test_a_mean_of_rates_is_no_absolute_either() -> None:
    assert say.mean(SHARE, Fraction(999, 1000)) == "over 99%"
    assert say.mean(RATE, Fraction(46, 1_000_000)) == "4.6"


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_only_all_is_written_100_and_only_none_0(counts: tuple[int, int]) -> None:
    text = say.of_counts(SHARE, *counts)
    assert ("100%" in text) == (counts[0] == counts[1] > 0)
    assert (text.split("%")[0].split("(")[-1] == "0") == (counts[0] == 0)

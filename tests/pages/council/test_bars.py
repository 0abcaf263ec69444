"""R7: the picture agrees with the words, in geometry and in what is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.bars import Usual, scale_end, usual_bar
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Comparison, NoComparison, not_compared
from dashboard.domain.measures import UPHELD, UPHELD_RATE
from dashboard.domain.origin import Origin
from dashboard.pages.council.bar_texts import others, printed
from dashboard.statistics.usual_range import UsualRange
from dashboard.words.usual import usual_range
from tests.support.bars_read import drawn_at, place_of
from tests.support.figures import figure, printed_benchmark, stands

WAYS = {
    Comparison.MUCH_LOWER: "lower",
    Comparison.LOWER: "lower",
    Comparison.NO_CLEAR_DIFFERENCE: "inside",
    Comparison.HIGHER: "higher",
    Comparison.MUCH_HIGHER: "higher",
}


@st.composite
def ranges(draw: st.DrawFn) -> tuple[int, int, int, int]:
    """A base, a usual range within it, and a count."""
    base = draw(st.integers(5, 600))
    low = draw(st.integers(0, base))
    high = draw(st.integers(low, base))
    return base, low, high, draw(st.integers(0, base))


@given(ranges())
def test_r7_the_point_is_outside_the_band_exactly_where_the_count_is_outside_the_range(
    told: tuple[int, int, int, int],
) -> None:
    base, low, high, count = told
    way = UsualRange(low, high, 0, base).place(count)
    share = figure("x", "2023-24", UPHELD.id, count, base, compared=stands(way, low, high))
    assert place_of(usual_bar(Usual.of(share), end=100, alt="")) == WAYS[way]


@given(ranges(), st.integers(20_000, 1_600_000))
def test_r7_and_so_it_is_on_the_bar_of_a_rate(told: tuple[int, int, int, int], residents: int) -> None:
    _, low, high, events = told
    way = UsualRange(low, high, 0, 10_000).place(events)
    rate = figure("x", "2023-24", UPHELD_RATE.id, events, residents, compared=stands(way, low, high))
    place = Usual.of(rate)
    assert place.band is not None
    end = scale_end(UPHELD_RATE, place.value, *place.band)
    assert place_of(usual_bar(place, end=end, alt="")) == WAYS[way]


def test_r7_a_mark_stands_at_the_end_of_the_bar_exactly_where_the_council_stands_out() -> None:
    for way in WAYS:
        share = figure("x", "2023-24", UPHELD.id, 6, 9, compared=stands(way, 4, 8))
        assert ("bar-mark" in usual_bar(Usual.of(share), end=100, alt="")) is way.marked


def test_r7_without_a_comparison_there_is_no_band_and_no_average() -> None:
    alone = figure("x", "2023-24", UPHELD.id, 6, 9, compared=not_compared(NoComparison.NO_AVERAGE))
    svg = usual_bar(Usual.of(alone), end=100, alt="")
    assert drawn_at(svg) == (None, 66.667)
    assert "bar-average" not in svg


def test_a_point_is_what_the_counts_come_to_whatever_was_printed() -> None:
    odd = figure("x", "2023-24", UPHELD.id, 9, 10, printed="91")
    assert Usual.of(odd).value == 90


@pytest.mark.parametrize(
    ("measure", "base", "low", "high", "said"),
    [
        (UPHELD.id, 57, 39, 51, "39 to 51 of 57 would be usual"),
        (UPHELD.id, 5, 5, 5, "5 of 5 would be usual"),
        (UPHELD_RATE.id, 572_000, 8, 62, "8 to 62 upheld would be usual (1.4 to 10.8 per 100,000)"),
    ],
)
def test_the_range_is_said_in_counts_and_of_a_rate_in_its_unit_too(
    measure: str, base: int, low: int, high: int, said: str
) -> None:
    standing = stands(Comparison.NO_CLEAR_DIFFERENCE, low, high)
    assert usual_range(figure("x", "2023-24", measure, low, base, compared=standing)) == said


def test_where_nothing_could_differ_no_range_is_claimed() -> None:
    small = stands(Comparison.NO_CLEAR_DIFFERENCE, 0, 5, could_differ=False)
    told = usual_range(figure("x", "2023-24", UPHELD.id, 4, 5, compared=small))
    assert told == "any number would be usual of so few"


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        (Origin.DERIVED, "other county councils together over 99% (444 of 446)"),
        (Origin.SIMULATED, "other county councils together over 99% (444 of 446), simulated"),
    ],
)
def test_the_average_named_is_the_one_tested_against(origin: Origin, said: str) -> None:
    beside = stands(Comparison.LOWER, 8, 9, others=(444, 446), origin=origin)
    assert others(figure("x", "2023-24", UPHELD.id, 7, 9, compared=beside), AuthorityType.COUNTY) == said


def test_a_printed_average_is_named_as_such() -> None:
    reported = printed_benchmark("79", Origin.REPORTED)
    assert printed(reported, UPHELD) == (
        "average printed by the Ombudsman, as reported by a council or the press 79%, this council included"
    )

"""The small picture of a measure's years: what is drawn, joined, cut, labelled and said of it."""

import re

import pytest

from dashboard.charts.small_trend import small_trend
from dashboard.domain.figures import Figure
from dashboard.domain.measure import Measure
from dashboard.domain.measures import COMPLIANCE, UPHELD, UPHELD_RATE
from dashboard.domain.origin import Origin
from tests.support.figures import figure

YEARS = [f"{year}-{(year + 1) % 100:02}" for year in range(2018, 2025)]


def history(measure: Measure = UPHELD, n: int = 8, d: int = 10, **odd: tuple[int, int]) -> list[Figure]:
    told = {f"y{year[:4]}": (n, d) for year in YEARS} | odd
    return [figure("x", year, measure.id, *told[f"y{year[:4]}"]) for year in YEARS]


def drawn(figures: list[Figure], measure: Measure = UPHELD) -> tuple[str, str]:
    told = small_trend(figures, measure, "Elder")
    assert told is not None
    return told


def test_every_year_has_its_point_and_no_line_crosses_a_break() -> None:
    svg, note = drawn(history())
    assert svg.count("<circle") == len(YEARS)
    assert svg.count('class="trend-cut"') == 1  # another choice of what to investigate, from 2022-23
    assert svg.count('class="trend-line"') == len(YEARS) - 1 - 1
    cut = float(re.search(r'trend-cut" x1="([\d.]+)%', svg)[1])  # type: ignore[index]
    for x1, x2 in re.findall(r'trend-line" x1="([\d.]+)%" y1="[\d.]+" x2="([\d.]+)%', svg):
        assert not float(x1) < cut < float(x2)
    assert note == "Dashed: not to be compared across."


def test_a_share_of_fewer_than_five_is_neither_drawn_nor_joined_and_that_is_said() -> None:
    svg, note = drawn(history(y2019=(1, 2)))
    assert svg.count("<circle") == len(YEARS) - 1
    assert svg.count('class="trend-line"') == len(YEARS) - 1 - 1 - 2
    assert note.endswith("years with fewer than five cases are not drawn.")


def test_simulated_years_are_open_and_said_to_be() -> None:
    figures = history()
    figures[-1] = figure("x", YEARS[-1], UPHELD.id, 7, 10, origin=Origin.SIMULATED)
    svg, note = drawn(figures)
    assert svg.count("trend-point simulated") == 1
    assert note.startswith("Open: simulated")
    assert "2024-25 70% (7 of 10, simulated)" in svg


def test_the_last_value_is_labelled_and_both_ends_of_the_years() -> None:
    svg, _ = drawn(history(y2024=(9, 10)))
    assert re.findall(r"<text[^>]*>([^<]*)<", svg) == ["90%", "2018-19", "2024-25"]


def test_compliance_is_never_joined() -> None:
    svg, _ = drawn(history(COMPLIANCE), COMPLIANCE)
    assert "trend-line" not in svg
    assert svg.count("<circle") == len(YEARS)


@pytest.mark.parametrize("measure", [UPHELD, UPHELD_RATE])
def test_all_points_lie_within_the_picture(measure: Measure) -> None:
    svg, _ = drawn(history(measure, 3, 141_574 if measure.is_rate else 10, y2020=(0, 20)), measure)
    for x, y in re.findall(r'cx="([\d.]+)%" cy="([\d.]+)"', svg):
        assert 0 < float(x) < 90
        assert 4 < float(y) < 50


@pytest.mark.parametrize("upheld", [0, 1, 12])
def test_a_label_in_words_ends_within_the_picture_of_the_narrowest_phone(upheld: int) -> None:
    """A council of few cases is told in counts: "0 upheld" was cut to "0 uph"."""
    svg, _ = drawn(history(UPHELD_RATE, upheld, 148_842), UPHELD_RATE)
    x, gap, label = re.findall(r'trend-value" x="([\d.]+)%" dx="(\d+)"[^>]*>([^<]*)<', svg)[0]
    assert 288 * float(x) / 100 + int(gap) + 8 * len(label) <= 288  # px; 8: a bold letter of 14 px


def test_one_year_is_no_trend() -> None:
    assert small_trend(history()[-1:], UPHELD, "Elder") is None

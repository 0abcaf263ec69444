"""The charts of a comparison: what is drawn is what the rows say, in their order, and nothing is ranked."""

import pytest

from dashboard.charts.dot_plot import DotRow, dot_plot
from dashboard.charts.small_multiples import YearPoint, small_multiples
from dashboard.domain.measures import UPHELD, UPHELD_RATE

BLACKPOOL = DotRow("Blackpool", "67% (6 of 9)", 67, 35, 88, 79, simulated=False)
DOVER = DotRow("Dover", "0 of 1 (0%)", None, None, None, 70, simulated=False)
LUTON = DotRow("Luton", "50% (20 of 40)", 50, 35, 65, 79, simulated=True)
YEARS = ("2021-22", "2022-23", "2023-24")


def test_councils_stand_from_a_at_the_top_in_the_order_given() -> None:
    plot = dot_plot(UPHELD, [BLACKPOOL, DOVER, LUTON], "2023-24")
    assert plot is not None
    axis = plot.figure["layout"]["yaxis"]
    assert axis["categoryarray"] == ["Luton", "Dover", "Blackpool"]
    assert plot.rows == (BLACKPOOL, DOVER, LUTON)


def test_points_intervals_and_averages_are_those_of_the_rows() -> None:
    plot = dot_plot(UPHELD, [BLACKPOOL, DOVER, LUTON], "2023-24")
    assert plot is not None
    real, simulated, averages = plot.figure["data"]
    assert (real["x"], real["y"], real["marker"]["symbol"]) == ([67], ["Blackpool"], "circle")
    assert (real["error_x"]["array"], real["error_x"]["arrayminus"]) == ([21], [32])
    assert (simulated["x"], simulated["marker"]["symbol"]) == ([50], "circle-open")
    assert (averages["x"], averages["y"]) == ([79, 79], ["Blackpool", "Luton"])
    assert [note["text"] for note in plot.figure["layout"]["annotations"]] == ["0 of 1 (0%)"]


def test_the_text_alternative_says_every_council_with_its_fraction() -> None:
    plot = dot_plot(UPHELD, [BLACKPOOL, DOVER, LUTON], "2023-24")
    assert plot is not None
    assert plot.alt == (
        "Dot plot. Complaints upheld, 2023-24: Blackpool 67% (6 of 9); Dover 0 of 1 (0%); Luton 50% (20 of "
        "40), simulated."
    )
    assert plot.figure["layout"]["meta"]["alt"] == plot.alt
    assert "open points are simulated" in plot.subtitle


def test_nothing_to_draw_is_no_chart() -> None:
    assert dot_plot(UPHELD, [DOVER], "2023-24") is None
    assert dot_plot(UPHELD, [], "2023-24") is None


def test_a_rate_has_a_scale_that_holds_every_interval() -> None:
    plot = dot_plot(
        UPHELD_RATE, [DotRow("Luton", "8.9 (20 upheld)", 8.9, 5.4, 13.7, 4.6, simulated=False)], "2023-24"
    )
    assert plot is not None
    assert plot.figure["layout"]["xaxis"]["range"][1] > 13.7


def point(year: str, value: float | None, *, simulated: bool = False) -> YearPoint:
    low, high = (None, None) if value is None else (value - 10, value + 10)
    return YearPoint(year, f"{value}%" if value else "Not held", value, low, high, value and 79, simulated)


SERIES = [
    ("Blackpool", [point("2021-22", None), point("2022-23", 33), point("2023-24", 67)]),
    ("Luton", [point("2021-22", 60, simulated=True), point("2022-23", 55), point("2023-24", 50)]),
    ("Reading", [point("2021-22", None), point("2022-23", None), point("2023-24", None)]),
]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Staffordshire Moorlands", ["Staffordshire", "Moorlands"]),
        ("Bournemouth, Christchurch and Poole", ["Bournemouth,", "Christchurch and", "Poole"]),
    ],
)
def test_a_long_name_stays_above_its_own_chart_on_a_phone(name: str, lines: list[str]) -> None:
    chart = small_multiples(UPHELD, [(name, SERIES[1][1])], YEARS)
    assert chart is not None
    (heading,) = chart.figure["layout"]["annotations"]
    assert heading["text"] == f"<b>{'<br>'.join(lines)}</b>"


@pytest.mark.parametrize(("series", "said"), [(SERIES, True), (SERIES[1:2], False)])
def test_years_without_a_point_are_explained(series: list[tuple[str, list[YearPoint]]], said: bool) -> None:
    chart = small_multiples(UPHELD, series, YEARS)
    assert chart is not None
    assert ("no point: fewer than five cases, or not held" in chart.subtitle) is said


def test_each_council_has_a_small_chart_on_one_scale() -> None:
    chart = small_multiples(UPHELD, SERIES, YEARS)
    assert chart is not None
    layout = chart.figure["layout"]
    assert len(chart.figure["data"]) == 3 * len(SERIES)
    assert {tuple(layout[f"yaxis{at}"]["range"]) for at in ("", "2", "3")} == {(0, 104)}
    assert [note["text"] for note in layout["annotations"]] == [
        "<b>Blackpool</b>",
        "<b>Luton</b>",
        "<b>Reading</b>",
    ]


def test_r9_a_line_stops_at_a_break_of_the_measure_and_it_is_drawn_in_every_chart() -> None:
    chart = small_multiples(UPHELD, SERIES, YEARS)
    assert chart is not None
    line = chart.figure["data"][4]  # Luton's: held in all three years, interrupted between the first two
    assert (line["x"], line["y"]) == ([2021, 2021.5, 2022, 2023], [60, None, 55, 50])
    assert line["connectgaps"] is False
    breaks = chart.figure["layout"]["shapes"]
    assert [(shape["xref"], shape["x0"]) for shape in breaks] == [
        ("x", 2021.5),
        ("x2", 2021.5),
        ("x3", 2021.5),
    ]


@pytest.mark.parametrize("count", [1, 2, 3, 7, 10])
def test_small_charts_do_not_overlap(count: int) -> None:
    chart = small_multiples(UPHELD, [(f"Council {i}", SERIES[1][1]) for i in range(count)], YEARS)
    assert chart is not None
    layout = chart.figure["layout"]
    places = [
        (*layout[f"xaxis{at}"]["domain"], *layout[f"yaxis{at}"]["domain"])
        for at in ("" if i == 0 else str(i + 1) for i in range(count))
    ]
    for i, (left, right, bottom, top) in enumerate(places):
        assert 0 <= left < right <= 1
        assert 0 <= bottom < top <= 1
        for other in places[i + 1 :]:
            assert right <= other[0] or other[1] <= left or other[3] <= bottom


def test_no_year_with_a_value_is_no_chart() -> None:
    assert small_multiples(UPHELD, [SERIES[2]], YEARS) is None

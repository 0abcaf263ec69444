"""The trend: the figure and its table tell the same, breaks are drawn, gaps and origins shown."""

from typing import Any

import pytest

from dashboard.charts.trend import Trend, trend
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import Figure, State
from dashboard.domain.measure import Measure
from dashboard.domain.measures import SATISFACTORY_REMEDY, UPHELD, UPHELD_RATE
from dashboard.domain.origin import Origin
from tests.support.figures import figure, pooled_benchmark, printed_benchmark

YEARS = ("2018-19", "2019-20", "2020-21", "2021-22", "2022-23", "2023-24", "2024-25")


def history(**held: tuple[int, int, Origin]) -> list[Figure]:
    """A history of upheld %; years are given as y2023=(6, 9, origin), the others are not held."""
    figures = []
    for year in YEARS:
        counts = held.get(f"y{year[:4]}")
        if counts is None:
            figures.append(figure("x", year, "upheld_pct", state=State.NOT_HELD))
        else:
            figures.append(figure("x", year, "upheld_pct", counts[0], counts[1], origin=counts[2]))
    return figures


PUBLISHED, SIMULATED = Origin.PUBLISHED, Origin.SIMULATED
MIXED = history(
    y2018=(5, 10, SIMULATED), y2019=(7, 12, PUBLISHED), y2022=(8, 10, PUBLISHED), y2023=(6, 9, PUBLISHED)
)
AVERAGES = {"2018-19": pooled_benchmark("58", 580, 1000, 55), "2023-24": printed_benchmark("79")}


@pytest.fixture
def drawn() -> Trend:
    return trend(MIXED, AVERAGES, UPHELD, "Blackpool", AuthorityType.UNITARY)


def traces(drawn: Trend, mode: str) -> list[dict[str, Any]]:
    return [trace for trace in drawn.figure["data"] if trace["mode"] == mode]


def test_the_table_holds_every_value_that_is_drawn(drawn: Trend) -> None:
    shown = {2018: "50%", 2019: "58%", 2022: "80%", 2023: "67%"}
    markers = [trace for trace in traces(drawn, "markers") if trace["name"].startswith("Blackpool")]
    points = {x: y for trace in markers for x, y in zip(trace["x"], trace["y"], strict=True)}
    assert {year: f"{value:.0f}%" for year, value in points.items()} == shown
    assert {int(row.year[:4]): row.value for row in drawn.rows if row.counts} == shown
    averages = [trace for trace in traces(drawn, "markers") if trace["name"].startswith("Average")]
    assert {x: y for t in averages for x, y in zip(t["x"], t["y"], strict=True)} == {2018: 58.0, 2023: 79.0}
    assert [row.benchmark for row in drawn.rows if row.benchmark != "not held"] == [
        "58% (pooled by us, simulated)",
        "79% (printed)",
    ]


def test_the_interval_drawn_is_the_interval_written(drawn: Trend) -> None:
    [marker] = [t for t in traces(drawn, "markers") if t["name"] == "Blackpool"]
    at = marker["x"].index(2023)
    low = marker["y"][at] - marker["error_y"]["arrayminus"][at]
    high = marker["y"][at] + marker["error_y"]["array"][at]
    [row] = [row for row in drawn.rows if row.year == "2023-24"]
    assert row.interval == f"{low:.0f}–{high:.0f}%" == "35–88%"


def test_a_year_that_is_not_held_leaves_a_gap_and_a_word(drawn: Trend) -> None:
    line = traces(drawn, "lines")[0]
    assert line["connectgaps"] is False
    held = [x for x, y in zip(line["x"], line["y"], strict=True) if y is not None]
    assert held == [2018, 2019, 2022, 2023]
    assert {2020, 2021, 2024} < set(line["x"])
    assert [row.value for row in drawn.rows if row.year in ("2020-21", "2021-22", "2024-25")] == [
        "not held"
    ] * 3


def test_simulated_points_are_open_and_named_in_the_legend(drawn: Trend) -> None:
    by_name = {trace["name"]: trace for trace in traces(drawn, "markers")}
    assert by_name["Blackpool"]["marker"]["symbol"] == "circle"
    assert by_name["Blackpool, simulated"]["marker"]["symbol"] == "circle-open"
    assert by_name["Blackpool, simulated"]["x"] == [2018]
    assert by_name["Average, simulated"]["marker"]["symbol"] == "square-open"
    assert [row.origin for row in drawn.rows if row.counts] == ["simulated"] + ["published"] * 3


def test_every_break_of_the_measure_is_a_line_with_its_label(drawn: Trend) -> None:
    layout = drawn.figure["layout"]
    assert [b.year for b in drawn.breaks] == ["2020-21", "2022-23"]
    assert [line["x0"] for line in layout["shapes"]] == [2019.5, 2021.5]
    assert [note["text"] for note in layout["annotations"]] == ["Covid<br>pause", "Selection<br>change"]
    assert all(note["textangle"] == 0 for note in layout["annotations"])


@pytest.mark.parametrize(
    ("measure", "cut", "marked"),
    [
        (UPHELD, [2021.5], [2019.5]),
        (SATISFACTORY_REMEDY, [], [2019.5]),
        (UPHELD_RATE, [2019.5, 2021.5], []),
    ],
)
def test_r9_a_line_is_interrupted_at_a_break_of_its_own_measure_and_only_marked_at_others(
    measure: Measure, cut: list[float], marked: list[float]
) -> None:
    held = [figure("x", year, measure.id, 60, 90) for year in YEARS]
    averages = {year: printed_benchmark("60") for year in YEARS}
    drawn = trend(held, averages, measure, "X", AuthorityType.UNITARY)
    lines = traces(drawn, "lines")
    assert len(lines) == 2  # the council's, and the average's
    for line in lines:
        assert [x for x, y in zip(line["x"], line["y"], strict=True) if y is None] == cut
        assert line["connectgaps"] is False
    dashes = {shape["x0"]: shape["line"]["dash"] for shape in drawn.figure["layout"]["shapes"]}
    assert dashes == {**dict.fromkeys(cut, "dash"), **dict.fromkeys(marked, "dot")}


def test_the_text_alternative_says_every_value(drawn: Trend) -> None:
    assert drawn.alt == drawn.figure["layout"]["meta"]["alt"]
    assert drawn.alt == (
        "Line chart. Complaints upheld, Blackpool: 2018-19 50% (5 of 10, simulated); 2019-20 58% (7 of 12); "
        "2020-21 not held; 2021-22 not held; 2022-23 80% (8 of 10); 2023-24 67% (6 of 9); 2024-25 not held."
    )


def test_every_tooltip_carries_the_fraction_and_the_origin(drawn: Trend) -> None:
    [marker] = [t for t in traces(drawn, "markers") if t["name"] == "Blackpool"]
    assert marker["text"][-1] == "2023-24: 67% (6 of 9), 95% interval 35–88%, published"


def test_no_line_joins_years_with_fewer_than_five_cases() -> None:
    few = history(y2021=(6, 9, PUBLISHED), y2022=(1, 2, PUBLISHED), y2023=(4, 5, PUBLISHED))
    drawn = trend(few, {}, UPHELD, "X", AuthorityType.DISTRICT)
    line = traces(drawn, "lines")[0]
    assert dict(zip(line["x"], line["y"], strict=True)) == {
        2021: 67,
        2021.5: None,
        2022: None,
        2023: 80,
        2024: None,
    }
    assert traces(drawn, "markers")[0]["y"] == [67.0, 50.0, 80.0]
    assert "No line joins years with fewer than five cases" in drawn.subtitle


def test_years_before_anything_is_known_are_left_out() -> None:
    drawn = trend(history(y2022=(8, 10, PUBLISHED)), {}, UPHELD, "X", AuthorityType.UNITARY)
    assert [row.year for row in drawn.rows] == ["2022-23", "2023-24", "2024-25"]


def test_a_rate_s_axis_holds_its_interval() -> None:
    rates = [figure("x", year, "upheld_per_100k", 6, 100_000) for year in YEARS]
    drawn = trend(rates, {}, UPHELD_RATE, "X", AuthorityType.UNITARY)
    assert drawn.figure["layout"]["yaxis"]["range"][1] >= max(f.high or 0 for f in rates)
    assert drawn.rows[0].counts == "6 upheld"


def test_small_shares_use_the_height() -> None:
    low = [figure("x", year, "satisfactory_remedy_pct", 9, 120) for year in YEARS]
    drawn = trend(low, {}, SATISFACTORY_REMEDY, "X", AuthorityType.UNITARY)
    assert drawn.figure["layout"]["yaxis"]["range"] == [0, 24]

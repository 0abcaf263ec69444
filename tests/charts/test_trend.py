"""The trend: the figure and its table tell the same, breaks are drawn, gaps and origins shown."""

from decimal import Decimal
from typing import Any

import pytest

from dashboard.charts.breaks import BREAKS, breaks_within
from dashboard.charts.changes import change, verdict
from dashboard.charts.trend import Trend, trend
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import Figure, State
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
    assert [y for y in line["y"] if y is None] == [None] * 3
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


def test_every_break_between_the_years_is_a_line_with_its_label(drawn: Trend) -> None:
    layout = drawn.figure["layout"]
    assert [b.year for b in drawn.breaks] == ["2020-21", "2022-23", "2024-25"]
    assert [line["x0"] for line in layout["shapes"]] == [2019.5, 2021.5, 2023.5]
    assert [note["text"] for note in layout["annotations"]] == [
        "Covid<br>pause",
        "Selection<br>change",
        "New<br>overview",
    ]
    assert all(note["textangle"] == 0 for note in layout["annotations"])


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ((), []),
        (("2019-20",), []),
        (("2019-20", "2020-21"), ["2020-21"]),
        (("2013-14", "2024-25"), [b.year for b in BREAKS]),
        (("2020-21", "2021-22"), []),
    ],
)
def test_breaks_lie_between_the_first_and_the_last_year(years: tuple[str, ...], expected: list[str]) -> None:
    assert [b.year for b in breaks_within(years)] == expected


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
    assert traces(drawn, "lines")[0]["y"] == [67.0, None, 80.0, None]
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


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        (
            (5, 10),
            (6, 10),
            "No clear change since 2022-23: 50% (5 of 10), then 60% (6 of 10).",
        ),
        (
            (20, 100),
            (80, 100),
            "▲ Higher than in 2022-23, by more than chance explains: 20% (20 of 100), then 80% (80 of 100).",
        ),
        (
            (80, 100),
            (20, 100),
            "▼ Lower than in 2022-23, by more than chance explains: 80% (80 of 100), then 20% (20 of 100).",
        ),
        (
            (1, 2),
            (9, 10),
            "Too few cases to say whether it has changed since 2022-23: 1 of 2 (50%), then 90% (9 of 10).",
        ),
    ],
)
def test_a_change_is_said_only_where_it_is_more_than_chance(
    then: tuple[int, int], now: tuple[int, int], said: str
) -> None:
    years = {
        "2022-23": figure("x", "2022-23", "upheld_pct", *then),
        "2023-24": figure("x", "2023-24", "upheld_pct", *now),
    }
    assert change(years, "2023-24", UPHELD) == said


def test_a_change_over_a_break_names_it_and_marks_what_is_simulated() -> None:
    years = {
        "2021-22": figure("x", "2021-22", "upheld_pct", 5, 10, origin=SIMULATED),
        "2022-23": figure("x", "2022-23", "upheld_pct", 6, 10),
    }
    assert change(years, "2022-23", UPHELD) == (
        "No clear change since 2021-22: 50% (5 of 10, simulated), then 60% (6 of 10). "
        "The series has a break in 2022-23: read this change with care."
    )


def test_no_change_is_told_without_both_counts() -> None:
    alone = {"2023-24": figure("x", "2023-24", "upheld_pct", 6, 9)}
    assert change(alone, "2023-24", UPHELD) is None
    assert Decimal(67) == alone["2023-24"].value


def _years(*counts: tuple[int, int], first: int = 2018) -> dict[str, Figure]:
    named = [f"{first + i}-{(first + i + 1) % 100:02d}" for i in range(len(counts))]
    return {year: figure("x", year, "upheld_pct", k, n) for year, (k, n) in zip(named, counts, strict=True)}


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (((5, 10),), None),
        (
            ((5, 10), (6, 10), (7, 10)),
            "Trend: too few years with cases to speak of one (3 of the 5 it needs).",
        ),
        (((5, 10), (6, 10), (7, 10), (6, 10), (7, 10)), "Trend, 2018-19 to 2022-23: no clear change."),
        (
            ((20, 60), (25, 60), (35, 60), (42, 60), (50, 60), (55, 60)),
            "Trend, 2018-19 to 2023-24: rising, by more than chance explains, and so without any one of the "
            "years. It spans breaks in the series (2020-21, 2022-23), which may explain it.",
        ),
        (
            ((55, 60), (50, 60), (42, 60), (35, 60), (25, 60)),
            "Trend, 2018-19 to 2022-23: falling, by more than chance explains, and so without any one of the "
            "years. It spans breaks in the series (2020-21, 2022-23), which may explain it.",
        ),
        (((6, 10), (5, 10), (6, 10), (5, 10), (60, 60)), "Trend, 2018-19 to 2022-23: no clear change."),
    ],
)
def test_rule_13_a_trend_is_told_only_where_it_survives_dropping_any_year(
    counts: tuple[tuple[int, int], ...], said: str | None
) -> None:
    years = _years(*counts)
    assert verdict(years, max(years), UPHELD) == said


def test_rule_13_a_trend_ends_with_the_year_shown_and_names_what_is_simulated() -> None:
    rising = _years((20, 60), (25, 60), (35, 60), (42, 60), (50, 60), (1, 60))
    told = verdict(rising, "2022-23", UPHELD)
    assert told is not None
    assert told.startswith("Trend, 2018-19 to 2022-23: rising")
    rising["2019-20"] = figure("x", "2019-20", "upheld_pct", 25, 60, origin=Origin.SIMULATED)
    told = verdict(rising, "2022-23", UPHELD)
    assert told is not None
    assert "(simulated figures among them)" in told

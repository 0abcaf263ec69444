"""What is said of a series holds its origin: a verdict on simulated years is itself simulated."""

import pytest

from dashboard.charts.changes import verdict
from dashboard.charts.series import council_points
from dashboard.charts.traces import average_traces
from dashboard.domain.figures import Figure
from dashboard.domain.measures import UPHELD
from dashboard.domain.origin import Origin
from tests.support.figures import figure, pooled_benchmark, printed_benchmark

SIMULATED = Origin.SIMULATED


def _years(*upheld: int, origin: Origin) -> dict[str, Figure]:
    """Return years from 2018-19 of ten investigations each, the first of the origin, the rest published."""
    return {
        (year := f"20{18 + i}-{19 + i}"): figure(
            "x", year, "upheld_pct", k, 10, origin=origin if i == 0 else Origin.PUBLISHED
        )
        for i, k in enumerate(upheld)
    }


@pytest.mark.parametrize(
    ("upheld", "origin", "said"),
    [
        ((5, 6, 7, 6, 7), Origin.PUBLISHED, "Trend, 2018-19 to 2022-23: no clear change."),
        (
            (5, 6, 7, 6, 7),
            SIMULATED,
            "Trend, 2018-19 to 2022-23: no clear change (simulated figures among them).",
        ),
        (
            (5, 6, 7),
            SIMULATED,
            "Trend: too few years with cases to speak of one (3 of the 5 it needs, simulated figures among "
            "them).",
        ),
    ],
)
def test_a_verdict_names_what_is_simulated_whatever_it_says(
    upheld: tuple[int, ...], origin: Origin, said: str
) -> None:
    years = _years(*upheld, origin=origin)
    assert verdict(years, max(years), UPHELD) == said


@pytest.mark.parametrize("origin", [SIMULATED, Origin.PUBLISHED])
def test_a_year_of_no_cases_keeps_its_origin(origin: Origin) -> None:
    (point,) = council_points([figure("x", "2023-24", "upheld_pct", 0, 0, origin=origin)])
    assert (point.text, point.value, point.origin_words) == ("no cases", None, origin.value)
    assert point.simulated is (origin is SIMULATED)


def test_every_average_names_its_origin_where_one_points_at_it() -> None:
    averages = {
        "2021-22": printed_benchmark("74"),
        "2022-23": printed_benchmark("77", Origin.REPORTED),
        "2023-24": pooled_benchmark("79", 79, 100, 4),
    }
    traces = average_traces(tuple(averages), averages, UPHELD, "Average")
    assert [text for trace in traces for text in trace.get("text", ())] == [
        "2021-22: Average 74%, published by the Ombudsman",
        "2022-23: Average 77%, reported by a council or the press",
        "2023-24: Average 79%, simulated",
    ]

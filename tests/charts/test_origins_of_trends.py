"""What is said of a series holds its origin."""

import pytest

from dashboard.charts.series import council_points
from dashboard.charts.traces import average_traces
from dashboard.domain.measures import UPHELD
from dashboard.domain.origin import Origin
from tests.support.figures import figure, pooled_benchmark, printed_benchmark

SIMULATED = Origin.SIMULATED


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
    traces = average_traces(tuple(averages), averages, UPHELD, "Average", ())
    assert [text for trace in traces for text in trace.get("text", ())] == [
        "2021-22: Average 74%, published by the Ombudsman",
        "2022-23: Average 77%, reported by a council or the press",
        "2023-24: Average 79%, simulated",
    ]

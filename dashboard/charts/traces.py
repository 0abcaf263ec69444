"""The plotly traces of a trend: a council's values with their intervals, and the average of its type.

A line stops where a year has no value or too few cases for one, and at a break of its measure. What is
simulated has open markers and says so in the legend.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from dashboard.charts.series import Point, line_through, year_number
from dashboard.charts.style import BENCHMARK_COLOUR, COUNCIL_COLOUR
from dashboard.domain.figures import Benchmark
from dashboard.domain.formats import value_text
from dashboard.domain.measure import Measure
from dashboard.domain.origin import Origin


def council_traces(points: Sequence[Point], council: str, cuts: Collection[int]) -> list[dict[str, Any]]:
    """Return one line through held years and its markers: filled where real, open where simulated."""
    held = [p for p in points if p.value is not None]
    along, values = line_through(
        [p.year for p in points], [None if p.too_few else p.value for p in points], cuts
    )
    line = {
        "type": "scatter",
        "mode": "lines",
        "x": along,
        "y": values,
        "connectgaps": False,
        "line": {"color": COUNCIL_COLOUR, "width": 2},
        "hoverinfo": "skip",
        "showlegend": False,
    }
    return [
        line,
        *_markers([p for p in held if not p.simulated], council, "circle"),
        *_markers([p for p in held if p.simulated], f"{council}, simulated", "circle-open"),
    ]


def _markers(points: Sequence[Point], name: str, symbol: str) -> list[dict[str, Any]]:
    if not points:
        return []
    values = [p.value or 0.0 for p in points]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": name,
            "x": [year_number(p.year) for p in points],
            "y": values,
            "error_y": {
                "type": "data",
                "symmetric": False,
                "array": [max((p.high or v) - v, 0.0) for p, v in zip(points, values, strict=True)],
                "arrayminus": [
                    max(v - (p.low if p.low is not None else v), 0.0)
                    for p, v in zip(points, values, strict=True)
                ],
                "color": COUNCIL_COLOUR,
                "thickness": 1,
                "width": 3,
            },
            "marker": {"color": COUNCIL_COLOUR, "size": 9, "symbol": symbol, "line": {"width": 2}},
            "text": [p.hover for p in points],
            "hovertemplate": "%{text}<extra></extra>",
        }
    ]


def average_traces(
    years: Sequence[str],
    averages: Mapping[str, Benchmark],
    measure: Measure,
    name: str,
    cuts: Collection[int],
) -> list[dict[str, Any]]:
    """Return the dotted line of a type's average and its square markers, open where simulated."""
    if not averages:
        return []
    simulated = [y for y in averages if averages[y].origin is Origin.SIMULATED]
    along, values = line_through(
        years, [float(averages[y].value) if y in averages else None for y in years], cuts
    )
    line = {
        "type": "scatter",
        "mode": "lines",
        "x": along,
        "y": values,
        "connectgaps": False,
        "line": {"color": BENCHMARK_COLOUR, "width": 2, "dash": "dot"},
        "hoverinfo": "skip",
        "showlegend": False,
    }
    traces = [line]
    for label, symbol, chosen in (
        (name, "square", [y for y in averages if y not in simulated]),
        (f"{name}, simulated", "square-open", simulated),
    ):
        if chosen:
            traces.append(
                {
                    "type": "scatter",
                    "mode": "markers",
                    "name": label,
                    "x": [year_number(y) for y in chosen],
                    "y": [float(averages[y].value) for y in chosen],
                    "marker": {"color": BENCHMARK_COLOUR, "size": 8, "symbol": symbol, "line": {"width": 2}},
                    "text": [
                        f"{y}: {name} {value_text(measure, averages[y].value)}, {averages[y].origin.words}"
                        for y in chosen
                    ],
                    "hovertemplate": "%{text}<extra></extra>",
                }
            )
    return traces

"""One measure of one council over the years, with the average of its type: the figure and its table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile
from math import ceil
from typing import Any

from dashboard.charts.breaks import Break, breaks_of
from dashboard.charts.series import Point, council_points, interrupted, points_text, year_number
from dashboard.charts.style import INK, axis, layout
from dashboard.charts.traces import average_traces, council_traces
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import Benchmark, BenchmarkKind, Figure
from dashboard.domain.formats import value_text
from dashboard.domain.measure import Measure, Unit
from dashboard.domain.origin import Origin

HEIGHT = 300


@dataclass(frozen=True, slots=True)
class TrendRow:
    """One year of the table: everything the chart draws of it, in words."""

    year: str
    value: str
    counts: str
    interval: str
    benchmark: str
    origin: str


@dataclass(frozen=True, slots=True)
class Trend:
    """A chart: its headline and subtitle as text, the plotly figure, and the table of the same values."""

    title: str
    subtitle: str
    alt: str
    figure: dict[str, Any]
    rows: tuple[TrendRow, ...]
    breaks: tuple[Break, ...]


def trend(
    history: Sequence[Figure],
    benchmarks: Mapping[str, Benchmark],
    measure: Measure,
    council: str,
    kind: AuthorityType,
) -> Trend:
    """Draw a history, ascending by year, from the first year with a value or an average.

    Years without a value leave a gap in the line and a word in the table. No line runs across a break that
    interrupts the measure; one that only concerns a year is marked.
    """
    applicable = list(dropwhile(lambda f: f.shown is None and f.year not in benchmarks, history))
    years = [figure.year for figure in applicable]
    points = council_points(applicable)
    averages = {year: benchmarks[year] for year in years if year in benchmarks}
    drawn_breaks = breaks_of(measure, years)
    cuts = interrupted(drawn_breaks)
    rows = tuple(_row(point, averages.get(point.year), measure) for point in points)
    name = "Average"
    alt = points_text(points, measure, council)
    data = [*council_traces(points, council, cuts), *average_traces(years, averages, measure, name, cuts)]
    drawn = _layout(years, points=points, averages=averages, breaks=drawn_breaks, measure=measure, alt=alt)
    return Trend(
        title=f"{measure.label}, {years[0]} to {years[-1]}" if years else measure.label,
        subtitle=_subtitle(measure, council, kind, points),
        alt=alt,
        figure={"data": data, "layout": drawn},
        rows=rows,
        breaks=drawn_breaks,
    )


def _subtitle(measure: Measure, council: str, kind: AuthorityType, points: Sequence[Point]) -> str:
    unit = "% of " + measure.noun if measure.unit is Unit.PERCENT else "upheld per 100,000 residents"
    few = ". No line joins years with fewer than five cases" if any(p.too_few for p in points) else ""
    return f"{unit}; {council} with its 95% interval, and the average of {kind.councils}{few}"


def _row(point: Point, benchmark: Benchmark | None, measure: Measure) -> TrendRow:
    average = "not held"
    if benchmark is not None:
        how = "printed" if benchmark.kind is BenchmarkKind.PRINTED else "pooled by us"
        simulated = ", simulated" if benchmark.origin is Origin.SIMULATED else ""
        average = f"{value_text(measure, benchmark.value)} ({how}{simulated})"
    return TrendRow(point.year, point.text, point.counts, point.interval, average, point.origin_words)


def _layout(
    years: Sequence[str],
    *,
    points: Sequence[Point],
    averages: Mapping[str, Benchmark],
    breaks: Sequence[Break],
    measure: Measure,
    alt: str,
) -> dict[str, Any]:
    numbers = [year_number(year) for year in years]
    step = 1 if len(years) <= 7 else 2
    ticks = list(reversed(years[::-1][::step]))
    highest = max(
        [p.high or p.value or 0.0 for p in points] + [float(b.value) for b in averages.values()] + [1.0]
    )
    percent = measure.unit is Unit.PERCENT
    x = axis() | {
        "tickvals": [year_number(year) for year in ticks],
        "ticktext": [f"{year[:5]}<br>{year[5:]}" for year in ticks],
        "range": [numbers[0] - 0.45, numbers[-1] + 0.45] if numbers else [0, 1],
        "showgrid": False,
    }
    y = axis() | {
        "range": [0, min(104, 20 * ceil(highest / 20) + 4) if percent else highest * 1.1],
        "ticksuffix": "%" if percent else "",
        "nticks": 6,
    }
    lines = [
        {
            "type": "line",
            "xref": "x",
            "yref": "paper",
            "x0": year_number(b.year) - 0.5,
            "x1": year_number(b.year) - 0.5,
            "y0": 0,
            "y1": 1,
            "line": {"color": INK, "width": 1, "dash": "dash" if b.interrupts else "dot"},
        }
        for b in breaks
    ]
    labels = [
        {
            "x": year_number(b.year) - 0.5,
            "y": 1,
            "xref": "x",
            "yref": "paper",
            "yanchor": "bottom",
            "text": "<br>".join(b.label),
            "showarrow": False,
            "textangle": 0,
            "font": {"size": 11, "color": INK},
        }
        for b in breaks
    ]
    return layout(HEIGHT, alt) | {"xaxis": x, "yaxis": y, "shapes": lines, "annotations": labels}

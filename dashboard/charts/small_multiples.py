"""One measure of several councils over the years: a small chart for each, all on one scale."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import ceil
from textwrap import wrap
from typing import Any

from dashboard.charts.breaks import Break, breaks_of
from dashboard.charts.series import interrupted, line_through, year_number
from dashboard.charts.style import BENCHMARK_COLOUR, COUNCIL_COLOUR, INK, axis, layout
from dashboard.domain.measure import Measure, Unit

COLUMNS = 2
_ROW, _AROUND = 190, 60  # pixels of a row of charts, and of what stands around them
_GAP, _BETWEEN = 0.17, 0.42  # shares of the width, and of a row: room for years and three lines of name
_NAME = 19  # characters of a line of a name: half of a phone's width


@dataclass(frozen=True, slots=True)
class YearPoint:
    """A council's year. ``value`` is None where none is drawn; ``text`` is the figure as in the table."""

    year: str
    text: str
    value: float | None
    low: float | None
    high: float | None
    average: float | None
    simulated: bool


@dataclass(frozen=True, slots=True)
class Multiples:
    """The chart: headline, subtitle, text alternative, plotly figure, and the series it was drawn from."""

    title: str
    subtitle: str
    alt: str
    figure: dict[str, Any]
    series: tuple[tuple[str, tuple[YearPoint, ...]], ...]


def small_multiples(
    measure: Measure, series: Sequence[tuple[str, Sequence[YearPoint]]], years: Sequence[str]
) -> Multiples | None:
    """Draw each council's years, in the order given; None where none has a value.

    A line stops where a year has no value and at a break of the measure, drawn dashed; one that concerns a
    year alone is dotted.
    """
    drawn = [p for _, points in series for p in points if p.value is not None]
    if not drawn:
        return None
    percent = measure.unit is Unit.PERCENT
    title = f"{measure.label}, {years[0]} to {years[-1]}"
    unit = f"% of {measure.noun}" if percent else "per 100,000 residents"
    simulated = "; open points are simulated" if any(p.simulated for p in drawn) else ""
    missing = any(p.value is None for _, points in series for p in points)
    gaps = "; no point: fewer than five cases, or not held" if missing else ""
    subtitle = (
        f"{unit}, with 95% intervals{simulated}; dotted: average of the council’s own type; "
        f"dashed: break in the series{gaps}"
    )
    alt = f"A line chart for each council. {title}: " + " ".join(
        _said(name, points) for name, points in series
    )
    breaks = breaks_of(measure, years)
    cuts = interrupted(breaks)
    top = 104 if percent else 1.08 * max(max(p.high or 0, p.value or 0, p.average or 0) for p in drawn)
    rows = ceil(len(series) / COLUMNS)
    shape = layout(_AROUND + _ROW * rows, alt) | {"showlegend": False}
    shape["meta"] = {"alt": alt, "title": title, "subtitle": subtitle}
    shape["margin"] = {"l": 8, "r": 12, "t": 48, "b": 8}
    data: list[dict[str, Any]] = []
    annotations: list[dict[str, Any]] = []
    for index, (name, points) in enumerate(series):
        at = str(index + 1) if index else ""
        shape[f"xaxis{at}"], shape[f"yaxis{at}"] = _axes(index, rows, years, top, percent=percent)
        data += _traces(points, at, cuts)
        annotations.append(_heading(name, at))
    shape["annotations"] = annotations
    shape["shapes"] = [_break(each, str(i + 1) if i else "") for each in breaks for i in range(len(series))]
    whole = tuple((name, tuple(points)) for name, points in series)
    return Multiples(title, subtitle, alt, {"data": data, "layout": shape}, whole)


def _axes(
    index: int, rows: int, years: Sequence[str], top: float, *, percent: bool
) -> tuple[dict[str, Any], dict[str, Any]]:
    row, column = divmod(index, COLUMNS)
    at = str(index + 1) if index else ""
    width, height = (1 - _GAP) / COLUMNS, (1 - _BETWEEN / rows * (rows - 1)) / rows
    left = column * (width + _GAP)
    bottom = 1 - height - row * (height + _BETWEEN / rows)
    numbers = [year_number(year) for year in years]
    ends = sorted({years[0], years[-1]})  # a third would touch them on a phone
    x = axis() | {
        "domain": [left, left + width],
        "anchor": f"y{at}",
        "range": [numbers[0] - 0.5, numbers[-1] + 0.5],
        "tickvals": [year_number(year) for year in ends],
        "ticktext": list(ends),
        "showgrid": False,
    }
    y = axis() | {
        "domain": [max(bottom, 0), min(bottom + height, 1)],
        "anchor": f"x{at}",
        "range": [0, top],
        "ticksuffix": "%" if percent else "",
        "nticks": 4,
    }
    return x, y


def _traces(points: Sequence[YearPoint], at: str, cuts: Collection[int]) -> list[dict[str, Any]]:
    where = {"xaxis": f"x{at}", "yaxis": f"y{at}", "showlegend": False}
    years = [p.year for p in points]
    along, averages = line_through(years, [p.average for p in points], cuts)
    _, values = line_through(years, [p.value for p in points], cuts)
    average = {
        **where,
        "type": "scatter",
        "mode": "lines",
        "x": along,
        "y": averages,
        "connectgaps": False,
        "line": {"color": BENCHMARK_COLOUR, "width": 2, "dash": "dot"},
        "hoverinfo": "skip",
    }
    held = [(p, p.value) for p in points if p.value is not None]
    line = {
        **where,
        "type": "scatter",
        "mode": "lines",
        "x": along,
        "y": values,
        "connectgaps": False,
        "line": {"color": COUNCIL_COLOUR, "width": 2},
        "hoverinfo": "skip",
    }
    markers = {
        **where,
        "type": "scatter",
        "mode": "markers",
        "x": [year_number(p.year) for p, _ in held],
        "y": [value for _, value in held],
        "marker": {
            "size": 8,
            "symbol": ["circle-open" if p.simulated else "circle" for p, _ in held],
            "color": COUNCIL_COLOUR,
            "line": {"width": 2, "color": COUNCIL_COLOUR},
        },
        "error_y": {
            "type": "data",
            "symmetric": False,
            "array": [max((p.high or value) - value, 0) for p, value in held],
            "arrayminus": [max(value - (value if p.low is None else p.low), 0) for p, value in held],
            "color": COUNCIL_COLOUR,
            "thickness": 1,
            "width": 2,
        },
        "text": [f"{p.year}: {p.text}{', simulated' if p.simulated else ''}" for p, _ in held],
        "hovertemplate": "%{text}<extra></extra>",
    }
    return [average, line, markers]


def _heading(name: str, at: str) -> dict[str, Any]:
    return {
        "text": f"<b>{'<br>'.join(wrap(name, _NAME))}</b>",
        "x": 0,
        "y": 1,
        "xref": f"x{at} domain",
        "yref": f"y{at} domain",
        "xanchor": "left",
        "yanchor": "bottom",
        "align": "left",
        "showarrow": False,
        "font": {"size": 11, "color": "#14181C"},
    }


def _break(each: Break, at: str) -> dict[str, Any]:
    number = year_number(each.year)
    return {
        "type": "line",
        "xref": f"x{at}",
        "yref": f"y{at} domain",
        "x0": number - 0.5,
        "x1": number - 0.5,
        "y0": 0,
        "y1": 1,
        "line": {"color": INK, "width": 1, "dash": "dash" if each.interrupts else "dot"},
    }


def _said(name: str, points: Sequence[YearPoint]) -> str:
    told = "; ".join(f"{p.year} {p.text}{', simulated' if p.simulated else ''}" for p in points)
    return f"{name}: {told}."

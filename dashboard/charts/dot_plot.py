"""One measure of several councils in one year: a point each with its interval, and its type's average."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from dashboard.charts.style import BENCHMARK_COLOUR, COUNCIL_COLOUR, INK, axis, layout
from dashboard.domain.measure import Measure, Unit

_LINE, _AROUND = 44, 48  # pixels a council takes, and what stands above and below
_LETTER = 7  # pixels of a letter at most, on average
_LONGEST = 20


@dataclass(frozen=True, slots=True)
class DotRow:
    """A council. ``value`` is None where none is drawn; ``text`` then says why, as in the table."""

    council: str
    text: str
    value: float | None
    low: float | None
    high: float | None
    average: float | None
    simulated: bool


@dataclass(frozen=True, slots=True)
class DotPlot:
    """The chart: headline, subtitle, text alternative, plotly figure, and the rows it was drawn from."""

    title: str
    subtitle: str
    alt: str
    figure: dict[str, Any]
    rows: tuple[DotRow, ...]


def dot_plot(measure: Measure, rows: Sequence[DotRow], year: str) -> DotPlot | None:
    """Draw councils from A at the top, in the order given, without ranking; None where none has a value."""
    drawn = [row for row in rows if row.value is not None]
    if not drawn:
        return None
    percent = measure.unit is Unit.PERCENT
    title = f"{measure.label}, {year}"
    unit = f"% of {measure.noun}" if percent else "per 100,000 residents"
    simulated = "; open points are simulated" if any(row.simulated for row in drawn) else ""
    subtitle = f"{unit}; point with 95% interval{simulated}; upright mark: average of the council’s own type"
    alt = f"Dot plot. {title}: " + "; ".join(_said(row) for row in rows) + "."
    names = [_name(row.council) for row in rows]
    data = [
        *_points(rows, names, simulated=False),
        *_points(rows, names, simulated=True),
        *_averages(rows, names),
    ]
    highest = max(max(row.high or 0, row.value or 0, row.average or 0) for row in drawn)
    x = axis() | {
        "range": [0, 102] if percent else [0, highest * 1.08],
        "ticksuffix": "%" if percent else "",
        "nticks": 6,
    }
    y = axis() | {
        "type": "category",
        "categoryarray": names[::-1],
        "categoryorder": "array",
        "automargin": False,
        "showgrid": False,
    }
    y["range"] = [-0.6, len(names) - 0.4]
    shape = layout(_AROUND + _LINE * len(rows), alt) | {
        "xaxis": x,
        "yaxis": y,
        "annotations": _missing(rows, names),
    }
    shape["showlegend"] = False
    shape["meta"] = {"alt": alt, "title": title, "subtitle": subtitle}
    longest = max(len(line) for name in names for line in name.split("<br>"))
    shape["margin"] = {"l": _LETTER * longest + 12, "r": 16, "t": 8, "b": 8}
    return DotPlot(title, subtitle, alt, {"data": data, "layout": shape}, tuple(rows))


def _points(rows: Sequence[DotRow], names: Sequence[str], *, simulated: bool) -> list[dict[str, Any]]:
    chosen = [
        (row, label)
        for row, label in zip(rows, names, strict=True)
        if row.value is not None and row.simulated is simulated
    ]
    if not chosen:
        return []
    values = [row.value or 0.0 for row, _ in chosen]
    lows = [value if row.low is None else row.low for (row, _), value in zip(chosen, values, strict=True)]
    highs = [value if row.high is None else row.high for (row, _), value in zip(chosen, values, strict=True)]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": values,
            "y": [label for _, label in chosen],
            "error_x": {
                "type": "data",
                "symmetric": False,
                "array": [max(high - value, 0.0) for high, value in zip(highs, values, strict=True)],
                "arrayminus": [max(value - low, 0.0) for low, value in zip(lows, values, strict=True)],
                "color": COUNCIL_COLOUR,
                "thickness": 2,
                "width": 0,
            },
            "marker": {
                "color": COUNCIL_COLOUR,
                "size": 11,
                "symbol": "circle-open" if simulated else "circle",
                "line": {"width": 2, "color": COUNCIL_COLOUR},
            },
            "text": [_said(row) for row, _ in chosen],
            "hovertemplate": "%{text}<extra></extra>",
        }
    ]


def _averages(rows: Sequence[DotRow], names: Sequence[str]) -> list[dict[str, Any]]:
    chosen = [
        (row, label)
        for row, label in zip(rows, names, strict=True)
        if row.average is not None and row.value is not None
    ]
    if not chosen:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [row.average for row, _ in chosen],
            "y": [label for _, label in chosen],
            "marker": {
                "color": BENCHMARK_COLOUR,
                "size": 20,
                "symbol": "line-ns",
                "line": {"width": 3, "color": BENCHMARK_COLOUR},
            },
            "hoverinfo": "skip",
        }
    ]


def _missing(rows: Sequence[DotRow], names: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {
            "x": 0.01,
            "xref": "x domain",
            "xanchor": "left",
            "y": label,
            "yref": "y",
            "text": row.text,
            "showarrow": False,
            "font": {"size": 12, "color": INK},
            "bgcolor": "#fcfbf8",
        }
        for row, label in zip(rows, names, strict=True)
        if row.value is None
    ]


def _said(row: DotRow) -> str:
    return f"{row.council} {row.text}{', simulated' if row.simulated else ''}"


def _name(council: str) -> str:
    return "<br>".join(wrap(council, _LONGEST))

"""The look every chart shares: colours in a fixed order, horizontal text, no frame, no mode bar."""

from typing import Any

COUNCIL_COLOUR = "#12436D"
BENCHMARK_COLOUR = "#801650"
INK = "#4A5157"
HAIRLINE = "#DCD8D0"
FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif'

CONFIG: Any = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False}


def axis() -> dict[str, Any]:
    """Return what both axes share: fixed, horizontal labels, hairline grid."""
    return {
        "fixedrange": True,
        "tickangle": 0,
        "gridcolor": HAIRLINE,
        "linecolor": INK,
        "zeroline": False,
        "automargin": True,
        "tickfont": {"size": 12, "color": INK},
    }


def layout(height: int, alt: str) -> dict[str, Any]:
    """Return the layout without its axes. ``meta.alt`` is the chart's text alternative."""
    return {
        "height": height,
        "meta": {"alt": alt},
        "margin": {"l": 8, "r": 20, "t": 40, "b": 8},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 12, "color": "#14181C"},
        "legend": {"orientation": "h", "x": 0, "y": -0.17, "yanchor": "top", "font": {"size": 12}},
        "showlegend": True,
        "hovermode": "closest",
        "dragmode": False,
    }

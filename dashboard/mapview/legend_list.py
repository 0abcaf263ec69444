"""The legend beside the map: a key for every class, with its number of councils."""

from dash.development.base_component import Component

from dashboard.mapview.legend import Entry, legend
from dashboard.mapview.texts import MapTexts
from dashboard.mapview.view import MapView
from dashboard.markup import elements as html
from dashboard.markup.markup import Markup

OTHERS = "Councils of other types are drawn in outline only."


def legend_box(view: MapView, said: MapTexts) -> Component:
    """Return the legend of a view."""
    figures = [view.figures[c.slug] for c in view.councils]
    entries = legend(figures, view.measure, view.reading)
    return html.Div(
        [
            html.H2("Number of councils", className="map-legend-title"),
            html.Ul([_entry(entry) for entry in entries], id="map-legend"),
            html.P(OTHERS, id="map-others", className="map-others", hidden=view.type is None),
            html.P(said.marks, id="map-marks", className="map-marks", hidden=not said.marks),
        ],
        className="map-legend",
    )


def _entry(entry: Entry) -> Component:
    key = (
        '<svg class="map-key" width="22" height="14" aria-hidden="true" focusable="false">'
        f'<rect class="{entry.kind.value}" x=".5" y=".5" width="21" height="13"/></svg>'
    )
    return html.Li([Markup(key), html.Span(entry.label), html.Span(str(entry.councils), className="count")])

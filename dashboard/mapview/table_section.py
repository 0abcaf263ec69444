"""The table beside the map, folded away until it is wanted."""

from dash.development.base_component import Component

from dashboard.addresses.links import Links
from dashboard.mapview.table import HEADINGS, Row, rows
from dashboard.mapview.view import MapView
from dashboard.markup import elements as html
from dashboard.markup.parts import aria
from dashboard.words.wording import counted

NUMBERS = frozenset({1, 2, 3})


def table_details(view: MapView, links: Links) -> Component:
    """Return the table of all councils in view, A to Z, without ranks."""
    heads = [html.Th(told, scope="col", className=_css(i)) for i, told in enumerate(HEADINGS)]
    body = [_row(row, links.council(row.slug, view.year)) for row in rows(view)]
    caption = html.Caption(f"{view.measure.label}, {view.year}", id="map-table-caption")
    whole = html.Table([caption, html.Thead(html.Tr(heads)), html.Tbody(body)], id="map-table")
    return html.Details(
        [
            html.Summary(f"Table of the same figures: {counted(len(view.councils), 'councils')}, A to Z"),
            html.Div(whole, className="table-box", role="region", tabIndex="0", **aria(label="Table")),
        ],
        id="map-table-details",
        className="map-table",
    )


def _row(row: Row, href: str) -> Component:
    cells = (row.cases, row.value, row.average, row.comparison, row.origin)
    return html.Tr(
        [
            html.Th(html.A(row.name, href=href), scope="row"),
            *[html.Td(told, className=_css(i)) for i, told in enumerate(cells, start=1)],
        ]
    )


def _css(column: int) -> str | None:
    return "number" if column in NUMBERS else None

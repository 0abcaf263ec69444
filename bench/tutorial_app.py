"""The usual tutorial version of the map, kept small and in the tutorials' own manner, to be measured against.

Dash with ``go.Choropleth``, the GeoJSON in the figure, dropdowns, and one callback that returns the
whole of the content. Served by gunicorn as the product is: ``gunicorn bench.tutorial_app:server``. Its
answers are gzipped, as behind any web server.
"""

import gzip
import os
import sqlite3
from pathlib import Path

import pandas as pd
import plotly.express as px
from dash import Dash, Input, Output, callback, dcc, html
from flask import Response, request

from bench.geometry import geojson

RELEASE = Path(os.environ.get("BENCH_RELEASE", "releases/demo"))
GEOJSON = geojson(Path("data/boundaries/upper-2023.json"))
MEASURES = {
    "upheld_pct": "Complaints upheld (%)",
    "compliance_pct": "Compliance with recommendations (%)",
    "satisfactory_remedy_pct": "Satisfactory remedy (%)",
    "upheld_per_100k": "Upheld per 100,000 residents",
}
with sqlite3.connect(f"file:{RELEASE / 'release.sqlite'}?mode=ro", uri=True) as connection:
    DF = pd.read_sql(
        "SELECT slug, name, year, measure, numerator, denominator, value "
        "FROM figure JOIN council USING (slug) WHERE period = 1",
        connection,
    )
DF["value"] = DF["value"].astype(float)
DF = DF[DF["slug"].isin([feature["id"] for feature in GEOJSON["features"]])]

app = Dash(__name__)
server = app.server

app.layout = html.Div(
    [
        html.H1("Your council's performance"),
        dcc.Dropdown(MEASURES, "upheld_pct", id="measure", clearable=False),
        dcc.Dropdown(sorted(DF["year"].unique()), DF["year"].max(), id="year", clearable=False),
        html.Div(id="content", children=dcc.Graph(id="map")),
        html.Div(id="panel"),
    ]
)


@callback(Output("content", "children"), Input("measure", "value"), Input("year", "value"))
def show_content(measure: str, year: str) -> list[object]:
    chosen = DF[(DF["measure"] == measure) & (DF["year"] == year)]
    figure = px.choropleth(
        chosen,
        geojson=GEOJSON,
        locations="slug",
        color="value",
        hover_name="name",
        hover_data=["numerator", "denominator"],
        color_continuous_scale="Blues",
    )
    figure.update_geos(fitbounds="locations", visible=False)
    figure.update_layout(height=800, margin={"r": 0, "t": 0, "l": 0, "b": 0})
    return [html.H2(f"{MEASURES[measure]}, {year}"), dcc.Graph(id="map", figure=figure), table_of(chosen)]


@callback(
    Output("panel", "children"), Input("map", "clickData"), Input("year", "value"), prevent_initial_call=True
)
def show_council(click: dict[str, list[dict[str, str]]] | None, year: str) -> list[object]:
    if not click:
        return []
    slug = click["points"][0]["location"]
    council = DF[DF["slug"] == slug]
    trend = px.line(council[council["measure"] == "upheld_pct"], x="year", y="value")
    return [
        html.H2(council["name"].iloc[0], id=f"panel-{slug}"),
        table_of(council[council["year"] == year]),
        dcc.Graph(figure=trend),
    ]


def table_of(rows: pd.DataFrame) -> html.Table:
    head = html.Tr([html.Th(column) for column in rows.columns])
    return html.Table([head, *(html.Tr([html.Td(cell) for cell in row]) for row in rows.to_numpy().tolist())])


@server.after_request  # type: ignore[untyped-decorator]
def compressed(response: Response) -> Response:
    if "gzip" in request.headers.get("Accept-Encoding", "") and not response.headers.get("Content-Encoding"):
        response.direct_passthrough = False
        response.set_data(gzip.compress(response.get_data(), 6))
        response.headers["Content-Encoding"] = "gzip"
    return response

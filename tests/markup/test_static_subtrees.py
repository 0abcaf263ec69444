"""A condensed tree draws the same page with far fewer components."""

import pytest
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.markup.html import render
from dashboard.markup.markup import Markup
from dashboard.markup.static_subtrees import condensed, is_static

CHART = dcc.Graph(id="chart", figure={"layout": {"height": 300}})
TREES = {
    "text": html.P("Upheld"),
    "static": html.Section([html.H2("Upheld", id="u"), html.P(["6 of ", html.B("9")])], className="block"),
    "a link's address": html.A([html.B("Leeds")], href="/council/leeds-city-council"),
    "a chart among text": html.Div([html.P([html.I("before")]), CHART, html.P([html.I("after")])], id="d"),
    "markup": html.Div([Markup("<svg></svg>"), html.Span("x")], **{"data-x": "1", "aria-label": "a < b"}),
    "void elements": html.Div([html.Hr(), html.Img(src="/a.png", alt="")]),
    "an open disclosure": html.Details([html.Summary("More"), html.P("text")], open=True),
}


@pytest.mark.parametrize("tree", TREES.values(), ids=TREES.keys())
def test_the_page_is_the_same(tree: Component) -> None:
    assert render(condensed(tree)) == render(tree)


def test_a_static_tree_is_one_component() -> None:
    whole = condensed(TREES["static"])
    assert isinstance(whole, Markup)
    assert whole.to_plotly_json()["props"] == {
        "className": "block",
        "html": '<h2 id="u">Upheld</h2><p>6 of <b>9</b></p>',
        "tag": "section",
    }


def test_a_chart_stays_alive() -> None:
    whole = condensed(TREES["a chart among text"])
    assert [type(child) for child in whole.children] == [Markup, dcc.Graph, Markup]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("tree", "static"), [(CHART, False), (html.P([CHART]), False), (html.P("x"), True), ("x", True)]
)
def test_only_elements_and_markup_are_static(tree: object, static: bool) -> None:
    assert is_static(tree) is static

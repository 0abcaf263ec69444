"""Which pages need the Dash application: those that hold a chart, wherever it is."""

import pytest
from dash import dcc

from dashboard.markup import elements as html
from dashboard.markup.markup import Markup
from dashboard.web.page import Follow, follow_of

CHART = dcc.Graph(id="chart", figure={})


@pytest.mark.parametrize(
    "children", [None, "text", 5, 2.5, False, [], [None, "a", 3], (html.P(None), Markup("<b>b</b>", tag="p"))]
)
def test_a_page_without_a_chart_is_text(children: object) -> None:
    assert follow_of(html.Div(children)) is Follow.NOTHING


@pytest.mark.parametrize("children", [CHART, [None, "a", html.Div([html.P(3), html.Div(CHART)])], (5, CHART)])
def test_one_with_a_chart_is_an_application(children: object) -> None:
    assert follow_of(html.Div(children)) is Follow.PAGE

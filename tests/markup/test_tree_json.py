"""Trees as JSON, as Dash's renderer reads them."""

import json

import pytest
from dash import html

from dashboard.markup.markup import NAMESPACE, Markup
from dashboard.markup.tree_json import dumps


def test_a_tree_is_written_as_dash_reads_it() -> None:
    tree = html.P(["Upheld – ", Markup("<svg/>", tag="i")], className="x")
    assert json.loads(dumps(tree)) == {
        "namespace": "dash_html_components",
        "type": "P",
        "props": {
            "className": "x",
            "children": [
                "Upheld – ",
                {"namespace": NAMESPACE, "type": "Markup", "props": {"html": "<svg/>", "tag": "i"}},
            ],
        },
    }


def test_what_neither_json_nor_dash_knows_is_refused() -> None:
    with pytest.raises(TypeError, match="set has no place"):
        dumps(html.P({1, 2}))

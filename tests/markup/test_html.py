"""Trees as HTML: what is written, what is refused, and that nothing goes out unescaped."""

from decimal import Decimal
from html.parser import HTMLParser

import pytest
from dash import dcc, html
from dash.development.base_component import Component
from hypothesis import given
from hypothesis import strategies as st

from dashboard.markup.html import render
from dashboard.markup.markup import Markup


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (None, ""),
        (["a", None, 3, Decimal("4.20"), True], "a34.20"),
        (html.P("6 < 9 & 7 > 2"), "<p>6 &lt; 9 &amp; 7 &gt; 2</p>"),
        (
            html.P("a\x00b\x1f\tc\n", title="\x7f"),
            '<p title="\ufffd">a\ufffdb\ufffd\tc\n</p>',
        ),
        (html.P(["a", html.Br(), "b"]), "<p>a<br>b</p>"),
        (html.Img(src="/a.svg", alt='say "no"'), '<img alt="say &quot;no&quot;" src="/a.svg">'),
        (html.Label("Year", htmlFor="year"), '<label for="year">Year</label>'),
        (html.Td("8", colSpan=2, className="number"), '<td class="number" colspan="2">8</td>'),
        (html.Details(html.Summary("More"), open=True), "<details open><summary>More</summary></details>"),
        (html.Button("Go", disabled=False, hidden=True), "<button hidden>Go</button>"),
        (html.Div(**{"aria-hidden": True, "data-n": 0}), '<div aria-hidden="true" data-n="0"></div>'),
        (html.Div(**{"aria-expanded": False}), '<div aria-expanded="false"></div>'),
        (html.A("x", href="/?a=1&b=2"), '<a href="/?a=1&amp;b=2">x</a>'),
        (
            html.Div(style={"marginTop": 4, "lineHeight": 1.5, "--share": 0.67, "width": "50%", "left": 0}),
            '<div style="margin-top:4px;line-height:1.5;--share:0.67;width:50%;left:0"></div>',
        ),
        (html.MapEl(name="m"), '<map name="m"></map>'),
        (html.Div(id="n", n_clicks=3, key="k"), '<div id="n"></div>'),
        (
            Markup("<svg><path d='M0'/></svg>", role="img"),
            "<span role=\"img\"><svg><path d='M0'/></svg></span>",
        ),
        (Markup("<b>x</b>", tag="div", className="bar"), '<div class="bar"><b>x</b></div>'),
        (dcc.Link("Map", href="/?a&b"), '<a href="/?a&amp;b">Map</a>'),
    ],
)
def test_a_tree_is_written_as_html(tree: object, expected: str) -> None:
    assert render(tree) == expected


def test_a_charts_place_is_as_high_as_the_chart_and_named_as_it() -> None:
    figure = {"data": [], "layout": {"height": 280, "meta": {"alt": 'Upheld, "all" years'}}}
    assert render(dcc.Graph(id="g", figure=figure)) == (
        '<div class="chart-place" style="height:280px" role="img" '
        'aria-label="Upheld, &quot;all&quot; years"></div>'
    )


def test_a_place_is_filled_by_its_id() -> None:
    tree = html.Main([html.Aside(id="panel"), html.P("after")])
    assert render(tree, {"panel": "<i>x</i>"}) == (
        '<main><aside id="panel"><i>x</i></aside><p>after</p></main>'
    )


@pytest.mark.parametrize(
    ("tree", "error"),
    [
        (html.Br("text"), ValueError),
        (html.Script("alert(1)"), ValueError),
        (html.Div(**{"data-x y": "1"}), ValueError),
        (html.Div(style={"color:red;x": "1"}), ValueError),
        (Markup("x", tag="b onload=x"), ValueError),
        (dcc.Dropdown(), TypeError),
        (html.Div(object()), TypeError),
        (html.Div({"a": 1}), TypeError),
    ],
)
def test_what_is_no_html_is_refused(tree: Component, error: type[Exception]) -> None:
    with pytest.raises(error):
        render(tree)


def test_a_place_that_is_not_empty_is_refused() -> None:
    with pytest.raises(ValueError, match="#panel is not empty"):
        render(html.Div("here", id="panel"), {"panel": "there"})


class _Read(HTMLParser):
    """Reads HTML back: tags with attributes, and all text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)
leaves = texts | st.integers() | st.none()
trees = st.recursive(
    leaves,
    lambda inner: st.builds(
        lambda kind, children, title: kind(children, title=title),
        st.sampled_from([html.Div, html.P, html.Td, html.Strong]),
        st.lists(inner, max_size=3),
        texts,
    ),
    max_leaves=12,
)


def _said(node: object) -> str:
    if isinstance(node, Component):
        return _said(getattr(node, "children", None))
    if isinstance(node, list):
        return "".join(_said(child) for child in node)
    return "" if node is None else str(node)


def _titles(node: object) -> list[str]:
    if isinstance(node, Component):
        return [node.title, *_titles(getattr(node, "children", None))]
    return [title for child in node for title in _titles(child)] if isinstance(node, list) else []


@given(trees)
def test_whatever_a_text_holds_it_is_read_back_as_text(tree: object) -> None:
    read = _Read()
    read.feed(render(tree))
    read.close()
    assert read.text == _said(tree)
    assert [attributes["title"] for _, attributes in read.tags] == _titles(tree)
    assert {tag for tag, _ in read.tags} <= {"div", "p", "td", "strong"}

"""A component tree with everything that needs no application written as markup already.

A council's panel has some nine hundred elements and a handful of charts. Built element by element,
Dash's renderer spends a quarter of a second of a fast computer's time on it; a subtree without a
live component is the same to the reader as one ``Markup``, which the browser parses at once.
"""

from collections.abc import Callable

from dash.development.base_component import Component

from dashboard.markup.html import VOID, render
from dashboard.markup.markup import Markup, carried

_HTML = "dash_html_components"


def condensed(tree: object) -> object:
    """Return a tree that draws the same elements, with each largest static subtree as one ``Markup``.

    Live components (``dcc``) stay, and so do the elements around them. An element whose attributes a
    ``Markup`` cannot carry (a link's ``href``) stays too, around its condensed children.
    """
    if isinstance(tree, (list, tuple)):
        return [condensed(child) for child in tree]
    if not isinstance(tree, Component) or isinstance(tree, Markup) or tree._namespace != _HTML:
        return tree
    children = getattr(tree, "children", None)
    if children is None or isinstance(children, str):
        return tree  # an element with a line of text costs no more than its markup
    properties = {name: value for name, value in _properties(tree).items() if name != "children"}
    tag = tree._type.lower()
    if is_static(tree) and tag not in VOID and all(carried(name) for name in properties):
        return Markup(render(children), tag=tag, **properties)
    around: Callable[..., Component] = type(tree)
    return around(condensed(children), **properties)


def is_static(node: object) -> bool:
    """Say whether a tree holds no component but elements and markup."""
    if isinstance(node, (list, tuple)):
        return all(is_static(child) for child in node)
    if not isinstance(node, Component) or isinstance(node, Markup):
        return True
    return node._namespace == _HTML and is_static(getattr(node, "children", None))


def _properties(component: Component) -> dict[str, object]:
    written: dict[str, object] = component.to_plotly_json()["props"]  # type: ignore[no-untyped-call]
    return written

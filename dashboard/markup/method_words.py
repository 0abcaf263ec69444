"""Method words that lead to their meaning: in each section of a page, the first of each is a link.

The link works without a script, and the text is what it was. Nothing is linked inside what is a link or a
control already, in a picture, or where the meanings themselves stand.
"""

import copy
import re
from collections.abc import Callable, Collection
from html import escape
from typing import Any

from dash.development.base_component import Component

from dashboard.markup import elements as html
from dashboard.markup.markup import Markup
from dashboard.words.glossary import Term, may_have_one, pieces

CSS = "method-word"
_CLOSED = frozenset(
    {"a", "button", "dl", "form", "label", "nav", "option", "select", "summary", "svg", "style"}
)
_HIDDEN = 'aria-hidden="true"'  # what only eyes get is said elsewhere, and must not take the focus
_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?\s*([a-z0-9]+)")
_Address = Callable[[Term], str]


def explained(tree: Component, about: str, here: Collection[Term] = ()) -> Component:
    """Return a tree in which method words lead to their meanings.

    ``about`` is the address of the page with the glossary; ``here`` are the terms whose meanings stand on
    the page itself.
    """

    def address(term: Term) -> str:
        return f"#{term.anchor}" if term in here else f"{about}#{term.anchor}"

    return _element(tree, address, set())


def _node(node: Any, address: _Address, seen: set[Term]) -> Any:
    if isinstance(node, str):
        return _text(node, address, seen)
    if isinstance(node, (list, tuple)):
        return [part for child in node for part in _as_list(_node(child, address, seen))]
    return _element(node, address, seen) if isinstance(node, Component) else node


def _element(node: Component, address: _Address, seen: set[Term]) -> Component:
    tag = node.tag if isinstance(node, Markup) else node._type.lower()
    if tag in _CLOSED or getattr(node, "aria-hidden", None) == "true":
        return node
    within: set[Term] = set() if tag == "section" else seen
    if isinstance(node, Markup):
        return _changed(node, "html", _markup(node.html, address, within))
    children = getattr(node, "children", None)
    return node if children is None else _changed(node, "children", _node(children, address, within))


def _changed(node: Component, name: str, value: Any) -> Component:
    """Return the node with another value; the one given is never changed, since it may be kept."""
    if value == getattr(node, name):
        return node
    changed = copy.copy(node)
    setattr(changed, name, value)
    return changed


def _as_list(node: Any) -> list[Any]:
    return node if isinstance(node, list) else [node]


def _text(text: str, address: _Address, seen: set[Term]) -> Any:
    parts: list[Any] = []
    for part, term in pieces(text):
        if term is None or term in seen:
            parts.append(part)
        else:
            seen.add(term)
            parts.append(html.A(part, href=address(term), className=CSS))
    return text if all(isinstance(part, str) for part in parts) else parts


def _markup(markup: str, address: _Address, seen: set[Term]) -> str:
    """Link the words in markup of ours: balanced, its texts escaped."""
    if not may_have_one(markup):
        return markup
    written: list[str] = []
    closed: list[str] = []  # the elements open at this place in which nothing is linked
    for part in _TAG.split(markup):
        named = _NAME.match(part)
        if named:
            if part.startswith("</"):
                if closed and closed[-1] == named[1]:
                    closed.pop()
            elif not part.endswith("/>") and (
                named[1] in _CLOSED or _HIDDEN in part or (closed and closed[-1] == named[1])
            ):
                closed.append(named[1])
            written.append(part)
        elif closed:
            written.append(part)
        else:
            for text, term in pieces(part):
                if term is None or term in seen:
                    written.append(text)
                else:
                    seen.add(term)
                    written.append(f'<a class="{CSS}" href="{escape(address(term))}">{text}</a>')
    return "".join(written)

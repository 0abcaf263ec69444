"""Dash component trees as HTML: the same tree that the browser gets as JSON, readable before any script.

``render`` writes the components of ``dash.html``, our ``Markup``, and a place of the right height for
``dcc.Graph`` (the chart itself needs a script; its table stands beside it). Text and attribute values
are always escaped; only ``Markup`` is written as it is.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from html import escape
from numbers import Real
from types import NoneType
from typing import Any

from dash.development.base_component import Component

from dashboard.markup.elements import Element
from dashboard.markup.markup import Markup

VOID = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link"),
        *("meta", "param", "source", "track", "wbr"),
    }
)
_RAW_TEXT = frozenset({"script", "style", "xmp", "plaintext", "iframe", "noscript"})
_RENAMED_TAGS = {"MapEl": "map", "ObjectEl": "object"}
_RENAMED = {
    "className": "class",
    "htmlFor": "for",
    "httpEquiv": "http-equiv",
    "acceptCharset": "accept-charset",
}
_CLIENT_ONLY = frozenset({"children", "key", "n_clicks", "n_clicks_timestamp", "disable_n_clicks"})
_ENUMERATED = frozenset({"contentEditable", "draggable", "spellCheck"})
_UNITLESS = frozenset(
    {
        *("fill-opacity", "flex", "flex-grow", "flex-shrink", "font-weight", "grid-column", "grid-row"),
        *("line-height", "opacity", "order", "orphans", "stroke-opacity", "widows", "z-index", "zoom"),
    }
)
_ATTRIBUTE = re.compile(r"[A-Za-z][A-Za-z0-9_.:-]*\Z")
_TAG = re.compile(r"[a-z][a-z0-9]*\Z")
_PROPERTY = re.compile(r"-{0,2}[a-z][a-zA-Z0-9-]*\Z")
_TO_ESCAPE = re.compile(r"[&<>\"'\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_CAMEL = re.compile(r"(?<!^)(?=[A-Z])")

Slots = Mapping[str, str]
Write = Callable[[str], None]
Writer = Callable[[Any, Slots, Write], None]
_WRITERS: dict[type[object], Writer] = {}


def render(tree: object, slots: Slots | None = None) -> str:
    """Return the HTML of a tree: a component, text, a number, a list of them, or None.

    ``slots`` gives finished HTML by element id: it becomes the content of that element, which must be
    empty in the tree. Raises TypeError for a component that has no HTML of its own, and ValueError for
    names that are no attribute's or tag's.
    """
    written: list[str] = []
    _node(tree, slots or {}, written.append)
    return "".join(written)


def text(value: object) -> str:
    """Return a value escaped for use as text or inside a quoted attribute.

    Control characters, which HTML forbids and a query may hold, become the mark of what cannot be shown.
    """
    told = str(value)
    if _TO_ESCAPE.search(told) is None:
        return told
    return escape(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", told), quote=True)


def _node(node: object, slots: Slots, write: Write) -> None:
    _writer(type(node))(node, slots, write)


def _writer(kind: type[object]) -> Writer:
    """Return how what is of a class is written, found out once: Dash's classes are abstract, slow to ask."""
    found = _WRITERS.get(kind)
    if found is None:
        found = _WRITERS[kind] = _writer_of(kind)
    return found


def _writer_of(kind: type[object]) -> Writer:
    if issubclass(kind, str):
        return _text
    if issubclass(kind, Element):
        return _own
    if issubclass(kind, Component):
        return _component
    if issubclass(kind, (list, tuple)):
        return _each
    if issubclass(kind, (bool, NoneType)):
        return _nothing
    if issubclass(kind, Real) or hasattr(kind, "as_tuple"):
        return _text
    raise TypeError(f"{kind.__name__} has no place in a component tree")


def _text(node: object, _: Slots, write: Write) -> None:
    write(text(node))


def _nothing(_node: object, _slots: Slots, _write: Write) -> None:
    """Write nothing, of None and of a condition that did not hold."""


def _each(nodes: Sequence[object], slots: Slots, write: Write) -> None:
    for node in nodes:
        _writer(type(node))(node, slots, write)


def _own(element: Element, slots: Slots, write: Write) -> None:
    _element(element._type, element.__dict__, slots, write)


def _component(component: Component, slots: Slots, write: Write) -> None:
    namespace, kind = component._namespace, component._type
    properties = component.to_plotly_json()["props"]  # type: ignore[no-untyped-call]
    if isinstance(component, Markup):
        tag = _checked(_TAG, properties["tag"], "tag")
        rest = {name: value for name, value in properties.items() if name not in ("html", "tag")}
        write(f"<{tag}{_attributes(rest)}>{properties['html']}</{tag}>")
    elif namespace == "dash_html_components":
        _element(kind, properties, slots, write)
    elif (namespace, kind) in _OTHERS:
        write(_OTHERS[namespace, kind](properties))
    else:
        raise TypeError(f"{namespace}.{kind} has no HTML of its own")


def _element(kind: str, properties: Mapping[str, object], slots: Slots, write: Write) -> None:
    tag = _RENAMED_TAGS.get(kind, kind.lower())
    children = properties.get("children")
    write(f"<{tag}{_attributes(properties)}>")
    if tag in VOID:
        if children not in (None, [], ""):
            raise ValueError(f"<{tag}> cannot have children")
        return
    if tag in _RAW_TEXT and children is not None:
        raise ValueError(f"<{tag}> takes no text from a tree")
    filled = slots.get(str(properties.get("id", ""))) if slots else None
    if filled is None:
        _node(children, slots, write)
    elif children in (None, [], ""):
        write(filled)
    else:
        raise ValueError(f"the place #{properties['id']} is not empty")
    write(f"</{tag}>")


def _attributes(properties: Mapping[str, object]) -> str:
    """Return the attributes, by name: Dash keeps properties in sets, and every worker must write the same."""
    order = _in_order(tuple(properties))
    if not order:
        return ""
    return "".join([_attribute(told, wildcard, properties[name]) for name, told, wildcard in order])


@lru_cache(maxsize=1024)
def _in_order(names: tuple[str, ...]) -> tuple[tuple[str, str, bool], ...]:
    """Return the properties that are attributes, sorted, each with its attribute: worked out once for all
    elements that have the same."""
    return tuple((name, *_named(name)) for name in sorted(names) if name not in _CLIENT_ONLY)


def _attribute(told: str, wildcard: bool, value: object) -> str:
    if isinstance(value, str):
        return f' {told}="{text(value)}"'
    if value is None or (value is False and not wildcard):
        return ""
    if isinstance(value, bool):
        return f' {told}="{str(value).lower()}"' if wildcard else f" {told}"
    if isinstance(value, Mapping):
        return f' {told}="{text(_style(value))}"' if value else ""
    return f' {told}="{text(value)}"'


def _named(name: str) -> tuple[str, bool]:
    """Return the attribute of a property, and whether it is one whose ``false`` is written out."""
    wildcard = name.startswith(("data-", "aria-")) or name in _ENUMERATED
    told = _RENAMED.get(name, name if wildcard and "-" in name else name.lower())
    return _checked(_ATTRIBUTE, told, "attribute"), wildcard


def _style(style: Mapping[str, object]) -> str:
    return ";".join(_declaration(name, value) for name, value in style.items() if value is not None)


def _declaration(name: str, value: object) -> str:
    _checked(_PROPERTY, name, "style property")
    told = name if name.startswith("--") else _CAMEL.sub("-", name).lower()
    unit = "px" if isinstance(value, (int, float)) and value and told not in _UNITLESS else ""
    return f"{told}:{value}{'' if told.startswith('--') else unit}"


def _checked(pattern: re.Pattern[str], name: str, what: str) -> str:
    if not pattern.match(name):
        raise ValueError(f"“{name}” is not the name of a {what}")
    return name


def _graph(properties: Mapping[str, object]) -> str:
    """Return the place of a chart: as high as the chart, named as the chart, empty until a script draws."""
    figure = properties.get("figure")
    layout = figure.get("layout", {}) if isinstance(figure, Mapping) else {}
    height = int(layout.get("height") or 320)
    alt = (layout.get("meta") or {}).get("alt")
    named = f' role="img" aria-label="{text(alt)}"' if alt else ""
    return f'<div class="chart-place" style="height:{height}px"{named}></div>'


def _link(properties: Mapping[str, object]) -> str:
    return f'<a href="{text(properties["href"])}">{render(properties.get("children"))}</a>'


_OTHERS: dict[tuple[str, str], Callable[[Mapping[str, object]], str]] = {
    ("dash_core_components", "Graph"): _graph,
    ("dash_core_components", "Link"): _link,
}

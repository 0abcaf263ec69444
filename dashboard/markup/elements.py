"""HTML elements: Dash's own, made in a tenth of the time.

A council's page has about a thousand. Dash's constructors look up a module and write error messages for
every property before any is wrong, which took a third of the time of a page. These elements have the same
names, properties and JSON, so Dash's renderer draws them as its own; only what they are made by differs.
``from dashboard.markup import elements as html`` stands where ``from dash import html`` would.
"""

from typing import Any

from dash.development.base_component import Component

NAMESPACE = "dash_html_components"
WILDCARDS = ("data-", "aria-")
PROPERTIES = frozenset(
    {
        *("id", "key", "className", "style", "role", "title", "hidden", "lang", "dir", "tabIndex"),
        *("href", "rel", "target", "download", "hrefLang"),
        *("htmlFor", "name", "value", "type", "action", "method", "selected", "disabled", "label"),
        *("scope", "colSpan", "rowSpan", "open", "start", "reversed"),
    }
)
"""What an element may have besides ``data-*`` and ``aria-*``. A name that is not here is a slip."""


class Element(Component):
    """An element with its children and its properties, which are its attributes."""

    def __init_subclass__(cls) -> None:
        # Not among the class's own attributes, where Dash would take this package for that namespace's.
        cls._namespace, cls._type = NAMESPACE, cls.__name__
        cls._prop_names = ["children", *sorted(PROPERTIES)]
        cls._valid_wildcard_attributes = list(WILDCARDS)

    def __init__(self, children: object = None, **properties: Any) -> None:
        """Raise TypeError for a property that no element of ours has."""
        if properties:
            if not PROPERTIES.issuperset(properties):
                unknown = [
                    name for name in properties if name not in PROPERTIES and not name.startswith(WILDCARDS)
                ]
                if unknown:
                    raise TypeError(f"<{type(self).__name__.lower()}> has no property {', '.join(unknown)}")
            self.__dict__.update(properties)
        self.children = children

    def to_plotly_json(self) -> dict[str, Any]:
        """Return the element as Dash's renderer reads it."""
        return {"props": dict(self.__dict__), "type": self._type, "namespace": NAMESPACE}


def _named(tag: str) -> type[Element]:
    return type(tag, (Element,), {"__module__": __name__, "__doc__": f"The element <{tag.lower()}>."})


A = _named("A")
Article = _named("Article")
Aside = _named("Aside")
B = _named("B")
Br = _named("Br")
Button = _named("Button")
Caption = _named("Caption")
Code = _named("Code")
Dd = _named("Dd")
Details = _named("Details")
Div = _named("Div")
Dl = _named("Dl")
Dt = _named("Dt")
Figcaption = _named("Figcaption")
Figure = _named("Figure")
Footer = _named("Footer")
Form = _named("Form")
H1 = _named("H1")
H2 = _named("H2")
H3 = _named("H3")
H4 = _named("H4")
H5 = _named("H5")
H6 = _named("H6")
Header = _named("Header")
Label = _named("Label")
Li = _named("Li")
Main = _named("Main")
Mark = _named("Mark")
Nav = _named("Nav")
Ol = _named("Ol")
Option = _named("Option")
P = _named("P")
Section = _named("Section")
Select = _named("Select")
Span = _named("Span")
Strong = _named("Strong")
Summary = _named("Summary")
Table = _named("Table")
Tbody = _named("Tbody")
Td = _named("Td")
Th = _named("Th")
Thead = _named("Thead")
Tr = _named("Tr")
Ul = _named("Ul")

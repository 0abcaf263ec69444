"""The one component of our own: markup that we wrote ourselves and that Dash has no component for.

Dash has no SVG and no ``input`` element. A ``Markup`` stands in a tree like any other component; on the
server it is written as it is, in the browser `assets/js/app.js` sets it as the element's inner HTML.
"""

from dash.development.base_component import Component

NAMESPACE = "dashboard_markup"


class Markup(Component):
    """Trusted markup inside an element (``span`` unless ``tag`` names another).

    ``html`` must be written by us from escaped parts: nothing else checks it. Other properties are
    those of the element: ``id``, ``className``, ``style``, ``role``, ``title``, ``aria-*``, ``data-*``.
    """

    _namespace = NAMESPACE
    _type = "Markup"
    CARRIED = ("id", "className", "style", "role", "title", "hidden", "lang", "tabIndex")

    def __init__(self, html: str, tag: str = "span", **properties: object) -> None:
        self._children_props: list[str] = []
        self._base_nodes = ["children"]
        self._prop_names = ["html", "tag", *self.CARRIED]
        self._valid_wildcard_attributes = ["data-", "aria-"]
        self.available_properties = self._prop_names
        self.available_wildcard_properties = self._valid_wildcard_attributes
        super().__init__(html=html, tag=tag, **properties)  # type: ignore[no-untyped-call]

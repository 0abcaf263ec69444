"""The one component of our own: markup that we wrote ourselves and that Dash has no component for.

Dash has no SVG and no ``input`` element. A ``Markup`` stands in a tree like any other component; on the
server it is written as it is, in the browser `assets/js/app.js` sets it as the element's inner HTML.
"""

from typing import Any

from dash.development.base_component import Component

NAMESPACE = "dashboard_markup"


class Markup(Component):
    """Trusted markup inside an element (``span`` unless ``tag`` names another).

    ``html`` must be written by us from escaped parts: nothing else checks it. Other properties are
    those of the element: ``id``, ``className``, ``style``, ``role``, ``title``, ``aria-*``, ``data-*``.
    """

    html: str
    tag: str
    CARRIED = ("id", "className", "style", "role", "title", "hidden", "lang", "tabIndex")
    _namespace = NAMESPACE
    _type = "Markup"
    _prop_names = ["html", "tag", *CARRIED]  # noqa: RUF012  (as Dash has it)
    _valid_wildcard_attributes = ["data-", "aria-"]  # noqa: RUF012

    def __init__(self, html: str, tag: str = "span", **properties: object) -> None:
        """Raise TypeError for a property that is not carried."""
        unknown = [name for name in properties if not carried(name)]
        if unknown:
            raise TypeError(f"markup carries no property {', '.join(unknown)}")
        self.__dict__.update(properties, html=html, tag=tag)

    def to_plotly_json(self) -> dict[str, Any]:
        """Return the markup as `assets/js/app.js` reads it."""
        return {"props": dict(self.__dict__), "type": self._type, "namespace": NAMESPACE}


def carried(name: str) -> bool:
    """Say whether a property is one that markup has on its element."""
    return name in Markup.CARRIED or name.startswith(("data-", "aria-"))

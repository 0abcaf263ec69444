"""Dash component trees as JSON, in the form Dash's renderer reads."""

import json

from dash.development.base_component import Component


def dumps(tree: object) -> str:
    """Return a tree as compact JSON. Raises TypeError for anything JSON and Dash do not know."""
    return json.dumps(tree, default=_component, ensure_ascii=False, separators=(",", ":"))


def _component(value: object) -> object:
    if isinstance(value, Component):
        return value.to_plotly_json()  # type: ignore[no-untyped-call]
    raise TypeError(f"{type(value).__name__} has no place in a component tree")

"""Dash component trees as JSON, in the form Dash's renderer reads."""

import json

from dash.development.base_component import Component


def dumps(tree: object) -> str:
    """Return a tree as compact JSON, the same in every worker. Raises TypeError for what is no tree."""
    return json.dumps(tree, default=_component, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _component(value: object) -> object:
    if isinstance(value, Component):
        return value.to_plotly_json()  # type: ignore[no-untyped-call]
    raise TypeError(f"{type(value).__name__} has no place in a component tree")

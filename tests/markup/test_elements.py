"""Our elements are Dash's: the same JSON, the same HTML; a slip in a property's name is refused."""

import json
from typing import Any

import pytest
from dash import html as dashs
from dash.development.base_component import Component, ComponentRegistry

from dashboard.markup import elements
from dashboard.markup.elements import PROPERTIES, Element
from dashboard.markup.html import render
from dashboard.markup.static_subtrees import condensed
from dashboard.markup.tree_json import dumps

TAGS = sorted(
    name for name, kind in vars(elements).items() if isinstance(kind, type) and kind.__base__ is Element
)


def tree(of: Any) -> Component:
    """A tree with every kind of child and of property, made of either's elements."""
    return of.Section(
        [
            of.H2("Upheld", id="upheld", className="a b"),
            of.P(["6 of 9 & more", of.Strong("67%"), None, 3], style={"marginTop": 4}, hidden=True),
            of.Table(of.Tbody(of.Tr([of.Th("Year", scope="row"), of.Td("8", colSpan=2)]))),
            of.Details([of.Summary("More"), of.A("x", href="/?a=1&b=2", rel="external")], open=True),
            of.Label("Year", htmlFor="year"),
            of.Br(),
        ],
        **{"aria-label": "a < b", "data-n": 0},
    )


def test_a_tree_of_ours_is_written_as_one_of_dash_s() -> None:
    ours, theirs = tree(elements), tree(dashs)
    assert json.loads(dumps(ours)) == json.loads(dumps(theirs))
    assert render(ours) == render(theirs)
    assert render(condensed(ours)) == render(theirs)


@pytest.mark.parametrize("tag", TAGS)
def test_every_element_is_one_of_dash_s_by_name_and_namespace(tag: str) -> None:
    ours, theirs = getattr(elements, tag)("x"), getattr(dashs, tag)("x")
    assert (ours._namespace, ours._type) == (theirs._namespace, theirs._type)
    assert isinstance(ours, Component)


def test_dash_still_finds_its_own_scripts_under_its_own_name() -> None:
    assert ComponentRegistry.namespace_to_package["dash_html_components"] == "dash"


@pytest.mark.parametrize("wrong", ["classname", "class", "for", "onclick", "data", "aria"])
def test_a_property_that_no_element_has_is_refused(wrong: str) -> None:
    with pytest.raises(TypeError, match=f"<p> has no property {wrong}"):
        elements.P("x", **{wrong: "y"})


def test_every_property_is_one_that_dash_has_on_some_element() -> None:
    known = {name for tag in TAGS for name in getattr(dashs, tag)()._prop_names}
    assert sorted(PROPERTIES - known) == []

"""The map page: controls, sentence, map, legend, summary and table, and the place of the panel.

Everything is in the HTML; `assets/js/map/` takes it further where scripts run.
"""

import json
from collections.abc import Sequence
from typing import Any

from dash.development.base_component import Component

from dashboard.addresses import urls
from dashboard.addresses.pictures import of_map
from dashboard.addresses.view_state import Drawn, ViewState
from dashboard.domain.authority_types import AuthorityType, Tier
from dashboard.domain.comparison import Comparison
from dashboard.mapview.classes import classify
from dashboard.mapview.controls import controls
from dashboard.mapview.drawn import NO_TILES, as_held, switch, tiles_held, towns_url
from dashboard.mapview.export import PERIODS, logical_name
from dashboard.mapview.find_form import find_form
from dashboard.mapview.legend_list import legend_box
from dashboard.mapview.names import accessible_name
from dashboard.mapview.svg import Dress, dressed, patterns
from dashboard.mapview.table_section import table_details
from dashboard.mapview.telling import telling
from dashboard.mapview.texts import MapTexts, texts
from dashboard.mapview.view import MapView, of_state
from dashboard.markup import elements as html
from dashboard.markup.markup import Markup
from dashboard.markup.parts import aria
from dashboard.markup.picture_links import picture_links
from dashboard.repository.interface import Repository

_ZOOM = (
    ("in", "Zoom in", "M10 4v12M4 10h12"),
    ("out", "Zoom out", "M4 10h12"),
    ("reset", "Show all of England", "M4 8V4h4M16 8V4h-4M4 12v4h4M16 12v4h-4"),
)
_PAN = (
    ("up", "Move the map up", "M5 12l5-5 5 5"),
    ("left", "Move the map left", "M12 5l-5 5 5 5"),
    ("right", "Move the map right", "M8 5l5 5-5 5"),
    ("down", "Move the map down", "M5 8l5 5 5-5"),
)


def render(state: ViewState, repository: Repository) -> Component:
    """Return the map page in a view. The panel's place, ``#panel``, is empty in the tree."""
    asked = state.drawn
    state = as_held(state, repository)
    view = of_state(state, repository)
    said = texts(view)
    return html.Div(
        [
            html.Section(
                [
                    _stage(state, asked, view, said, repository),
                    _below(said),
                    picture_links(of_map(state, repository.release().years), "the map", id="map-pictures"),
                    table_details(view, state.links),
                    html.P(id="map-live", className="visually-hidden", role="status"),
                ],
                className="map",
                **aria(label="Map"),
                **_settings(state, repository),
            ),
            html.Aside(
                [
                    _close(state, repository.release().years),
                    telling(view, repository, state.links, hidden=state.council is not None),
                    html.Div(id="panel"),
                ],
                className="map-aside",
                **aria(label="Council"),
            ),
        ],
        className="map-page frame",
    )


def _settings(state: ViewState, repository: Repository) -> dict[str, Any]:
    files = {
        f"{tier.value}-{period}": repository.static_url(logical_name(tier, period))
        for tier in Tier
        for period in PERIODS
    }
    return {
        "data-files": json.dumps(files, separators=(",", ":")),
        "data-years": json.dumps(repository.release().years),
        "data-without": json.dumps(_types_without(repository), separators=(",", ":")),
        "data-towns": towns_url(repository),  # fetched when the map is first enlarged
        "data-release": state.release or "",
        "data-wait": "",  # the application waits for the map to be ready
    }


def _types_without(repository: Repository) -> dict[str, list[str]]:
    """Return the types that are left without a council, by year; years without such are not in it."""
    there = {year: {one.type for one in repository.councils(year)} for year in repository.release().years}
    left = ((year, [kind.value for kind in AuthorityType if kind not in there[year]]) for year in there)
    return {year: kinds for year, kinds in left if kinds}


def _headline(said: MapTexts) -> Component:
    return html.Div(
        [
            html.H1(said.heading, id="map-heading"),
            html.P(said.subtitle, id="map-subtitle", className="map-subtitle"),
        ],
        className="map-headline",
    )


def _drawn(state: ViewState, asked: Drawn, repository: Repository) -> Component | None:
    if tiles_held(repository, state.tier, state.year):
        return switch(state, repository.release().years)
    return html.P(NO_TILES, className="note") if asked is Drawn.TILES else None


def _stage(
    state: ViewState, asked: Drawn, view: MapView, said: MapTexts, repository: Repository
) -> Component:
    fragment = repository.map_shapes(state.tier, state.year, tiles=state.drawn is Drawn.TILES)
    chosen = next((c for c in view.councils if c.slug == state.council), None)
    types = {council.type for council in repository.councils(state.year)}
    svg = dressed(
        fragment,
        _dress(state, view),
        chosen.slug if chosen else None,
        chosen.short_name if chosen else None,
    )
    return html.Div(
        [
            html.Div(
                [
                    find_form(state.links),
                    _headline(said),
                    controls(state, repository.release().years, types),
                    _drawn(state, asked, repository),
                ],
                className="map-side",
            ),
            Markup(
                f'<svg width="0" height="0"><defs>{patterns()}</defs></svg>', tag="div", className="map-defs"
            ),
            Markup(svg, tag="div", className="map-canvas", id="map-canvas"),
            _buttons(),
            legend_box(view, said),
        ],
        className="map-stage",
        id="map-stage",
        **{"data-view": state.drawn.value},
    )


def _dress(state: ViewState, view: MapView) -> dict[str, Dress]:
    worn = {
        council.slug: Dress(
            kind=classify(figure, view.reading).value,
            href=state.links.council(council.slug, state.year),
            name=accessible_name(council, figure, view.period),
            mark=figure.comparison,
        )
        for council in view.councils
        for figure in (view.figures[council.slug],)
    }
    return worn | {c.slug: Dress("other", None, None, Comparison.NONE) for c in view.others}


def _buttons() -> Component:
    zoom = [_button("zoom", *told) for told in _ZOOM]
    pan = html.Div(
        [_button("pan", *told) for told in _PAN],
        className="map-pan",
        hidden=True,
        role="group",
        **aria(label="Move the map"),
    )
    return html.Div([*zoom, pan], className="map-buttons", hidden=True)


def _button(action: str, which: str, label: str, path: str) -> Component:
    icon = f'<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="{path}"/></svg>'
    told: dict[str, Any] = {f"data-{action}": which}
    return html.Button(Markup(icon), type="button", title=label, **aria(label=label), **told)


def _below(said: MapTexts) -> Component:
    return html.Div(
        [
            html.P(said.summary, id="map-summary", className="note map-summary"),
            html.P(said.origins, id="map-origins", className="map-origins"),
            html.Div([html.P(note) for note in said.notes], id="map-notes", className="map-notes"),
        ],
        className="map-below",
    )


def _close(state: ViewState, years: Sequence[str]) -> Component:
    return html.A(
        ["Close", html.Span(" the council, back to the map", className="visually-hidden")],
        href=urls.map_page(state.changed(council=None), years),
        className="button map-close",
        id="map-close",
        hidden=state.council is None,
    )

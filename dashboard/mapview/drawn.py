"""How councils are drawn: the shapes of a view, the switch between the map and its tiles, the towns."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.addresses import urls
from dashboard.addresses.view_state import Drawn, ViewState
from dashboard.domain.authority_types import Tier
from dashboard.markup import elements as html
from dashboard.markup.parts import aria
from dashboard.repository.interface import Repository

DRAWN = ((Drawn.MAP, "Map"), (Drawn.TILES, "Tiles"))
TOWNS = "map/towns.json"
"""The logical name of the towns that are named on the enlarged map."""
NO_TILES = "This release has no tiles: it was made before they were drawn. The map is shown."


def tiles_held(repository: Repository, tier: Tier, year: str) -> bool:
    """Say whether a release has tiles: those made before there were any have none."""
    try:
        repository.map_shapes(tier, year, tiles=True)
    except KeyError:
        return False
    return True


def towns_url(repository: Repository) -> str:
    """Return the address of the towns, or nothing: releases made before they were named have none."""
    try:
        return repository.static_url(TOWNS)
    except KeyError:
        return ""


def as_held(state: ViewState, repository: Repository) -> ViewState:
    """Return the state that a release can draw: the map, where it has no tiles."""
    if state.drawn is Drawn.TILES and not tiles_held(repository, state.tier, state.year):
        return state.changed(drawn=Drawn.MAP)
    return state


def switch(state: ViewState, years: Sequence[str]) -> Component:
    """Return the links to the map and to its tiles, which keep all else."""
    return html.P(
        [
            html.A(
                label,
                href=urls.map_page(state.changed(drawn=drawn), years),
                **{"data-view": drawn.value},
                **(aria(current="true") if drawn is state.drawn else {}),
            )
            for drawn, label in DRAWN
        ],
        id="map-views",
        className="map-views",
        role="group",
        **aria(label="How councils are drawn"),
    )

"""The map's address: the view in its query, and the panel of the council it names."""

from http import HTTPStatus

from dashboard.addresses import urls
from dashboard.addresses.pictures import card_of_council, card_of_map
from dashboard.addresses.view_state import Drawn, parse
from dashboard.domain.measures import MEASURES
from dashboard.mapview.drawn import as_held
from dashboard.mapview.export import logical_name
from dashboard.mapview.page import render
from dashboard.mapview.titles import view_title, years_shown
from dashboard.mapview.view import showing_council
from dashboard.web.council_views import PANEL, council
from dashboard.web.page import Follow, Page
from dashboard.web.request import Asked

SCRIPTS = ("js/map/main.js",)
_ON = {Drawn.MAP: "on a map", Drawn.TILES: "as tiles of one size"}


def home(asked: Asked) -> Page:
    """Return the map page in the view the query describes, with the panel of its council."""
    state = parse(asked.query, asked.years)
    if state.council:  # by its slug of today, whichever of its slugs or codes was asked for
        state = state.changed(council=asked.repository.slug_meant(state.council) or state.council)
    state = showing_council(state, asked.repository)
    shown = as_held(state, asked.repository)
    panel = council(state.council, state.year, PANEL)(asked) if state.council else None
    open_panel = panel if isinstance(panel, Page) else None
    open_council = state.council if open_panel and open_panel.status == HTTPStatus.OK else None
    measure = MEASURES[state.measure]
    title = view_title(shown)
    return Page(
        f"{open_panel.title}. {title}" if open_panel else title,
        render(state, asked.repository),
        urls.map_page(shown.changed(release=None), asked.years),
        here="map",
        panel=open_panel.tree if open_panel else None,
        follow=Follow.PANEL,
        scripts=SCRIPTS,
        description=(
            f"{measure.label} in {years_shown(state)} for every council in England, {_ON[shown.drawn]} and "
            "in a table, from the Local Government and Social Care Ombudsman’s figures."
        ),
        card=card_of_council(open_council, state.year) if open_council else card_of_map(shown, asked.years),
        preload=(asked.repository.static_url(logical_name(state.tier, state.period)),),
    )

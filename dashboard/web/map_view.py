"""The map's address: the view in its query, and the panel of the council it names."""

from dashboard.addresses import urls
from dashboard.addresses.view_state import parameters, parse
from dashboard.domain.measures import MEASURES
from dashboard.mapview.export import logical_name
from dashboard.mapview.page import render
from dashboard.mapview.view import showing_council
from dashboard.web.council_views import PANEL, council
from dashboard.web.page import Follow, Page
from dashboard.web.request import Asked

SCRIPTS = ("js/map/main.js",)


def home(asked: Asked) -> Page:
    """Return the map page in the view the query describes, with the panel of its council."""
    state = showing_council(parse(asked.query, asked.years), asked.repository)
    panel = council(state.council, state.year, PANEL)(asked) if state.council else None
    open_panel = panel if isinstance(panel, Page) else None
    measure = MEASURES[state.measure]
    title = f"{measure.label}, {state.year}: map of England’s councils"
    return Page(
        f"{open_panel.title}. {title}" if open_panel else title,
        render(state, asked.repository),
        urls.map_page(state.changed(release=None), asked.years),
        here="map",
        panel=open_panel.tree if open_panel else None,
        reads=parameters(asked.years),
        follow=Follow.PANEL,
        scripts=SCRIPTS,
        preload=(asked.repository.static_url(logical_name(state.tier, state.period)),),
    )

"""The map's address: the view in its query, and the panel of the council it names."""

from dashboard.addresses import urls
from dashboard.addresses.view_state import Drawn, Reading, ViewState, parse
from dashboard.domain.authority_types import Tier
from dashboard.domain.measures import MEASURES
from dashboard.domain.years import ReportingYear
from dashboard.mapview.drawn import as_held
from dashboard.mapview.export import logical_name
from dashboard.mapview.page import render
from dashboard.mapview.view import showing_council
from dashboard.web.council_views import PANEL, council
from dashboard.web.page import Follow, Page
from dashboard.web.request import Asked

SCRIPTS = ("js/map/main.js",)
_ON = {"map": "on a map", "tiles": "as tiles of one size"}


def _years(state: ViewState) -> str:
    if state.period == 1:
        return state.year
    return f"{ReportingYear.parse(state.year).shifted(1 - state.period)} to {state.year}"


def _kind(state: ViewState) -> list[str]:
    """Return what tells a view from the one at the start: its type or tier, and how it is read."""
    kind = [state.type.councils] if state.type else []
    tier = [state.tier.label.lower()] if not state.type and state.tier is not Tier.UPPER else []
    return [*kind, *tier, *(["compared with their type"] if state.reading is Reading.COMPARED else [])]


def home(asked: Asked) -> Page:
    """Return the map page in the view the query describes, with the panel of its council."""
    state = parse(asked.query, asked.years)
    if state.council:  # by its slug of today, whichever of its slugs or codes was asked for
        state = state.changed(council=asked.repository.slug_meant(state.council) or state.council)
    state = showing_council(state, asked.repository)
    drawn = "tiles" if as_held(state, asked.repository).drawn is Drawn.TILES else "map"
    panel = council(state.council, state.year, PANEL)(asked) if state.council else None
    open_panel = panel if isinstance(panel, Page) else None
    measure = MEASURES[state.measure]
    title = f"{', '.join([measure.label, _years(state), *_kind(state)])}: {drawn} of England’s councils"
    return Page(
        f"{open_panel.title}. {title}" if open_panel else title,
        render(state, asked.repository),
        urls.map_page(as_held(state, asked.repository).changed(release=None), asked.years),
        here="map",
        panel=open_panel.tree if open_panel else None,
        follow=Follow.PANEL,
        scripts=SCRIPTS,
        description=(
            f"{measure.label} in {_years(state)} for every council in England, {_ON[drawn]} and in a table, "
            "from the Local Government and Social Care Ombudsman’s figures."
        ),
        preload=(asked.repository.static_url(logical_name(state.tier, state.period)),),
    )

"""What a view of the map is called: measure, years, whose map, how it is drawn."""

from dashboard.addresses.view_state import Drawn, Reading, ViewState, first_year_pooled
from dashboard.domain.authority_types import Tier
from dashboard.domain.measures import MEASURES
from dashboard.mapview.classes import effective_reading


def view_title(state: ViewState) -> str:
    """Name a view as it is held: "Complaints upheld, 2023-24, county councils: map of England’s councils"."""
    drawn = "tiles" if state.drawn is Drawn.TILES else "map"
    told = [MEASURES[state.measure].label, years_shown(state), *_kind(state)]
    return f"{', '.join(told)}: {drawn} of England’s councils"


def years_shown(state: ViewState) -> str:
    """Return the year of a view, or the first and last of those pooled."""
    if state.period == 1:
        return state.year
    return f"{first_year_pooled(state.year, state.period)} to {state.year}"


def _kind(state: ViewState) -> list[str]:
    """Return what tells a view from the one at the start: its type or tier, and how it is read."""
    kind = [state.type.councils] if state.type else []
    tier = [state.tier.label.lower()] if not state.type and state.tier is not Tier.UPPER else []
    compared = effective_reading(MEASURES[state.measure], state.reading) is Reading.COMPARED
    return [*kind, *tier, *(["compared with their type"] if compared else [])]

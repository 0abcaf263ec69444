"""The search of some of the Ombudsman's decisions, about all councils."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.addresses import urls
from dashboard.addresses.case_place import Place
from dashboard.addresses.decision_state import DecisionState
from dashboard.addresses.links import UNNAMED, Links
from dashboard.markup import elements as html
from dashboard.markup.parts import Child
from dashboard.pages.cases.form import LISTED, case_form
from dashboard.pages.cases.results import council_namer
from dashboard.pages.cases.search import left_out
from dashboard.pages.listed.results import results
from dashboard.repository.interface import Repository
from dashboard.repository.listed_interface import Listed
from dashboard.repository.listed_records import ListedPage
from dashboard.words import listed as say

STYLES = ("decisions",)


def render(
    state: DecisionState,
    found: ListedPage,
    listed: Listed,
    repository: Repository,
    *,
    links: Links = UNNAMED,
    unknown: Sequence[str] = (),
    notes: Sequence[Child] = (),
) -> Component:
    """Return the search with what was found. ``unknown`` are the councils asked for that are none,
    ``notes`` say what else could not be read."""
    place = Place(links=links)
    whole = html.A(
        "Search all decisions on the Ombudsman’s own site", href=urls.ombudsman_search(), rel="external"
    )
    subs = [one.value for one in listed.facets(state.asked).sub_categories]
    return html.Div(
        [
            html.H1("Decisions"),
            html.P(say.held_in_all(listed.scope()), className="case-opening"),
            html.P(f"{say.A_PART} {say.READ_THERE}", className="case-opening"),
            html.P(whole),
            case_form(state, place, repository, subs, years_held=years_of_form(state, listed), words=LISTED),
            *left_out(unknown),
            *notes,
            html.Div(
                results(state, place, found, listed, council_namer(repository)), className="case-columns"
            ),
        ],
        className="case-page frame",
    )


def years_of_form(state: DecisionState, listed: Listed) -> tuple[str, ...]:
    """Return the years a form offers: those of the decisions, and the one asked for."""
    asked = {state.asked.decided} if state.asked.decided else set()
    return tuple(sorted({*listed.years(), *asked}))

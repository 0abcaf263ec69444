"""Some of the Ombudsman's decisions about one council, or the public reports among them."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.addresses.case_place import REPORTS, Place
from dashboard.addresses.decision_state import DecisionState
from dashboard.domain.case_filter import CaseFilter
from dashboard.markup import elements as html
from dashboard.markup.parts import Child
from dashboard.pages.cases.council_tabs import relatives
from dashboard.pages.cases.form import LISTED, case_form
from dashboard.pages.cases.of_council import top
from dashboard.pages.cases.results import council_namer
from dashboard.pages.listed.results import results
from dashboard.pages.listed.search import years_of_form
from dashboard.pages.listed.sections import about, on_the_ombudsmans_site
from dashboard.repository.interface import Repository
from dashboard.repository.listed_interface import Listed
from dashboard.repository.listed_records import ListedPage
from dashboard.repository.records import Council
from dashboard.words import listed as say


def render(
    state: DecisionState,
    place: Place,
    council: Council,
    *,
    found: ListedPage,
    listed: Listed,
    repository: Repository,
    notes: Sequence[Child] = (),
) -> Component:
    """Return the list at a place of a council. ``notes`` say what could not be read."""
    year = state.asked.decided
    scope = listed.scope(CaseFilter(councils=(council.slug,)))
    kinds_seen = listed.scope().kinds_seen
    parts: list[Child] = [*top(place, year), html.P(say.held(scope, about(council)))]
    reports = place.section == REPORTS
    if scope.total and (kinds_seen or not reports):
        parts.append(html.P(f"{say.A_PART} {say.READ_THERE}", className="case-opening"))
    parts.append(html.P(on_the_ombudsmans_site(council, year or repository.release().years[-1])))
    if reports and not kinds_seen:
        parts.append(html.P(say.REPORTS_NOT_SEEN, className="measure-empty"))
    elif reports and not listed.scope(place.within(DecisionState()).asked).total:
        parts.append(html.P(say.NO_REPORTS, className="measure-empty"))
    elif scope.total:
        subs = [one.value for one in listed.facets(state.asked).sub_categories]
        shown = results(state, place, found, listed, council_namer(repository))
        parts += [
            case_form(state, place, repository, subs, years_held=years_of_form(state, listed), words=LISTED),
            *notes,
            html.Div(shown, className="case-columns"),
        ]
    parts += relatives(council, place.section, repository, place.links)
    parts.append(
        html.P(html.A("Search the decisions held about all councils", href=place.links.decisions("", "")))
    )
    return html.Div(parts, className="case-page frame")

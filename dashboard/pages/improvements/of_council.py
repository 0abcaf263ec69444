"""What one council agreed to change, in a year or in all: how it went, what recurs, each improvement."""

from dash.development.base_component import Component

from dashboard.addresses.decision_state import DecisionState
from dashboard.addresses.improvement_place import SECTION, council_place
from dashboard.addresses.improvement_state import ImprovementState
from dashboard.addresses.links import Links
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading
from dashboard.pages.cases.council_tabs import relatives, tabs
from dashboard.pages.improvements.form import improvement_form
from dashboard.pages.improvements.results import Found, results
from dashboard.pages.improvements.search import CSS, not_held, simulated, years_held
from dashboard.pages.improvements.section import how_it_went
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.words import improvements as say


def title(council: Council) -> str:
    """Return the page's title."""
    return f"Service improvements agreed by {council.name}"


def render(
    council: Council,
    state: DecisionState,
    found: Found | None,
    repository: Repository,
    links: Links,
) -> Component:
    """Return the list; without what was found, that the release holds no cases."""
    year = state.asked.decided
    page = html.A(council.name, href=links.council(council.slug, year))
    top = [
        html.P(page, className="letter-back"),
        heading(1, title(council)),
        tabs(council, SECTION, year, links),
    ]
    after = relatives(council, SECTION, repository, links)
    cases = repository.cases()
    if found is None or cases is None:
        return html.Div([*top, *not_held(), *after], className=CSS)
    place = council_place(council, links)
    within = place.within(state)
    every = place.within(DecisionState()).asked.changed(improving=True)
    if found.page.total == 0 and within.asked == place.within(DecisionState()).asked:
        return html.Div([*top, *_none(council, repository, links), *after], className=CSS)
    asked = within.asked.changed(improving=True)
    went = how_it_went(cases.every_improvement(asked)) if found.page.total else ""
    which = "of all improvements held" if asked == every else "of those listed below"
    sub_categories = [value.value for value in found.facets.sub_categories]
    around = ImprovementState(within)
    others = html.A(say.TITLE, href=links.improvements("", ""))
    feed = html.A(f"Follow {council.name} as a feed (Atom)", href=links.council_feed(council.slug))
    parts: list[Child] = [
        *top,
        html.P(
            f"What {council.name} agreed to change after the Ombudsman found fault, in published decisions.",
            className="case-opening",
        ),
        *([html.P(f"How it went, {which}: {went}")] if went else []),
        *simulated(repository),
        improvement_form(around, place, repository, sub_categories),
        html.Div(results(around, place, found, None, repository), className="case-columns"),
        html.P([others, ": search those of every council. ", feed, "."], className="small"),
        *after,
        years_held(repository),
    ]
    return html.Div(parts, className=CSS)


def _none(council: Council, repository: Repository, links: Links) -> list[Child]:
    years = repository.register_years() or repository.release().years
    return [
        html.P(
            f"No published decision of {years[0]} to {years[-1]} holds an improvement that {council.name} "
            "agreed to. Not every decision is published."
        ),
        html.P([html.A("What other councils agreed to change", href=links.improvements("", "")), "."]),
    ]

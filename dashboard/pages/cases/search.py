"""The search of the decisions about all councils."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.addresses import urls
from dashboard.addresses.case_place import Place
from dashboard.addresses.decision_state import DecisionState
from dashboard.addresses.links import UNNAMED, Links
from dashboard.markup import elements as html
from dashboard.markup.parts import Child
from dashboard.pages.cases.form import case_form
from dashboard.pages.cases.results import council_namer, results
from dashboard.repository.case_records import DecisionPage, Facets
from dashboard.repository.interface import Repository
from dashboard.words.decisions import SIMULATED, shortened
from dashboard.words.improvements import scope, title_of

STYLES = ("decisions",)


def render(
    state: DecisionState,
    found: DecisionPage,
    counts: Facets,
    repository: Repository,
    *,
    links: Links = UNNAMED,
    unknown: Sequence[str] = (),
) -> Component:
    """Return the search with what was found. ``unknown`` are the councils asked for that are none."""
    place = Place(links=links)
    note = [html.P(SIMULATED, className="note")] if repository.release().is_demonstration else []
    parts: list[Child] = [
        html.H1("Decisions"),
        html.P(
            "What the Ombudsman decided about complaints, in every council. Not every decision is published: "
            "some would tell who complained.",
            className="case-opening",
        ),
        *note,
        case_form(state, place, repository, [one.value for one in counts.sub_categories]),
        *left_out(unknown),
        html.Div(results(state, place, found, counts, repository), className="case-columns"),
    ]
    return html.Div(parts, className="case-page frame")


def title(state: DecisionState, page: int, repository: Repository) -> str:
    """Return the page's title: everything it was searched for, in words, and the page beyond the first."""
    told = scope(state.asked, "", council_namer(repository))
    return title_of(told, page, "Decisions" if told else "Decisions of the Ombudsman")


def not_held(state: DecisionState, repository: Repository, links: Links = UNNAMED) -> Component:
    """Say that a release holds figures alone, and where the decisions themselves are."""
    ways: list[Child] = [
        html.Li(html.A("Search all decisions on the Ombudsman’s own site", href=urls.ombudsman_search()))
    ]
    years = repository.release().years
    for slug in state.asked.councils:
        if council := repository.council(slug):
            year = state.asked.decided or years[-1]
            address = urls.ombudsman_decisions(council.name, year)
            ways.append(
                html.Li(html.A(f"The Ombudsman’s decisions about {council.name}, {year}", href=address))
            )
    return html.Div(
        [
            html.H1("Decisions"),
            html.P(
                "The decisions behind these figures are not held here: this release holds published and "
                "reported figures only. The Ombudsman publishes its decisions on its own site."
            ),
            html.Ul(ways),
            html.P(html.A("Go to the map of councils", href=links.plain(""))),
        ],
        className="frame message",
    )


def left_out(unknown: Sequence[str]) -> list[Child]:
    """Say which of the councils asked for are none."""
    if not unknown:
        return []
    names = ", ".join(f"“{shortened(slug)}”" for slug in unknown[:5])
    more = f" and {len(unknown) - 5} more" if len(unknown) > 5 else ""
    return [html.P(f"No council is named {names}{more}: the search was made without.", className="note")]

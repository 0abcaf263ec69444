"""A council's list of decisions, or of public reports: of a year or of all, newest first, searchable."""

from dash.development.base_component import Component

from dashboard.addresses import urls
from dashboard.addresses.case_place import REPORTS, Place
from dashboard.addresses.decision_state import DecisionState
from dashboard.markup import elements as html
from dashboard.markup.parts import Child
from dashboard.pages.cases.council_tabs import relatives, tabs
from dashboard.pages.cases.form import case_form
from dashboard.pages.cases.results import results
from dashboard.repository.case_records import DecisionPage, Facets
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.words.decisions import SIMULATED

STYLES = ("decisions",)


def title(place: Place) -> str:
    """Return the page's title."""
    what = "Public reports about" if place.section == REPORTS else "Decisions about"
    return f"{what} {_council(place).name}"


def render(
    state: DecisionState,
    place: Place,
    found: DecisionPage,
    counts: Facets,
    repository: Repository,
) -> Component:
    """Return the list at a place, which has a council."""
    council = _council(place)
    year = state.asked.decided
    whole = place.within(DecisionState()).asked == state.asked
    parts: list[Child] = [*top(place, year)]
    if whole and not found.total:
        parts.append(html.P(_none_at_all(council, place.section), className="measure-empty"))
        parts += relatives(council, place.section, repository, place.links)
        return html.Div(parts, className="case-page frame")
    if repository.release().is_demonstration:
        parts.append(html.P(SIMULATED, className="note"))
    subs = [one.value for one in counts.sub_categories]
    parts += [
        case_form(state, place, repository, subs),
        html.Div(results(state, place, found, counts, repository), className="case-columns"),
        *relatives(council, place.section, repository, place.links),
    ]
    return html.Div(parts, className="case-page frame")


def not_held(state: DecisionState, place: Place, repository: Repository) -> Component:
    """Say that a release holds figures alone, and where the Ombudsman publishes the decisions."""
    council = _council(place)
    year = state.asked.decided or repository.release().years[-1]
    return html.Div(
        [
            *top(place, state.asked.decided),
            html.P(
                "These are not held here: this release holds published and reported figures only. "
                "The Ombudsman publishes its decisions on its own site."
            ),
            html.P(
                html.A(
                    f"The Ombudsman’s decisions about {council.name}, {year}",
                    href=urls.ombudsman_decisions(council.name, year),
                    rel="external",
                )
            ),
            *relatives(council, place.section, repository, place.links),
        ],
        className="case-page frame",
    )


def top(place: Place, year: str | None) -> list[Child]:
    """Return how a council's list begins: the way back, its title, the council's other lists."""
    council = _council(place)
    page = html.A(council.name, href=place.links.council(council.slug, year))
    return [
        html.P(page, className="letter-back"),
        html.H1(title(place)),
        tabs(council, place.section, year, place.links),
    ]


def _none_at_all(council: Council, section: str) -> str:
    if section == REPORTS:
        return (
            f"No public report about {council.name} has been published. The Ombudsman issues one where what "
            "went wrong matters to the public, or where a council does not do what was recommended."
        )
    return f"No decision about {council.name} is published here."


def _council(place: Place) -> Council:
    if place.council is None:
        raise ValueError("a council's list needs a council")
    return place.council

"""What a list of some decisions shows below its form: how many are held, the decisions, the ways onward."""

from collections.abc import Callable

from dash.development.base_component import Component

from dashboard.addresses.case_place import Place
from dashboard.addresses.decision_state import DecisionState
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading
from dashboard.pages.cases.facets import chosen, facets
from dashboard.pages.cases.listing import pager
from dashboard.pages.cases.loosen import nothing_found
from dashboard.pages.cases.meant import by_subject
from dashboard.pages.listed.listing import listed_list
from dashboard.repository.listed_interface import Listed
from dashboard.repository.listed_records import ListedPage
from dashboard.words import listed as say
from dashboard.words.files import newest_of
from dashboard.words.wording import capital


def results(
    state: DecisionState, place: Place, found: ListedPage, listed: Listed, named: Callable[[str], str]
) -> list[Child]:
    """Return the results: two parts, the list and what it may be narrowed by."""

    def held(asked: DecisionState) -> int:
        return listed.scope(asked.asked).total

    narrowed = place.within(DecisionState()).asked != state.asked
    parts: list[Child] = [
        heading(2, say.how_many(found, narrowed=narrowed), id="results"),
        *(html.P(line, className="case-reading") for line in _said(state, found, listed)),
        *by_subject(state, place, held),
    ]
    if told := chosen(state, place, named):
        parts.append(told)
    if found.rows:
        pages = pager(found.page, found.pages, lambda page: place.url(state.at(page)))
        parts += [
            _files(state, place, found.total),
            listed_list(found.rows, level=3, named=named),
            *([pages] if pages else []),
        ]
    else:
        parts += nothing_found(state, place, named, held)
    columns: list[Child] = [html.Div(parts, className="case-results")]
    if found.rows:
        beside = facets(state, place, listed.facets(state.asked), 2, say.NUMBERS)
        columns += [beside] if beside else []
    return columns


def _said(state: DecisionState, found: ListedPage, listed: Listed) -> list[str]:
    """Return how the words were read, and of how many decisions the outcome or the day was not seen."""
    asked = state.asked
    reading = found.reading.strip().rstrip(".")
    timed = say.is_timed(asked)
    undated = listed.scope(say.without_time(asked)).undated
    unseen = [
        "" if asked.outcomes else say.outcomes_unseen(listed.scope(asked).no_outcome),
        say.undated(undated, timed=timed),
    ]
    lines = [f"{capital(reading)}." if reading else "", " ".join(line for line in unseen if line)]
    return [line for line in lines if line]


def _files(state: DecisionState, place: Place, total: int) -> Component:
    query = Place().query(DecisionState(state.asked))
    files: list[Child] = [
        html.A("Download as CSV", href=place.links.decisions(query, ".csv"), download=""),
        " ",
        html.A(
            f"Download as XLSX{newest_of(total)}",
            href=place.links.decisions(query, ".xlsx"),
            download="",
        ),
        " ",
        html.A("Follow as a feed (Atom)", href=place.links.decisions(query, ".atom")),
    ]
    order = html.P([html.Span("Newest first")], className="case-order")
    return html.Div([order, html.P(files, className="case-files")], className="case-line")

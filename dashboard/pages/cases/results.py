"""What a list of decisions shows below its form: how many, how read, the decisions, and the ways onward."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from dash.development.base_component import Component

from dashboard.addresses.case_place import REPORTS, Place
from dashboard.addresses.decision_state import DecisionState, Order
from dashboard.domain.decisions import DecisionKind
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading
from dashboard.pages.cases.facets import chosen, facets
from dashboard.pages.cases.listing import decision_list, pager
from dashboard.pages.cases.loosen import nothing_found
from dashboard.pages.cases.meant import by_subject
from dashboard.repository.case_records import DecisionPage, Facets
from dashboard.repository.cases_interface import Cases
from dashboard.repository.interface import Repository
from dashboard.words.decisions import how_many, in_statistics, reconciled
from dashboard.words.files import newest_of
from dashboard.words.wording import capital


def council_namer(repository: Repository) -> Callable[[str], str]:
    """Return what names a council by its slug; a slug that is none's is its own name."""

    def named(slug: str) -> str:
        council = repository.council(slug)
        return council.name if council else slug

    return named


def found_decisions(state: DecisionState, cases: Cases) -> DecisionPage:
    """Ask for the page of decisions a state means."""
    return cases.decisions(state.asked, state.page, by_relevance=_by_relevance(state))


def results(
    state: DecisionState, place: Place, found: DecisionPage, counts: Facets, repository: Repository
) -> list[Child]:
    """Return the results: two parts, the list and what it may be narrowed by.

    ``counts`` are the facets of the state. The release must hold cases.
    """
    cases = repository.cases()
    if cases is None:
        raise LookupError("this release holds no cases")
    named = council_namer(repository)
    standing = partial(_standing, cases)
    noun = "public reports" if place.section == REPORTS else "published decisions"
    withdrawn, narrowed_to = _withdrawn(state, found, cases), _is_narrowed(state, place)
    parts: list[Child] = [
        heading(2, how_many(found, noun, withdrawn=withdrawn, narrowed=narrowed_to), id="results"),
        *_said(state, place, found, repository.register_years(), cases),
        *by_subject(state, place, standing, noun),
    ]
    if narrowed := chosen(state, place, named):
        parts.append(narrowed)
    if found.rows:
        rows = decision_list(
            found.rows,
            level=3,
            links=place.links,
            named=named if place.council is None else None,
            responses=responses(found, cases) if place.section == REPORTS else None,
        )
        parts += [_order_and_files(state, place, found.total), rows]
        pages = pager(found.page, found.pages, lambda page: place.url(state.at(page)))
        parts += [pages] if pages else []
    else:
        parts += nothing_found(state, place, named, standing)
    beside = facets(state, place, counts, 2) if found.rows else None
    return [html.Div(parts, className="case-results"), *([beside] if beside else [])]


def responses(found: DecisionPage, cases: Cases) -> Mapping[str, str]:
    """Return the council's response to each report of a page, by reference; empty where none is held."""
    told = (cases.decision(row.reference) for row in found.rows if row.kind is DecisionKind.REPORT)
    return {one.reference: one.response for one in told if one is not None and one.withdrawn is None}


def _standing(cases: Cases, state: DecisionState) -> int:
    """Count what a search finds that was not withdrawn, as the heading above its list does."""
    found = cases.decisions(state.asked, 1)
    return found.total - _withdrawn(state, found, cases)


def _withdrawn(state: DecisionState, found: DecisionPage, cases: Cases) -> int:
    """Count the withdrawn ones among what was found: with words only those named by their reference."""
    if state.asked.words:
        return sum(row.withdrawn is not None for row in found.rows)
    return cases.count(state.asked).withdrawn


def _said(
    state: DecisionState, place: Place, found: DecisionPage, years: Sequence[str], cases: Cases
) -> list[Child]:
    """Return how the words were read; without words, how the list meets the statistics."""
    if state.asked.words:
        reading = found.reading.strip().rstrip(".")
        return [html.P(f"{capital(reading)}.", className="case-reading")] if reading else []
    if place.section == REPORTS:
        return []  # the statistics do not count reports by themselves
    asked = state.asked
    if not years or any(year and year not in years for year in (asked.decided, asked.received, asked.due)):
        return []  # of these the register is a part: its cases are not those the statistics count
    count = cases.count(in_statistics(state.asked, years))
    return [html.P(reconciled(count, state.asked, years), className="case-reconciled")]


def _order_and_files(state: DecisionState, place: Place, total: int) -> Component:
    by_relevance = _by_relevance(state)
    parts: list[Child] = []
    if state.asked.words:
        newest = ("Newest first", state.ordered(Order.NEWEST), not by_relevance)
        best = ("Best match first", state.ordered(Order.RELEVANCE), by_relevance)
        for words, other, here in (newest, best):
            parts.append(html.Strong(words) if here else html.A(words, href=place.url(other)))
            parts.append(" ")
    else:
        parts.append(html.Span("Newest first"))
    query = _whole_query(state)
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
    return html.Div(
        [html.P(parts, className="case-order"), html.P(files, className="case-files")], className="case-line"
    )


def _whole_query(state: DecisionState) -> str:
    """Return the query of the whole search over all councils, wherever the list stands."""
    return Place().query(DecisionState(state.asked))


def _is_narrowed(state: DecisionState, place: Place) -> bool:
    return place.within(DecisionState()).asked != state.asked


def _by_relevance(state: DecisionState) -> bool:
    return state.order is Order.RELEVANCE and bool(state.asked.words)

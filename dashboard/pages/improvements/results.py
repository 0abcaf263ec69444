"""What a list of improvements shows below its form: what recurs, each improvement, and the ways onward."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from dash.development.base_component import Component

from dashboard.addresses.case_place import Place
from dashboard.addresses.decision_state import DecisionState
from dashboard.addresses.improvement_state import ImprovementState, query_string
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionCategory
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading
from dashboard.pages.cases.facets import chosen, facets
from dashboard.pages.cases.listing import pager
from dashboard.pages.cases.meant import by_subject
from dashboard.pages.cases.results import council_namer
from dashboard.pages.improvements.group import Alike, cases_meant
from dashboard.pages.improvements.items import items
from dashboard.pages.improvements.subjects import subjects
from dashboard.repository.case_records import Facets, ImprovementGroup, ImprovementPage
from dashboard.repository.cases_interface import Cases
from dashboard.repository.interface import Repository
from dashboard.words import improvements as say
from dashboard.words.decisions import asked_parts
from dashboard.words.files import newest_of
from dashboard.words.wording import counted

SIZE = 20
FEWEST = 10
"""How many improvements there must be for anything to recur among them."""
_NOTHING = Facets((), (), (), (), (), ())


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: a page of improvements, their subjects, and what they may be narrowed by."""

    page: ImprovementPage
    groups: tuple[ImprovementGroup, ...]
    facets: Facets


def find(cases: Cases, asked: CaseFilter | None, page: int) -> Found:
    """Ask for a page of improvements with all that stands beside it; nothing for no filter."""
    if asked is None:
        return Found(ImprovementPage((), 0, 1, 1, ""), (), _NOTHING)
    return Found(
        cases.improvements(asked, page, size=SIZE), cases.improvement_groups(asked), cases.facets(asked)
    )


def results(
    state: ImprovementState, place: Place, found: Found, group: Alike | None, repository: Repository
) -> list[Child]:
    """Return the results: the list, and beside it what it may be narrowed by; ``group`` is the state's."""
    asked, page = state.cases, found.page
    named = council_namer(repository)

    def at(changed: DecisionState) -> str:
        return place.url(place.within(changed))

    def narrow(category: DecisionCategory, sub_category: str) -> str:
        return at(asked.narrowed(category=category, sub_category=sub_category or None))

    told = say.scope(place.own(asked.asked), group.whose if group else "", named)
    reading = say.words_read(page.reading)
    several = place.council is None
    parts: list[Child] = [
        heading(2, say.how_many(page.total, page.page, page.pages), id="results"),
        html.P(say.shown(page.total, found.groups, told, several=several), className="case-reconciled"),
        *([html.P(reading, className="case-reading")] if reading else []),
        *by_subject(asked, place, _counter(state, group, repository), "improvements"),
    ]
    if narrowed := chosen(asked, place, named):
        parts.append(narrowed)
    if not page.rows:
        return [html.Div([*parts, *_ways(state, place, group, repository)], className="case-results")]
    if page.page == 1 and page.total >= FEWEST:
        parts += subjects(found.groups, narrow, several=several)
    pages = pager(page.page, page.pages, lambda number: at(asked.at(number)))
    parts += [
        heading(2, "The improvements", id="improvements"),
        _order_and_files(state, place, page.total),
        items(page.rows, repository, place.links, whose=several),
        *([pages] if pages else []),
    ]
    beside = facets(asked, place, found.facets, 2)
    return [html.Div(parts, className="case-results"), *([beside] if beside else [])]


def whole_query(state: ImprovementState, place: Place) -> str:
    """Return the query of the whole list over all councils, wherever it stands: its files and its feed."""
    return query_string(ImprovementState(place.within(state.cases).at(1), state.like, state.by))


def _order_and_files(state: ImprovementState, place: Place, total: int) -> Component:
    query, links = whole_query(state, place), place.links
    files: list[Child] = [
        html.A("Download as CSV", href=links.improvements(query, ".csv"), download=""),
        " ",
        html.A(
            f"Download as XLSX{newest_of(total)}",
            href=links.improvements(query, ".xlsx"),
            download="",
        ),
        " ",
        html.A("Follow as a feed (Atom)", href=links.improvements(query, ".atom")),
    ]
    return html.Div(
        [html.P("Newest first", className="case-order"), html.P(files, className="case-files")],
        className="case-line",
    )


def _counter(
    state: ImprovementState, group: Alike | None, repository: Repository
) -> Callable[[DecisionState], int]:
    """Return what counts the improvements of a changed search, its group kept."""

    def total(changed: DecisionState) -> int:
        cases, meant = repository.cases(), cases_meant(replace(state, cases=changed), group)
        return cases.improvements(meant, 1, size=1).total if cases is not None and meant else 0

    return total


def _ways(state: ImprovementState, place: Place, group: Alike | None, repository: Repository) -> list[Child]:
    """Say what to loosen: each part of the search without which something is found."""
    own = place.own(state.cases.asked)
    if repository.cases() is None or own == CaseFilter():
        return []
    found, ways = _counter(state, group, repository), list[Child]()
    for words, change in asked_parts(own, council_namer(repository)):
        without = replace(state, cases=place.within(state.cases.narrowed(**change)))
        if total := found(without.cases):
            quoted = words if words.startswith("“") else f"“{words}”"
            link = html.A(f"Without {quoted}", href=place.url(without.cases))
            ways.append(html.Li([link, f": {counted(total, 'improvements')}"]))
    every = html.P(html.A("Start again with all", href=place.url(place.within(DecisionState()))))
    if not ways:
        return [html.P("Leaving out any one part of the search finds nothing either."), every]
    return [html.P("Each of these ways finds some:"), html.Ul(ways), every]

"""One listed decision: what its page on the Ombudsman's site prints above the text, and the link there."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.addresses.case_place import Place
from dashboard.addresses.decision_state import DecisionState
from dashboard.addresses.links import UNNAMED, Links
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.formats import day
from dashboard.domain.origin import Origin
from dashboard.domain.years import ReportingYear
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading, origin_chip
from dashboard.pages.cases.decision import about_links
from dashboard.pages.cases.results import council_namer
from dashboard.pages.listed.listing import address, listed_list
from dashboard.repository.interface import Repository
from dashboard.repository.listed_interface import Listed
from dashboard.repository.listed_records import ListedDecision
from dashboard.words import listed as say

_BESIDE = 4


def title(told: ListedDecision, repository: Repository) -> str:
    """Return the title: the council and the reference."""
    own = say.title(council_namer(repository)(told.slug), told.reference)
    return f"{own}, withdrawn" if told.withdrawn else own


def render(told: ListedDecision, listed: Listed, repository: Repository, links: Links = UNNAMED) -> Component:
    """Return the page of a listed decision. Of a withdrawn one it says that, when and why."""
    parts: list[Child] = [
        html.P(html.A("All decisions held here", href=links.decisions("", "")), className="letter-back"),
        html.H1(title(told, repository)),
    ]
    if told.withdrawn:
        since, why = day(told.withdrawn.on), told.withdrawn.reason
        said = f"This decision was withdrawn on {since}. The reason given: {why}"
        parts.append(html.P(said, className="note"))
    else:
        link = html.A("Read this decision on the Ombudsman’s own site", href=address(told), rel="external")
        parts += [
            html.P(
                [origin_chip(Origin.PUBLISHED), " Its text is not held here."], className="decision-origin"
            ),
            html.P(html.Strong(link)),
        ]
    parts += [_facts(told, repository, links), *_others(told, listed, repository, links)]
    return html.Article(parts, className="decision-page frame")


def _facts(told: ListedDecision, repository: Repository, links: Links) -> Component:
    year = str(ReportingYear.of(told.decided)) if told.decided else None
    shown = year if year in repository.years_of(told.slug) else None
    facts: list[tuple[str, Child | Sequence[Child]]] = [
        (
            "Council",
            html.A(council_namer(repository)(told.slug), href=links.council(told.slug, shown)),
        ),
        ("Outcome", html.Strong(told.outcome.label) if told.outcome else "Not seen"),
        ("About", about_links(told.category, told.sub_category, links)),
        *([("Kind", told.kind.label)] if told.kind else []),
        ("Decided", day(told.decided) if told.decided else "Day not seen"),
        ("Reference", told.reference),
    ]
    rows = [html.Div([html.Dt(name), html.Dd(value)]) for name, value in facts]
    return html.Dl(rows, className="decision-facts")


def _others(told: ListedDecision, listed: Listed, repository: Repository, links: Links) -> list[Child]:
    """Return others held about the same council."""
    council, named = repository.council(told.slug), council_namer(repository)
    same = CaseFilter(councils=(told.slug,))
    rows = [
        row for row in listed.decisions(same, 1, size=_BESIDE + 1).rows if row.reference != told.reference
    ]
    if council is None or not rows:
        return []
    place = Place(council, links=links)
    every = html.A(
        say.held(listed.scope(same), f" about {named(told.slug)}").rstrip("."),
        href=place.url(place.within(DecisionState())),
    )
    parts: list[Child] = [
        heading(2, f"Other decisions about {named(told.slug)}"),
        listed_list(rows[:_BESIDE], level=3, named=named),
        html.P(every),
    ]
    return [html.Section(parts, className="decision-others")]

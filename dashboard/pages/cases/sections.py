"""A council's decisions and public reports of a year, as sections of its page; in the panel, in short."""

from dash.development.base_component import Component

from dashboard.addresses import urls
from dashboard.addresses.case_place import DECISIONS, REPORTS, Place
from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.decision_state import DecisionState
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.cases_of import cases_of
from dashboard.domain.decisions import DecisionKind
from dashboard.domain.formats import thousands
from dashboard.domain.origin import Origin
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading, origin_chip
from dashboard.pages.cases.listing import decision_list
from dashboard.pages.cases.results import responses
from dashboard.repository.case_records import DecisionPage
from dashboard.repository.cases_interface import Cases
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.words.decisions import reconciled
from dashboard.words.wording import counted, noun

NEWEST = 5
MADE_UP = (
    "The decisions are made up so that they add up to the figures. Where a figure was published, it is real; "
    "the decisions are not."
)


def decisions_section(here: CouncilYear, level: int) -> Component:
    """Return the newest decisions of a year, and how they meet the statistics."""
    top = heading(level, [f"Decisions, {here.year}", *_chip(here.repository)], id="decisions")
    cases = here.repository.cases_of(here.year)
    if cases is None:
        return html.Section([top, *_not_held(here.council, here.year)], className="cases-section")
    asked = cases_of(here.council.slug, here.year, "dealt_with")
    found = cases.decisions(asked, 1, size=NEWEST)
    parts: list[Child] = [top, *(html.P(line) for line in _counted(here.council, here.year, cases))]
    if here.repository.release().is_demonstration:
        parts.append(html.P(MADE_UP, className="small"))
    if found.rows:
        parts.append(decision_list(found.rows, level=level + 1, links=here.links))
    parts.append(_whole_list(Place(here.council, DECISIONS, here.links), asked, found, cases))
    return html.Section(parts, className="cases-section")


def reports_section(here: CouncilYear, level: int) -> Component:
    """Return the public reports of a year with the council's response; or that there is none."""
    top = heading(level, [f"Public reports, {here.year}", *_chip(here.repository)], id="reports")
    cases = here.repository.cases_of(here.year)
    if cases is None:
        said = "Public reports are not held here: the Ombudsman publishes them with its other decisions."
        return html.Section([top, html.P(said, className="measure-empty")], className="cases-section")
    asked = CaseFilter(councils=(here.council.slug,), decided=here.year, kind=DecisionKind.REPORT)
    found = cases.decisions(asked, 1, size=NEWEST)
    parts: list[Child] = [top]
    if found.rows:
        told = responses(found, cases)
        parts.append(decision_list(found.rows, level=level + 1, links=here.links, responses=told))
    else:
        nothing = f"No public report about {here.council.name} was published in {here.year}."
        parts.append(html.P(nothing, className="measure-empty"))
    parts.append(_whole_list(Place(here.council, REPORTS, here.links), asked, found, cases))
    return html.Section(parts, className="cases-section")


def cases_in_short(here: CouncilYear, level: int) -> Component | None:
    """Return what the panel says: the reconciling sentences and the ways to the lists; None without cases."""
    cases = here.repository.cases_of(here.year)
    if cases is None:
        return None
    ways = [
        (DECISIONS, f"Decisions of {here.year}"),
        ("improvements", "Service improvements"),
        (REPORTS, "Public reports"),
    ]
    state = DecisionState(cases_of(here.council.slug, here.year, "dealt_with"))
    items = [
        html.Li(html.A(words, href=Place(here.council, section, here.links).url(state)))
        for section, words in ways
    ]
    top = heading(level, [f"Decisions, {here.year}", *_chip(here.repository)], id="decisions")
    lines = [html.P(line) for line in _counted(here.council, here.year, cases)]
    if here.repository.release().is_demonstration:
        lines.append(html.P(MADE_UP, className="small"))
    return html.Section([top, *lines, html.Ul(items, className="plain-list")], className="cases-section")


def _counted(council: Council, year: str, cases: Cases) -> list[str]:
    """Return the sentences that set the statistics beside what is published: upheld, and all decided."""
    every = cases_of(council.slug, year, "dealt_with")
    upheld = cases_of(council.slug, year, "upheld")
    decided = cases.count(every)
    if not decided.counted:
        return [f"No complaint about {council.name} was decided in {year}."]
    found = cases.count(upheld)
    lines = [reconciled(found, upheld)] if found.counted else ["The statistics count none upheld."]
    of_all = f"Of all {counted(decided.counted, 'complaints')} decided"
    if decided.counted == 1:
        of_all = "Of the one complaint decided"
    published = thousands(decided.published) if decided.published else "no"
    verb = "is" if decided.published == 1 else "are"
    lines.append(f"{of_all}, {published} {noun(decided.published, 'decisions')} {verb} published here.")
    return lines


def _whole_list(place: Place, asked: CaseFilter, found: DecisionPage, cases: Cases) -> Component:
    """Return links to the whole list of the year, and of all years, each with its number."""
    what = "public reports" if place.section == REPORTS else "decisions"
    ever = place.within(DecisionState())
    total = cases.decisions(ever.asked, 1, size=1).total
    items: list[Child] = []
    if found.total > len(found.rows):
        whole = f"All {counted(found.total, what)} of {asked.decided}"
        items.append(html.Li(html.A(whole, href=place.url(DecisionState(asked)))))
    if total > found.total:
        words = f"{counted(total, what).capitalize()} of all years"
        items.append(html.Li(html.A(words, href=place.url(ever))))
    elif total and not items:
        words = f"Search {'it' if total == 1 else 'them'}, and see other lists"
        items.append(html.Li(html.A(words, href=place.url(ever))))
    return html.Ul(items, className="plain-list")


def _not_held(council: Council, year: str) -> list[Child]:
    link = html.A(
        f"The Ombudsman’s decisions about {council.name}, {year}",
        href=urls.ombudsman_decisions(council.name, year),
        rel="external",
    )
    said = (
        "The decisions behind these figures are not held here. The Ombudsman publishes them on its own site."
    )
    return [html.P(said, className="measure-empty"), html.P(link)]


def _chip(repository: Repository) -> list[Child]:
    held = repository.cases() is not None and repository.release().is_demonstration
    return [" ", origin_chip(Origin.SIMULATED)] if held else []

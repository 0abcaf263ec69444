"""Between a council's lists (decisions, service improvements, public reports), and to its relatives'."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.addresses.decision_state import DecisionState, query_string
from dashboard.addresses.links import Links
from dashboard.domain.case_filter import CaseFilter
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, aria
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council

TABS = (("decisions", "Decisions"), ("improvements", "Service improvements"), ("reports", "Public reports"))


def tabs(council: Council, here: str, year: str | None, links: Links) -> Component:
    """Return links to a council's three lists, the one shown marked; a year chosen is kept."""
    query = query_string(DecisionState(CaseFilter(decided=year)))
    items = [
        html.Li(
            html.A(
                name,
                href=links.council_cases(council.slug, section, query),
                **(aria(current="page") if section == here else {}),
            )
        )
        for section, name in TABS
    ]
    return html.Nav(html.Ul(items), className="case-tabs", **aria(label="Lists of this council"))


def relatives(council: Council, section: str, repository: Repository, links: Links) -> list[Child]:
    """Return a sentence with links to the same list of the councils before and after this one."""
    before = _named([link.predecessor for link in repository.predecessors(council.slug)], repository)
    after = _named(council.heirs(repository.successors(council.slug)), repository)
    sentences: list[Child] = []
    for says, others in (("The councils before it", before), ("What took its place", after)):
        if others:
            names = _links(others, section, links)
            sentences += [f"{says}, each with a list of its own: ", *names, ". "]
    return [html.P(sentences, className="case-lineage")] if sentences else []


def _named(slugs: Sequence[str], repository: Repository) -> list[Council]:
    found = [council for slug in dict.fromkeys(slugs) if (council := repository.council(slug)) is not None]
    return sorted(found, key=lambda council: council.name)


def _links(councils: Sequence[Council], section: str, links: Links) -> list[Child]:
    """Return councils' names as links joined as a sentence does."""
    parts: list[Child] = []
    for index, other in enumerate(councils):
        if index:
            parts.append(" and " if index == len(councils) - 1 else ", ")
        parts.append(html.A(other.name, href=links.council_cases(other.slug, section, "")))
    return parts

"""What councils agreed to change: the faults and fixes that recur in what is asked for, then each one."""

from dash.development.base_component import Component

from dashboard.addresses import urls
from dashboard.addresses.improvement_place import SECTION, search_place
from dashboard.addresses.improvement_state import ImprovementState, query_string
from dashboard.addresses.links import Links
from dashboard.domain.formats import thousands
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading
from dashboard.pages.improvements.form import improvement_form
from dashboard.pages.improvements.group import Alike
from dashboard.pages.improvements.results import Found, results
from dashboard.repository.interface import Repository
from dashboard.words import improvements as say
from dashboard.words.decisions import shortened

STYLES = ("decisions", "improvements")
CSS = "case-page improvements-page frame"


def render(
    state: ImprovementState,
    group: Alike | None,
    found: Found | None,
    repository: Repository,
    links: Links,
) -> Component:
    """Return the page of a search; without what was found, that the release holds no cases."""
    if found is None:
        return html.Div([heading(1, say.TITLE), *not_held()], className="frame message")
    place = search_place(state, links)
    sub_categories = [value.value for value in found.facets.sub_categories]
    parts: list[Child] = [
        heading(1, say.TITLE),
        html.P(
            "Where the Ombudsman finds fault, councils agree to change how they work. Search what others "
            "agreed to, and learn from it before the same goes wrong in yours.",
            className="case-opening",
        ),
        html.P(html.A("What to watch: what followed a promise, and faults that recur", href=links.watch())),
        *simulated(repository),
        improvement_form(state, place, repository, sub_categories),
        *_group(state, group, links),
        html.Div(results(state, place, found, group, repository), className="case-columns"),
        years_held(repository),
    ]
    return html.Div(parts, className=CSS)


def simulated(repository: Repository) -> list[Child]:
    """Say that all is simulated, where it is."""
    is_demonstration = repository.release().is_demonstration
    return [html.P(say.SIMULATED, className="note")] if is_demonstration else []


def years_held(repository: Repository) -> Component:
    """Say which years are held, and how long the Ombudsman shows improvements."""
    return html.P(
        say.years_held(repository.register_years() or repository.release().years), className="small"
    )


def not_held() -> list[Child]:
    """Return what is said in place of improvements where a release holds no cases."""
    link = html.A("The Ombudsman’s decisions", href=urls.ombudsman_search(), rel="external")
    return [html.P(say.NOT_HELD), html.P([link, "."])]


def _group(state: ImprovementState, group: Alike | None, links: Links) -> list[Child]:
    """Say who the councils of a group are, why there is none, or that no council was named."""
    if group is None:
        return _unknown(state.like)
    alone = html.A("Show all councils", href=links.improvements(query_string(state.alone()), ""))
    if not group.councils:
        said = f"{group.why_none} Nothing is shown: choose another way of being alike. "
        return [html.P([said, alone, "."], className="note")]
    named = [
        html.Li(html.A(one.short_name, href=links.council_cases(one.slug, SECTION, "")))
        for one in group.councils
    ]
    who = html.Details(
        [
            html.Summary(f"Which councils: {thousands(len(named))}"),
            html.P(state.by.explanation, className="small"),
            html.Ul(named, className="improvement-alike"),
        ]
    )
    said = f"Only {group.whose}. {group.base.short_name} itself is left out. "
    return [html.Div([html.P([said, alone, "."]), who], className="note")]


def _unknown(like: str) -> list[Child]:
    if not like:
        return []
    said = f"“{shortened(like)}” is not the name of one council in England: improvements of all are shown."
    return [html.P(said, className="note")]

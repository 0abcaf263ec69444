"""A council among the councils of its type: strips, funnels with exact limits, and the table of all."""

from dash import html
from dash.development.base_component import Component

from dashboard.charts.peers import Group, group_of_type
from dashboard.charts.period import period_compared
from dashboard.charts.strip import missed_strip, strip, strip_svg
from dashboard.domain.measures import COMPLIANCE, compared
from dashboard.markup.markup import Markup
from dashboard.markup.parts import Child, heading
from dashboard.pages.council import comparison_texts as say
from dashboard.pages.council.funnel_section import funnels
from dashboard.pages.council.peer_table import peer_table
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council


def comparison(
    council: Council, year: str, repository: Repository, release: str | None, *, level: int
) -> Component:
    """Return the section of a council in a year in which it existed."""
    period = period_compared(council, year, repository)
    groups = [group_of_type(council, year, measure, period, repository) for measure in compared()]
    due = group_of_type(council, year, COMPLIANCE, period, repository)
    parts: list[Child] = [
        heading(level, f"Compared with {council.type.councils}", id="compared"),
        html.P(say.introduction(groups[0])),
    ]
    for group in groups:
        parts += _measure(group, release, level + 1)
    parts += _compliance(due, level + 1)
    parts.append(peer_table(council, groups, repository.councils(year), release))
    return html.Section(parts, className="comparison")


def _measure(group: Group, release: str | None, level: int) -> list[Child]:
    parts: list[Child] = [heading(level, say.headline(group))]
    drawn = strip(group)
    if drawn is not None:
        summary = say.strip_summary(group, drawn)
        parts.append(html.P(summary))
        parts.append(Markup(strip_svg(drawn, f"Strip of dots. {summary}"), tag="div", className="strip"))
    return [*parts, *funnels(group, release, level + 1)]


def _compliance(group: Group, level: int) -> list[Child]:
    drawn = missed_strip(group)
    if drawn is None:
        return []
    summary = say.missed_summary(group)
    return [
        heading(level, f"Recommendations not complied with, {say.span(group)}"),
        html.P(summary),
        Markup(strip_svg(drawn, f"Strip of dots. {summary}"), tag="div", className="strip"),
    ]

"""Listed decisions: each titled by council and reference, as the Ombudsman titles it, with a link there."""

from collections.abc import Callable, Sequence

from dash.development.base_component import Component

from dashboard.addresses import urls
from dashboard.domain.decisions import DecisionKind
from dashboard.domain.formats import day
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading
from dashboard.repository.listed_records import ListedDecision
from dashboard.words import listed as say
from dashboard.words.decisions import about


def listed_list(rows: Sequence[ListedDecision], *, level: int, named: Callable[[str], str]) -> Component:
    """Return decisions as a list, each headed at ``level``; ``named`` names a council by its slug."""
    return html.Ol([html.Li(_item(row, level, named(row.slug))) for row in rows], className="case-list")


def address(row: ListedDecision) -> str:
    """Return a decision's page on the Ombudsman's own site."""
    return urls.ombudsman_decision(row.category, row.sub_category, row.reference)


def outcome_and_day(row: ListedDecision) -> list[Child]:
    """Return what was decided and when; what was not seen is said to be so."""
    if row.outcome is None:
        outcome: Child = say.NO_OUTCOME
    else:
        css = f"case-outcome case-{row.outcome.value.replace('_', '-')}"
        outcome = html.Span(row.outcome.label, className=css)
    return [outcome, f", {day(row.decided) if row.decided else say.NO_DAY}."]


def _title(council: str, reference: str) -> list[Child]:
    """Return a title whose reference is not broken over two lines."""
    before, _, _ = say.title(council, reference).rpartition("(")
    return [before, html.Span(f"({reference})", className="case-reference")]


def _item(row: ListedDecision, level: int, council: str) -> list[Child]:
    title = say.title(council, row.reference)
    if row.withdrawn:
        said = f"Withdrawn on {day(row.withdrawn.on)}: {row.withdrawn.reason}"
        return [heading(level, f"{title}, withdrawn"), html.P(said, className="case-withdrawn")]
    kind: list[Child] = []
    if row.kind is DecisionKind.REPORT:
        kind = [html.Span(row.kind.label, className="case-report"), " "]
    there = html.Span(", on the Ombudsman’s own site", className="visually-hidden")
    return [
        heading(level, [html.A([*_title(council, row.reference), there], href=address(row), rel="external")]),
        html.P([*kind, *outcome_and_day(row), f" {about(row)}."], className="case-facts"),
    ]

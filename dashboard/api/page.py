"""The page about the API: its routes with live examples, its parameters, fields, problems and limits."""

from collections.abc import Mapping, Sequence

from dash.development.base_component import Component

from dashboard.api.openapi import LIMITS, STABLE, statuses
from dashboard.api.route import Route
from dashboard.api.routes import DESCRIPTION
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading, table

TITLE = "The figures for other programs"


def render(routes: Sequence[Route], release: str | None, held: Mapping[str, str] | None = None) -> Component:
    """Return the page; ``release`` is the name the page was asked for with, which its examples keep.

    ``held`` are examples of parts of a path that this release answers (``reference`` of a decision).
    """
    return html.Div(
        [
            html.H1(TITLE),
            html.P(
                "Figures, councils, cases and letters can be asked for as JSON or CSV: without a key, by "
                "GET, from scripts of any other site. Each item says in words where it comes from."
            ),
            html.P(
                [
                    html.A("The description for machines (OpenAPI 3.1)", href=DESCRIPTION),
                    " is made of the same table as this page and the answers.",
                ]
            ),
            heading(2, "What can be asked"),
            html.Ul([html.Li(html.A(each.title, href=f"#{each.name}")) for each in routes]),
            heading(2, "What holds for all"),
            html.P(STABLE),
            html.P(LIMITS),
            html.P(
                "CSV is UTF-8 without a mark, as programs want it; files to be opened in Excel are offered "
                "beside each list and on the page about the data, and have it. The query is read strictly: a "
                "parameter or value that is not known is refused, so that no answer is taken for another one."
            ),
            heading(2, "When there is no answer"),
            html.P(
                "The answer is then a problem (RFC 9457), application/problem+json, with a sentence in "
                "“detail”."
            ),
            *_statuses(),
            *(part for each in routes for part in _route(each, release, held or {})),
        ],
        className="frame prose",
    )


def _statuses() -> list[Child]:
    rows: list[list[Child]] = [
        [html.Span(str(s.value), id=f"problem-{s.value}"), told] for s, told in statuses().items()
    ]
    return [table("Statuses besides 200", ("Status", "What it means"), rows, label="Statuses")]


def _route(route: Route, release: str | None, held: Mapping[str, str]) -> list[Child]:
    example = route.example_of(held)
    if release:
        example += f"{'&' if '?' in example else '?'}release={release}"
    asked = [
        *([name, f"{meaning} Part of the path."] for name, (meaning, _) in route.parts.items()),
        *([each.name, _told(each.meaning, each.schema.get("enum"))] for each in route.parameters),
    ]
    fields = [[field.name, field.type, field.meaning] for field in route.fields]
    return [
        heading(2, route.title, id=route.name),
        html.P(route.meaning),
        html.P(
            [html.Code(f"GET {route.address}"), ". Try it: ", html.A(example, href=example)], className="code"
        ),
        html.Details(
            [
                html.Summary(f"Parameters and fields: {route.title.lower()}"),
                _table(f"{route.title}: parameters", ("Parameter", "What it means"), asked),
                _table(f"{route.title}: fields", ("Field", "Type", "What it means"), fields),
            ]
        ),
    ]


def _table(caption: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Component:
    return table(caption, head, rows, label=caption)


def _told(meaning: str, values: object) -> str:
    return f"{meaning} One of: {', '.join(map(str, values))}." if isinstance(values, list) else meaning

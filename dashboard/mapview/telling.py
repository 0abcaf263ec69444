"""What is telling this year, beside the map while no council is chosen: who stands out, reports, England."""

from dash.development.base_component import Component

from dashboard.addresses.links import Links
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionKind
from dashboard.domain.formats import day
from dashboard.domain.origin import Origin
from dashboard.domain.simulated import unmarked
from dashboard.mapview.england import england
from dashboard.mapview.names import cases_cell, comparison_cell, origin_cell, value_cell
from dashboard.mapview.view import MapView
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, origin_chip
from dashboard.repository.interface import Repository
from dashboard.words.figure import leads_with_counts
from dashboard.words.wording import capital

MOST_NAMED = 6
REPORTS = 3
NONE = "Of those that can be compared, no council stands out from its type by more than chance explains."
SOME = (
    "Each by more than chance explains, taken alone; of so many councils luck alone marks some, and the text "
    "under the map says how many. High is not bad by itself."
)
MANY = f"The first {MOST_NAMED} of {{n}}, A to Z; the map and its table mark all. {SOME}"
_ARROWS = {True: "▲ ", False: "▼ "}


def telling(view: MapView, repository: Repository, links: Links, *, hidden: bool) -> Component:
    """Return the three parts and, folded, how to read the map. Hidden while a council is chosen."""
    parts: list[Child] = [
        _standing_out(view, links),
        *_reports(repository, links),
        *england(repository),
        _how_to_read(),
    ]
    return html.Div(parts, className="map-introduction", id="map-introduction", hidden=hidden)


def _standing_out(view: MapView, links: Links) -> Component:
    """Name who stands out on what the map shows; the script writes it again with the map."""
    marked = [c for c in view.councils if view.figures[c.slug].comparison.marked]
    rows: list[Child] = []
    for council in marked[:MOST_NAMED]:
        figure = view.figures[council.slug]
        value, cases = value_cell(figure), cases_cell(figure, view.period)
        said = (cases, value) if leads_with_counts(figure) else (value, cases)
        above = figure.comparison.value.endswith("higher")
        rows.append(
            html.Li(
                [
                    _ARROWS[above],
                    html.A(council.short_name, href=links.council(council.slug, view.year)),
                    f" {', '.join(part for part in said if part)} ({origin_cell(figure)})",
                    html.Span(capital(comparison_cell(council, figure)), className="row-note"),
                ]
            )
        )
    return html.Section(
        [
            html.H2("Who stands out", id="telling-heading"),
            html.Ul(rows, id="telling-list", className="telling-list", hidden=not rows),
            html.P(
                _rest(len(marked)),
                id="telling-rest",
                className="small",
                **{"data-none": NONE, "data-some": SOME, "data-many": MANY, "data-most": str(MOST_NAMED)},
            ),
        ],
        className="telling",
    )


def _rest(marked: int) -> str:
    if marked == 0:
        return NONE
    return MANY.format(n=marked) if marked > MOST_NAMED else SOME


def _reports(repository: Repository, links: Links) -> list[Child]:
    cases = repository.cases()
    if cases is None:
        return []
    found = cases.decisions(CaseFilter(kind=DecisionKind.REPORT), 1, size=REPORTS)
    if not found.rows:
        return []
    items = [
        html.Li(
            [
                html.A(unmarked(row.subject), href=links.decision(row.reference)),
                html.Span(
                    f"{_named(repository, row.slug)}, {row.category.label}, {day(row.decided)}",
                    className="row-note",
                ),
            ]
        )
        for row in found.rows
    ]
    made_up = repository.release().is_demonstration
    chip: list[Child] = [" ", origin_chip(Origin.SIMULATED)] if made_up else []
    top = html.H2(["Newest public reports", *chip])
    return [html.Section([top, html.Ul(items, className="telling-list")], className="telling")]


def _named(repository: Repository, slug: str) -> str:
    council = repository.council(slug)
    return council.short_name if council is not None else slug


def _how_to_read() -> Component:
    return html.Details(
        [
            html.Summary("How to read the map"),
            html.P(
                "The colour of a council is its figure in the year; a triangle marks those that differ from "
                "councils of their type by more than chance explains."
            ),
            html.P(
                "Most numbers are too small to tell a difference from chance: read the counts first, then "
                "the percentage."
            ),
            html.P(
                "Enlarged, the map names the councils in view where the name fits, and the largest towns as "
                "dots, by GeoNames: to say where one is, and nothing of their councils."
            ),
            html.P("Choose a council on the map, in the table, or by its name or postcode, to see it here."),
        ],
        className="map-reading",
    )

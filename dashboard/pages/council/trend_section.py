"""The trend of a council's measures over the years: chart, breaks in words, table."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dash import dcc
from dash.development.base_component import Component

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.pictures import Chart, of_chart
from dashboard.charts.breaks import Break
from dashboard.charts.style import CONFIG
from dashboard.charts.trend import Trend, trend
from dashboard.domain.figures import Benchmark, Figure, State
from dashboard.domain.measure import Measure
from dashboard.domain.measures import COMPLIANCE
from dashboard.domain.years import ReportingYear
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading, table
from dashboard.markup.picture_links import picture_links
from dashboard.pages.cases.links import CaseLinks
from dashboard.pages.council.compliance_table import compliance_table
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.words.breaks import concerned
from dashboard.words.changes import change, verdict
from dashboard.words.wording import uncapital


def trends(
    here: CouncilYear,
    *,
    level: int,
    measures: Sequence[Measure],
    folded: bool,
    links: CaseLinks | None = None,
) -> Component:
    """Return a chart and table for each measure asked for, and compliance as a table.

    ``folded`` puts the tables into disclosures, as the narrow panel does; on paper they are unfolded.
    ``links`` lead from the counts of compliance to their cases.
    """
    council, repository = here.council, here.repository
    charts: list[Child] = []
    breaks: dict[str, Break] = {}
    for measure in measures:
        drawn = trend_of(council, measure, repository)
        breaks |= {each.year: each for each in drawn.breaks} if drawn else {}
        charts += _measure(here, measure, drawn, level=level + 1, folded=folded)
    children: list[Child] = [heading(level, "Trend", id="trend"), *_breaks(breaks), *charts]
    due = repository.history(council.slug, COMPLIANCE.id)
    children += compliance_table(due, level=level + 1, folded=folded, links=links)
    return html.Section(children, className="trends")


def trend_data(
    council: Council, measure: Measure, repository: Repository
) -> tuple[Sequence[Figure], Mapping[str, Benchmark]]:
    """Return what a trend is drawn from: the history, ascending, and the averages of the type that apply.

    After a council's end no average applies to it.
    """
    history = repository.history(council.slug, measure.id)
    ended = _ended(council, history, repository)
    averages = repository.benchmark_history(council.type, measure.id)
    return history, {year: average for year, average in averages.items() if year not in ended}


def trend_of(council: Council, measure: Measure, repository: Repository) -> Trend | None:
    """Return a council's chart of a measure with its words and table; None without a figure."""
    history, averages = trend_data(council, measure, repository)
    if not any(figure.shown is not None for figure in history):
        return None
    ended = _ended(council, history, repository)
    drawn = trend(history, averages, measure, council.short_name, council.type)
    rows = tuple(replace(row, benchmark="none applies") if row.year in ended else row for row in drawn.rows)
    return replace(drawn, rows=rows)


def changes_said(history: Sequence[Figure], year: str, measure: Measure) -> list[str]:
    """Return what is said of a year beside the one before, and of the years up to it."""
    by_year = {figure.year: figure for figure in history if figure.state is State.VALUE}
    return [text for told in (change, verdict) if (text := told(by_year, year, measure))]


def _ended(council: Council, history: Sequence[Figure], repository: Repository) -> set[str]:
    return {figure.year for figure in history if not repository.existed(council.slug, figure.year)}


def _measure(
    here: CouncilYear, measure: Measure, drawn: Trend | None, *, level: int, folded: bool
) -> list[Child]:
    if drawn is None:
        nothing = "No year of this measure is held for this council."
        return [heading(level, measure.label), html.P(nothing, className="measure-empty")]
    history = here.repository.history(here.council.slug, measure.id)
    picture = of_chart(Chart.TREND, here.council.slug, here.year, measure.id, here.links)
    graph = dcc.Graph(
        id=f"trend-{measure.id.replace('_', '-')}",
        figure=drawn.figure,
        config=CONFIG,
        className="chart",
        style={"height": f"{drawn.figure['layout']['height']}px"},
    )
    return [
        heading(level, drawn.title),
        html.P(drawn.subtitle, className="chart-subtitle"),
        *[html.P(text, className="chart-change") for text in changes_said(history, here.year, measure)],
        graph,
        picture_links(picture, f"the trend of {uncapital(measure.label)}"),
        _table(drawn, measure, here.council, folded=folded),
    ]


def _breaks(breaks: Mapping[str, Break]) -> list[Child]:
    if not breaks:
        return []
    items = [
        html.Li([html.Strong(year), f": {breaks[year].words} {concerned(ReportingYear.parse(year))}"])
        for year in sorted(breaks)
    ]
    told = html.Summary("Breaks: where figures before and after cannot be compared")
    return [html.Details([told, html.Ul(items)], className="chart-breaks")]


def _table(drawn: Trend, measure: Measure, council: Council, *, folded: bool) -> Component:
    rows: list[list[Child | list[Child]]] = [
        [
            row.year,
            f"{row.value} ({row.counts})" if row.counts else row.value,
            row.interval or "–",
            row.benchmark,
            row.origin or "–",
        ]
        for row in drawn.rows
    ]
    heads = ["Year", council.short_name, "95% interval", "Average", "Origin"]
    caption = f"{measure.label} by year: {council.name}, and the average of {council.type.councils}"
    whole = table(caption, heads, rows, numbers=frozenset({1, 2, 3}), label=caption)
    if not folded:
        return whole
    return html.Details([html.Summary("Table of these figures"), whole], className="chart-table")

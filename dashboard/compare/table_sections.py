"""A comparison's table with its sentences, and its chart beside it where the measure has one."""

from collections.abc import Callable

from dash import dcc
from dash.development.base_component import Component

from dashboard.addresses.compare_state import Look
from dashboard.addresses.pictures import PictureOf
from dashboard.charts.dot_plot import DotPlot, DotRow, dot_plot
from dashboard.charts.small_multiples import Multiples, YearPoint, small_multiples
from dashboard.charts.style import CONFIG
from dashboard.compare.tables import Cell, Entry, Row, Table
from dashboard.domain.measures import MEASURES
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, aria, heading
from dashboard.markup.picture_links import picture_links
from dashboard.words.wording import uncapital

CouncilUrl = Callable[[str], str]
PictureOfMeasure = Callable[[str], PictureOf]


def section(
    table: Table, look: Look, years: tuple[str, ...], council_url: CouncilUrl, picture_of: PictureOfMeasure
) -> Component:
    """Return one table under its heading: sentences, table, chart with the way to its picture, notes."""
    drawn = chart(table, look, years)
    lead, *said = table.lead
    children: list[Child] = [
        heading(2, table.title, id=table.id),
        html.P(lead, className="compare-lead"),
        *[html.P(sentence, className="small") for sentence in said],
    ]
    side: list[Child] = [] if drawn is None else [_figure(table, drawn, picture_of(table.measure or ""))]
    notes = [html.Li(note) for note in table.notes]
    below: list[Child] = [html.Ul(notes, className="compare-notes small")] if notes else []
    whole = html.Div([html.Div([_table(table, council_url), *below]), *side], className="compare-beside")
    wide = "" if drawn is not None and look is Look.YEAR else " compare-wide"
    wide += " compare-years" if look is Look.YEARS else ""
    return html.Section([*children, whole], className=f"compare-section{wide}")


def chart(table: Table, look: Look, years: tuple[str, ...]) -> DotPlot | Multiples | None:
    """Return the chart of a table of a measure that is compared: the same figures, drawn; None for others."""
    measure = MEASURES[table.measure] if table.measure else None
    if measure is None or not measure.compared:
        return None
    rows = [row for row in table.rows if not row.of_group]
    if look is Look.YEAR:
        return dot_plot(measure, [_dot(row) for row in rows], years[-1])
    series = [(row.cells[0].text, [_year(cell.entry) for cell in row.cells if cell.entry]) for row in rows]
    return small_multiples(measure, series, years)


def _dot(row: Row) -> DotRow:
    entry = next(cell.entry for cell in row.cells if cell.entry is not None)
    value, low, high, average = _drawn(entry)
    return DotRow(row.cells[0].text, entry.shown, value, low, high, average, _simulated(entry))


def _year(entry: Entry) -> YearPoint:
    value, low, high, average = _drawn(entry)
    return YearPoint(entry.year, entry.shown, value, low, high, average, _simulated(entry))


def _drawn(entry: Entry) -> tuple[float | None, float | None, float | None, float | None]:
    """Return what is drawn of a figure: nothing where its counts lead or are not held."""
    average = None if entry.average_value is None else float(entry.average_value)
    if entry.value is None or entry.low is None or entry.high is None:
        return None, None, None, average
    return float(entry.value), float(entry.low), float(entry.high), average


def _simulated(entry: Entry) -> bool:
    return entry.origin.startswith("simulated")


def _figure(table: Table, drawn: DotPlot | Multiples, picture: PictureOf) -> Component:
    return html.Div(
        [
            html.P([html.Strong(drawn.title), html.Span(drawn.subtitle, className="row-note")]),
            dcc.Graph(
                id=f"chart-{table.id}",
                figure=drawn.figure,
                config=CONFIG,
                className="chart",
                style={"height": f"{drawn.figure['layout']['height']}px"},
            ),
            picture_links(picture, uncapital(drawn.title)),
        ],
        className="compare-chart",
    )


def _table(table: Table, council_url: CouncilUrl) -> Component:
    heads = [
        html.Th(head, scope="col", className="number" if i in table.numbers else None)
        for i, head in enumerate(table.heads)
    ]
    body = [_row(row, table, council_url) for row in table.rows]
    whole = html.Table([html.Caption(table.caption), html.Thead(html.Tr(heads)), html.Tbody(body)])
    return html.Div(whole, className="table-box", role="region", tabIndex="0", **aria(label=table.caption))


def _row(row: Row, table: Table, council_url: CouncilUrl) -> Component:
    first, *others = row.cells
    name: Child = html.A(first.text, href=council_url(first.slug)) if first.slug else first.text
    cells: list[Component] = [html.Th([name, *_small(first)], scope="row")]
    for i, cell in enumerate(others, start=1):
        css = " ".join(
            part for part in ("number" if i in table.numbers else "", "not-held" if cell.soft else "") if part
        )
        cells.append(html.Td([cell.text, *_small(cell)], className=css or None))
    return html.Tr(cells, className="of-group" if row.of_group else None)


def _small(cell: Cell) -> list[Child]:
    return [html.Span(cell.small, className="row-note")] if cell.small else []

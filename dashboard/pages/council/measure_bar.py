"""A measure's bar with its key: the council's point, the range usual for it, the average of its type."""

from collections.abc import Mapping
from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard.charts.bars import Usual, complied_bar, scale_end, usual_bar
from dashboard.domain.comparison import ComparedWith
from dashboard.domain.figures import BenchmarkKind, Figure, State
from dashboard.domain.formats import fraction
from dashboard.domain.measure import Measure, Unit
from dashboard.domain.measures import COMPLIANCE
from dashboard.markup import elements as html
from dashboard.markup.markup import Markup
from dashboard.markup.parts import Child, aria, source_link
from dashboard.pages.cases.links import CaseLinks
from dashboard.pages.council import bar_texts as texts
from dashboard.repository.records import Council
from dashboard.words import figure as say
from dashboard.words.usual import usual_range
from dashboard.words.wording import capital


@dataclass(frozen=True, slots=True)
class Shown:
    """What the blocks of one council-year are drawn from.

    ``figures`` and ``pooled`` (three years) are by measure id. ``ended`` says the year lies after the
    council's end, when no average applies. ``level`` is the level of a block's heading. ``links`` lead to
    the cases; None where the release holds none.
    """

    council: Council
    year: str
    figures: Mapping[str, Figure]
    pooled: Mapping[str, Figure]
    ended: bool
    level: int
    links: CaseLinks | None = None


def bar(shown: Shown, measure: Measure, figure: Figure) -> list[Child]:
    """Return a measure's bar with its key, or the average alone where there is nothing fair to draw."""
    counts = say.counts_of(figure)
    if counts is None or figure.state is not State.VALUE or figure.shown is None:
        return average_alone(shown, measure, figure)
    compared = figure.compared.made and not shown.ended
    if say.leads_with_counts(figure) and not compared:
        return average_alone(shown, measure, figure)
    if measure == COMPLIANCE:
        alt = f"{shown.council.short_name}: {fraction(*counts)} complied with"
        alt += f", {figure.origin.words}." if figure.origin else "."
        drawn = complied_bar(complied=counts[0], due=counts[1], alt=alt)
        return [Markup(drawn, className="measure-bar"), *average_alone(shown, measure, figure)]
    place = Usual.of(figure)
    end = scale_end(measure, place.value, place.average, *(place.band or ()))
    drawn = usual_bar(place, end=end, alt=texts.alternative(figure, shown.council))
    unit = "%" if measure.unit is Unit.PERCENT else ""
    scale = html.Span(
        [html.Span(f"0{unit}"), html.Span(f"{end:g}{unit}")], className="bar-scale", **aria(hidden="true")
    )
    return [
        html.Div([Markup(drawn, className="measure-bar"), scale], className="bar-with-scale"),
        *(_key(shown, measure, figure) if compared else average_alone(shown, measure, figure)),
    ]


def _key(shown: Shown, measure: Measure, figure: Figure) -> list[Child]:
    """Name the point, the range and the average that was tested against; beside it a printed one."""
    kind, known = shown.council.type, figure.benchmark
    items: list[Child] = [
        html.Li([_glyph("point"), shown.council.short_name]),
        html.Li([_glyph("range"), usual_range(figure)]),
    ]
    with_others = figure.compared.compared_with is ComparedWith.OTHERS
    if with_others:
        items.append(html.Li([_glyph("tick"), texts.others(figure, kind)]))
    if known is not None and known.kind is BenchmarkKind.PRINTED:
        told = texts.printed(known, measure)
        link = source_link(known.source_url, f"the average, {measure.label}, {figure.year}")
        beside = html.Li([told, *link], className="printed")
        items.append(beside if with_others else html.Li([_glyph("tick"), told, *link]))
    return [html.Ul(items, className="measure-key bar-key")]


def average_alone(shown: Shown, measure: Measure, figure: Figure) -> list[Child]:
    """Return the type's average in words, where one applies."""
    known = figure.benchmark
    if known is None or shown.ended or figure.state is State.NOT_APPLICABLE:
        return []
    told = capital(say.average(known, shown.council.type, measure))
    link = source_link(known.source_url, f"the average, {measure.label}, {figure.year}")
    return [html.Ul([html.Li([told, *link])], className="measure-key")]


def _glyph(kind: str) -> Component:
    return html.Span("", className=f"key-{kind}", **aria(hidden="true"))

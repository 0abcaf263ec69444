"""A measure's bar with its key: the council's point, the range chance allows, the average of its type."""

from collections.abc import Mapping
from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard.domain.figures import Benchmark, Figure, State
from dashboard.domain.formats import fraction, value_text
from dashboard.domain.measures import COMPLIANCE, Measure, Unit
from dashboard.markup import elements as html
from dashboard.markup.markup import Markup
from dashboard.markup.parts import Child, aria, source_link
from dashboard.pages.cases.links import CaseLinks
from dashboard.pages.council.interval_bar import complied_bar, interval_bar, scale_end
from dashboard.repository.records import Council
from dashboard.words import figure as say
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
    if (
        counts is None
        or figure.state is not State.VALUE
        or figure.shown is None
        or say.leads_with_counts(figure)
    ):
        return average_alone(shown, measure, figure)
    if measure == COMPLIANCE:
        alt = f"{shown.council.short_name}: {fraction(*counts)} complied with"
        alt += f", {figure.origin.words}." if figure.origin else "."
        drawn = complied_bar(complied=counts[0], due=counts[1], alt=alt)
        return [Markup(drawn, className="measure-bar"), *average_alone(shown, measure, figure)]
    benchmark = None if shown.ended or figure.benchmark is None else float(figure.benchmark.value)
    value = float(figure.shown)
    end = scale_end(measure, value, figure.high, benchmark)
    drawn = interval_bar(
        value=value,
        low=figure.low,
        high=figure.high,
        benchmark=benchmark,
        end=end,
        alt=_bar_text(shown, measure, figure, counts),
    )
    unit = "%" if measure.unit is Unit.PERCENT else ""
    scale = html.Span(
        [html.Span(f"0{unit}"), html.Span(f"{end:g}{unit}")], className="bar-scale", **aria(hidden="true")
    )
    return [
        html.Div([Markup(drawn, className="measure-bar"), scale], className="bar-with-scale"),
        _key(shown, measure, figure),
    ]


def _bar_text(shown: Shown, measure: Measure, figure: Figure, counts: tuple[int, int]) -> str:
    value = value_text(measure, figure.shown) if figure.shown is not None else ""
    text = f"{shown.council.short_name} {value} ({fraction(*counts)})"
    if figure.shown_origin is not None:
        text += f", {figure.shown_origin.words}"
    if span := say.range_text(figure):
        text += f", 95% interval {span}"
    if figure.benchmark is not None and not shown.ended:
        text += f"; {say.average(figure.benchmark, shown.council.type, measure)}"
    return f"{text}."


def _key(shown: Shown, measure: Measure, figure: Figure) -> Component:
    span = say.range_text(figure)
    ours = f"{shown.council.short_name}, 95% interval {span}" if span else shown.council.short_name
    items: list[Child] = [html.Li([_glyph("point"), ours])]
    if figure.benchmark is not None and not shown.ended:
        items.append(_average_item(shown, measure, figure.benchmark, figure.year, tick=True))
    return html.Ul(items, className="measure-key")


def average_alone(shown: Shown, measure: Measure, figure: Figure) -> list[Child]:
    """Return the type's average in words, where one applies."""
    if figure.benchmark is None or shown.ended or figure.state is State.NOT_APPLICABLE:
        return []
    return [
        html.Ul(
            [_average_item(shown, measure, figure.benchmark, figure.year, tick=False)],
            className="measure-key",
        )
    ]


def _average_item(
    shown: Shown, measure: Measure, benchmark: Benchmark, year: str, *, tick: bool
) -> Component:
    text = say.average(benchmark, shown.council.type, measure)
    link = source_link(benchmark.source_url, f"the average, {measure.label}, {year}")
    return html.Li([*([_glyph("tick")] if tick else []), capital(text), *link])


def _glyph(kind: str) -> Component:
    return html.Span("", className=f"key-{kind}", **aria(hidden="true"))

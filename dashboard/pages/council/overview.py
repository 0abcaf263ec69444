"""What became of everything the Ombudsman dealt with: the overview printed from 2024-25, derived before."""

from collections.abc import Mapping

from dash.development.base_component import Component

from dashboard.charts.bars import stacked_bar
from dashboard.domain.figures import Figure
from dashboard.domain.formats import thousands
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.domain.years import ReportingYear
from dashboard.markup import elements as html
from dashboard.markup.markup import Markup
from dashboard.markup.parts import Child, heading, origin_chip
from dashboard.pages.cases.links import CaseLinks
from dashboard.pages.council.counted_table import Row, counted_table
from dashboard.words.wording import capital, counted

FIRST_PRINTED = ReportingYear(2024)
PARTS = ("not_for_us_or_not_ready", "assessed_and_closed", "investigated")


def overview(
    figures: Mapping[str, Figure], year: str, level: int, links: CaseLinks | None = None
) -> Component:
    """Return the overview: a sentence, a bar, a table; or what is missing, in a sentence.

    ``links`` lead from the counts to their cases.
    """
    held = {name: figures[name] for name in ("dealt_with", *PARTS) if figures[name].numerator is not None}
    children: list[Child] = [heading(level, "Overview", id="overview")]
    if not held or set(held) == {"investigated"}:
        children.append(html.P(f"The overview is not held for {year}.", className="measure-empty"))
        return html.Section(children, className="overview")
    if ReportingYear.parse(year) < FIRST_PRINTED:
        children.append(
            html.P(
                "The Ombudsman has printed this overview since 2024-25. For earlier years it is "
                "worked out by us from the decided outcomes.",
                className="small",
            )
        )
    children += _sentence(held)
    parts = tuple((f"part-{name.replace('_', '-')}", _count(held[name])) for name in PARTS if name in held)
    if len(parts) == len(PARTS) and any(count for _, count in parts):
        words = ", ".join(f"{thousands(_count(held[n]))} {MEASURES[n].label.lower()}" for n in PARTS)
        children.append(Markup(stacked_bar(parts, alt=f"{capital(words)}."), className="measure-bar"))
    caption, column = "What became of them", "What became of it"
    children += counted_table(_rows(figures), caption, column, year, bars=False, links=links)
    return html.Section(children, className="overview")


def _sentence(held: Mapping[str, Figure]) -> list[Child]:
    if "dealt_with" not in held:
        return []
    total = _count(held["dealt_with"])
    origin = held["dealt_with"].shown_origin
    simulated: list[Child] = [" ", origin_chip(origin)] if origin is Origin.SIMULATED else []
    if total == 0:
        return [
            html.P(["The Ombudsman dealt with no complaints or enquiries about this council.", *simulated])
        ]
    told = f"{counted(total, 'complaints')} {'or enquiry' if total == 1 else 'and enquiries'}"
    return [html.P([f"The Ombudsman dealt with {told} about this council.", *simulated])]


def _rows(figures: Mapping[str, Figure]) -> list[Row]:
    rows = []
    for name in (*PARTS, "dealt_with"):
        measure, figure = MEASURES[name], figures[name]
        swatch = [html.Span("", className=f"swatch part-{name.replace('_', '-')}")] if name in PARTS else []
        words = html.Span([measure.label, html.Span(measure.explanation, className="row-note")])
        rows.append(
            Row(
                name=measure.label,
                label=html.Span([*swatch, words], className="with-swatch"),
                count=figure.numerator,
                origin=figure.shown_origin,
                source_url=figure.source_url,
                total=name == "dealt_with",
                quantity=name,
            )
        )
    return rows


def _count(figure: Figure) -> int:
    return figure.numerator or 0

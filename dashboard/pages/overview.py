"""What became of everything the Ombudsman dealt with: the overview printed from 2024-25, derived before."""

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from dashboard.domain.figures import Figure
from dashboard.domain.formats import thousands
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.domain.years import ReportingYear
from dashboard.pages.interval_bar import stacked_bar
from dashboard.pages.parts import Child, heading, origin_chip, source_link, table
from dashboard.pages.wording import capital, counted
from dashboard.web.markup import Markup

FIRST_PRINTED = ReportingYear(2024)
PARTS = ("not_for_us_or_not_ready", "assessed_and_closed", "investigated")


def overview(figures: Mapping[str, Figure], year: str, level: int) -> Component:
    """Return the overview: a sentence, a bar, a table; or what is missing, in a sentence."""
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
    children.append(_table(figures, held, year))
    return html.Section(children, className="overview")


def _sentence(held: Mapping[str, Figure]) -> list[Child]:
    if "dealt_with" not in held:
        return []
    total = _count(held["dealt_with"])
    if total == 0:
        return [html.P("The Ombudsman dealt with no complaints or enquiries about this council.")]
    told = f"{counted(total, 'complaints')} {'or enquiry' if total == 1 else 'and enquiries'}"
    return [html.P(f"The Ombudsman dealt with {told} about this council.")]


def _table(figures: Mapping[str, Figure], held: Mapping[str, Figure], year: str) -> Component:
    origins = {f.shown_origin for f in held.values()}
    shared = origins.pop() if len(origins) == 1 else None
    caption: list[Child] = [f"What became of them, {year}"]
    if shared:
        caption += [" ", origin_chip(shared)]
    rows: list[list[Child | list[Child]]] = []
    for name in (*PARTS, "dealt_with"):
        measure, figure = MEASURES[name], figures[name]
        label: list[Child] = [
            html.Span("", className=f"swatch part-{name.replace('_', '-')}") if name in PARTS else "",
            html.Span([measure.label, html.Span(measure.explanation, className="row-note")]),
        ]
        rows.append([html.Span(label, className="with-swatch"), _cell(figure, shared, measure.label)])
    return table(caption, ["What became of it", "Number"], rows, numbers=frozenset({1}), total_last=True)


def _cell(figure: Figure, shared: Origin | None, label: str) -> list[Child]:
    if figure.numerator is None:
        return [html.Span("not held", className="not-held")]
    origin = figure.shown_origin
    chip: list[Child] = [] if origin is None or origin is shared else [origin_chip(origin), " "]
    return [*chip, thousands(figure.numerator), *source_link(figure.source_url, f"{label}, {figure.year}")]


def _count(figure: Figure) -> int:
    return figure.numerator or 0

"""A type’s funnel on one measure: exact limits, and a second view with widened ones where called for."""

from dash import html
from dash.development.base_component import Component

from dashboard.addresses import urls
from dashboard.charts.funnel import FunnelChart, funnel_chart, widened_chart
from dashboard.charts.funnel_svg import funnel_svg
from dashboard.charts.peers import Group
from dashboard.domain.comparison import Comparison
from dashboard.markup.markup import Markup
from dashboard.markup.parts import Child, aria, heading
from dashboard.pages.council import funnel_texts as say

_OUTSIDE = (Comparison.MUCH_LOWER, Comparison.LOWER, Comparison.HIGHER, Comparison.MUCH_HIGHER)


def funnels(group: Group, release: str | None, level: int) -> list[Child]:
    """Return the views of a group's funnel under their headings, or a sentence where none can be drawn."""
    exact = funnel_chart(group)
    if exact is None:
        return [html.P(say.not_compared(group), className="measure-empty")]
    spread = group.dispersion
    parts: list[Child] = [
        heading(level, say.title(exact)),
        *_view(exact, release),
        html.P(say.dispersion_words(spread), className="small"),
    ]
    widened = widened_chart(group)
    if widened is None or spread is None:
        return parts
    second = html.Details(
        [
            html.Summary(f"Second view: {say.title(widened)}"),
            html.P(say.widened_words(spread)),
            *_view(widened, release),
        ],
        id=f"widened-{_name(group)}",
        className="funnel-widened",
    )
    return [*parts, second]


def _view(chart: FunnelChart, release: str | None) -> list[Child]:
    def link(slug: str) -> str:
        return urls.council(slug, chart.group.year, release)

    alt = f"{chart.group.measure.label}. {say.title(chart)}. {say.own_place(chart)}"
    drawing = Markup(funnel_svg(chart, alt, link), tag="div", className="funnel")
    missing = say.not_drawn(chart.group)
    return [
        html.P(say.subtitle(chart), className="chart-subtitle"),
        html.Div([drawing, _axis_name(chart.group)], className="funnel-box"),
        html.P("", className="funnel-readout", **aria(hidden="true")),
        _key(chart),
        html.P([html.Strong(say.own_place(chart)), " ", say.type_places(chart)]),
        html.P([say.not_targets(chart), *([f" {missing}"] if missing else [])], className="small"),
    ]


def _axis_name(group: Group) -> Component:
    name = group.measure.noun.capitalize()
    return html.P(f"{name} →", className="funnel-axis-name", **aria(hidden="true"))


def _key(chart: FunnelChart) -> Component:
    """Explain the marks that this view has, and no others."""
    group = chart.group
    peers = group.peers
    entries = [
        ("own", "this council", group.own is not None),
        ("plain", "published, reported or derived figure", any(not peer.simulated for peer in peers)),
        ("simulated", "simulated figure", any(peer.simulated for peer in peers)),
        ("outside", "dark: outside the 95% limits", chart.count(*_OUTSIDE) > 0),
        ("few", _few_words(group), any(peer.few for peer in peers)),
        ("centre", "average of its type", True),
        ("95", f"95% limits{', widened' if chart.widened else ''}", True),
        ("998", f"99.8% limits{', widened' if chart.widened else ''}", True),
    ]
    items = [
        html.Li([html.Span("", className=f"funnel-glyph glyph-{css}", **aria(hidden="true")), words])
        for css, words, there in entries
        if there
    ]
    return html.Ul(items, className="funnel-key")


def _few_words(group: Group) -> str:
    return "small: too few to compare" if group.measure.is_rate else "small: fewer than five"


def _name(group: Group) -> str:
    return group.measure.id.replace("_", "-")

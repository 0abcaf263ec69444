"""How sure a comparison is: the type's funnel, what its lines allow for, a second view by chance alone."""

from dash.development.base_component import Component

from dashboard.addresses.links import UNNAMED, Links
from dashboard.addresses.pictures import Chart, of_chart
from dashboard.charts.funnel_svg import OfPage, Picture, funnel_svg, plain_svg
from dashboard.markup import elements as html
from dashboard.markup.markup import Markup
from dashboard.markup.parts import Child, aria
from dashboard.markup.picture_links import picture_links
from dashboard.pages.council import funnel_texts as say
from dashboard.pages.council.among import Among
from dashboard.pages.council.comparison_texts import not_compared, own_words
from dashboard.words.wording import uncapital


def how_sure(among: Among, links: Links) -> Component | None:
    """Return the disclosure of a measure; None where nothing is compared."""
    picture = among.ready.picture
    if picture is None:
        return None
    missing = [say.not_drawn(among), not_compared(among.counts)]
    return html.Details(
        [
            html.Summary([say.SUMMARY, html.Span(f" {among.measure.label}", className="visually-hidden")]),
            html.P(say.reading(among, picture.around)),
            html.P(f"{say.title(among)}. {say.subtitle(among, picture.around)}", className="chart-subtitle"),
            *_first_view(among, picture, links),
            _key(among),
            picture_links(
                of_chart(Chart.FUNNEL, among.council.slug, among.year, among.measure.id, links),
                f"the funnel plot of {uncapital(among.measure.label)}",
            ),
            html.P(" ".join(part for part in (say.variation_words(among.compared), *missing) if part)),
            *_second_view(among, picture),
        ],
        id=f"how-sure-{_name(among)}",
        className="how-sure",
    )


def _first_view(among: Among, picture: Picture, links: Links) -> list[Child]:
    alt = say.picture_words(among, picture.around, own_words(among))
    svg = funnel_svg(picture, _page(among, links), alt)
    return [
        html.Div([Markup(svg, tag="div", className="funnel"), _axis_name(among)], className="funnel-box"),
        html.P("", className="funnel-readout", **aria(hidden="true")),
    ]


def _second_view(among: Among, picture: Picture) -> list[Child]:
    if not picture.plain:
        return []
    words = say.plain_words(among)
    svg = plain_svg(picture, _page(among), f"{among.measure.label}. {words}")
    return [
        html.Details(
            [
                html.Summary(say.SECOND_VIEW),
                html.P(words),
                html.Div(
                    [Markup(svg, tag="div", className="funnel"), _axis_name(among)], className="funnel-box"
                ),
            ],
            id=f"plain-{_name(among)}",
            className="funnel-second",
        )
    ]


def _page(among: Among, links: Links = UNNAMED) -> OfPage:
    return OfPage(among.council.slug, among.council.short_name, among.year, links)


def _axis_name(among: Among) -> Component:
    name = among.measure.noun.capitalize()
    return html.P(f"{name} →", className="funnel-axis-name", **aria(hidden="true"))


def _key(among: Among) -> Component:
    """Explain the marks that this picture has, and no others."""
    told = among.counts
    entries = [
        ("own", "this council", among.own is not None),
        ("plain", "published, reported or derived figure", told.simulated < told.figures),
        ("simulated", "simulated figure", told.simulated > 0),
        ("outside", "dark: stands out", bool(told.marked)),
        ("few", "small: fewer than five", told.few > 0),
        ("centre", "average of its type", True),
        ("95", "95 of 100 between these", True),
        ("998", "998 of 1,000 between these", True),
    ]
    items = [
        html.Li([html.Span("", className=f"funnel-glyph glyph-{css}", **aria(hidden="true")), words])
        for css, words, there in entries
        if there
    ]
    return html.Ul(items, className="funnel-key")


def _name(among: Among) -> str:
    return among.measure.id.replace("_", "-")

"""One figure of a council to be shown on another site, and the code by which that site shows it."""

from datetime import date
from html import escape

from dash.development.base_component import Component

from dashboard.addresses.links import Links
from dashboard.domain.figures import Figure
from dashboard.domain.formats import day
from dashboard.domain.measure import Measure
from dashboard.domain.measures import MEASURES, headline
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading
from dashboard.repository.records import Council, Release
from dashboard.words import figure as say
from dashboard.words.wording import capital

DEMONSTRATION = "From a demonstration: what is marked simulated is not real."
HEIGHT = 420
"""Pixels of the frame: the longest of the figures in the narrowest column that is usual."""
_NO_ADDRESS = (
    "The address of this site is not set (DASHBOARD_ADDRESS), so there is no code to copy: it would lead "
    "nowhere."
)


def measure_asked(text: str | None) -> Measure:
    """Return the measure a query names: one of those that lead a council's page, else the first of them."""
    return next((measure for measure in headline() if measure.id == text), headline()[0])


def title(council: Council, measure: Measure, year: str) -> str:
    """Return what the frame is called: whose figure of what it shows."""
    return f"{council.name_in(year)}: {measure.label}, {year}"


def render(council: Council, figure: Figure, release: Release, links: Links, address: str) -> Component:
    """Return the figure with its fraction, a plain line, its origin, its date and the way to all the rest.

    ``address`` is the site's own, empty where it is not known.
    """
    measure = MEASURES[figure.measure]
    told = say.headline(figure)
    number: Child = (
        html.P([html.Strong(told.number), f" {told.words}"], className="number")
        if told
        else html.P(say.empty(figure) or "Not held.", className="number")
    )
    compared = say.comparison(figure, council.type)
    origin = f"{capital(figure.shown_origin.words)}. " if figure.shown_origin else ""
    built = f"Release {release.name} ({release.standing}), built {day_of(release)}."
    page = address + links.council(council.slug, figure.year)
    mark = [html.P(html.Strong(DEMONSTRATION), className="made-up")] if release.is_demonstration else []
    return html.Article(
        [
            *mark,
            html.H1(title(council, measure, figure.year)),
            number,
            html.P(compared or measure.explanation),
            html.P([origin, built], className="small"),
            html.P(html.A(f"All figures of {council.name}", href=page, target="_top")),
        ]
    )


def day_of(release: Release) -> str:
    """Say when a release was built: "5 January 2026"."""
    return day(date.fromisoformat(release.built_at[:10]))


def codes(council: Council, year: str, links: Links, address: str) -> Component:
    """Return the page with the code of each figure that leads a council's page."""
    parts: list[Child] = [
        html.P(html.A(council.name, href=links.council(council.slug, year)), className="letter-back"),
        heading(1, f"{council.name}, {year}: figures for another site"),
        html.P(
            "Each code below shows one figure in a frame, with its fraction, origin and date: without a "
            "script, a cookie or a request to anybody else. A frame keeps showing its year; where a newer "
            "release corrects the figure, it shows the corrected one."
        ),
    ]
    if not address:
        parts.append(html.P(_NO_ADDRESS, className="note"))
    for measure in headline():
        here = links.embed(council.slug, measure.id, year)
        parts += [
            heading(2, measure.label, id=measure.id.replace("_", "-")),
            html.P(html.A(f"See it: {measure.label}", href=here)),
        ]
        if address:
            told = code(title(council, measure, year), address + here)
            parts.append(html.P(html.Code(told), className="code"))
    return html.Article(parts, className="frame prose")


def code(name: str, address: str) -> str:
    """Return the code of a frame: its title is what those who hear a page are told of it."""
    return (
        f'<iframe src="{escape(address)}" title="{escape(name)}" width="100%" height="{HEIGHT}" '
        'loading="lazy" style="border:1px solid #767676"></iframe>'
    )

"""One council of a place somebody searched for: whose it is, what it runs, its figure in a line."""

from dash.development.base_component import Component

from dashboard.addresses.links import Links
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.council_services import runs
from dashboard.domain.figures import Figure, State
from dashboard.domain.measures import UPHELD
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading, origin_chip
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.words import complaining as say
from dashboard.words import values
from dashboard.words.figure import comparison, empty

_TWO_TIERS = (AuthorityType.DISTRICT, AuthorityType.COUNTY)


def card(council: Council, repository: Repository, links: Links, *, of_one_place: bool) -> Component:
    """Return a council's card. ``of_one_place``: a resident of it asked, so it is "your" council."""
    parts: list[Child] = [
        html.P(say.whose(council.type) if of_one_place else council.type.label, className="small card-whose"),
        heading(2, [html.A(council.name, href=links.council(council.slug, None))]),
        html.P([html.Strong("Runs: "), f"{_runs(council)}."]),
        *_figure(council, repository),
        html.P(
            html.A(
                f"Open {council.short_name}",
                href=links.council(council.slug, None),
                className="button",
            )
        ),
    ]
    return html.Article(parts, className="serving-card")


def _runs(council: Council) -> str:
    if council.type in _TWO_TIERS:
        return say.runs(tuple(service.name for service in runs(council.type)))
    return "all council services here"


def _figure(council: Council, repository: Repository) -> list[Child]:
    """Return the share upheld in the latest year, with fraction, origin and what is to be said of it; or
    why there is none."""
    years = repository.years_of(council.slug)
    figure = repository.figures(council.slug, years[-1]).get(UPHELD.id) if years else None
    told = values.of_figure(figure) if figure is not None else None
    if figure is None:
        return []
    if told is None:
        return _why_none(figure)
    says = comparison(figure, council.type)
    chip: list[Child] = [" ", origin_chip(figure.origin)] if figure.origin else []
    return [
        html.P(
            [f"Complaints upheld in {figure.year}: {told}.{f' {says}' if says else ''}", *chip],
            className="card-figure",
        )
    ]


def _why_none(figure: Figure) -> list[Child]:
    """Say in the card why there is no share: silence beside another council's figure would pass for none."""
    said = empty(figure)
    if said is None:
        return []
    of_the_year = "" if figure.year in said else f" in {figure.year}"
    origin = figure.origin if figure.state is State.NO_CASES else None
    chip: list[Child] = [" ", origin_chip(origin)] if origin else []
    return [html.P([f"Complaints upheld{of_the_year}. {said}", *chip], className="card-figure")]

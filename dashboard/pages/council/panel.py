"""A council's year: the panel beside the map, and the body of the council's own page."""

from dash.development.base_component import Component

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED, Links
from dashboard.domain.measures import headline
from dashboard.domain.origin import Origin
from dashboard.letters.page import letter_section
from dashboard.markup import elements as html
from dashboard.markup.council_header import header, standing, year_links
from dashboard.markup.lineage import lineage
from dashboard.markup.parts import Child, heading, origin_chip
from dashboard.markup.who_runs_what import what_it_runs
from dashboard.pages.cases.links import links_of
from dashboard.pages.council.combined_section import combined
from dashboard.pages.council.how_sure import how_sure
from dashboard.pages.council.links import onward, sections
from dashboard.pages.council.measure_bar import Shown
from dashboard.pages.council.opened import cases_in_panel, own_sections, panel_sections
from dashboard.pages.council.statistics_blocks import blocks, common_origin, headline_origins
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.words import verdict as say
from dashboard.words.looks import many_looks

SECTIONS = (
    ("statistics", "Figures"),
    ("received", "Services"),
    ("trend", "Years"),
    ("decisions", "Cases"),
    ("letter", "Letter"),
    ("runs", "Complain"),
)


def render(slug: str, year: str, repository: Repository, links: Links = UNNAMED) -> Component:
    """Return the panel of a council in a year: second-level heading, tables folded, one chart.

    Raises LookupError for a slug that names no council.
    """
    here = CouncilYear(known(slug, repository), year, repository, links)
    return html.Article(body(here, own_page=False), className="council-panel")


def body(here: CouncilYear, *, own_page: bool) -> list[Child]:
    """Return everything a council's year shows, for its own page or, shorter, for the panel."""
    level = 1 if own_page else 2
    present = here.year in here.repository.years_of(here.council.slug)
    figures = here.repository.figures(here.council.slug, here.year) if present else {}
    top: list[Child] = [
        header(
            here.council,
            here.year,
            here.repository,
            level=level,
            origin=common_origin(figures),
            note=standing(here),
        ),
        *_maybe(year_links(here, folded=True)),
    ]
    if not present:
        before = combined(here.council, here.year, here.repository, level + 1)
        return [*top, *_maybe(before), *_maybe(lineage(here.council, here.repository, here.links, level + 1))]
    shown = Shown(
        council=here.council,
        year=here.year,
        figures=figures,
        pooled=here.repository.figures(here.council.slug, here.year, 3),
        ended=not here.repository.existed(here.council.slug, here.year),
        level=level + 2,
        links=links_of(here),
    )
    histories = {one.id: here.repository.history(here.council.slug, one.id) for one in headline()}
    opened = own_sections if own_page else panel_sections
    parts = opened(shown, here, level + 1)
    told = own_page or cases_in_panel(here, level) is not None
    anchors = {anchor for anchor, _ in SECTIONS} - (set() if told else {"decisions"})
    return [
        *top,
        verdict(shown),
        sections(*(one for one in SECTIONS if one[0] in anchors)),
        html.Section(
            [
                heading(level + 1, "Statistics", id="statistics", className="visually-hidden"),
                blocks(shown, histories),
                how_sure(shown, _looks(here.council, here.repository)),
            ],
            className="statistics",
        ),
        *parts,
        letter_section(here, level=level + 1),
        what_it_runs(here.council, here.repository, here.links, level + 1),
        *_maybe(lineage(here.council, here.repository, here.links, level + 1)),
        onward(here.council, here.year, here.links, full_page=not own_page),
    ]


def verdict(shown: Shown) -> Component:
    """Return what happened, and how the council stands beside its type."""
    beside = None if shown.ended else say.stands(shown.figures, shown.council.type)
    said: list[Child] = [html.Strong(say.happened(shown.figures)), *([f" {beside}"] if beside else [])]
    origins = headline_origins(shown.figures)
    if Origin.SIMULATED in origins and len(origins) > 1:  # where all are, the head says so
        said += [" ", origin_chip(Origin.SIMULATED, "partly")]
    return html.P(said, className="verdict")


def known(slug: str, repository: Repository) -> Council:
    """Return the council of a slug. Raises LookupError where there is none."""
    council = repository.council(slug)
    if council is None:
        raise LookupError(f"no council has the slug “{slug}”")
    return council


def _looks(council: Council, repository: Repository) -> str | None:
    return many_looks(repository.many_looks(council.slug), council.type)


def _maybe(part: Component | None) -> list[Child]:
    return [] if part is None else [part]

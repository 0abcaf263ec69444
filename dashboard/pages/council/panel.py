"""A council's year: the panel beside the map, and the body of the council's own page."""

from dash.development.base_component import Component

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
from dashboard.pages.council.statistics_blocks import blocks, common_origin
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


def render(slug: str, year: str, repository: Repository, release: str | None = None) -> Component:
    """Return the panel of a council in a year: second-level heading, tables folded, one chart.

    Raises LookupError for a slug that names no council.
    """
    return html.Article(
        body(known(slug, repository), year, repository, release, own_page=False), className="council-panel"
    )


def body(
    council: Council, year: str, repository: Repository, release: str | None, *, own_page: bool
) -> list[Child]:
    """Return everything a council's year shows, for its own page or, shorter, for the panel."""
    level = 1 if own_page else 2
    present = year in repository.years_of(council.slug)
    figures = repository.figures(council.slug, year) if present else {}
    top: list[Child] = [
        header(
            council,
            year,
            repository,
            level=level,
            origin=common_origin(figures),
            note=standing(council, year, repository, release),
        ),
        *_maybe(year_links(council, year, repository, release, folded=True)),
    ]
    if not present:
        before = combined(council, year, repository, level + 1)
        return [*top, *_maybe(before), *_maybe(lineage(council, repository, release, level + 1))]
    links = links_of(council, year, repository, release)
    shown = Shown(
        council=council,
        year=year,
        figures=figures,
        pooled=repository.figures(council.slug, year, 3),
        ended=not repository.existed(council.slug, year),
        level=level + 2,
        links=links,
    )
    histories = {one.id: repository.history(council.slug, one.id) for one in headline()}
    opened = own_sections if own_page else panel_sections
    parts = opened(shown, repository, release, level + 1)
    told = own_page or cases_in_panel(shown, repository, release, level) is not None
    anchors = {anchor for anchor, _ in SECTIONS} - (set() if told else {"decisions"})
    return [
        *top,
        verdict(shown),
        sections(*(one for one in SECTIONS if one[0] in anchors)),
        html.Section(
            [
                heading(level + 1, "Statistics", id="statistics", className="visually-hidden"),
                blocks(shown, histories),
                how_sure(shown, _looks(council, repository)),
            ],
            className="statistics",
        ),
        *parts,
        letter_section(council, year, repository, release, level=level + 1),
        what_it_runs(council, repository, release, level + 1),
        *_maybe(lineage(council, repository, release, level + 1)),
        onward(council, year, release, full_page=not own_page),
    ]


def verdict(shown: Shown) -> Component:
    """Return what happened, and how the council stands beside its type."""
    beside = None if shown.ended else say.stands(shown.figures, shown.council.type)
    said: list[Child] = [html.Strong(say.happened(shown.figures)), *([f" {beside}"] if beside else [])]
    origins = {f.shown_origin for m in headline() if (f := shown.figures.get(m.id)) and f.shown_origin}
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

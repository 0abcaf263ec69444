"""A council's year: the panel beside the map, and the body of the council's own page."""

from dash.development.base_component import Component

from dashboard.domain.measures import UPHELD, charted
from dashboard.letters.page import letter_section
from dashboard.markup import elements as html
from dashboard.markup.council_header import header, standing, year_links
from dashboard.markup.lineage import lineage
from dashboard.markup.parts import Child, heading
from dashboard.markup.who_runs_what import what_it_runs
from dashboard.pages.cases.links import links_of
from dashboard.pages.cases.sections import cases_in_short, decisions_section, reports_section
from dashboard.pages.council.breakdowns import breakdown
from dashboard.pages.council.combined_section import combined
from dashboard.pages.council.comparison_section import comparison
from dashboard.pages.council.links import onward, sections
from dashboard.pages.council.measure_bar import Shown
from dashboard.pages.council.overview import overview
from dashboard.pages.council.services_section import services
from dashboard.pages.council.statistics_blocks import blocks, common_origin
from dashboard.pages.council.trend_section import trends
from dashboard.pages.improvements.section import section as improvements_section
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.words.looks import many_looks

SECTIONS = (
    ("statistics", "Statistics"),
    ("compared", "Comparison"),
    ("overview", "Overview"),
    ("received", "Services"),
    ("trend", "Trend"),
    ("decisions", "Decisions"),
    ("improvements", "Improvements"),
    ("reports", "Reports"),
    ("letter", "Letter"),
)
_OWN_PAGE = {"compared", "improvements", "reports"}


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
    """Return everything a council's year shows, for its own page or for the panel."""
    level = 1 if own_page else 2
    present = year in repository.years_of(council.slug)
    figures = repository.figures(council.slug, year) if present else {}
    top: list[Child] = [
        header(council, year, repository, level=level, origin=common_origin(figures)),
        *_maybe(year_links(council, year, repository, release, folded=not own_page)),
        *_maybe(standing(council, year, repository, release)),
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
    measures = charted() if own_page else (UPHELD,)
    received = repository.breakdown(council.slug, year, "received")
    decided = repository.breakdown(council.slug, year, "decided")
    among = own_page and not shown.ended  # after its end a council is out of its type
    anchors = {anchor for anchor, _ in SECTIONS if own_page or anchor not in _OWN_PAGE}
    anchors -= set() if among else {"compared"}
    anchors -= set() if own_page or links else {"decisions"}
    return [
        *top,
        sections(*(one for one in SECTIONS if one[0] in anchors)),
        html.Section(
            [
                heading(level + 1, "Statistics", id="statistics"),
                blocks(shown),
                how_to_read(_looks(council, repository)),
            ],
            className="statistics",
        ),
        *([comparison(council, year, repository, release, level=level + 1)] if among else []),
        overview(figures, year, level + 1, links),
        breakdown(received, "received", year, level + 1, links),
        breakdown(decided, "decided", year, level + 1, links),
        *([services(council, year, repository, level=level + 1, links=links)] if among else []),
        trends(
            council,
            year,
            repository,
            level=level + 1,
            measures=measures,
            folded=not own_page,
            links=links,
        ),
        *_cases(council, year, repository, release, level=level + 1, own_page=own_page),
        letter_section(council, year, repository, release, level=level + 1),
        what_it_runs(council, repository, release, level + 1),
        *_maybe(lineage(council, repository, release, level + 1)),
        onward(council, year, release, full_page=not own_page),
    ]


def _cases(
    council: Council, year: str, repository: Repository, release: str | None, *, level: int, own_page: bool
) -> list[Child]:
    """Return the sections of the cases: three on the council's own page, one of sentences in the panel."""
    if not own_page:
        return _maybe(cases_in_short(council, year, repository, release, level))
    made = (decisions_section, improvements_section, reports_section)
    return [part(council, year, repository, release, level) for part in made]


def known(slug: str, repository: Repository) -> Council:
    """Return the council of a slug. Raises LookupError where there is none."""
    council = repository.council(slug)
    if council is None:
        raise LookupError(f"no council has the slug “{slug}”")
    return council


def _looks(council: Council, repository: Repository) -> str | None:
    return many_looks(repository.many_looks(council.slug), council.type)


def how_to_read(looks: str | None) -> Component:
    """Return the short explanation of point, range, tick and comparison, and what many looks do, folded."""
    return html.Details(
        [
            html.Summary("How to read these figures"),
            html.P(
                "The dot is the council. The band is the range usual for a council of its type with so "
                "few or so many cases, worked out by us: 95 in 100 would lie within it by chance. The tick "
                "is the average it is compared with. The dot lies outside the band exactly where the council "
                "is said to be lower or higher."
            ),
            html.P(
                "“Lower” and “higher” mean that fewer than 1 in 40 councils like the others of the type "
                "would be so far out on that side; “much”, fewer than 1 in 1,000. “No clear difference” does "
                "not mean that councils are alike: small numbers cannot show a difference. These comparisons "
                "are ours. Compliance is not compared: what matters is each recommendation not carried out."
            ),
            *([html.P(looks)] if looks else []),
            html.P("A high upheld rate can mean an open council. Neither end is “good”."),
        ],
        className="how-to-read",
    )


def _maybe(part: Component | None) -> list[Child]:
    return [] if part is None else [part]

"""The data page: what the release is, files to take away, what is published, sources, how much it holds."""

from dash.development.base_component import Component

from dashboard.addresses.links import Links
from dashboard.domain.formats import thousands
from dashboard.markup import elements as html
from dashboard.markup.parts import table
from dashboard.pages.site.corrections_and_acceptances import corrections_section
from dashboard.pages.site.downloads_section import downloads_section
from dashboard.pages.site.releases_section import changes_section, releases_section
from dashboard.repository.catalogue import Catalogue
from dashboard.repository.interface import Repository
from dashboard.repository.records import Release, Source

_TABLES = {
    "council_year": "Councils, with or without figures",
    "figure": "Figures: one for each council and measure",
    "combined_figure": "Figures of the councils that a new one took over from, added together",
    "breakdown": "Counts by category received and by outcome",
    "service_figure": "Counts by service: received, and how they were decided",
    "type_benchmark": "Averages and spreads of the types of council",
    "national": "Figures for England",
    "held_value": "Values as their sources printed them",
    "held_conflict": "Contradictions among them",
    "correction": "Corrections",
    "accepted_warning": "Accepted warnings",
    "register_case": "Cases in the register",
    "register_compliance": "Outcomes of recommendations in the register",
}
"""What is counted for readers; how a release finds things again is no matter of theirs."""


def render(repository: Repository, links: Links, catalogue: Catalogue) -> Component:
    """Return the page for the release a repository reads.

    ``catalogue`` lists the releases readers may see, and what was published when.
    """
    release = repository.release()
    return html.Div(
        [
            html.H1("The data behind these pages"),
            html.P(_status(release)),
            downloads_section(release, links),
            *releases_section(release, catalogue),
            *changes_section(catalogue),
            html.H2("Sources and licences"),
            *[_source(source) for source in release.sources],
            html.H2("What is held"),
            html.P(
                [
                    html.A("How complete the figures are", href=links.quality()),
                    ": of how many councils each is known, from where, and what was decided about it.",
                ]
            ),
            _rows(release),
            *corrections_section(repository.quality().corrections(), repository, links),
        ],
        className="frame prose",
    )


def _status(release: Release) -> str:
    years = release.years[0] if len(release.years) == 1 else f"{release.years[0]} to {release.years[-1]}"
    return (
        f"Release “{release.name}” is {_kind(release)}. Its status: {release.standing}. It covers "
        f"{years} and was built {release.built_at[:10]} "
        f"by version {release.built_by}."
    )


def _kind(release: Release) -> str:
    if release.is_all_simulated:
        return "a demonstration: every figure in it is simulated, and none is of a real council"
    if release.is_demonstration:
        return (
            "a demonstration: figures marked published, reported or derived are real, "
            "all others are simulated"
        )
    return (
        "real figures only, published by the Ombudsman or reported by councils and the press; it is "
        "incomplete, and what is not held is shown as not held"
    )


def _source(source: Source) -> Component:
    title = html.A(source.title, href=source.url) if source.url else source.title
    return html.Dl(
        [
            html.Dt(html.Strong(title)),
            html.Dd(f"{source.publisher}. {source.licence}"),
            html.Dd(source.attribution, className="small"),
        ]
    )


def _rows(release: Release) -> Component:
    held = {name: by_year for name in _TABLES if (by_year := release.rows.get(name))}
    columns = [year for year in release.years if any(year in by_year for by_year in held.values())]
    rows = [
        [_TABLES[name], *[_count(by_year.get(year)) for year in columns]]
        for name, by_year in held.items()
        if any(year in by_year for year in columns)
    ]
    return table(
        "What the release holds, by year",
        ["Number of", *columns],
        rows,
        numbers=frozenset(range(1, len(columns) + 1)),
        label="What is held, by year",
    )


def _count(rows: int | None) -> str:
    return "–" if rows is None else thousands(rows)

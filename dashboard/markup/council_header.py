"""The head of a council's page or panel: name, type, region, residents, year, origin, and standing."""

from dash.development.base_component import Component

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import Links
from dashboard.domain.formats import day, thousands
from dashboard.domain.origin import Origin
from dashboard.domain.years import ReportingYear
from dashboard.markup import elements as html
from dashboard.markup.lineage import linked
from dashboard.markup.parts import Child, aria, heading, origin_chip
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.repository.stand_ins import stand_ins
from dashboard.words.wording import capital, council_of_type

HEADING_ID = "council-name"


def header(
    council: Council,
    year: str,
    repository: Repository,
    *,
    level: int,
    origin: Origin | None,
    note: Component | None = None,
) -> Component:
    """Return the head. Its heading takes the focus when the panel opens (id ``council-name``).

    ``note`` stands under the name: what decides whether this is the council looked for comes first.
    """
    chips: list[Child] = [origin_chip(origin, after=f", {year}")] if origin else []
    return html.Header(
        [
            heading(level, council.name, id=HEADING_ID, tabIndex="-1"),
            *([note] if note is not None else []),
            html.P(_facts(council, year, repository), className="council-facts"),
            html.P([html.Span(_span(year), className="council-year"), " ", *chips], className="council-when"),
        ],
        className="council-head",
    )


def standing(here: CouncilYear) -> Component | None:
    """Say in a note what is unusual of a council: not yet formed, ended, in any year, new; else None."""
    council, year = here.council, here.year
    exists = here.repository.existed(council.slug, year)
    if exists and council.end is not None:
        return html.P(_ended(here), className="note standing")
    others = stand_ins(council, year, here.repository)
    names = linked(others, year, here.links)
    started = ReportingYear.of(council.start) if council.start else None
    said: list[Child]
    if not exists and started and ReportingYear.parse(year) < started and council.start:
        said = [f"{council.name} did not exist in {year}: it was formed on {day(council.start)}."]
        said += [" For that year see ", *names, "."] if names else []
    elif not exists and council.end:
        later = year in here.repository.years_of(council.slug)
        said = [f"{council.name} ended on {day(council.end)}."]
        if later:
            said.append(
                " These are figures after its end, for complaints still decided then; no average applies, "
                "and they are not on the map."
            )
        said += [" Its area is now served by ", *names, "."] if names else []
        if not later and (held := here.repository.years_of(council.slug)):
            said += [" The last year held of it is ", _year_link(council, held[-1], year, here.links), "."]
    elif exists and started == ReportingYear.parse(year):
        said = [f"This is the first year of {council.name}. Complaints about the councils before it may be"]
        said.append(" counted on their own pages, linked below.")
    else:
        return None
    return html.P(said, className="note standing")


def _ended(here: CouncilYear) -> list[Child]:
    """Say, in a year in which it existed, that a council has ended since, and who serves its area now."""
    council = here.council
    latest = here.repository.release().years[-1]
    now = linked(stand_ins(council, latest, here.repository), latest, here.links)
    said: list[Child] = [html.Strong(f"{council.name} ended on {day(council.end)}.")] if council.end else []
    said += [" Its area is now served by ", *now, "."] if now else []
    return [*said, f" These are its figures of {here.year}."]


def year_links(here: CouncilYear, *, folded: bool) -> Component | None:
    """Return the council's years as links, the one shown marked; None where there is only that one.

    ``folded`` puts them into a disclosure, as the panel does, whose year is chosen beside the map.
    """
    years = here.repository.years_of(here.council.slug)
    if [*years] in ([], [here.year]):
        return None
    items = [html.Li(_year_link(here.council, other, here.year, here.links)) for other in reversed(years)]
    listed: Component = html.Ul(items)
    if folded:
        listed = html.Details([html.Summary("Other years of this council"), listed])
    return html.Nav(listed, className="year-links", **aria(label="Years"))


def _year_link(council: Council, other: str, shown: str, links: Links) -> Component:
    current = aria(current="page") if other == shown else {}
    return html.A(other, href=links.council(council.slug, other), **current)


def _facts(council: Council, year: str, repository: Repository) -> str:
    facts = [capital(council_of_type(council.type)), council.region]
    mid_year = ReportingYear.parse(year).population_year
    residents = repository.population(council.slug, mid_year)
    if residents is not None:
        facts.append(f"{thousands(residents)} residents (mid-{mid_year} estimate)")
    return ", ".join(facts)


def _span(year: str) -> str:
    return f"{year}, {ReportingYear.parse(year).words}"

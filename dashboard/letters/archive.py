"""The archive of letters: every year of a council, and of the councils it was made of."""

from collections.abc import Iterator

from dash.development.base_component import Component

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED, Links
from dashboard.domain.formats import day
from dashboard.letters.no_letter import why_none
from dashboard.markup import elements as html
from dashboard.markup.council_header import HEADING_ID
from dashboard.markup.parts import Child, heading, table
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council

OFFICIAL = "The Ombudsman’s own letter"
OURS = "This project’s"
DEMONSTRATION = "This project’s, for a demonstration"


def render(council: Council, repository: Repository, links: Links = UNNAMED) -> Component:
    """Return the list of all letters to a council, newest first, then those to each predecessor."""
    back = html.P(html.A(council.name, href=links.council(council.slug, None)), className="letter-back")
    before = list(predecessors(council, repository))
    says = [
        html.P(
            "Each year’s letter, newest first, as a page and as PDF. Where the Ombudsman’s own letter is "
            "held, the PDF is that letter; every other is written by this project from the figures held."
        )
    ]
    if before:
        names = ", ".join(one.name for one in before)
        says.append(html.P(f"Letters to the councils before it follow: {names}."))
    parts: list[Child] = [
        back,
        heading(1, f"{council.name}: annual review letters", id=HEADING_ID, tabIndex="-1"),
        *says,
        _listed(council, repository, links),
    ]
    for one in before:
        ended = f", until {day(one.end)}" if one.end else ""
        parts += [heading(2, f"{one.name}{ended}"), _listed(one, repository, links)]
    return html.Article(parts, className="letter-page letters-page frame")


def predecessors(council: Council, repository: Repository) -> Iterator[Council]:
    """Go through the councils a council was made of, and those these were made of, each once."""
    seen = {council.slug}
    waiting = [council.slug]
    while waiting:
        slugs = sorted(link.predecessor for link in repository.predecessors(waiting.pop(0)))
        for slug in slugs:
            found = repository.council(slug)
            if slug not in seen and found is not None:
                seen.add(slug)
                waiting.append(slug)
                yield found


def _listed(council: Council, repository: Repository, links: Links) -> Component:
    rows = [
        row
        for year in reversed(repository.years_of(council.slug))
        if (row := _row(CouncilYear(council, year, repository, links))) is not None
    ]
    if not rows:
        return html.P(f"No letter to {council.name} is held.")
    caption = f"Letters to {council.name}"
    return table(caption, ("Year", "Page", "PDF", "Whose letter the PDF is"), rows, label=caption)


def _row(here: CouncilYear) -> list[Child] | None:
    official = here.repository.official_letter(here.council.slug, here.year) is not None
    written = why_none(here.council, here.year, here.repository) is None
    if not written and not official:
        return None
    page: Child = "–"
    if written:
        page = html.A(
            _named("Letter", here.council, here.year), href=here.links.letter(here.council.slug, here.year)
        )
    pdf = html.A(
        _named("PDF", here.council, here.year), href=here.links.letter_pdf(here.council.slug, here.year)
    )
    ours = DEMONSTRATION if here.repository.release().is_demonstration else OURS
    return [here.year, page, pdf, OFFICIAL if official else ours]


def _named(what: str, council: Council, year: str) -> list[Child]:
    """Return a link's text, with whose and which year's it is for those who hear links alone."""
    return [what, html.Span(f" to {council.name_in(year)}, {year}", className="visually-hidden")]

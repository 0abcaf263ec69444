"""The council on a page of its own: readable, printable and whole without a script."""

from dash.development.base_component import Component

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED, Links
from dashboard.markup import elements as html
from dashboard.pages.council import panel as council_panel
from dashboard.pages.council.fold import folded
from dashboard.pages.council.sources import sources
from dashboard.repository.interface import Repository


def render(slug: str, year: str, repository: Repository, links: Links = UNNAMED) -> Component:
    """Return the page of a council in a year, its sources listed last.

    Raises LookupError for a slug that names no council.
    """
    council = council_panel.known(slug, repository)
    content = council_panel.body(CouncilYear(council, year, repository, links), own_page=True)
    listed = sources(council, year, repository)
    return html.Article(
        [*content, *([folded(listed, 2, gist="What each figure here was taken from.")] if listed else [])],
        className="council-page council-panel frame",
    )

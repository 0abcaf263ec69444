"""How a page is cited: what it is, whose figures, of which release, and the address that keeps them."""

from dash.development.base_component import Component

from dashboard.addresses.links import Links
from dashboard.markup import elements as html
from dashboard.pages.site.shell import SITE_NAME
from dashboard.repository.records import Release

TITLE, ADDRESS = "citation-title", "citation-address"
"""The parts that change with the view, where one changes without another page: ``assets/js/map``."""


def render(title: str, path: str, release: Release, site: str) -> Component:
    """Return the citation, folded. ``title`` names the view and what kind of figures it shows, ``path`` is
    its own; ``site`` is the site's address, empty where it is not known.

    The address names the release: without it, it would be another one's from the next publication on.
    """
    address = f"{site}{Links(release.name).page(path)}"
    kept = {"data-site": site, "data-release": release.name}
    return html.Details(
        [
            html.Summary("Cite this page"),
            html.P(
                [
                    html.Span(title, id=TITLE),
                    f". {SITE_NAME}, from figures of the Local Government and Social Care Ombudsman; not its "
                    f"own publication. Release “{release.name}” ({release.standing}), "
                    f"built {release.built_at[:10]}. ",
                    html.Span(address, id=ADDRESS, **kept),
                    "" if site else " (on this site)",
                ]
            ),
        ],
        className="citation",
    )

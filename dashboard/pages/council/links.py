"""Where to go from a council: its page on the Ombudsman's own site, how to complain, its own full page."""

from dash.development.base_component import Component

from dashboard.addresses import urls
from dashboard.addresses.links import Links
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, aria
from dashboard.repository.records import Council


def ombudsman_link(council: Council, year: str) -> Component:
    """Return the link to the Ombudsman's own page of a council, or to its decision search where not held."""
    if council.ombudsman_slug:
        return html.A(
            f"{council.name} on the Ombudsman’s own site",
            href=urls.ombudsman_council(council.ombudsman_slug),
            rel="external",
        )
    return html.A(
        f"The Ombudsman’s published decisions about {council.name}, {year}",
        href=urls.ombudsman_decisions(council.name, year),
        rel="external",
    )


def onward(council: Council, year: str, links: Links, *, full_page: bool) -> Component:
    """Return the onward links; ``full_page`` adds the one to the council's own page."""
    items: list[Child] = []
    if full_page:
        items.append(_item(html.A("This council on a page of its own", href=_page(council, year, links))))
    if council.end is None:
        alike = links.compare_with(council.slug, year)
        items.append(_item(html.A("Compare with councils of its type and size", href=alike)))
    files = html.Span(
        [
            " (",
            html.A("PDF", href=links.pack(council.slug, year, ".pdf")),
            ", ",
            html.A("Word", href=links.pack(council.slug, year, ".docx")),
            ")",
        ]
    )
    items += [
        html.Li([html.A("Paper for your committee", href=links.pack(council.slug, year)), files]),
        _item(html.A("Show a figure on another site", href=links.embed_codes(council.slug, year))),
        _item(ombudsman_link(council, year)),
    ]
    return html.Nav(html.Ul(items, className="plain-list"), className="onward", **aria(label="More"))


def sections(*named: tuple[str, str]) -> Component:
    """Return links to the sections of this page: pairs of id and name."""
    items = [html.Li(html.A(name, href=f"#{anchor}")) for anchor, name in named]
    return html.Nav(html.Ul(items), className="section-links", **aria(label="On this council"))


def _page(council: Council, year: str, links: Links) -> str:
    return links.council(council.slug, year)


def _item(link: Component) -> Component:
    return html.Li(link)

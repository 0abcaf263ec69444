"""The frame of every page: skip link, header with navigation and search, banner, footer."""

from dash.development.base_component import Component

from dashboard.addresses import urls
from dashboard.addresses.links import Links
from dashboard.markup import elements as html
from dashboard.markup.form_parts import keep_release
from dashboard.markup.html import text
from dashboard.markup.markup import Markup
from dashboard.markup.parts import aria
from dashboard.repository.records import Release
from dashboard.words.kind_of_release import NOT_OFFICIAL, REAL, demonstration, superseded, unpublished
from dashboard.words.sources import SOURCE_LINE

SITE_NAME = "Your council’s performance"
NAVIGATION = (
    ("map", "Map"),
    ("compare", "Compare"),
    ("decisions", "Decisions"),
    ("improvements", "Improvements"),
    ("data", "Data"),
    ("about", "About"),
)
_HELD = "held-figures"


def skip_link() -> Component:
    """Return the link past the header, the first thing the keyboard reaches."""
    return html.A("Skip to main content", href="#main", className="skip-link")


def header(here: str | None, links: Links, query: str = "") -> Component:
    """Return the site's name, navigation and search. ``here`` is the page's id in the navigation.

    The map asks the same question, larger, as the first thing on its page: its header does not ask it, too.
    """
    search = [] if here == "map" else [_search(links, query)]
    items = [html.Li(_nav_link(page, label, here, links)) for page, label in NAVIGATION]
    return html.Header(
        html.Div(
            [
                html.A(SITE_NAME, href=links.plain(""), className="site-name"),
                html.Nav(html.Ul(items), className="site-nav", **aria(label="Site")),
                *search,
            ],
            className="frame",
        ),
        className="site-header",
    )


def banner(release: Release, path: str = "/") -> Component:
    """Return the thin line that says what kind of figures these are, and whose site this is not.

    Before it stands the status of a release that is not the one in use; of a superseded one, with the
    page at ``path`` in the release that took its place.
    """
    told = demonstration(release)
    if told is None:
        kind = "banner"
        says: list[Component | str] = [f"{REAL} {NOT_OFFICIAL}"]
    else:
        kind = "banner banner-demonstration"
        says = [html.Strong(told[0]), f" {told[1]} {NOT_OFFICIAL}"]
        if not release.is_all_simulated:
            says += [" ", html.A("Show real figures only", href=Links(_HELD).plain(""))]
    status = _status(release, path)
    parts = [html.P(status, className="banner-status"), html.P(says)] if status else [html.P(says)]
    if status:
        kind = f"{kind} banner-{release.status}"
    return html.Section(
        html.Div(parts, className="frame"), className=kind, **aria(label="About these figures")
    )


def _status(release: Release, path: str) -> list[Component | str]:
    if told := unpublished(release):
        return [html.Strong(told[0]), f" {told[1]}"]
    if told := superseded(release):
        here = html.A("This page in the current release", href=path)
        return [html.Strong(told[0]), f" {told[1]} ", here]
    return []


def footer(release: Release, links: Links, citation: Component | None = None) -> Component:
    """Return the sources with their licences, the release, where to read more, and how the page is cited."""
    return html.Footer(
        html.Div(
            [
                html.P(SOURCE_LINE),
                html.P(
                    [
                        f"{NOT_OFFICIAL} The Ombudsman’s is ",
                        html.A("Your council’s performance", href=urls.ombudsman_map()),
                        ". ",
                        html.Span(
                            [
                                html.A("Which council to complain to, and how", href=links.plain("complain")),
                                ".",
                            ],
                            className="on-screen",
                        ),
                    ]
                ),
                html.P(
                    [
                        f"Release “{release.name}” ({release.standing}), built {_day(release.built_at)}. ",
                        html.Span(
                            [
                                html.A("The data behind these pages", href=links.plain("data")),
                                ". ",
                                html.A("How the figures are made", href=links.plain("about")),
                                ". ",
                                html.A("Accessibility", href=links.plain("accessibility")),
                                ".",
                            ],
                            className="on-screen",
                        ),
                    ]
                ),
                citation,
            ],
            className="frame",
        ),
        className="site-footer",
    )


def _nav_link(page: str, label: str, here: str | None, links: Links) -> Component:
    current = aria(current="page") if page == here else {}
    return html.A(label, href=links.plain("" if page == "map" else page), **current)


def _search(links: Links, query: str) -> Component:
    field = (
        '<label for="site-search-input" class="visually-hidden">Council, town or postcode</label>'
        '<input id="site-search-input" name="q" type="search" placeholder="Name, town or postcode" '
        f'autocomplete="off" spellcheck="false" maxlength="80" value="{text(query)}">'
    )
    field += keep_release(links.release)
    return Markup(
        f'<form id="site-search" action="/find" method="get">{field}'
        '<button type="submit">Find</button></form>',
        tag="div",
        className="site-search",
        role="search",
    )


def _day(built_at: str) -> str:
    return built_at[:10]

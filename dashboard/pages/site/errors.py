"""Pages for what cannot be shown: each says what was looked for and offers the way on."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.addresses.links import UNNAMED, Links
from dashboard.markup import elements as html
from dashboard.repository.records import Council


def unknown_page(links: Links) -> Component:
    """Say that an address is no page of this site."""
    return _page(
        "There is no such page",
        "The address may be mistyped, or the page may have moved. Search above, or choose from the map.",
        [_home(links)],
    )


def unknown_release(name: str) -> Component:
    """Say that a release may not be shown, or is not there: which of the two is not told."""
    return _page(
        "There is no such release",
        f"No release named “{name[:80]}” can be shown. The figures in use are on the map.",
        [_home(UNNAMED)],
    )


def gone_release(name: str) -> Component:
    """Say that a release was published once and is no longer held."""
    return _page(
        "This release is no longer held",
        f"The release “{name[:80]}” was published once. It is no longer kept here, so what it said cannot be "
        "shown. The figures in use now are on the map.",
        [_home(UNNAMED), html.P(html.A("What has been published, and when", href=UNNAMED.plain("data")))],
    )


def unknown_council(asked: str, near: Sequence[Council], links: Links) -> Component:
    """Say that no council has an address, and offer those whose names are near it."""
    items = [html.Li(html.A(council.name, href=links.council(council.slug))) for council in near]
    offers: list[Component] = [html.P("Did you mean one of these?"), html.Ul(items)] if items else []
    return _page(
        "There is no council at this address",
        f"“{asked[:80].replace('-', ' ')}” is not the name or code of a council in England since 2014. "
        "Search above by name or postcode, or choose from the map.",
        [*offers, _home(links)],
    )


def unknown_year(council: Council, years: Sequence[str], links: Links) -> Component:
    """Say that a council has no page for a year that the release does not hold, and offer those it has."""
    return _page(
        f"There is no such year for {council.name}",
        "A year is written 2023-24 and runs from 1 April to 31 March. These years are held:",
        [_years(council, years, links), _home(links)],
    )


def no_pdf(what: str, instead: str, links: Links) -> Component:
    """Say that a PDF cannot be made now, and that ``instead``, a page, says the same."""
    return _page(
        "This PDF cannot be made at the moment",
        "Many are being made, or something went wrong on our side. Please try again in a minute.",
        [html.P(html.A(f"{what} as a page", href=instead)), _home(links)],
    )


def no_file(what: str, instead: str, links: Links) -> Component:
    """Say that a file cannot be made now, and that ``instead``, a page, says the same."""
    return _page(
        "This file cannot be made at the moment",
        "Many are being made, or something went wrong on our side. Please try again in a minute.",
        [html.P(html.A(f"{what} as a page", href=instead)), _home(links)],
    )


def no_picture(why: Sequence[str], instead: str, links: Links) -> Component:
    """Say why there is no such picture; ``instead`` is the page that pictures of its kind are of."""
    return _page(
        "No such picture",
        "A picture is made only where all of its address is known.",
        [
            *(html.P(one) for one in why),
            html.P(html.A("The page it would be of", href=instead)),
            _home(links),
        ],
    )


def failed() -> Component:
    """Say that the fault is ours."""
    return _page(
        "This page could not be made",
        "Something went wrong on our side, and it has been recorded. The rest of the site should work.",
        [_home(UNNAMED)],
    )


def _page(title: str, says: str, parts: Sequence[Component]) -> Component:
    return html.Div([html.H1(title), html.P(says), *parts], className="frame message")


def _home(links: Links) -> Component:
    return html.P(html.A("Go to the map of councils", href=links.plain("")))


def _years(council: Council, years: Sequence[str], links: Links) -> Component:
    return html.Ul(
        [html.Li(html.A(year, href=links.council(council.slug, year))) for year in reversed(years)]
    )

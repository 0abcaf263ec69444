"""The pages of a copy of the site made of files that need a server: each says so, and what to do."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.addresses.links import UNNAMED
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading
from dashboard.repository.records import Council

A_COPY = "This copy of the site is made of files, and nothing in it can work an answer out."
WATCH_TITLE = "What to watch across councils needs a server"
NO_FORM = "<p class='note'>Choosing here needs a server, and this copy of the site is made of files.</p>"
"""What stands in the place of a form; without double quotation marks, so that it can stand in JSON."""
ONE_RELEASE = (
    "This copy of the site is made of files, and holds one release. Where this page speaks of others, or of "
    "?release=, that needs a server."
)
MAP_WITHOUT_SCRIPTS = (
    "This copy of the site is made of files. Other measures and years of the map need scripts, which do not "
    "run here; each council’s page has every year."
)
_FIGURES = "All figures are there to take away"


def comparison() -> Component:
    """Say that a group cannot be compared, and where each council stands beside its type."""
    return _page(
        "Comparing councils needs a server",
        f"{A_COPY} A comparison is made for the councils that you choose, so it is not here.",
        "Each council’s own page shows its figures beside those of its type.",
    )


def search(what: str, lists: Sequence[Council], *, held: bool) -> Component:
    """Say that ``decisions`` or ``improvements`` cannot be searched.

    ``lists``: the councils whose own lists are in the copy; ``held``: the release has some at all.
    """
    title = search_title(what)
    if not held:
        return _page(title, A_COPY, f"The release in it holds no {what}.")
    said = f"{A_COPY} A search is answered for the words and choices you give, so it is not here."
    if not lists:
        return _page(title, said, f"The {what} themselves were left out of this copy, too.")
    links = [
        html.Li(html.A(council.name, href=UNNAMED.council_cases(council.slug, what))) for council in lists
    ]
    return _page(title, said, f"Each council’s own {what} are here:", html.Ul(links))


def watch() -> Component:
    """Say that what to watch across councils is not in the copy, and where that of each council is."""
    return _page(
        WATCH_TITLE,
        f"{A_COPY} The list across councils is made for the year, type, region and service you choose, so it "
        "is not here.",
        "What to watch of a council stands on its own page.",
    )


def search_title(what: str) -> str:
    """Return the title of the page that a search of ``decisions`` or ``improvements`` leads to."""
    return f"Searching the {what} needs a server"


def left_out(*, papers: bool) -> Component:
    """Say what else is not in the copy; ``papers``: committee papers and letters as PDF are."""
    parts: list[Child] = [
        heading(2, "Lists chosen by year, outcome or subject", id="lists"),
        html.P("Which cases such a list holds is worked out when it is asked for, so it is not here."),
    ]
    if not papers:
        parts += [
            heading(2, "Papers for committees, and letters as PDF", id="papers"),
            html.P(
                "These are set when they are asked for, so they are not here. The letters are, as pages; the "
                "Ombudsman’s own letters that are held are, as PDF."
            ),
        ]
    parts += [
        heading(2, "Pictures of the map and of charts", id="pictures"),
        html.P(
            "These are drawn when they are asked for, so they are not here. A page can be printed instead."
        ),
        heading(2, "Other releases", id="releases"),
        html.P("This copy holds one release: the one that the foot of each page names."),
    ]
    return html.Div(
        [html.H1("Not in this copy"), html.P(A_COPY), *parts, *_onward()], className="frame message"
    )


def finder(councils: Sequence[Council]) -> Component:
    """Return the page of the search: its script puts what it finds first; every council follows, A to Z."""
    living = [council for council in councils if council.end is None]
    ended = [council for council in councils if council.end is not None]
    listed: list[Child] = [heading(2, f"All {len(living)} councils, A to Z"), _links(living)]
    if ended:
        listed += [heading(2, f"{len(ended)} councils that have ended"), _links(ended)]
    return html.Div(
        [
            html.H1("Find your council"),
            html.P("Type a council’s name, a town or a postcode in the search above, or choose it here."),
            html.Div(id="found", role="status", **{"data-found": ""}),
            *listed,
        ],
        className="frame message finding",
    )


def _page(title: str, why: str, instead: str, *more: Child) -> Component:
    parts: list[Child] = [html.H1(title), html.P(why), html.P(instead), *more, *_onward()]
    return html.Div(parts, className="frame message")


def _onward() -> list[Child]:
    return [
        html.P(html.A("Find a council", href=UNNAMED.find())),
        html.P(html.A("Choose a council from the map", href=UNNAMED.plain(""))),
        html.P(html.A(_FIGURES, href=UNNAMED.plain("data"))),
    ]


def _links(councils: Sequence[Council]) -> Component:
    items = [html.Li(html.A(council.name, href=UNNAMED.council(council.slug))) for council in councils]
    return html.Ul(items, className="found")

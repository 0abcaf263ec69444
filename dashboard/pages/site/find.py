"""The search's page: what was found, or a sentence that helps."""

from dash.development.base_component import Component

from dashboard.addresses import urls
from dashboard.markup import elements as html
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council, Found
from dashboard.words.wording import capital, council_of_type, counted


def render(found: Found, repository: Repository, release: str | None) -> Component:
    """Return the results of a search, best first, each a link to its council."""
    councils = [known for slug in found.councils if (known := repository.council(slug)) is not None]
    if not found.query.strip():
        parts: list[Component] = [html.P("Type a council’s name, or a postcode, in the search above.")]
    elif councils:
        count = len(councils)
        parts = [
            html.P(f"{found.reading}: {counted(count, 'councils')}."),
            html.Ul([_result(council, release) for council in councils], className="found"),
        ]
    else:
        parts = [
            html.P(found.problem or "No council was found."),
            html.P("Try the first letters of its name, or a whole postcode, such as LS1 1UR."),
        ]
    parts.append(html.P(html.A("Choose a council from the map", href=urls.plain("", release))))
    return html.Div([html.H1("Find a council"), *parts], className="frame message")


def suggestions(found: Found, repository: Repository, release: str | None) -> dict[str, object]:
    """Return what a search found as plain data, for suggestions as one types."""
    councils = [known for slug in found.councils if (known := repository.council(slug)) is not None]
    return {
        "query": found.query,
        "reading": found.reading,
        "problem": found.problem,
        "councils": [
            {
                "slug": council.slug,
                "name": council.name,
                "type": council.type.value,
                "url": urls.council(council.slug, None, release),
            }
            for council in councils
        ],
    }


def _result(council: Council, release: str | None) -> Component:
    ended = f", until {council.end.day} {council.end:%B %Y}" if council.end else ""
    what = f"{capital(council_of_type(council.type))}, {council.region}{ended}"
    return html.Li(
        [
            html.A(council.name, href=urls.council(council.slug, None, release)),
            html.Span(f" {what}", className="small"),
        ]
    )

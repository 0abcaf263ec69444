"""The search's page: who serves a place and what each council runs, what else was found, or why none."""

from collections.abc import Iterable, Sequence
from typing import Any

from dash.development.base_component import Component

from dashboard.addresses import urls
from dashboard.addresses.links import Links
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading
from dashboard.markup.who_runs_what import complaint_about, steps
from dashboard.pages.site.found_card import card
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council, Found, PlaceFound
from dashboard.repository.stand_ins import stand_ins
from dashboard.words import complaining
from dashboard.words import finding as say
from dashboard.words.wording import capital, council_of_type

STYLES = ("finding",)


def render(found: Found, repository: Repository, links: Links) -> Component:
    """Return the page of what a search found, or a sentence that helps."""
    councils = _known(found.councils, repository)
    serving = _known(found.serving, repository)
    parts: list[Child] = [heading(1, say.title(found, serving))]
    parts += [html.P(note, className="note") for note in found.notes]
    if not found.query.strip():
        parts.append(html.P(say.HOW_TO_ASK))
    elif not councils and not found.places:
        parts += [html.P(found.problem or say.NOTHING), *_onward(found)]
    if serving:
        parts += _served(found, serving, repository, links)
    others = [council for council in councils if council not in serving]
    living = [council for council in others if council.end is None]
    ended = [council for council in others if council.end is not None]
    more: list[Child] = []
    if living:
        more += _list(say.living(found, bool(serving)), (_result(c, repository, links) for c in living))
    if found.matches > len(found.councils):
        more += _the_rest(found, links)
    if ended:
        more += _list(say.ENDED, (_result(c, repository, links) for c in ended))
    places = [place for place in found.places if place.slug not in found.serving or not found.where]
    if places:
        more += _list(say.places(found), (_place(place, repository, links) for place in places))
        more.append(html.P(say.PLACES_INCOMPLETE, className="small"))
    parts += more
    if serving:
        parts.append(html.Div([complaint_about(serving, links, 2), steps(2)], className="complaining"))
    parts.append(html.P(html.A("Choose a council from the map", href=links.plain(""))))
    parts.append(html.P(say.NOT_KEPT, className="small"))
    return html.Div(parts, className="frame message finding")


def suggestions(found: Found, repository: Repository, links: Links) -> dict[str, Any]:
    """Return what a search found as plain data, for suggestions as one types."""
    return {
        "query": found.query,
        "reading": found.reading,
        "problem": found.problem,
        "notes": list(found.notes),
        "matches": found.matches + found.place_matches,
        "councils": [
            {
                "slug": council.slug,
                "name": council.name,
                "type": council.type.value,
                "what": what(council, repository),
                "url": links.council(council.slug, None),
            }
            for council in _known(found.councils, repository)
        ],
        "places": [
            {"name": place.name, "what": in_council, "url": links.find(f"{place.name}, {short}")}
            for place in found.places
            if (council := repository.council(place.slug)) is not None
            for in_council, short in [(say.place_in(council.name), council.short_name)]
        ],
    }


def what(council: Council, repository: Repository) -> str:
    """Say what a council is in a few words: of an ended one that it ended, and what took its place."""
    kind = capital(council_of_type(council.type))
    if council.end is None:
        county = repository.council(council.upper_tier or "")
        return f"{kind}, {county.short_name if county else council.region}"
    after = tuple(one.name for one in stand_ins(council, repository.release().years[-1], repository))
    return f"{kind}, ended {council.end.year}, {complaining.ended(after)}"


def _served(found: Found, serving: Sequence[Council], repository: Repository, links: Links) -> list[Child]:
    lead = [html.P(complaining.TWO_TIERS)] if len(serving) > 1 else []
    cards = [card(council, repository, links, of_one_place=bool(found.where)) for council in serving]
    return [*lead, html.Div(cards, className="serving")]


def _onward(found: Found) -> list[Child]:
    """Return what to try, and where to complain about a council of another nation."""
    if found.elsewhere is None:
        return [html.P(say.TRY)]
    link = urls.other_ombudsman(found.elsewhere)
    return [html.P(html.A(link[0], href=link[1], rel="external"))] if link else []


def _the_rest(found: Found, links: Links) -> list[Child]:
    everything = html.A(say.show_all(found.matches), href=links.find(found.query, whole=True))
    return [html.P([everything, f", or {say.NARROWER}"])]


def _list(title: str, items: Iterable[Component]) -> list[Child]:
    return [heading(2, title, className="found-title"), html.Ul(list(items), className="found")]


def _result(council: Council, repository: Repository, links: Links) -> Component:
    return html.Li(
        [
            html.A(council.name, href=links.council(council.slug, None)),
            html.Span(f" {what(council, repository)}", className="small"),
        ]
    )


def _place(place: PlaceFound, repository: Repository, links: Links) -> Component:
    council = repository.council(place.slug)
    where = council.short_name if council else ""
    told = say.place_in(council.name) if council else ""
    return html.Li(
        [
            html.A(place.name, href=links.find(f"{place.name}, {where}")),
            html.Span(f" {told}", className="small"),
        ]
    )


def _known(slugs: Sequence[str], repository: Repository) -> list[Council]:
    return [known for slug in slugs if (known := repository.council(slug)) is not None]

"""The search for a council as files: what `assets/js/find/` reads in the browser, which sends nothing typed.

The names and places are one file. Postcodes are a file for each outcode ("CT1"), so that what is fetched
tells a file server no more than where about somebody lives. Sentences are the site's own, with places for
what is typed.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dashboard.addresses.links import UNNAMED
from dashboard.domain.postal_areas import Elsewhere
from dashboard.pages.site.find import what
from dashboard.repository import found_words as say
from dashboard.repository.everything_findable import (
    PostcodeHeld,
    places_held,
    postcodes_held,
    spellings_of_councils,
)
from dashboard.repository.interface import Repository
from dashboard.repository.postcodes import Postcode
from dashboard.words.finding import place_in

COUNCILS = "/find/councils.json"
POSTCODES = "/find/postcodes"
_TYPED = Postcode("{outcode}", "{sector}", "{postcode}")


def finder_files(repository: Repository, connection: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    """Go through the files of the search: path and content."""
    councils = repository.councils()
    numbers = {council.slug: number for number, council in enumerate(councils)}
    yield COUNCILS, _json(_names(repository, connection, numbers))
    for outcode, rows in postcodes_held(connection).items():
        yield f"{POSTCODES}/{outcode}.json", _json(_postcodes(outcode, rows, repository, numbers))


def _names(
    repository: Repository, connection: sqlite3.Connection, numbers: Mapping[str, int]
) -> dict[str, Any]:
    spellings = spellings_of_councils(connection)
    return {
        "councils": [
            {
                "slug": council.slug,
                "name": council.name,
                "type": council.type.value,
                "what": what(council, repository),
                "url": UNNAMED.council(council.slug),
                "ended": council.end is not None,
                "county": numbers.get(council.upper_tier or ""),
                "in": place_in(council.name),
                "spellings": spellings.get(council.slug, ()),
            }
            for council in repository.councils()
        ],
        "places": [
            [place.name, numbers[place.slug], *place.spellings]
            for place in places_held(connection)
            if place.slug in numbers
        ],
        "said": {
            "nothing": say.unknown_name("{text}"),
            "unknown": say.unknown_postcode(_TYPED),
            "byArea": say.by_area(_TYPED),
            "byWiderArea": say.by_wider_area(_TYPED),
            "elsewhere": {
                place.value: [
                    say.lies_elsewhere("{postcode}", place, partly_held=partly) for partly in (False, True)
                ]
                for place in (Elsewhere.SCOTLAND, Elsewhere.WALES, Elsewhere.NORTHERN_IRELAND)
            },
        },
    }


def _postcodes(
    outcode: str, rows: Sequence[PostcodeHeld], repository: Repository, numbers: Mapping[str, int]
) -> dict[str, Any]:
    """Return what is held below an outcode: by the rest of a prefix, and what its beginnings are answered."""
    rests = [row.prefix[len(outcode) :].strip() for row in rows]
    beginnings = sorted({"", *(rest[:1] for rest in rests)})
    return {
        "rows": {
            rest: [numbers[row.slug] if row.slug else row.country, *([1] if row.split else [])]
            for rest, row in zip(rests, rows, strict=True)
        },
        "parts": {rest: _part(f"{outcode} {rest}".strip(), repository, numbers) for rest in beginnings},
    }


def _part(beginning: str, repository: Repository, numbers: Mapping[str, int]) -> dict[str, Any]:
    found = repository.find(beginning)
    told: dict[str, Any] = {"councils": [numbers[slug] for slug in found.councils]}
    if found.notes:
        told["notes"] = found.notes
    if found.problem:
        told["problem"] = found.problem
    return told


def _json(told: object) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()

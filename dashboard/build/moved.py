"""Postcodes, places and neighbours after reorganisations: what lay in a council that went lies in another."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from dashboard.domain.years import ReportingYear
from dashboard.reference.neighbours import Neighbour
from dashboard.reference.places import Place
from dashboard.reference.postcodes import Postcode

TOUCHING = "touching"


def postcodes_after(postcodes: Iterable[Postcode], moved: Mapping[str, str]) -> Iterator[Postcode]:
    """Yield postcodes with the council each lies in now; ``moved`` names it by the one that went.

    A sector is split no longer where every postcode that was told apart from it lies in its council by now.
    """
    rows = [_in(row, moved) for row in postcodes]
    split = {row.prefix: row for row in rows if row.level == "split"}
    still = set()
    for row in rows:
        sector = split.get(row.prefix[:-2]) if row.level == "unit" else None
        if sector is not None and (sector.slug, sector.country) != (row.slug, row.country):
            still.add(sector.prefix)
    for row in rows:
        yield row._replace(level="sector") if row.level == "split" and row.prefix not in still else row


def places_after(places: Iterable[Place], moved: Mapping[str, str]) -> Iterator[Place]:
    """Yield places with the council each lies in now."""
    for place in places:
        yield place._replace(slug=moved.get(place.slug, place.slug))


def neighbours_after(
    neighbours: Iterable[Neighbour],
    vintage: int,
    borders: Mapping[str, Mapping[str, float]],
    gone: Collection[str],
) -> tuple[Neighbour, ...]:
    """Return neighbours with those that touch from a vintage on, by slug, method and rank.

    ``borders`` gives, for each council that is new, changed, or beside one that is, everyone it touches from
    then on, and the length of the border in km: they are ranked anew, the longest first. Who is ``gone`` by
    then touches no one. Nothing else changes; no statistical neighbours are held of a new council.
    """
    rows: list[Neighbour] = []
    ending = {*borders, *gone}
    for row in neighbours:
        if row.method != TOUCHING or row.slug not in ending:
            rows.append(row)
        elif (row.from_year or 0) < vintage:
            last = vintage - 1 if row.to_year is None else min(row.to_year, vintage - 1)
            rows.append(replace(row, to_year=last))
    for slug, shared in borders.items():
        ranked = sorted(shared, key=lambda other: (-shared[other], other))
        rows += [Neighbour(slug, TOUCHING, n, other, vintage, None) for n, other in enumerate(ranked, 1)]
    return tuple(
        sorted(rows, key=lambda row: (row.slug, row.method, row.from_year or 0, row.rank, row.neighbour))
    )


def touching_in(neighbours: Iterable[Neighbour], vintage: int) -> frozenset[frozenset[str]]:
    """Return the pairs of councils that touch in a vintage."""
    year = ReportingYear(vintage)
    return frozenset(
        frozenset((row.slug, row.neighbour))
        for row in neighbours
        if row.method == TOUCHING and row.holds_in(year)
    )


def _in(row: Postcode, moved: Mapping[str, str]) -> Postcode:
    return row if row.slug is None else row._replace(slug=moved.get(row.slug, row.slug))

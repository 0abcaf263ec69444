"""Postcodes, places and neighbours after reorganisations: what lay in a council that went lies in another."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dashboard.reference.neighbours import Neighbour
from dashboard.reference.places import Place
from dashboard.reference.postcodes import Postcode

TOUCHING = "touching"


def postcodes_after(postcodes: Iterable[Postcode], moved: Mapping[str, str]) -> Iterator[Postcode]:
    """Yield postcodes with the council each lies in now; ``moved`` names it by the one that went.

    A postcode told by its sector by now does not stand beside it, and a sector without any other is whole.
    """
    rows = list(postcodes)
    sectors = {row.prefix: _in(row, moved) for row in rows if row.level in ("sector", "split")}
    others: set[str] = set()
    kept = []
    for row in rows:
        now = _in(row, moved)
        sector = sectors.get(row.prefix[:-2]) if row.level == "unit" else None
        if sector is not None:
            if now is not row and (sector.slug, sector.country) == (now.slug, now.country):
                continue
            others.add(sector.prefix)
        kept.append(now)
    for row in kept:
        whole = row.level == "split" and row.slug in moved.values() and row.prefix not in others
        yield row._replace(level="sector") if whole else row


def places_after(places: Iterable[Place], moved: Mapping[str, str]) -> Iterator[Place]:
    """Yield places with the council each lies in now."""
    for place in places:
        yield place._replace(slug=moved.get(place.slug, place.slug))


def neighbours_after(
    neighbours: Iterable[Neighbour], vintage: int, borders: Mapping[str, Mapping[str, float]]
) -> tuple[Neighbour, ...]:
    """Return neighbours with those that touch from a vintage on, by slug, method and rank.

    ``borders`` gives, for each council that is new or touches a new one, whom it touches and the length of
    the border they share: they are ranked anew, the longest first. Nothing else changes; no statistical
    neighbours are held of a new council.
    """
    rows: list[Neighbour] = []
    for row in neighbours:
        if row.method != TOUCHING or row.slug not in borders:
            rows.append(row)
        elif row.from_year is None or row.from_year < vintage:
            last = vintage - 1 if row.to_year is None else min(row.to_year, vintage - 1)
            rows.append(replace(row, to_year=last))
    for slug, shared in borders.items():
        ranked = sorted(shared, key=lambda other: (-shared[other], other))
        rows += [Neighbour(slug, TOUCHING, n, other, vintage, None) for n, other in enumerate(ranked, 1)]
    return tuple(
        sorted(rows, key=lambda row: (row.slug, row.method, row.from_year or 0, row.rank, row.neighbour))
    )


def _in(row: Postcode, moved: Mapping[str, str]) -> Postcode:
    return row._replace(slug=moved[row.slug]) if row.slug in moved else row

"""Postcodes, places and neighbours after reorganisations: what lay in a council that went lies in another."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dashboard.reference.neighbours import Neighbour
from dashboard.reference.places import Place
from dashboard.reference.postcodes import Postcode

TOUCHING = "touching"


@dataclass(frozen=True, slots=True)
class Borders:
    """Who shares borders from a vintage on: ``shared`` gives, for each council that is changed or touches one
    that is, whom it touches as drawn, and the length in km. ``changed`` are new councils and counties that
    lost districts, ``gone`` those that ended on the day before."""

    shared: Mapping[str, Mapping[str, float]]
    changed: frozenset[str]
    gone: frozenset[str]


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
    neighbours: Iterable[Neighbour], vintage: int, borders: Borders
) -> tuple[Neighbour, ...]:
    """Return neighbours with those that touch from a vintage on, by slug, method and rank.

    Councils beside one that changed are ranked anew, the longest border first. Whether two that did not
    change touch is as it was told before: outlines are drawn, and a short border of theirs may be lost.
    Nothing else changes; no statistical neighbours are held of a new council.
    """
    rows: list[Neighbour] = []
    before: set[tuple[str, str]] = set()
    for row in neighbours:
        if row.method != TOUCHING or row.slug not in borders.shared or (row.from_year or 0) >= vintage:
            rows.append(row)
            continue
        if row.to_year is None or row.to_year >= vintage:
            before.add((row.slug, row.neighbour))
        last = vintage - 1 if row.to_year is None else min(row.to_year, vintage - 1)
        rows.append(replace(row, to_year=last))
    for slug, drawn in borders.shared.items():
        told = {other for one, other in before if one == slug} - borders.gone
        new = {other for other in drawn if {slug, other} & borders.changed}
        others = new if slug in borders.changed else new | (told - borders.changed)
        ranked = sorted(others, key=lambda other: (-drawn.get(other, 0.0), other))
        rows += [Neighbour(slug, TOUCHING, n, other, vintage, None) for n, other in enumerate(ranked, 1)]
    return tuple(
        sorted(rows, key=lambda row: (row.slug, row.method, row.from_year or 0, row.rank, row.neighbour))
    )


def _in(row: Postcode, moved: Mapping[str, str]) -> Postcode:
    return row._replace(slug=moved[row.slug]) if row.slug in moved else row

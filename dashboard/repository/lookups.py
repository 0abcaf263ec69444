"""What a repository keeps in memory: the councils, the years they have pages for, and the type averages.

All of it is small (330 councils, 4,000 council-years, 1,000 averages), asked for on every page, and
never changes while a release is served.
"""

import sqlite3
from collections import defaultdict
from dataclasses import dataclass, replace

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import Benchmark
from dashboard.repository.records import Council, FormerName, LineageLink, PlaceFound
from dashboard.repository.rows import BenchmarkKey, benchmark_from, council_from, link_from
from dashboard.repository.search import Name, NameIndex, asked_of
from dashboard.repository.spelling import Spellings

_RANKS = {"official": 0, "short": 1, "other": 2}


@dataclass(frozen=True, slots=True)
class Lookups:
    """Read once from a release; ``years`` maps a council to year -> (code then, existed).

    ``place_names`` finds places by their number in ``places``, which are the best known first; ``spellings``
    are the words of all names, and ``regions`` the councils of each that exist, by its name as names are
    compared.
    """

    councils: dict[str, Council]
    slugs_by_code: dict[str, str]
    slugs_meant: dict[str, str]
    years: dict[str, dict[str, tuple[str, bool]]]
    predecessors: dict[str, tuple[LineageLink, ...]]
    successors: dict[str, tuple[LineageLink, ...]]
    benchmarks: dict[BenchmarkKey, Benchmark]
    names: NameIndex
    places: tuple[PlaceFound, ...]
    place_names: NameIndex
    spellings: Spellings
    regions: dict[str, tuple[str, ...]]

    def existed(self, slug: str, year: str) -> bool:
        """Say whether a council existed in a year (on its 1 April)."""
        return self.years.get(slug, {}).get(year, ("", False))[1]

    def county_of(self, slug: str) -> str | None:
        """Return the slug of a district's county, None of any other council."""
        return self.councils[slug].upper_tier

    def living_successors(self, slug: str) -> tuple[str, ...]:
        """Return the councils that serve an ended one's area today, through however many changes."""
        found: dict[str, None] = {}
        for successor in self.councils[slug].heirs(self.successors.get(slug, ())):
            if self.councils[successor].end is None:
                found[successor] = None
            else:
                found.update(dict.fromkeys(self.living_successors(successor)))
        return tuple(found)


def read_lookups(connection: sqlite3.Connection) -> Lookups:
    """Read the lookups of an open release. Raises sqlite3.Error when a table is missing."""
    councils, slugs_by_code = _councils(connection)
    predecessors, successors = _lineage(connection)
    places, place_names = _places(connection)
    names = _names(connection)
    return Lookups(
        councils=councils,
        slugs_by_code=slugs_by_code,
        slugs_meant={
            slug: council.slug
            for council in councils.values()
            for slug in (council.slug, *council.led_here_from)
        },
        years=_years(connection),
        predecessors=predecessors,
        successors=successors,
        benchmarks={
            (AuthorityType(row["type"]), row["measure"], row["year"], row["period"]): benchmark_from(row)
            for row in connection.execute("SELECT * FROM type_benchmark")
        },
        names=names,
        places=places,
        place_names=place_names,
        spellings=Spellings(names.words | place_names.words),
        regions=_regions(councils),
    )


def _councils(connection: sqlite3.Connection) -> tuple[dict[str, Council], dict[str, str]]:
    codes: defaultdict[str, list[str]] = defaultdict(list)
    slugs_by_code: dict[str, str] = {}
    for row in connection.execute("SELECT code, slug FROM council_code ORDER BY first_day, code"):
        codes[row["slug"]].append(row["code"])
        slugs_by_code[row["code"]] = row["slug"]
    others: defaultdict[str, list[str]] = defaultdict(list)
    for row in connection.execute("SELECT slug, name FROM council_name WHERE kind = 'other' ORDER BY name"):
        others[row["slug"]].append(row["name"])
    former: defaultdict[str, list[FormerName]] = defaultdict(list)
    for row in connection.execute("SELECT * FROM former_name ORDER BY last_year"):
        former[row["slug"]].append(FormerName(row["name"], row["last_year"]))
    old_slugs: defaultdict[str, list[str]] = defaultdict(list)
    for row in connection.execute("SELECT * FROM old_slug ORDER BY old"):
        old_slugs[row["slug"]].append(row["old"])
    councils = {
        row["slug"]: replace(
            council_from(row, tuple(codes[row["slug"]]), tuple(others[row["slug"]])),
            former_names=tuple(former[row["slug"]]),
            old_slugs=tuple(old_slugs[row["slug"]]),
        )
        for row in connection.execute("SELECT * FROM council")
    }
    in_order = sorted(councils.values(), key=lambda council: (council.short_name.casefold(), council.slug))
    return {council.slug: council for council in in_order}, slugs_by_code


def _years(connection: sqlite3.Connection) -> dict[str, dict[str, tuple[str, bool]]]:
    years: defaultdict[str, dict[str, tuple[str, bool]]] = defaultdict(dict)
    for row in connection.execute("SELECT * FROM council_year ORDER BY year"):
        years[row["slug"]][row["year"]] = (row["code"], bool(row["existed"]))
    return dict(years)


def _lineage(
    connection: sqlite3.Connection,
) -> tuple[dict[str, tuple[LineageLink, ...]], dict[str, tuple[LineageLink, ...]]]:
    predecessors: defaultdict[str, list[LineageLink]] = defaultdict(list)
    successors: defaultdict[str, list[LineageLink]] = defaultdict(list)
    for row in connection.execute("SELECT * FROM lineage ORDER BY effective, predecessor, successor"):
        link = link_from(row)
        predecessors[link.successor].append(link)
        successors[link.predecessor].append(link)
    return (
        {slug: tuple(links) for slug, links in predecessors.items()},
        {slug: tuple(links) for slug, links in successors.items()},
    )


def _names(connection: sqlite3.Connection) -> NameIndex:
    return NameIndex(
        Name(row["folded"], row["slug"], _RANKS[row["kind"]])
        for row in connection.execute("SELECT folded, slug, kind FROM council_name ORDER BY folded, slug")
    )


def _places(connection: sqlite3.Connection) -> tuple[tuple[PlaceFound, ...], NameIndex]:
    rows = connection.execute(
        "SELECT name, folded, slug FROM place ORDER BY population DESC, folded, slug, easting, northing"
    ).fetchall()
    index = NameIndex(
        (Name(row["folded"], str(number)) for number, row in enumerate(rows)), known_by_initials=False
    )
    return tuple(PlaceFound(row["name"], row["slug"]) for row in rows), index


def _regions(councils: dict[str, Council]) -> dict[str, tuple[str, ...]]:
    regions: defaultdict[str, list[str]] = defaultdict(list)
    for slug, council in councils.items():
        if council.end is None:
            regions[asked_of(council.region)].append(slug)
    return {region: tuple(slugs) for region, slugs in regions.items()}

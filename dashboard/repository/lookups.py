"""What a repository keeps in memory: the councils, the years they have pages for, and the type averages.

All of it is small (330 councils, 4,000 council-years, 1,000 averages), asked for on every page, and
never changes while a release is served.
"""

import sqlite3
from collections import defaultdict
from dataclasses import dataclass, replace

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import Benchmark
from dashboard.repository.records import Council, FormerName, LineageLink
from dashboard.repository.rows import BenchmarkKey, benchmark_from, council_from, link_from
from dashboard.repository.search import Name, NameIndex

_RANKS = {"official": 0, "short": 1, "other": 2}


@dataclass(frozen=True, slots=True)
class Lookups:
    """Read once from a release; ``years`` maps a council to year -> (code then, existed)."""

    councils: dict[str, Council]
    slugs_by_code: dict[str, str]
    slugs_meant: dict[str, str]
    years: dict[str, dict[str, tuple[str, bool]]]
    predecessors: dict[str, tuple[LineageLink, ...]]
    successors: dict[str, tuple[LineageLink, ...]]
    benchmarks: dict[BenchmarkKey, Benchmark]
    names: NameIndex

    def existed(self, slug: str, year: str) -> bool:
        """Say whether a council existed in a year (on its 1 April)."""
        return self.years.get(slug, {}).get(year, ("", False))[1]


def read_lookups(connection: sqlite3.Connection) -> Lookups:
    """Read the lookups of an open release. Raises sqlite3.Error when a table is missing."""
    councils, slugs_by_code = _councils(connection)
    predecessors, successors = _lineage(connection)
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
        names=_names(connection, councils),
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


def _names(connection: sqlite3.Connection, councils: dict[str, Council]) -> NameIndex:
    return NameIndex(
        Name(row["folded"], row["slug"], _RANKS[row["kind"]], councils[row["slug"]].end is not None)
        for row in connection.execute("SELECT folded, slug, kind FROM council_name ORDER BY folded, slug")
    )

"""All England's councils, postcodes and places as a release holds them, and nothing else: quick to build."""

import csv
import gzip
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dashboard.build.content import CodeSpan, ReleaseContent
from dashboard.build.data import DATA
from dashboard.build.database import write_database
from dashboard.domain.slugs import slug_of
from dashboard.reference.load import load_reference
from dashboard.reference.places import load_places
from dashboard.reference.postcodes import load_postcodes
from dashboard.repository.connection import open_database
from dashboard.repository.finding import find
from dashboard.repository.lookups import read_lookups
from dashboard.repository.records import Found

Find = Callable[[str], Found]


def finder(folder: Path) -> Find:
    """Write the committed names, postcodes and places into a database in a folder; return its search."""
    reference = load_reference(DATA)
    content = ReleaseContent(
        name="names",
        title="Names alone",
        kind="real",
        status="bundled",
        years=("2024-25",),
        seed=None,
        sources=(),
        councils=tuple(council for _, council in sorted(reference.councils.items())),
        codes=(CodeSpan(s.slug, s.code, s.first, s.last) for s in reference.code_spans),
        council_years=(),
        lineage=reference.lineage,
        population=(),
        benchmarks=(),
        types=(),
        figures=(),
        breakdowns=(),
        national=(),
        postcodes=load_postcodes(DATA),
        places=load_places(DATA),
    )
    write_database(content, folder / "names.sqlite")
    connection: sqlite3.Connection = open_database(folder / "names.sqlite")
    lookups = read_lookups(connection)
    return lambda query: find(query, lookups, connection)


@dataclass(frozen=True)
class Row:
    """A row of the committed council list, read anew and plainly: what the tests hold answers to."""

    slug: str
    name: str
    short: str
    others: tuple[str, ...]
    county: str
    ended: bool


def rows() -> dict[str, Row]:
    """Return the councils by slug."""
    with (DATA / "reference" / "councils.csv").open(encoding="utf-8") as file:
        return {
            row["slug"]: Row(
                row["slug"],
                row["name"],
                row["short_name"],
                tuple(name for name in row["other_names"].split("|") if name),
                row["upper_tier"],
                bool(row["end"]) and date.fromisoformat(row["end"]) < date(2026, 1, 1),
            )
            for row in csv.DictReader(file)
        }


def table(name: str) -> list[dict[str, str]]:
    """Return a committed compressed table as it is."""
    with gzip.open(DATA / "reference" / f"{name}.csv.gz", "rt", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def after(slug: str) -> frozenset[str]:
    """Return the councils of today in the place of one that ended."""
    with (DATA / "reference" / "reorganisations.csv").open(encoding="utf-8") as file:
        made = [(row["name"], row["predecessors"].split("|")) for row in csv.DictReader(file)]
    links = [(slug_of(old), slug_of(new)) for new, before in made for old in before]
    known, ended = {slug}, {old for old, _ in links}
    while more := {new for old, new in links if old in known} - known:
        known |= more
    return frozenset(known - ended)

"""Writing release.sqlite: every row, its keys checked, then analysed and packed."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import astuple
from datetime import date
from decimal import Decimal
from enum import Enum
from importlib.resources import files
from itertools import chain
from pathlib import Path

from dashboard.build.case_tables import WORDS, case_tables, index_words
from dashboard.build.content import ContentError, ReleaseContent
from dashboard.build.database_checks import check_one_of_both, check_origins, check_references
from dashboard.build.drawing import drawn_rows
from dashboard.build.larger_parts import write_larger_parts
from dashboard.build.listed_tables import LISTED_WORDS, listed_tables
from dashboard.build.watch import write_watch
from dashboard.domain.characters import ODD, odd_characters
from dashboard.domain.figures import Figure
from dashboard.releases.on_disk import sync
from dashboard.repository.connection import REGISTER_YEARS, SCHEMA_VERSION
from dashboard.repository.names import folded

PAGE_SIZE = 4096
APPLICATION_ID = 0x4C475343  # "LGSC", so that `file` and a curious reader can tell what this is.

Row = tuple[object, ...]
Progress = Callable[[str], None]


def write_database(content: ReleaseContent, path: Path, progress: Progress = lambda _: None) -> None:
    """Write a release's content to a new SQLite file and bring it safely to disk.

    ``progress`` is told each table's name as it is begun. Raises ContentError when the content
    contradicts itself: a key twice, a reference to nothing, a figure simulated in a real release.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        # A file under construction is thrown away after a crash, so no journal need be kept.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(files("dashboard.build").joinpath("schema.sql").read_text("utf-8"))
        connection.execute("BEGIN")
        for table, rows in _tables(content):
            progress(table.partition(" ")[0])
            _insert(connection, table, rows)
        progress("words")
        index_words(connection)
        progress("what to watch")
        write_watch(connection)
        progress("larger parts")
        write_larger_parts(connection)
        connection.execute("COMMIT")
        progress("checks")
        check_references(connection)
        check_origins(connection, content.kind)
        check_one_of_both(connection)
        connection.execute("ANALYZE")
        connection.execute("VACUUM")
    sync(path)


def row_counts(path: Path) -> dict[str, dict[str, int]]:
    """Return the number of rows by table and year; ``all`` stands for tables without a year."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_schema"
                " WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE ? AND name NOT LIKE ?"
                " ORDER BY name",
                (f"{WORDS}%", f"{LISTED_WORDS}%"),
            )
        ]
        return {table: _counts(connection, table) for table in tables}


def _counts(connection: sqlite3.Connection, table: str) -> dict[str, int]:
    columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
    by = {
        "register_case": _reporting_year("received"),
        "register_compliance": _reporting_year("due"),
        "listed_decision": f"coalesce({_reporting_year('decided')}, 'no day')",
    }.get(table, "year" if "year" in columns else None)
    if by is None:
        return {"all": connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]}  # noqa: S608
    return dict(connection.execute(f"SELECT {by}, count(*) FROM {table} GROUP BY 1 ORDER BY 1"))  # noqa: S608


def _reporting_year(column: str) -> str:
    start = f"(CAST(substr({column}, 1, 4) AS INTEGER) - (substr({column}, 6, 2) < '04'))"
    return f"{start} || '-' || printf('%02d', ({start} + 1) % 100)"


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    iterator = iter(rows)
    first = next(iterator, None)
    if first is None:
        return
    statement = f"INSERT INTO {table} VALUES ({', '.join('?' * len(first))})"  # noqa: S608
    row: Row = first
    if table in _WITH_TEXTS:
        iterator = _readable(table, chain([first], iterator))
        row = first = next(iterator)
    try:
        connection.execute(statement, _stored(row))
        for row in iterator:
            connection.execute(statement, _stored(row))
    except sqlite3.IntegrityError as error:
        raise ContentError(f"{table}: {error} in {_stored(row)}") from error


def _readable(table: str, rows: Iterable[Row]) -> Iterator[Row]:
    """Go through rows whose texts people wrote. Raises ContentError at a character that nobody can see: no
    PDF, workbook or feed could be made of it, and every one would fail."""
    for row in rows:
        for value in row:
            if isinstance(value, str) and ODD.search(value):
                named = ", ".join(odd_characters(value))
                raise ContentError(f"{table}: a text of {row[0]} holds {named}, which cannot be printed.")
        yield row


_WITH_TEXTS = frozenset(
    {"decision", "remedy", "improvement", "listed_decision", "correction", "accepted_warning", "input_file"}
)


def _stored(row: Row) -> tuple[object, ...]:
    return tuple(_plain(value) for value in row)


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    return value


def _tables(content: ReleaseContent) -> Iterator[tuple[str, Iterable[Row]]]:
    """Every table with its rows, in the order of their references and sorted where order is not given."""
    yield (
        "meta",
        [
            ("kind", content.kind),
            ("name", content.name),
            ("title", content.title),
            (REGISTER_YEARS, " ".join(content.register_years)),
        ],
    )
    yield "council", _council_rows(content)
    yield "council_code", ((c.code, c.slug, c.first_day, c.last_day) for c in content.codes)
    yield "council_name", _name_rows(content)
    yield "former_name", ((c.slug, f.last_year, f.name) for c in content.councils for f in c.former_names)
    yield "old_slug", ((old, c.slug) for c in content.councils for old in c.old_slugs)
    yield "council_year", (astuple(row) for row in content.council_years)
    yield "lineage", (astuple(link) for link in content.lineage)
    yield "population", (astuple(row) for row in content.population)
    yield "type_benchmark", _benchmark_rows(content)
    yield "type_comparison", (astuple(told) for told in content.types)
    yield "figure", _figure_rows(content)
    yield "drawn", drawn_rows(content)
    yield "combined_figure", (_combined_row(figure) for figure in content.combined)
    yield "breakdown", _breakdown_rows(content)
    yield "service_figure", (astuple(service) for service in content.services)
    yield (
        "service_comparison",
        ((s.year, s.slug, s.category, s.what, *astuple(s.compared)) for s in content.service_comparisons),
    )
    yield "case_mix", (astuple(mixed) for mixed in content.case_mixes)
    yield "many_looks", (astuple(looks) for looks in content.looks)
    yield "national", (astuple(figure) for figure in content.national)
    yield "held_value", (astuple(value) for value in content.held_values)
    yield "held_conflict", (astuple(conflict) for conflict in content.held_conflicts)
    yield from case_tables(content)
    yield from listed_tables(content)
    yield "correction", (astuple(correction) for correction in content.corrections)
    yield "accepted_warning", (astuple(warning) for warning in content.accepted)
    yield "input_file", (astuple(file) for file in content.inputs)
    yield "postcode", content.postcodes
    yield "place", ((folded(place.name), *place) for place in content.places)
    yield "neighbour", (astuple(neighbour) for neighbour in content.neighbours)


def _council_rows(content: ReleaseContent) -> Iterator[Row]:
    for c in content.councils:
        yield (
            *(c.slug, c.code, c.name, c.short_name, c.type, c.region),
            *(c.upper_tier, c.start, c.end, c.ombudsman_slug),
        )


def _name_rows(content: ReleaseContent) -> Iterator[Row]:
    for c in content.councils:
        told: dict[str, str] = {}
        for kind, names in (("official", (c.name,)), ("short", (c.short_name,)), ("other", c.other_names)):
            for name in names:
                told.setdefault(name, kind)
        for name, kind in sorted(told.items()):
            yield folded(name), c.slug, name, kind


def _benchmark_rows(content: ReleaseContent) -> Iterator[Row]:
    for row in content.benchmarks:
        b = row.benchmark
        yield (
            *(row.type, row.measure, row.period, row.year, b.kind, b.value, b.origin),
            *(b.numerator, b.denominator, b.councils, b.source_url),
        )


def _figure_rows(content: ReleaseContent) -> Iterator[Row]:
    types = {council.slug: council.type for council in content.councils}
    benchmarks = {(b.type, b.measure, b.period, b.year): b.benchmark for b in content.benchmarks}
    for period, f in content.figures:
        held = benchmarks.get((types[f.slug], f.measure, period, f.year))
        if f.benchmark is not None and f.benchmark != held:
            raise ContentError(
                f"The average beside {f.measure} of {f.slug} in {f.year} is not that of its type."
            )
        yield _figure_row(period, f)


def _figure_row(period: int, f: Figure) -> Row:
    return (
        *(f.year, f.measure, period, f.slug, f.state, f.numerator, f.denominator, f.value, f.printed),
        *(f.origin, f.printed_origin, f.note, f.source_url, f.benchmark is not None),
        *(f.low, f.high, f.few),
        *astuple(f.compared),
    )


def _combined_row(f: Figure) -> Row:
    return (
        *(f.year, f.measure, f.slug, f.state, f.numerator, f.denominator, f.value, f.origin),
        *(f.note, f.source_url, f.low, f.high, f.few),
    )


def _breakdown_rows(content: ReleaseContent) -> Iterator[Row]:
    for b in content.breakdowns:
        yield b.slug, b.year, b.row.kind, b.row.item, b.row.count, b.row.origin, b.row.source_url

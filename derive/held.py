"""The figures held: the Ombudsman's and those reported by councils and the press, in long form."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from urllib.parse import urlsplit

from dashboard.domain.authority_types import type_from_label
from dashboard.domain.rounding import plain
from dashboard.domain.slugs import slug_of
from dashboard.domain.years import ReportingYear
from dashboard.reference.quantities import COUNTS as FIGURE_COUNTS
from dashboard.reference.quantities import PRINTED, QUANTITIES, RECEIVED_TOTAL
from derive.artefacts import Table, sorted_table
from derive.conflicts import Conflict, contradictions
from derive.councils import Councils
from derive.source import DerivationError, Row, SourceFolder

FIGURES = "published/published_figures.csv"
COUNTS = "published/published_counts.csv"
AVERAGES = "published/published_averages.csv"
NATIONAL = "published/published_national.csv"

_NOT_HELD = frozenset({"complied"})  # printed by the publisher's own tables alone
FIGURE_COLUMNS = (*(count for count in FIGURE_COUNTS if count not in _NOT_HELD), *PRINTED)
"""Every quantity that has a column in the figures."""

ORIGINS = {"LGSCO council page": "published", "council paper or press": "reported"}

OWN_COUNT = "total (council's own count)"

DECIDED_NAMES = {
    "total": "dealt_with",
    "dealt with": "dealt_with",
    "not for us or not ready": "not_for_us_or_not_ready",
    "assessed and closed": "assessed_and_closed",
    "investigated": "investigated",
    "upheld": "upheld",
}
"""Labels of decided counts that have a name of their own; the rest are outcomes."""

OMBUDSMAN = "Local Government and Social Care Ombudsman"


@dataclass(frozen=True, slots=True)
class Value:
    """One value as held: what it is of, as printed, from whom."""

    slug: str
    year: str
    quantity: str
    value: str
    origin: str
    url: str


@dataclass(frozen=True, slots=True)
class HeldTables:
    """The five tables of figures held."""

    values: Table
    averages: Table
    national: Table
    sources: Table
    conflicts: Table

    def all(self) -> tuple[Table, ...]:
        """Return the tables in the order they are listed."""
        return (self.values, self.averages, self.national, self.sources, self.conflicts)


def derive_held(source: SourceFolder, councils: Councils, population: Table) -> HeldTables:
    """Return the held figures as printed, one row a value, and what contradicts what.

    Nothing is corrected, rounded or filled in. Where the figures and the counts state the same
    value differently, the figures are kept and the other goes to the conflicts.
    """
    figures = _figures(source, councils)
    counts, conflicts = _counts(source, councils)
    kept = {(v.slug, v.year, v.quantity): v for v in figures}
    if len(kept) != len(figures):
        raise DerivationError(f"{FIGURES}: a council has two rows for one year.")
    for told in counts:
        known = kept.setdefault((told.slug, told.year, told.quantity), told)
        if known.value != told.value:
            reason = f"stated as {known.value} by {_host(known.url)} and as {told.value} by {_host(told.url)}"
            conflicts.append(
                Conflict(told.slug, told.year, told.quantity, "sources", known.value, told.value, reason)
            )
    people = {(row[0], int(row[1])): int(row[2]) for row in population.rows}
    stated: dict[tuple[str, str], dict[str, Decimal]] = {}
    for value in kept.values():
        stated.setdefault((value.slug, value.year), {})[value.quantity] = Decimal(value.value)
    for (slug, year), known_values in stated.items():
        residents = people.get((slug, ReportingYear.parse(year).population_year))
        conflicts += contradictions(slug, year, known_values, residents)
    averages = _averages(source)
    national = _national(source)
    urls = {v.url for v in kept.values()} | {row[5] for row in averages} | {row[5] for row in national}
    return HeldTables(
        sorted_table(
            "held/values.csv",
            ("slug", "year", "quantity", "value", "origin", "source"),
            ((v.slug, v.year, v.quantity, v.value, v.origin, source_id(v.url)) for v in kept.values()),
        ),
        sorted_table(
            "held/averages.csv",
            ("type", "year", "measure", "value", "origin", "source"),
            ((*row[:5], source_id(row[5])) for row in averages),
        ),
        sorted_table(
            "held/national.csv",
            ("year", "metric", "value", "numerator", "denominator", "source"),
            ((*row[:5], source_id(row[5])) for row in national),
        ),
        sorted_table(
            "held/sources.csv",
            ("source", "publisher", "url"),
            ((source_id(u), _publisher(u), u) for u in urls if u),
        ),
        sorted_table(
            "held/conflicts.csv",
            ("slug", "year", "quantity", "kind", "kept", "other", "reason"),
            (c.cells() for c in conflicts),
        ),
    )


def source_id(url: str) -> str:
    """Return a short id of a source that depends on its address alone; nothing for no address."""
    return f"{_host(url)}-{hashlib.sha256(url.encode()).hexdigest()[:8]}" if url else ""


def _figures(source: SourceFolder, councils: Councils) -> list[Value]:
    columns = (
        "authority_code",
        "authority",
        "authority_type",
        "year",
        *FIGURE_COLUMNS,
        "source",
        "source_url",
    )
    values = []
    for row in source.table(FIGURES, columns):
        slug, year = _council(row, councils), _year(row)
        if councils.column("type")[slug] != type_from_label(row["authority_type"]):
            raise DerivationError(f"{row.place}: {row['authority']} is no {row['authority_type']}.")
        origin = _origin(row)
        for quantity in FIGURE_COLUMNS:
            if row[quantity]:
                number = _number(row, quantity)
                values.append(Value(slug, year, quantity, number, origin, row["source_url"]))
    return values


def _counts(source: SourceFolder, councils: Councils) -> tuple[list[Value], list[Conflict]]:
    values, left_out = [], []
    for row in source.table(
        COUNTS, ("authority_code", "authority", "year", "kind", "label", "count", "source_url")
    ):
        slug, year, count = _council(row, councils), _year(row), _number(row, "count")
        if row["label"] == OWN_COUNT:
            reason = "the council's own count of its complaints, not the Ombudsman's figure: left out"
            left_out.append(Conflict(slug, year, RECEIVED_TOTAL, "own_count", "", count, reason))
            continue
        url = row["source_url"]
        origin = "published" if _publisher(url) == OMBUDSMAN else "reported"
        values.append(Value(slug, year, _quantity(row), count, origin, url))
    return values, left_out


def _quantity(row: Row) -> str:
    """Return the quantity a count's kind and label name."""
    label = row["label"]
    named = DECIDED_NAMES.get(label) if row["kind"] == "decided" else None
    quantity = named or f"{row['kind']}:{label.replace(chr(39), '').replace(' ', '_')}"
    if quantity not in QUANTITIES:
        raise DerivationError(f"{row.place}: “{row['kind']}: {label}” is not a count that is known.")
    return quantity


def _averages(source: SourceFolder) -> Sequence[tuple[str, ...]]:
    columns = ("authority_type", "year", "measure", "value", "source", "source_url")
    rows = []
    for row in source.table(AVERAGES, columns):
        if row["measure"] not in PRINTED:
            raise DerivationError(f"{row.place}: the measure {row['measure']} is not known.")
        kind = type_from_label(row["authority_type"]).value
        rows.append(
            (kind, _year(row), row["measure"], _number(row, "value"), _origin(row), row["source_url"])
        )
    return rows


def _national(source: SourceFolder) -> Sequence[tuple[str, ...]]:
    columns = ("year", "metric", "value", "numerator", "denominator", "source_url")
    return [
        (
            _year(row),
            row["metric"],
            *(_number(row, c) for c in ("value", "numerator", "denominator")),
            row["source_url"],
        )
        for row in source.table(NATIONAL, columns)
    ]


def _council(row: Row, councils: Councils) -> str:
    slug = councils.slug(row["authority_code"], row.place)
    if slug_of(row["authority"]) not in councils.names_of(slug):
        raise DerivationError(f"{row.place}: {row['authority_code']} is not {row['authority']}.")
    return slug


def _year(row: Row) -> str:
    try:
        return str(ReportingYear.parse(row["year"]))
    except ValueError as error:
        raise DerivationError(f"{row.place}: {error}.") from None


def _number(row: Row, column: str) -> str:
    """Return a number as printed, without the ".0" the collection added; nothing stays nothing."""
    try:
        return plain(Decimal(row[column])) if row[column] else ""
    except InvalidOperation:
        raise DerivationError(f"{row.place}: “{row[column]}” in {column} is not a number.") from None


def _origin(row: Row) -> str:
    origin = ORIGINS.get(row["source"])
    on_site = _publisher(row["source_url"]) == OMBUDSMAN
    if origin is None or (origin == "published") != on_site:
        raise DerivationError(
            f"{row.place}: the source “{row['source']}” does not fit the address {row['source_url']}."
        )
    return origin


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _publisher(url: str) -> str:
    host = _host(url)
    return OMBUDSMAN if host == "lgo.org.uk" else host

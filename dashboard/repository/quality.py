"""The quality of a release over its SQLite file: see ``dashboard.repository.quality_interface.Quality``."""

import sqlite3
from collections.abc import Callable
from datetime import date

from dashboard.domain.authority_types import AuthorityType
from dashboard.repository.quality_records import (
    Accepted,
    Completeness,
    Contradiction,
    Correction,
    InputRead,
    Known,
)
from dashboard.repository.stored_values import stored_decimal

_HOW = (
    "CASE WHEN f.state IN ('no_cases', 'not_held', 'not_applicable') THEN f.state"
    " ELSE coalesce(f.printed_origin, f.origin) END"
)
_COMPLETENESS = f"""
SELECT f.year, c.type, f.measure AS quantity, {_HOW} AS known, count(*) AS councils
FROM figure f JOIN council_year y ON y.year = f.year AND y.slug = f.slug AND y.existed = 1
JOIN council c ON c.slug = f.slug
WHERE f.period = 1 GROUP BY f.year, c.type, f.measure, known
UNION ALL
SELECT y.year, c.type, 'received:total', coalesce(b.origin, 'not_held') AS known, count(*)
FROM council_year y JOIN council c ON c.slug = y.slug
LEFT JOIN breakdown b ON b.slug = y.slug AND b.year = y.year AND b.kind = 'received' AND b.item = 'total'
WHERE y.existed = 1 GROUP BY y.year, c.type, known
ORDER BY 1, 2, 3, 4
"""  # noqa: S608  (made of constants alone)
_COUNCILS = f"""
SELECT f.slug, f.measure AS quantity, {_HOW} AS known
FROM figure f JOIN council_year y ON y.year = f.year AND y.slug = f.slug AND y.existed = 1
JOIN council c ON c.slug = f.slug
WHERE f.period = 1 AND f.year = ? AND c.type = ?
UNION ALL
SELECT y.slug, 'received:total', coalesce(b.origin, 'not_held') AS known
FROM council_year y JOIN council c ON c.slug = y.slug
LEFT JOIN breakdown b ON b.slug = y.slug AND b.year = y.year AND b.kind = 'received' AND b.item = 'total'
WHERE y.existed = 1 AND y.year = ? AND c.type = ?
"""  # noqa: S608


class SqliteQuality:
    """The quality of one release, read only; safe among threads as its connections are."""

    def __init__(self, connection: Callable[[], sqlite3.Connection]) -> None:
        """Read by the connection of the thread that asks."""
        self._connection = connection

    def completeness(self) -> tuple[Completeness, ...]:
        """Return how many councils have each measure known how, by year, type and measure."""
        return tuple(
            Completeness(
                row["year"], AuthorityType(row["type"]), row["quantity"], Known(row["known"]), row["councils"]
            )
            for row in self._connection().execute(_COMPLETENESS)
        )

    def councils(self, year: str, kind: AuthorityType) -> dict[str, dict[str, Known]]:
        """Return what is known of each council of a type in a year, by slug, then by measure."""
        found: dict[str, dict[str, Known]] = {}
        for row in self._connection().execute(_COUNCILS, (year, kind.value) * 2):
            found.setdefault(row["slug"], {})[row["quantity"]] = Known(row["known"])
        return found

    def corrections(self) -> tuple[Correction, ...]:
        """Return the corrections that were applied, newest year first."""
        rows = self._connection().execute("SELECT * FROM correction ORDER BY year DESC, slug, quantity")
        return tuple(
            Correction(
                slug=row["slug"],
                year=row["year"],
                quantity=row["quantity"],
                was=stored_decimal(row["was"]),
                became=stored_decimal(row["became"]),
                reason=row["reason"],
                decided_by=row["decided_by"],
                decided_on=date.fromisoformat(row["decided_on"]),
            )
            for row in rows
        )

    def accepted(self) -> tuple[Accepted, ...]:
        """Return the warnings that were accepted, by check."""
        rows = self._connection().execute(
            "SELECT * FROM accepted_warning ORDER BY check_id, reason, year, slug, quantity"
        )
        return tuple(
            Accepted(
                *(row["check_id"], row["slug"], row["year"], row["quantity"], row["sentence"]),
                *(row["reason"], row["accepted_by"], date.fromisoformat(row["accepted_on"])),
            )
            for row in rows
        )

    def inputs(self) -> tuple[InputRead, ...]:
        """Return the files the release was made from; () for one made from the committed data alone."""
        rows = self._connection().execute("SELECT * FROM input_file ORDER BY year DESC, kind, name")
        return tuple(InputRead(*row) for row in rows)

    def contradictions(self) -> tuple[Contradiction, ...]:
        """Return the contradictions known among what is held, newest year first."""
        rows = self._connection().execute("SELECT * FROM held_conflict ORDER BY year DESC, slug, quantity")
        return tuple(
            Contradiction(
                *(row["slug"], row["year"], row["quantity"], row["kind"]),
                *(stored_decimal(row["kept"]), stored_decimal(row["other"])),
                row["reason"],
            )
            for row in rows
        )

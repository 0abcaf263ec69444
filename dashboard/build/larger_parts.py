"""Larger parts, worked out of a release's own tables once they are written, and again when one changes."""

import sqlite3
from collections.abc import Iterator, Mapping

from dashboard.build.watch import register_years
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.decisions import DecisionCategory
from dashboard.domain.larger_part import LargerPart, PartOf
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Outcome
from dashboard.domain.years import ReportingYear
from dashboard.metrics.larger_parts import referred_back, unusual_subjects
from dashboard.statistics.type_comparison import Count

_DECIMALS = 6
"""What is stored is what another reckoning must give; the last digits of a sum depend on its order."""
_COUNCILS = """
    SELECT slug FROM council_year JOIN council USING (slug)
     WHERE year = ? AND type = ? AND existed = 1 ORDER BY slug
"""
_DECIDED = """
    SELECT b.slug, b.count AS back, t.count AS total, b.origin AS origin,
           'simulated' IN (b.origin, t.origin) AS simulated
      FROM breakdown b JOIN breakdown t ON t.slug = b.slug AND t.year = b.year AND t.kind = b.kind
     WHERE b.year = ? AND b.kind = 'decided' AND b.item = ? AND t.item = 'total' AND t.count > 0
       AND b.count IS NOT NULL
"""
_SUBJECTS = """
    SELECT o.slug, s.decision_category, s.sub_category, count(*)
      FROM register_case c JOIN register_council o ON o.id = c.council
      JOIN case_sort s ON s.id = c.sort JOIN decision d ON d.id = c.id
     WHERE c.facet IS NOT NULL AND c.decided BETWEEN ? AND ? AND s.outcome = 'upheld'
       AND d.withdrawn_on IS NULL
     GROUP BY o.slug, s.decision_category, s.sub_category
"""
Found = Iterator[tuple[str, str, PartOf, LargerPart]]
"""Year, council, what it is a part of, and the part."""


def write_larger_parts(connection: sqlite3.Connection) -> None:
    """Fill the table of larger parts, emptied first."""
    connection.execute("DELETE FROM larger_part")
    connection.executemany(
        f"INSERT INTO larger_part VALUES ({', '.join('?' * 11)})",  # noqa: S608
        [
            (
                *(year, slug, of.value, part.name, part.count, part.whole, *part.others),
                *(int(part.simulated), part.looked_at, round(part.luck, _DECIMALS)),
            )
            for year, slug, of, part in sorted(_found(connection), key=lambda row: row[:3])
        ],
    )


def _found(connection: sqlite3.Connection) -> Found:
    simulated = connection.execute("SELECT value FROM meta WHERE key = 'kind'").fetchone()[0] != "real"
    origin = Origin.SIMULATED if simulated else Origin.DERIVED
    registered = register_years(connection)
    for (year,) in connection.execute("SELECT DISTINCT year FROM council_year ORDER BY year").fetchall():
        rows = connection.execute(_DECIDED, (year, Outcome.REFERRED_BACK.value))
        decided = {slug: _count(*counted) for slug, *counted in rows}
        subjects = _subjects(connection, year) if year in registered else None
        for kind in AuthorityType:
            slugs = [row[0] for row in connection.execute(_COUNCILS, (year, kind.value))]
            nothing = Count(None, None, None)
            counts = {slug: decided.get(slug, nothing) for slug in slugs}
            for slug, part in referred_back(counts).items():
                yield year, slug, PartOf.REFERRED_BACK, part
            if subjects is not None:
                told = {slug: subjects.get(slug, {}) for slug in slugs}
                for slug, part in unusual_subjects(told, origin).items():
                    yield year, slug, PartOf.SUBJECT, part


def _count(back: int, total: int, origin: str, simulated: int) -> Count:
    return Count(back, total, Origin.SIMULATED if simulated else Origin(origin))


def _subjects(connection: sqlite3.Connection, year: str) -> Mapping[str, Mapping[str, int]]:
    """Return the subjects of a year's published upheld cases by council: sub-categories, else categories."""
    of = ReportingYear.parse(year)
    days = (of.first_day.isoformat(), of.last_day.isoformat())
    found: dict[str, dict[str, int]] = {}
    for slug, category, sub_category, number in connection.execute(_SUBJECTS, days):
        name = sub_category or DecisionCategory(category).label
        subjects = found.setdefault(slug, {})
        subjects[name] = subjects.get(name, 0) + number
    return found

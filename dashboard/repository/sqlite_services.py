"""What a release's database says by service: counts, how each stands beside its type, and the case mix."""

import sqlite3
from collections.abc import Callable, Iterator
from functools import lru_cache

from dashboard.domain.authority_types import AuthorityType
from dashboard.repository.records import CaseMix, ServiceCompared, ServiceRow
from dashboard.repository.rows import case_mix_from, compared_from
from dashboard.repository.service_rows import TYPE_SERVICES, in_order, service_from, type_service_from

_REMEMBERED = 8
"""Councils' years: those of a few papers being made at once, each of which asks again and again."""


class SqliteServices:
    """Services of a council and of a type: see ``dashboard.repository.interface.Repository``."""

    def __init__(self, connection: Callable[[], sqlite3.Connection]) -> None:
        self._connection = connection
        self._compared = lru_cache(maxsize=_REMEMBERED)(self._read_compared)

    def of_council(self, slug: str, year: str) -> tuple[ServiceRow, ...]:
        """Return what was received and decided by service, in the field's order; () where nothing is held."""
        rows = self._rows("SELECT * FROM service_figure WHERE year = ? AND slug = ?", year, slug)
        return in_order(map(service_from, rows))

    def of_type(self, kind: AuthorityType, year: str, councils: int) -> tuple[ServiceRow, ...]:
        """Return the same of all councils of a type together, which are so many; a count is None unless held
        of every one."""
        rows = self._rows(TYPE_SERVICES, year, kind.value)
        return in_order(type_service_from(row, councils) for row in rows)

    def compared(self, slug: str, year: str) -> dict[str, ServiceCompared]:
        """Return how each service of a council stands beside its type, by category."""
        self._connection()  # refuses a thread that came after the release was built again
        return dict(self._compared(slug, year))

    def case_mixes(self, year: str) -> dict[str, CaseMix]:
        """Return what share upheld is expected with a council's services, of every council, by slug."""
        rows = self._rows("SELECT * FROM case_mix WHERE year = ?", year)
        return {row["slug"]: case_mix_from(row) for row in rows}

    def case_mix(self, slug: str, year: str) -> CaseMix | None:
        """Return the same of one council; None where it is not worked out."""
        rows = self._rows("SELECT * FROM case_mix WHERE year = ? AND slug = ?", year, slug)
        return next(map(case_mix_from, rows), None)

    def _rows(self, statement: str, *values: str) -> Iterator[sqlite3.Row]:
        return self._connection().execute(statement, values)

    def _read_compared(self, slug: str, year: str) -> dict[str, ServiceCompared]:
        rows = self._rows("SELECT * FROM service_comparison WHERE year = ? AND slug = ?", year, slug)
        found = {(row["category"], row["what"]): compared_from(row) for row in rows}
        return {
            category: ServiceCompared(found.get((category, "received")), found.get((category, "upheld")))
            for category in {category for category, _ in found}
        }

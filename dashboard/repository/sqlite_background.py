"""What figures of councils are read beside: residents, and the figures for England. Both are remembered."""

import sqlite3
from collections.abc import Callable
from functools import lru_cache

from dashboard.repository.records import NationalFigure
from dashboard.repository.rows import national_from


class SqliteBackground:
    """Residents by mid-year, England by year: see ``dashboard.repository.interface.Repository``."""

    def __init__(self, connection: Callable[[], sqlite3.Connection]) -> None:
        self._connection = connection
        self._populations = lru_cache(maxsize=4)(self._read_populations)
        self._national = lru_cache(maxsize=16)(self._read_national)

    def population(self, slug: str, mid_year: int) -> int | None:
        """Return the mid-year population estimate; None where it is not held."""
        self._connection()  # refuses a thread that came after the release was built again
        return self._populations(mid_year).get(slug)

    def national(self, year: str) -> tuple[NationalFigure, ...]:
        """Return the figures for England held for a year."""
        self._connection()
        return self._national(year)

    def _read_populations(self, mid_year: int) -> dict[str, int]:
        rows = self._connection().execute(
            "SELECT slug, population FROM population WHERE mid_year = ?", (mid_year,)
        )
        return {row["slug"]: row["population"] for row in rows}

    def _read_national(self, year: str) -> tuple[NationalFigure, ...]:
        rows = self._connection().execute("SELECT * FROM national WHERE year = ? ORDER BY metric", (year,))
        return tuple(national_from(row) for row in rows)

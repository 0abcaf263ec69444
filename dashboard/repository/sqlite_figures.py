"""The figures of a release's database; those a page asks for again and again are remembered."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache

from dashboard.domain.figures import Figure
from dashboard.domain.measures import MEASURES
from dashboard.repository.lookups import Lookups
from dashboard.repository.rows import figure_from

_REMEMBERED = 32
"""Councils' years and histories: those of a few pages being made at once."""


class SqliteFigures:
    """Figures by council, by year, over the years: see ``dashboard.repository.interface.Repository``."""

    def __init__(self, connection: Callable[[], sqlite3.Connection], lookups: Lookups) -> None:
        self._connection = connection
        self._lookups = lookups
        self._figures = lru_cache(maxsize=_REMEMBERED)(self._read_figures)
        self._history = lru_cache(maxsize=_REMEMBERED)(self._read_history)

    def of_council(self, slug: str, year: str, period: int) -> dict[str, Figure]:
        """Return every measure of a council in a year, by measure id."""
        self._connection()  # refuses a thread that came after the release was built again
        return dict(self._figures(slug, year, period))

    def of_some(
        self, slugs: Collection[str], year: str, measures: Collection[str]
    ) -> dict[str, dict[str, Figure]]:
        """Return some measures of some councils in a year, by slug and measure id."""
        of, which = (", ".join("?" * len(some)) for some in (slugs, measures))
        rows = self._connection().execute(
            f"SELECT * FROM figure WHERE period = 1 AND year = ? AND measure IN ({which}) AND slug IN ({of})",  # noqa: S608
            (year, *measures, *slugs),
        )
        found: dict[str, dict[str, Figure]] = {slug: {} for slug in slugs}
        for row in rows:
            found[row["slug"]][row["measure"]] = self._figure(row)
        return found

    def history(self, slug: str, measure: str) -> tuple[Figure, ...]:
        """Return one measure of a council over its years, ascending."""
        self._connection()
        return self._history(slug, measure)

    def of_year(self, year: str, measure: str, period: int) -> dict[str, Figure]:
        """Return one measure of every council that existed in a year, by slug."""
        rows = self._connection().execute(
            "SELECT * FROM figure WHERE year = ? AND measure = ? AND period = ? ORDER BY slug",
            (year, measure, period),
        )
        existed = self._lookups.existed
        return {row["slug"]: self._figure(row) for row in rows if existed(row["slug"], year)}

    def counts(self, measures: Sequence[str]) -> dict[str, int]:
        """Return how many figures of some measures there are of each year, over all councils."""
        each = ", ".join("?" * len(measures))
        rows = self._connection().execute(
            f"SELECT year, count(*) FROM figure WHERE period = 1 AND measure IN ({each}) GROUP BY year",  # noqa: S608
            tuple(measures),
        )
        return {row[0]: row[1] for row in rows}

    def combined(self, slug: str, year: str) -> dict[str, Figure]:
        """Return every measure of a year before a council began, its whole predecessors added together."""
        return self._by_measure(
            self._connection().execute(
                "SELECT *, NULL AS printed, NULL AS printed_origin, 0 AS benchmarked, 'none' AS comparison,"
                " 'before_it_began' AS comparison_reason FROM combined_figure WHERE slug = ? AND year = ?",
                (slug, year),
            )
        )

    def _read_figures(self, slug: str, year: str, period: int) -> dict[str, Figure]:
        return self._by_measure(
            self._connection().execute(
                "SELECT * FROM figure WHERE slug = ? AND year = ? AND period = ?", (slug, year, period)
            )
        )

    def _read_history(self, slug: str, measure: str) -> tuple[Figure, ...]:
        rows = self._connection().execute(
            "SELECT * FROM figure WHERE slug = ? AND measure = ? AND period = 1 ORDER BY year",
            (slug, measure),
        )
        return tuple(self._figure(row) for row in rows)

    def _by_measure(self, rows: Iterable[sqlite3.Row]) -> dict[str, Figure]:
        """Return figures in the catalogue's order."""
        found = {row["measure"]: self._figure(row) for row in rows}
        return {measure: found[measure] for measure in MEASURES if measure in found}

    def _figure(self, row: sqlite3.Row) -> Figure:
        return figure_from(row, self._lookups.councils[row["slug"]].type, self._lookups.benchmarks)

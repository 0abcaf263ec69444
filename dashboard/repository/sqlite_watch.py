"""What to watch, over one release's SQLite file: see ``dashboard.repository.watch_interface.Watch``."""

import sqlite3
from collections.abc import Callable, Iterator

from dashboard.domain.outcomes import Category
from dashboard.domain.watch import Question
from dashboard.domain.years import ReportingYear
from dashboard.repository.case_lists import page_of
from dashboard.repository.watch_records import WatchAsked, WatchCount, Watched, WatchPage, WatchScope
from dashboard.repository.watch_rows import case_from, pair_from

_SORTS = {question: place for place, question in enumerate(Question)}
_ORDER = (
    f"CASE q.kind {' '.join(f'WHEN {one.value!r} THEN {place}' for one, place in _SORTS.items())} END,"
    " o.short_name, q.category, q.id"
)
_CASES = """
    SELECT c.reference, c.facet IS NOT NULL AS published, d.subject, c.decided, r.due, r.met, r.outcome
      FROM watch_case w JOIN register_case c ON c.id = w.decision LEFT JOIN decision d ON d.id = c.id
      LEFT JOIN register_compliance r ON r.decision = c.id AND ? = 'late'
            AND r.outcome <> 'complied_on_time' AND r.due BETWEEN ? AND ?
     WHERE w.question = ? ORDER BY c.id, r.due
"""
_PAIRS = """
    SELECT e.reference AS earlier, e.decided AS earlier_decided, i.text AS change, i.due, i.met,
           l.reference AS later, l.received AS later_received, l.decided AS later_decided, a.text AS again,
           coalesce(s.sub_category, '') AS sub_category, d.fault
      FROM watch_pair p JOIN register_case e ON e.id = p.earlier JOIN register_case l ON l.id = p.later
      JOIN improvement i ON i.decision = e.id AND i.position = p.earlier_position
      JOIN improvement a ON a.decision = l.id AND a.position = p.later_position
      JOIN decision d ON d.id = l.id JOIN case_sort s ON s.id = l.sort
     WHERE p.question = ? ORDER BY l.id
"""
_FAULT = """
    SELECT coalesce(s.sub_category, '') AS sub_category, d.fault FROM watch_case w
      JOIN decision d ON d.id = w.decision JOIN register_case c ON c.id = d.id
      JOIN case_sort s ON s.id = c.sort WHERE w.question = ? LIMIT 1
"""


def has_watch(connection: sqlite3.Connection) -> bool:
    """Say whether a release has the tables of what to watch: one built before them has not."""
    found = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'watch_question'").fetchone()
    return found is not None


class SqliteWatch:
    """The questions of a release, read only; safe among threads as its connections are."""

    def __init__(self, connection: Callable[[], sqlite3.Connection]) -> None:
        """Read by the connection of the thread that asks."""
        self._connection = connection

    def years(self) -> tuple[str, ...]:
        """Return the years that are looked at, ascending."""
        rows = self._connection().execute("SELECT year FROM watch_year ORDER BY year")
        return tuple(row["year"] for row in rows)

    def scope(self, year: str) -> WatchScope | None:
        """Return what there was to see in a year; None for another."""
        row = self._connection().execute("SELECT * FROM watch_year WHERE year = ?", (year,)).fetchone()
        return None if row is None else WatchScope(row["year"], bool(row["three"]), *tuple(row)[2:])

    def counts(self, asked: WatchAsked) -> tuple[WatchCount, ...]:
        """Return how many questions of each sort are meant, in the order of the sorts."""
        meant, values = _meant(asked)
        rows = self._connection().execute(
            "SELECT q.kind, count(*), count(DISTINCT q.slug), total(q.beyond)"  # noqa: S608
            f" FROM watch_question q JOIN council o ON o.slug = q.slug WHERE {meant} GROUP BY q.kind",
            values,
        )
        found = [WatchCount(Question(kind), *map(int, numbers)) for kind, *numbers in rows]
        return tuple(sorted(found, key=lambda one: _SORTS[one.question]))

    def questions(self, asked: WatchAsked, page: int = 1, *, size: int = 20) -> WatchPage:
        """Return a page of the questions that are meant."""
        total = sum(one.questions for one in self.counts(asked))
        page, pages = page_of(total, page, size)
        rows = self._rows(asked, "LIMIT ? OFFSET ?", (size, (page - 1) * size))
        return WatchPage(tuple(rows), total, page, pages)

    def every_question(self, asked: WatchAsked) -> Iterator[Watched]:
        """Go through all questions that are meant."""
        return self._rows(asked, "", ())

    def _rows(self, asked: WatchAsked, end: str, more: tuple[object, ...]) -> Iterator[Watched]:
        meant, values = _meant(asked)
        rows = self._connection().execute(
            "SELECT q.* FROM watch_question q JOIN council o ON o.slug = q.slug"  # noqa: S608
            f" WHERE {meant} ORDER BY {_ORDER} {end}",
            (*values, *more),
        )
        for row in rows:
            yield self._watched(row)

    def _watched(self, row: sqlite3.Row) -> Watched:
        connection, number = self._connection(), row["id"]
        question = Question(row["kind"])
        first, last = _days(row["year"])
        about = connection.execute(_FAULT, (number,)).fetchone() if question is Question.REPEATED else None
        return Watched(
            id=number,
            question=question,
            slug=row["slug"],
            service=Category(row["category"]),
            count=row["count"],
            base=row["base"],
            expected=row["expected"],
            low=row["low"],
            high=row["high"],
            tail=row["tail"],
            beyond=None if row["beyond"] is None else bool(row["beyond"]),
            sub_category=about["sub_category"] if about else "",
            fault=about["fault"] if about else "",
            cases=tuple(map(case_from, connection.execute(_CASES, (question.value, first, last, number)))),
            pairs=tuple(map(pair_from, connection.execute(_PAIRS, (number,)))),
        )


def _days(year: str) -> tuple[str, str]:
    span = ReportingYear.parse(year)
    return span.first_day.isoformat(), span.last_day.isoformat()


def _meant(asked: WatchAsked) -> tuple[str, tuple[object, ...]]:
    """Return the condition on questions ``q`` of councils ``o``, and its values."""
    parts: list[tuple[str, object]] = [("q.year = ?", asked.year)]
    if asked.question is not None:
        parts.append(("q.kind = ?", asked.question.value))
    if asked.type is not None:
        parts.append(("o.type = ?", asked.type.value))
    if asked.region is not None:
        parts.append(("o.region = ?", asked.region))
    if asked.service is not None:
        parts.append(("q.category = ?", asked.service.value))
    if asked.slug is not None:
        parts.append(("q.slug = ?", asked.slug))
    if asked.beyond:
        parts.append(("q.beyond = ?", 1))
    return " AND ".join(part for part, _ in parts), tuple(value for _, value in parts)

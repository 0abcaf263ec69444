"""The case register over one release's SQLite file: see ``dashboard.repository.cases_interface.Cases``."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.outcomes import Compliance
from dashboard.domain.references import reference_of
from dashboard.repository import case_facets, case_improvements
from dashboard.repository.case_counts import count, due_by_outcome
from dashboard.repository.case_excerpts import beginning, excerpt_of
from dashboard.repository.case_lists import WITHDRAWN, counting, numbers, page_of, published
from dashboard.repository.case_records import (
    CaseCount,
    ChangeAgreed,
    Decision,
    DecisionPage,
    DecisionRow,
    Facets,
    Improvement,
    ImprovementGroup,
    ImprovementPage,
    RemedyTold,
)
from dashboard.repository.case_remedies import remedies
from dashboard.repository.case_rows import compliance_from, decision_from, decision_row_from, remedy_from

_ROW = (
    "SELECT t.*, d.subject, d.summary, d.withdrawn_on, d.withdrawn_reason,"
    " (SELECT count(*) FROM improvement WHERE decision = t.id) AS improvements"
)
UNRANKED = "More than half of all decisions have this, so none fits better: the newest come first."


class SqliteCases:
    """A case register, read only; safe among threads as its connections are."""

    def __init__(self, connection: Callable[[], sqlite3.Connection]) -> None:
        """Read by the connection of the thread that asks."""
        self._connection = connection

    def count(self, asked: CaseFilter) -> CaseCount:
        """Count the cases a filter means: the same rows the statistics are counted from."""
        return count(self._connection(), asked)

    def decisions(
        self, asked: CaseFilter, page: int = 1, *, size: int = 20, by_relevance: bool = False
    ) -> DecisionPage:
        """Return a page of decisions, newest first, or best first."""
        told = published(asked)
        (total,) = self._one(counting(told), told.values)
        page, pages = page_of(total, page, size)
        reading = told.words.reading
        if by_relevance and told.match and self._says_nothing(total):
            by_relevance, reading = False, f"{reading} {UNRANKED}"
        found = self._connection().execute(
            numbers(told, by_relevance=by_relevance), (*told.values, size, (page - 1) * size)
        )
        rows = tuple(self._row(number, told.match) for (number,) in found.fetchall())
        return DecisionPage(rows, total, page, pages, reading)

    def facets(self, asked: CaseFilter) -> Facets:
        """Count the decisions a filter means by what they may be narrowed by."""
        return case_facets.facets(self._connection(), asked)

    def every_decision(self, asked: CaseFilter, *, withdrawn: bool | None = None) -> Iterator[DecisionRow]:
        """Go through all decisions a filter means, newest first; excerpts are their whole summaries."""
        told = published(asked)
        rows = self._connection().execute(
            f"{_ROW} FROM {told.source} JOIN register_told t ON t.id = c.id JOIN decision d ON d.id = c.id"
            f" WHERE {told.where}{WITHDRAWN[withdrawn]} ORDER BY c.id DESC",
            told.values,
        )
        for row in rows:
            yield decision_row_from(row, ((row["summary"], False),) if row["summary"] else ())

    def decision(self, reference: str) -> Decision | None:
        """Return a published decision by its reference, in any spelling of spaces, hyphens and case."""
        connection = self._connection()
        row = connection.execute(
            "SELECT t.*, d.subject, d.summary, d.fault, d.response, d.withdrawn_on, d.withdrawn_reason"
            " FROM register_told t JOIN decision d ON d.id = t.id WHERE t.reference = ?",
            (spelt(reference),),
        ).fetchone()
        if row is None:
            return None
        number = (row["id"],)
        remedies = connection.execute("SELECT * FROM remedy WHERE decision = ? ORDER BY position", number)
        due = connection.execute(
            "SELECT * FROM register_compliance WHERE decision = ? ORDER BY due, outcome", number
        )
        return decision_from(
            row,
            tuple(map(remedy_from, remedies)),
            case_improvements.of_decision(connection, row["id"]),
            tuple(map(compliance_from, due)),
        )

    def tells_remedies(self) -> bool:
        """Say whether what was recommended for persons is held of any decision."""
        return bool(self._one("SELECT EXISTS (SELECT 1 FROM remedy)", ())[0])

    def remedies(self, asked: CaseFilter) -> dict[str, tuple[RemedyTold, ...]]:
        """Return what was recommended for persons in the decisions a filter means, by their references."""
        return remedies(self._connection(), asked)

    def due_by_outcome(self, asked: CaseFilter) -> Counter[Compliance]:
        """Count the recommendations a filter means by what was found of them."""
        return due_by_outcome(self._connection(), asked)

    def improvements(self, asked: CaseFilter, page: int = 1, *, size: int = 20) -> ImprovementPage:
        """Return a page of improvements of the cases a filter means, newest first."""
        return case_improvements.improvements(self._connection(), asked, page, size)

    def improvement_groups(self, asked: CaseFilter) -> tuple[ImprovementGroup, ...]:
        """Return the subjects of the improvements a filter means, most frequent first."""
        return case_improvements.groups(self._connection(), asked)

    def every_improvement(self, asked: CaseFilter) -> Iterator[Improvement]:
        """Go through all improvements a filter means, newest first."""
        return case_improvements.every_improvement(self._connection(), asked)

    def changes_agreed(self, asked: CaseFilter) -> Iterator[ChangeAgreed]:
        """Go through all improvements a filter means, by council, subject and text alone, in any order."""
        return case_improvements.changes_agreed(self._connection(), asked)

    def _says_nothing(self, total: int) -> bool:
        """Say whether words found so often tell no decision from another: in more than half of them bm25
        gives a word no weight, and ranking them all would be slow besides."""
        (published,) = self._one("SELECT count(*) FROM register_case WHERE facet IS NOT NULL", ())
        return bool(2 * total > published)

    def _row(self, number: int, match: str) -> DecisionRow:
        row = self._one(
            f"{_ROW} FROM register_told t JOIN decision d ON d.id = t.id WHERE t.id = ?", (number,)
        )
        if match:
            return decision_row_from(row, excerpt_of(self._connection(), match, number, row["summary"]))
        return decision_row_from(row, beginning(row["summary"]))

    def _one(self, statement: str, values: tuple[object, ...]) -> sqlite3.Row:
        row: sqlite3.Row = self._connection().execute(statement, values).fetchone()
        return row


def spelt(reference: str) -> str:
    """Return a reference as registers spell it: ``sim-23-001-234`` is ``SIM 23 001 234``."""
    kept = "".join(c for c in reference if c.isalnum())
    try:
        return reference_of(kept)
    except ValueError:
        return kept

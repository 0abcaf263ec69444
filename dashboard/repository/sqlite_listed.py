"""A list of decisions over one release's SQLite file: see ``listed_interface.Listed`` for each call."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionCategory, DecisionKind
from dashboard.domain.outcomes import Outcome
from dashboard.domain.references import reference_of
from dashboard.domain.years import ReportingYear
from dashboard.repository.case_conditions import Conditions
from dashboard.repository.case_lists import WITHDRAWN, page_of
from dashboard.repository.case_records import Facets, FacetValue, Withdrawal
from dashboard.repository.listed_conditions import of_listed
from dashboard.repository.listed_records import ListedDecision, ListedPage, ListedScope
from dashboard.repository.stored_values import stored_day
from dashboard.repository.words_asked import read_words

_FROM = "FROM listed_decision d JOIN council o ON o.slug = d.slug"
_YEAR = "(CAST(substr(d.decided, 1, 4) AS INTEGER) - (substr(d.decided, 6, 2) < '04'))"
_OWN: Mapping[str, tuple[str, dict[str, object]]] = {
    "outcomes": ("d.outcome", {"outcomes": ()}),
    "categories": ("d.category", {"category": None, "sub_category": None}),
    "kinds": ("d.kind", {"kind": None}),
    "years": (_YEAR, {"decided": None}),
    "types": ("o.type", {"type": None}),
}
"""Each facet: the column that is counted, and what of a filter is its own."""


class SqliteListed:
    """A list of decisions, read only; safe among threads as its connections are."""

    def __init__(self, connection: Callable[[], sqlite3.Connection]) -> None:
        """Read by the connection of the thread that asks; the years once: addresses are read by them."""
        self._connection = connection
        self._years = self._read_years()

    def scope(self, asked: CaseFilter | None = None) -> ListedScope:
        """Return what the list is of; with a filter, what the decisions it means are of."""
        where = of_listed(asked or CaseFilter())
        row = self._rows(
            "SELECT count(*), count(DISTINCT d.slug), min(d.decided), max(d.decided),"
            " count(*) - count(d.decided), count(*) - count(d.outcome), count(d.kind)"
            f" {_FROM} WHERE {where.sql}",
            where,
        ).fetchone()
        total, councils, first, last, undated, no_outcome, kinds = row
        return ListedScope(
            total, councils, stored_day(first), stored_day(last), undated, no_outcome, bool(kinds)
        )

    def years(self) -> tuple[str, ...]:
        """Return the years of the decisions, ascending."""
        return self._years

    def _read_years(self) -> tuple[str, ...]:
        where = Conditions("d.decided IS NOT NULL", ())
        rows = self._rows(f"SELECT DISTINCT {_YEAR} AS year {_FROM} WHERE {where.sql} ORDER BY year", where)
        return tuple(str(ReportingYear(year)) for (year,) in rows)

    def decisions(self, asked: CaseFilter, page: int = 1, *, size: int = 20) -> ListedPage:
        """Return a page of decisions, newest first, those without a day last."""
        where = of_listed(asked)
        (total,) = self._rows(f"SELECT count(*) {_FROM} WHERE {where.sql}", where).fetchone()
        page, pages = page_of(total, page, size)
        rows = self._listed(where, "LIMIT ? OFFSET ?", (size, (page - 1) * size))
        return ListedPage(tuple(rows), total, page, pages, read_words(asked.words).reading)

    def facets(self, asked: CaseFilter) -> Facets:
        """Count the decisions a filter means by what they may be narrowed by, each without its own part."""
        found = {name: self._counted(column, asked.changed(**own)) for name, (column, own) in _OWN.items()}
        years = sorted(found["years"].items(), reverse=True)
        subs = self._counted("d.sub_category", asked.changed(sub_category=None)) if asked.category else {}
        return Facets(
            outcomes=_by_count(found["outcomes"]),
            categories=_by_count(found["categories"]),
            sub_categories=_by_count(subs),
            kinds=_by_count(found["kinds"]),
            years=tuple(FacetValue(str(ReportingYear(int(year))), number) for year, number in years),
            types=_by_count(found["types"]),
        )

    def every_decision(self, asked: CaseFilter, *, withdrawn: bool | None = None) -> Iterator[ListedDecision]:
        """Go through all decisions a filter means, newest first."""
        where = of_listed(asked)
        return self._listed(Conditions(f"{where.sql}{WITHDRAWN[withdrawn]}", where.values), "", ())

    def decision(self, reference: str) -> ListedDecision | None:
        """Return a decision by its reference, in any spelling of spaces, hyphens and case."""
        try:
            spelt = reference_of("".join(c for c in reference if c.isalnum()))
        except ValueError:
            return None
        return next(self._listed(Conditions("d.reference = ?", (spelt,)), "", ()), None)

    def _counted(self, column: str, asked: CaseFilter) -> Counter[str]:
        where = of_listed(asked)
        rows = self._rows(
            f"SELECT {column}, count(*) {_FROM} WHERE {where.sql} AND {column} IS NOT NULL GROUP BY 1", where
        )
        return Counter({str(value): number for value, number in rows if value != ""})

    def _listed(self, where: Conditions, end: str, values: Iterable[object]) -> Iterator[ListedDecision]:
        rows = self._connection().execute(
            f"SELECT d.* {_FROM} WHERE {where.sql} ORDER BY d.id DESC {end}", (*where.values, *values)
        )
        return map(_decision, rows)

    def _rows(self, statement: str, where: Conditions) -> sqlite3.Cursor:
        return self._connection().execute(statement, where.values)


def _decision(row: sqlite3.Row) -> ListedDecision:
    withdrawn = row["withdrawn_on"]
    return ListedDecision(
        reference=row["reference"],
        slug=row["slug"],
        category=DecisionCategory(row["category"]),
        sub_category=row["sub_category"],
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        decided=stored_day(row["decided"]),
        kind=DecisionKind(row["kind"]) if row["kind"] else None,
        withdrawn=Withdrawal(date.fromisoformat(withdrawn), row["withdrawn_reason"]) if withdrawn else None,
    )


def _by_count(counts: Mapping[str, int]) -> tuple[FacetValue, ...]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(FacetValue(value, number) for value, number in ordered)

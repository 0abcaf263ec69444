"""Whether every comparison of a release is what its cases give, counted and put together by a second path.

The first path goes from the build's frames through figures to comparisons. This one counts the register's
cases by SQL (where there is none, it takes the counts of the figures), finds out by itself who stands for
whom in which year, and compares again.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import astuple, dataclass
from decimal import Decimal
from functools import cached_property
from math import isclose
from pathlib import Path

from dashboard.build.residents_again import residents_of
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Compared, NoComparison
from dashboard.domain.measure import PER, Measure
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import INVESTIGATED, Outcome
from dashboard.domain.years import ReportingYear
from dashboard.metrics.type_comparisons import compared_from
from dashboard.repository.connection import open_database
from dashboard.repository.manifest import DATABASE
from dashboard.repository.rows import compared_from as stored_from
from dashboard.statistics.compare_type import compare_type
from dashboard.statistics.many_looks import Look, chance_of_a_mark, look_of
from dashboard.statistics.printed_average import PrintedAverage
from dashboard.statistics.type_comparison import Candidate, Count, Part, TypeYear

_NOTHING = Count(None, None, None)
_CHANCE = 1e-6  # as it is rounded
_BARRED = frozenset(
    {
        NoComparison.NOT_APPLICABLE,
        NoComparison.PERCENTAGE_WITHOUT_COUNTS,
        NoComparison.FIRST_YEAR,
        NoComparison.PREDECESSORS_OF_ANOTHER_TYPE,
    }
)


@dataclass(frozen=True, slots=True)
class ComparisonsChecked:
    """How many comparisons were made again, and those that differ, in sentences."""

    comparisons: int
    different: tuple[str, ...]


def check_comparisons(release: Path) -> ComparisonsChecked:
    """Compare every council of every type, year, period and measure again."""
    with closing(open_database(release / DATABASE)) as connection:
        again = _Again(connection)
        found = list(again.different())
        different = (*(said for said in found if said), *again.other_looks())
    return ComparisonsChecked(len(found), different)


class _Again:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._types = {
            row["slug"]: AuthorityType(row["type"])
            for row in connection.execute("SELECT slug, type FROM council")
        }
        self._existed: dict[str, set[str]] = defaultdict(set)
        for row in connection.execute("SELECT year, slug FROM council_year WHERE existed = 1"):
            self._existed[row["year"]].add(row["slug"])
        self._merged: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for row in connection.execute("SELECT * FROM lineage WHERE change = 'merged'"):
            self._merged[row["successor"]].append((row["predecessor"], row["effective"]))
        self._looks: dict[str, list[Look]] = defaultdict(list)
        self._residents = residents_of(connection)

    def different(self) -> Iterator[str]:
        """Yield a sentence for each figure whose comparison is another than is stored, "" for each other."""
        keys = self._connection.execute("SELECT type, year, measure, period FROM type_comparison").fetchall()
        for key in keys:
            kind, measure, period = AuthorityType(key["type"]), MEASURES[key["measure"]], key["period"]
            for slug, base, made, stored in self._of_type(kind, key["year"], measure, period):
                yield _otherwise(f"{slug} {key['year']}, {measure.label} ({period})", stored, made)
                look = look_of(measure, base, made) if period == 1 else None
                if look is not None:
                    self._looks[slug].append(look)

    def other_looks(self) -> Iterator[str]:
        """Yield a sentence for each council whose chance of a mark is another; after all are compared."""
        stored = {
            slug: (number, chance)
            for slug, number, chance in self._connection.execute("SELECT slug, looks, chance FROM many_looks")
        }
        looks = self._looks
        for slug in sorted(stored.keys() | looks.keys()):
            number, chance = stored.get(slug, (0, 0.0))
            again = chance_of_a_mark(looks.get(slug, ()))
            if number != len(looks.get(slug, ())) or not isclose(chance, again, abs_tol=_CHANCE):
                yield f"{slug}: a chance of {chance} in {number} looks is stored, and {again:.6f} follows."

    def _of_type(
        self, kind: AuthorityType, year: str, measure: Measure, period: int
    ) -> Iterator[tuple[str, int | None, Compared, Compared]]:
        """Compare a type again: each council, its cases or residents, its comparison, and the one stored."""
        rows = {
            row["slug"]: row
            for row in self._connection.execute(
                "SELECT * FROM figure WHERE year = ? AND measure = ? AND period = ?",
                (year, measure.id, period),
            )
            if self._types[row["slug"]] is kind and row["slug"] in self._existed[year]
        }
        last = ReportingYear.parse(year)
        years = [str(last.shifted(-back)) for back in reversed(range(period))]
        candidates = [
            Candidate(
                slug,
                tuple(self._part(slug, of, measure, alone=period == 1) for of in years),
                _barred(row),
            )
            for slug, row in sorted(rows.items())
        ]
        again = compare_type(measure.unit, candidates, [self._year(kind, of, measure) for of in years])
        for slug, row in sorted(rows.items()):
            yield slug, row["denominator"], compared_from(again.councils[slug]), stored_from(row)

    def _part(self, slug: str, year: str, measure: Measure, *, alone: bool) -> Part:
        members = (slug,) if alone else self._standing(slug, year)
        counts = [self._count(member, year, measure) for member in members]
        if not counts or not all(count.held for count in counts):
            return Part(_NOTHING, frozenset(members))
        numerator = sum(count.numerator or 0 for count in counts)
        denominator = sum(count.denominator or 0 for count in counts)
        if measure.is_rate:
            own = self._residents.get((slug, ReportingYear.parse(year).population_year))
            if own is None:
                return Part(_NOTHING, frozenset(members))
            denominator = own
        simulated = any(count.origin is Origin.SIMULATED for count in counts)
        origin = Origin.SIMULATED if simulated else Origin.DERIVED
        return Part(Count(numerator, denominator, origin), frozenset(members))

    def _standing(self, slug: str, year: str) -> tuple[str, ...]:
        """Return the council where it existed, else those merged whole into it."""
        if slug in self._existed.get(year, ()):
            return (slug,)
        first = ReportingYear.parse(year).first_day.isoformat()
        found: set[str] = set()
        for predecessor, effective in self._merged.get(slug, ()):
            if effective > first:
                found.update(self._standing(predecessor, year))
        return tuple(sorted(found))

    def _year(self, kind: AuthorityType, year: str, measure: Measure) -> TypeYear:
        slugs = sorted(slug for slug in self._existed.get(year, ()) if self._types[slug] is kind)
        counts = {slug: self._count(slug, year, measure) for slug in slugs}
        return TypeYear(counts, self._printed.get((kind, year, measure.id)))

    def _count(self, slug: str, year: str, measure: Measure) -> Count:
        return self._counts.get((slug, year, measure.id), _NOTHING)

    @cached_property
    def _printed(self) -> Mapping[tuple[AuthorityType, str, str], PrintedAverage]:
        rows = self._connection.execute("SELECT * FROM type_benchmark WHERE kind = 'printed' AND period = 1")
        found = {}
        for row in rows:
            measure = MEASURES[row["measure"]]
            found[AuthorityType(row["type"]), row["year"], measure.id] = PrintedAverage.of(
                Decimal(row["value"]), measure.decimals, PER[measure.unit], Origin(row["origin"])
            )
        return found

    @cached_property
    def _counts(self) -> Mapping[tuple[str, str, str], Count]:
        """The counts of each figure of one year; of a demonstration, counted from its cases."""
        cases = self._cases()
        found = {}
        for row in self._connection.execute("SELECT * FROM figure WHERE period = 1"):
            measure = MEASURES[row["measure"]]
            if not measure.compared:
                continue
            above, below = row["numerator"], row["denominator"]
            if cases and above is not None:
                counted = cases.get((row["slug"], row["year"]), {})
                above = counted.get(measure.numerator, 0)
                below = below if measure.is_rate else counted.get(str(measure.denominator), 0)
            simulated = row["origin"] == Origin.SIMULATED
            origin = Origin.SIMULATED if simulated else Origin.DERIVED
            found[row["slug"], row["year"], measure.id] = Count(above, below, origin)
        return found

    def _cases(self) -> Mapping[tuple[str, str], Mapping[str, int]]:
        kind = self._connection.execute("SELECT value FROM meta WHERE key = 'kind'").fetchone()[0]
        if kind != "demonstration":  # a real register is whole for the years it was imported with, no others
            return {}
        investigated = ", ".join(f"'{outcome.value}'" for outcome in INVESTIGATED)
        upheld = f"outcome = '{Outcome.UPHELD.value}'"
        rows = self._connection.execute(
            f"SELECT slug, {_YEAR} AS year, count(*) FILTER (WHERE {upheld}) AS upheld,"  # noqa: S608
            f" count(*) FILTER (WHERE outcome IN ({investigated})) AS investigated,"
            f" count(*) FILTER (WHERE {upheld} AND satisfactory_remedy = 1) AS satisfactory_remedies"
            " FROM register_told WHERE decided IS NOT NULL GROUP BY 1, 2"
        )
        return {
            (row["slug"], row["year"]): {
                "upheld": row["upheld"],
                "investigated": row["investigated"],
                "satisfactory_remedies": row["satisfactory_remedies"],
                "satisfactory_remedy_base": row["upheld"],
            }
            for row in rows
        }


_START = "(CAST(substr(decided, 1, 4) AS INTEGER) - (substr(decided, 6, 2) < '04'))"
_YEAR = f"{_START} || '-' || printf('%02d', ({_START} + 1) % 100)"


def _barred(row: sqlite3.Row) -> NoComparison | None:
    """Return the reasons that counts do not show, as the release holds them."""
    stored = row["comparison_reason"]
    return next((reason for reason in _BARRED if reason == stored), None)


def _otherwise(what: str, stored: Compared, made: Compared) -> str:
    """Say that a comparison is another than is stored; "" where it is not."""
    if _same(stored, made):
        return ""
    return (
        f"{what}: {stored.comparison} ({stored.low} to {stored.high}) is stored, and {made.comparison} "
        f"({made.low} to {made.high}) follows."
    )


def _same(stored: Compared, made: Compared) -> bool:
    """Say whether two comparisons are one, to the last digits that sums in another order may change."""
    return all(
        isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)
        if isinstance(one, float) and isinstance(other, float)
        else one == other
        for one, other in zip(astuple(stored), astuple(made), strict=True)
    )

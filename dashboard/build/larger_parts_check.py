"""Whether the larger parts of a release are what its cases and counts give, put together by a second path.

The first path asks the database for the councils' subjects and compares those that are looked at. This one
goes through the decisions and the breakdowns as pages read them, and compares every council of the type.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from math import isclose
from pathlib import Path

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.comparison import Comparison
from dashboard.domain.larger_part import LargerPart, PartOf
from dashboard.domain.measure import Unit
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Outcome
from dashboard.metrics.larger_parts import LEAST, MOST_SUBJECTS
from dashboard.repository.connection import open_database
from dashboard.repository.larger_parts import has_larger_parts
from dashboard.repository.manifest import DATABASE
from dashboard.repository.sqlite import SqliteRepository
from dashboard.statistics.compare_type import compare_type, of_one_year
from dashboard.statistics.type_comparison import CouncilComparison, Count, SpreadRule, TypeYear

_AS_STORED = 2e-6
"""Both are rounded to six decimals."""
_LARGER = frozenset({Comparison.HIGHER, Comparison.MUCH_HIGHER})
_NOTHING = Count(None, None, None)
_Key = tuple[str, str, PartOf]


@dataclass(frozen=True, slots=True)
class LargerPartsChecked:
    """How many larger parts were worked out again (None: the release was built before them), and those that
    differ, in sentences."""

    parts: int | None
    different: tuple[str, ...]


def check_larger_parts(release: Path) -> LargerPartsChecked:
    """Work out every larger part of every year again."""
    with closing(open_database(release / DATABASE)) as connection:
        if not has_larger_parts(connection):
            return LargerPartsChecked(None, ())
        stored = _stored(connection)
    made = dict(_made(SqliteRepository(release)))
    different = [
        f"{slug} {year}, {of.value}: {stored.get((year, slug, of))} is stored, and "
        f"{made.get((year, slug, of))} follows."
        for year, slug, of in sorted(stored.keys() | made.keys())
        if not _same(stored.get((year, slug, of)), made.get((year, slug, of)))
    ]
    return LargerPartsChecked(len(made), tuple(different))


def _stored(connection: sqlite3.Connection) -> Mapping[_Key, LargerPart]:
    return {
        (row["year"], row["slug"], PartOf(row["part_of"])): LargerPart(
            *(row["name"], row["count"], row["whole"], (row["others"], row["others_whole"])),
            *(bool(row["simulated"]), row["looked_at"], row["luck"]),
        )
        for row in connection.execute("SELECT * FROM larger_part")
    }


def _made(repository: SqliteRepository) -> Iterator[tuple[_Key, LargerPart]]:
    origin = Origin.SIMULATED if repository.release().is_demonstration else Origin.DERIVED
    for year in repository.release().years:
        subjects = _subjects(repository, year)
        for kind in AuthorityType:
            slugs = [one.slug for one in repository.councils(year) if one.type is kind]
            back = {slug: _referred_back(repository, slug, year) for slug in slugs}
            for slug, one in _compared(back).items():
                if (part := _part(Outcome.REFERRED_BACK.label, one, back[slug])) is not None:
                    yield (year, slug, PartOf.REFERRED_BACK), part
            if subjects is not None:
                told = {slug: subjects[slug] for slug in slugs}
                yield from (((year, slug, PartOf.SUBJECT), part) for slug, part in _unusual(told, origin))


def _subjects(repository: SqliteRepository, year: str) -> Mapping[str, Counter[str]] | None:
    cases = repository.cases_of(year)
    if cases is None:
        return None
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    upheld = CaseFilter(decided=year, outcomes=(Outcome.UPHELD,))
    for row in cases.every_decision(upheld, withdrawn=False):
        found[row.slug][row.sub_category or row.category.label] += 1
    return found


def _referred_back(repository: SqliteRepository, slug: str, year: str) -> Count:
    held = {row.item: row for row in repository.breakdown(slug, year, "decided")}
    back, total = held.get(Outcome.REFERRED_BACK), held.get("total")
    if back is None or back.count is None or total is None or not total.count:
        return _NOTHING
    simulated = Origin.SIMULATED in (back.origin, total.origin)
    return Count(back.count, total.count, Origin.SIMULATED if simulated else back.origin)


def _unusual(told: Mapping[str, Counter[str]], origin: Origin) -> Iterator[tuple[str, LargerPart]]:
    compared: dict[str, Mapping[str, CouncilComparison]] = {}
    for slug, own in told.items():
        often = sorted((-count, name) for name, count in own.items())[:MOST_SUBJECTS]
        names = [name for count, name in often if -count >= LEAST]
        for name in names:
            if name not in compared:
                compared[name] = _compared({s: Count(c[name], c.total(), origin) for s, c in told.items()})
        luck = sum(compared[name][slug].luck.marked for name in names)
        parts = (_part(name, compared[name][slug], Count(own[name], own.total(), origin)) for name in names)
        if (first := next(filter(None, parts), None)) is not None:
            yield (
                slug,
                LargerPart(
                    *(first.name, first.count, first.whole, first.others, first.simulated),
                    *(len(names), luck),
                ),
            )


def _compared(counts: Mapping[str, Count]) -> Mapping[str, CouncilComparison]:
    year = TypeYear(counts)
    return compare_type(Unit.PERCENT, of_one_year(year), [year], SpreadRule.ALWAYS).councils


def _part(name: str, one: CouncilComparison, own: Count) -> LargerPart | None:
    others = (one.others_numerator, one.others_denominator)
    if one.comparison not in _LARGER or others[0] is None or not others[1]:
        return None
    counted = (own.numerator or 0, own.denominator or 0)
    return LargerPart(
        name, *counted, (others[0], others[1]), one.origin is Origin.SIMULATED, 1, one.luck.marked
    )


def _same(stored: LargerPart | None, made: LargerPart | None) -> bool:
    if stored is None or made is None:
        return stored is made
    told = (stored.name, stored.count, stored.whole, stored.others, stored.simulated, stored.looked_at)
    again = (made.name, made.count, made.whole, made.others, made.simulated, made.looked_at)
    return told == again and isclose(stored.luck, made.luck, abs_tol=_AS_STORED)

"""A release read by SQL alone: its types, its counts, its comparisons, each worked out again."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import numpy as np

from tests.recomputed.oracle import (
    Average,
    Judged,
    rate_with_spread,
    share_by_chance,
    share_with_spread,
    spread_of_rates,
    spread_of_shares,
)
from tests.recomputed.staying import staying

SHARES = ("upheld_pct", "satisfactory_remedy_pct")
RATES = ("upheld_per_100k",)
PRINTED = {
    "upheld_pct": (0.5, 100),
    "satisfactory_remedy_pct": (0.5, 100),
    "upheld_per_100k": (0.05, 100_000),
}
"""Half a step of what is printed, and what it is printed per."""
Pair = tuple[int, int] | None


@dataclass
class Found:
    """How much was worked out again, by what, and what differs."""

    counts: Counter[str] = field(default_factory=Counter)
    different: list[str] = field(default_factory=list)

    def hold(self, what: str, where: str, stored: object, again: object) -> None:
        self.counts[what] += 1
        same = stored == again
        if isinstance(stored, float) and isinstance(again, float):
            same = abs(stored - again) <= 1e-6 * max(1.0, abs(again))
        if not same:
            self.different.append(f"{where}: {what} is {stored}, and {again} worked out again")


@dataclass(frozen=True)
class Tables:
    """What the release holds, by SQL."""

    types: Mapping[str, str]
    starts: Mapping[str, str | None]
    existed: Mapping[str, frozenset[str]]
    merged: Mapping[str, tuple[tuple[str, str], ...]]
    pairs: Mapping[tuple[str, str, str], Pair]
    residents: Mapping[tuple[str, int], int]
    printed: Mapping[tuple[str, str, str], float]
    stored: Mapping[tuple[str, str, str, int], sqlite3.Row]
    summaries: Mapping[tuple[str, str, str, int], sqlite3.Row]
    years: tuple[str, ...]


def tables_of(release: Path) -> Tables:
    connection = sqlite3.connect(f"file:{release / 'release.sqlite'}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    councils = connection.execute("SELECT slug, type, start_date FROM council").fetchall()
    existed: dict[str, set[str]] = defaultdict(set)
    for year, slug in connection.execute("SELECT year, slug FROM council_year WHERE existed = 1"):
        existed[year].add(slug)
    merged: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in connection.execute("SELECT * FROM lineage WHERE change = 'merged'"):
        merged[row["successor"]].append((row["predecessor"], row["effective"]))
    figures = connection.execute("SELECT * FROM figure").fetchall()
    whole = [row for row in figures if row["period"] == 1]
    return Tables(
        types={row["slug"]: row["type"] for row in councils},
        starts={row["slug"]: row["start_date"] for row in councils},
        existed={year: frozenset(slugs) for year, slugs in existed.items()},
        merged={slug: tuple(each) for slug, each in merged.items()},
        pairs={
            (row["slug"], row["year"], row["measure"]): None
            if row["numerator"] is None or row["denominator"] is None
            else (row["numerator"], row["denominator"])
            for row in whole
        },
        residents={
            (row["slug"], row["mid_year"]): row["population"]
            for row in connection.execute("SELECT * FROM population")
        },
        printed={
            (row["type"], row["year"], row["measure"]): float(Decimal(row["value"]))
            for row in connection.execute(
                "SELECT * FROM type_benchmark WHERE kind = 'printed' AND period = 1"
            )
        },
        stored={(row["slug"], row["year"], row["measure"], row["period"]): row for row in figures},
        summaries={
            (row["type"], row["year"], row["measure"], row["period"]): row
            for row in connection.execute("SELECT * FROM type_comparison")
        },
        years=tuple(sorted(existed)),
    )


def recompute(release: Path) -> Found:
    """Work out every comparison of a release again."""
    held, found = tables_of(release), Found()
    for measure in (*SHARES, *RATES):
        for year in held.years:
            for kind in sorted(set(held.types.values())):
                for period in (1, 3):
                    _type(held, found, kind, year, measure, period)
    return found


def _years(year: str, period: int) -> tuple[str, ...]:
    start = int(year[:4])
    return tuple(f"{one}-{(one + 1) % 100:02d}" for one in range(start - period + 1, start + 1))


def _standing(held: Tables, slug: str, year: str, *, alone: bool) -> tuple[str, ...]:
    """The council itself where it existed, else those merged whole into it."""
    if alone or slug in held.existed.get(year, ()):
        return (slug,)
    first = f"{year[:4]}-04-01"
    found: set[str] = set()
    for predecessor, effective in held.merged.get(slug, ()):
        if effective > first:
            found.update(_standing(held, predecessor, year, alone=False))
    return tuple(sorted(found))


def _part(held: Tables, slug: str, year: str, measure: str, members: tuple[str, ...]) -> Pair:
    rate = measure in RATES
    pairs = [held.pairs.get((member, year, measure)) for member in members]
    if not pairs or any(pair is None for pair in pairs):
        return None
    numerator = sum(pair[0] for pair in pairs if pair)
    if rate:  # residents are those of its own area, not of all that were merged into it
        residents = held.residents.get((slug, int(year[:4]) - 1))
        return None if residents is None else (numerator, residents)
    return numerator, sum(pair[1] for pair in pairs if pair)


def _type(  # noqa: PLR0917
    held: Tables, found: Found, kind: str, year: str, measure: str, period: int
) -> None:
    summary = held.summaries.get((kind, year, measure, period))
    if summary is None:
        return
    where = f"{kind} {year} {measure} ({period})"
    rate = measure in RATES
    slugs = sorted(slug for slug in held.existed[year] if held.types[slug] == kind)
    years = _years(year, period)
    standing = {slug: [_standing(held, slug, of, alone=period == 1) for of in years] for slug in slugs}
    parts = {
        slug: [
            _part(held, slug, of, measure, members) for of, members in zip(years, standing[slug], strict=True)
        ]
        for slug in slugs
    }
    own = {
        slug: each
        for slug, each in parts.items()
        if all(pair is not None and (not rate or pair[1]) for pair in each)
    }
    found.hold("councils of a type", where, summary["councils"], len(slugs))
    found.hold("councils held", where, summary["held"], len(own))
    judged = len(own) >= 10 and 2 * len(own) >= len(slugs)
    found.hold("whether a type may be judged", where, bool(summary["judged"]), judged)
    totals = {slug: (sum(k for k, _ in each), sum(n for _, n in each)) for slug, each in own.items()}  # type: ignore[misc]
    sums = [
        (sum(each[i][0] for each in own.values()), sum(each[i][1] for each in own.values()))  # type: ignore[index]
        for i in range(period)
    ]
    expected = {
        slug: sum(n * s / b for (_, n), (s, b) in zip(each, sums, strict=True) if b)  # type: ignore[misc]
        for slug, each in own.items()
    }
    spread = _spread(found, summary, where, totals, expected, own, sums, judged=judged, rate=rate)
    lucks = []
    for slug in slugs:
        row = held.stored[slug, year, measure, period]
        place = f"{slug} {year} {measure} ({period})"
        if row["comparison"] == "none":
            _reason(held, found, place, row, own.get(slug), measure, years)
            continue
        averages = [
            _average(held, kind, of, measure, frozenset(members))
            for of, members in zip(years, standing[slug], strict=True)
        ]
        sizes = expected if rate else {s: float(n) for s, (_, n) in totals.items()}
        others = [size for s, size in sizes.items() if s != slug]
        size = sum(one * one for one in others) / sum(others) if sum(others) else 1.0
        k = totals[slug][0]
        bases = [n for _, n in own[slug]]  # type: ignore[misc]
        if rate:
            again = rate_with_spread(k, bases, averages, spread or 0.0, size)
        elif spread:
            again = share_with_spread(k, bases, averages, spread, size)
        else:
            counts = {s: tuple(pair for pair in each if pair) for s, each in own.items()}
            again = share_by_chance(k, bases, averages, staying(counts, slug) if judged else None)
        lucks.append(again.luck)
        _hold(found, place, row, again)
        _others(found, place, row, averages)
    found.hold("luck of a type", where, float(summary["luck"]), float(sum(lucks)))


def _spread(  # noqa: PLR0917
    found: Found,
    summary: sqlite3.Row,
    where: str,
    totals: Mapping[str, tuple[int, int]],
    expected: Mapping[str, float],
    own: Mapping[str, list[Pair]],
    sums: list[tuple[int, int]],
    *,
    judged: bool,
    rate: bool,
) -> float | None:
    if not judged:
        found.hold("spread", where, summary["spread"], None)
        found.hold("phi", where, summary["phi"], None)
        return None
    k = np.array([totals[slug][0] for slug in totals], dtype=float)
    n = np.array([totals[slug][1] for slug in totals], dtype=float)
    e = np.array([expected[slug] for slug in totals])
    if summary["phi"] is not None:
        found.hold("phi", where, float(summary["phi"]), _phi(own, sums, rate=rate))
    if rate:
        again: float | None = spread_of_rates(k, e)
    else:
        varies = summary["p_value"] is not None and summary["p_value"] < 0.05
        again = spread_of_shares(k, n, e) if varies else None
    found.hold("spread", where, summary["spread"], again)
    return again


def _phi(own: Mapping[str, list[Pair]], sums: list[tuple[int, int]], *, rate: bool) -> float:
    """Pearson's statistic per degree of freedom: each council's years together, each year at its average."""
    squares = []
    for each in own.values():
        deviation = variance = 0.0
        for pair, (total, base) in zip(each, sums, strict=True):
            if pair and pair[1] and total and (rate or total < base):
                expected = pair[1] * total / base
                deviation += pair[0] - expected
                variance += expected if rate else expected * (1 - total / base)
        if variance:
            squares.append(deviation**2 / variance)
    return sum(squares) / (len(squares) - 1)


def _average(held: Tables, kind: str, year: str, measure: str, without: frozenset[str]) -> Average:
    slugs = [slug for slug in held.existed.get(year, ()) if held.types[slug] == kind and slug not in without]
    pairs = [held.pairs.get((slug, year, measure)) for slug in slugs]
    if all(pair is not None for pair in pairs) and sum(pair[1] for pair in pairs if pair):
        return Average(sum(p[0] for p in pairs if p), sum(p[1] for p in pairs if p))
    half, per = PRINTED[measure]
    value = held.printed[kind, year, measure]
    high = min(value + half, 100.0) if per == 100 else value + half
    return Average(printed=(max(value - half, 0.0) / per, value / per, high / per))


def _hold(found: Found, place: str, row: sqlite3.Row, again: Judged) -> None:
    found.hold("comparison", place, row["comparison"], again.comparison)
    found.hold("usual range", place, (row["usual_low"], row["usual_high"]), (again.low, again.high))
    found.hold("luck", place, float(row["luck"]), again.luck)


def _others(found: Found, place: str, row: sqlite3.Row, averages: list[Average]) -> None:
    printed = any(average.printed is not None for average in averages)
    found.hold("compared with", place, row["compared_with"], "printed average" if printed else "others")
    again = (
        (None, None)
        if printed
        else (
            sum(int(a.numerator) for a in averages),
            sum(int(a.denominator) for a in averages),
        )
    )
    found.hold("others’ sums", place, (row["others_numerator"], row["others_denominator"]), again)


def _reason(  # noqa: PLR0917
    held: Tables,
    found: Found,
    place: str,
    row: sqlite3.Row,
    own: list[Pair] | None,
    measure: str,
    years: tuple[str, ...],
) -> None:
    """Hold the reasons that counts alone decide: nothing held, nothing counted, too few, a first year."""
    reason = row["comparison_reason"]
    cases = sum(n for _, n in own) if own else None  # type: ignore[misc]
    if reason in {"not_held", "percentage_without_counts", "not_applicable"}:
        found.hold("reason", place, own is None, True)
    elif reason == "no_cases":
        found.hold("reason", place, cases, 0)
    elif reason == "too_few_cases":
        found.hold("reason", place, cases is not None and 0 < cases < 5, True)
    elif reason == "first_year":
        start = held.starts[row["slug"]]
        began = start is not None and any(
            f"{year[:4]}-04-01" <= start <= f"{int(year[:4]) + 1}-03-31" for year in years
        )
        found.hold("reason", place, began, True)
    else:
        found.counts[f"reason {reason}, not held to counts"] += 1


def told(found: Found) -> Iterator[str]:
    """What was worked out again, a line each."""
    yield from (f"{number:>8,}  {what}" for what, number in sorted(found.counts.items()))
    yield f"{len(found.different):>8,}  different"

"""``python -m bench search``: how long a search of the decisions takes, by query and number of decisions.

Each is asked for as /decisions asks: the first page, the facets and the count.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bench.many_decisions import database, word
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionCategory
from dashboard.domain.outcomes import Outcome
from dashboard.repository.sqlite_cases import SqliteCases

SIZES = (30_000, 200_000)
BUDGET_MS = {30_000: 50.0}
QUERIES = {
    "no words": CaseFilter(),
    "rare word": CaseFilter(words=word(40_000)),
    "less rare word": CaseFilter(words=word(300)),
    "common word": CaseFilter(words="council"),
    "two common words": CaseFilter(words="council complained"),
    "phrase": CaseFilter(words='"unsuitable temporary accommodation"'),
    "common phrase": CaseFilter(words='"complained that the council"'),
    "beginning of words": CaseFilter(words="hous*"),
    "rare and common word": CaseFilter(words=f"council {word(5_000)}"),
    "common word, category, year": CaseFilter(
        words="council", category=DecisionCategory.HOUSING, decided="2022-23"
    ),
    "common word, one council": CaseFilter(words="council", councils=("council-007",)),
    "sub-category, upheld": CaseFilter(
        category=DecisionCategory.HOUSING, sub_category="Homelessness", outcomes=(Outcome.UPHELD,)
    ),
    "one council, a year": CaseFilter(councils=("council-007",), decided="2022-23"),
}


@dataclass(frozen=True, slots=True)
class Timed:
    """One query: how many decisions it finds, and milliseconds for each time it was asked: those that
    passed, and of them those the processor worked for it (``busy``)."""

    name: str
    found: int
    newest: tuple[float, ...]
    best: tuple[float, ...]
    busy: tuple[float, ...]


def main(told: Sequence[str] | None = None) -> int:
    """Measure and print; exit status 1 when a budget is passed and ``--strict`` is given."""
    parser = argparse.ArgumentParser(prog="python -m bench search", description=__doc__)
    parser.add_argument("--decisions", type=int, nargs="+", default=SIZES, help="numbers of decisions")
    parser.add_argument("--times", type=int, default=20, help="how often each is asked (default: 20)")
    parser.add_argument("--strict", action="store_true", help="fail when a budget is passed")
    arguments = parser.parse_args(told)
    kept = True
    for size in arguments.decisions:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "release.sqlite"
            began = time.perf_counter()
            with closing(database(path, size)) as connection:
                print(
                    f"{size:,} published decisions, {path.stat().st_size / 1e6:.0f} MB, made in "
                    f"{time.perf_counter() - began:.0f} s; load {os.getloadavg()[0]:.1f}",
                    flush=True,
                )
                timed = measure(SqliteCases(lambda: connection), arguments.times)
            kept = report(timed, BUDGET_MS.get(size)) and kept
    return 1 if arguments.strict and not kept else 0


def measure(cases: SqliteCases, times: int) -> list[Timed]:
    """Time every query, newest first and best match first, after one time that is not counted."""
    timed = []
    for name, asked in QUERIES.items():
        found = cases.decisions(asked).total
        newest = [_once(cases, asked, by_relevance=False) for _ in range(times + 1)][1:]
        best = [_once(cases, asked, by_relevance=True) for _ in range(times + 1 if asked.words else 0)][1:]
        timed.append(
            Timed(
                *(name, found, tuple(passed for passed, _ in newest), tuple(passed for passed, _ in best)),
                tuple(busy for _, busy in newest),
            )
        )
    return timed


def report(timed: Sequence[Timed], budget: float | None) -> bool:
    """Print the table, and whether the budget is kept (for the order pages have, newest first)."""
    print(
        f"  {'query':<30}{'found':>9}{'p50':>8}{'p95':>8}{'busy':>8}   {'best first: p50':>16}{'p95':>8}  ms"
    )
    for row in timed:
        best = f"{_p50(row.best):>16.1f}{_p95(row.best):>8.1f}" if row.best else ""
        print(
            f"  {row.name:<30}{row.found:>9,}{_p50(row.newest):>8.1f}{_p95(row.newest):>8.1f}"
            f"{_p95(row.busy):>8.1f}   {best}"
        )
    p95 = _p95([moment for row in timed for moment in row.newest])
    busy = _p95([moment for row in timed for moment in row.busy])
    told = "" if budget is None else f"; budget {budget:.0f} ms: {'kept' if p95 <= budget else 'PASSED'}"
    print(f"  all queries, newest first: p95 {p95:.1f} ms{told}; of it the processor was busy {busy:.1f} ms")
    if os.getloadavg()[0] > (os.cpu_count() or 1):
        print(f"  Other work was running (load {os.getloadavg()[0]:.1f}): times are too long, busy is not.")
    return budget is None or p95 <= budget


def _once(cases: SqliteCases, asked: CaseFilter, *, by_relevance: bool) -> tuple[float, float]:
    began, began_work = time.perf_counter(), time.process_time()
    cases.decisions(asked, by_relevance=by_relevance)
    cases.facets(asked)
    cases.count(asked)
    return (time.perf_counter() - began) * 1000, (time.process_time() - began_work) * 1000


def _p50(moments: Sequence[float]) -> float:
    return statistics.median(moments)


def _p95(moments: Sequence[float]) -> float:
    return sorted(moments)[max(round(0.95 * len(moments)) - 1, 0)]


if __name__ == "__main__":
    raise SystemExit(main())

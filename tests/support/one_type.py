"""Councils of one type with counts of their own, judged as the build judges them."""

from collections.abc import Mapping

from dashboard.metrics.judgement import compared

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import Benchmark, Figure, State
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.repository.records import Council
from tests.support.fake_repository import FakeRepository, release
from tests.support.figures import figure, printed_benchmark
from tests.support.sample import council

YEAR = "2023-24"
Counts = Mapping[str, tuple[int, int] | State]
"""Numerator and denominator by council, or why there are none."""


def named(name: str, kind: AuthorityType = AuthorityType.UNITARY) -> Council:
    """A council called by one word."""
    return council(name.lower(), f"{name} Council", kind)


def judged(
    name: str,
    measure: str,
    counts: tuple[int, int] | State,
    benchmark: Benchmark | None,
    origin: Origin = Origin.PUBLISHED,
) -> Figure:
    """One figure, compared with the benchmark."""
    if isinstance(counts, State):
        empty = (0, 0) if counts is State.NO_CASES else (None, None)
        return figure(name.lower(), YEAR, measure, *empty, state=counts, benchmark=benchmark)
    plain = figure(name.lower(), YEAR, measure, *counts, origin=origin)
    return compared(plain, MEASURES[measure], benchmark)


def one_type(
    measures: Mapping[str, Counts],
    averages: Mapping[str, str],
    *,
    kind: AuthorityType = AuthorityType.UNITARY,
    simulated: frozenset[str] = frozenset(),
    others: tuple[Council, ...] = (),
) -> FakeRepository:
    """A release of one type in one year: counts by measure and council, the printed averages of the type."""
    benchmarks = {measure: printed_benchmark(value) for measure, value in averages.items()}
    names = sorted({name for counts in measures.values() for name in counts})
    figures = tuple(
        judged(
            name,
            measure,
            told,
            benchmarks.get(measure),
            Origin.SIMULATED if name in simulated else Origin.PUBLISHED,
        )
        for measure, counts in measures.items()
        for name, told in counts.items()
    )
    return FakeRepository(
        councils_=(*(named(name, kind) for name in names), *others),
        figures_=figures,
        benchmarks={(kind, YEAR, measure): benchmark for measure, benchmark in benchmarks.items()},
        release_=release(kind="demonstration" if simulated else "real"),
    )

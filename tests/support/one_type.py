"""Councils of one type with counts of their own, compared as the build compares them."""

from collections.abc import Mapping

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import TypeCompared
from dashboard.domain.figures import Benchmark, Figure, State
from dashboard.domain.measure import POPULATION
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.domain.years import ReportingYear
from dashboard.metrics.counts_with_origin import KnownCount
from dashboard.metrics.type_comparisons import compare_types
from dashboard.reference.load import Reference
from dashboard.repository.records import Council
from tests.support.fake_repository import FakeRepository, release
from tests.support.figures import figure, printed_benchmark
from tests.support.sample import council

YEAR = "2023-24"
Counts = Mapping[str, tuple[int, int] | State]
"""Numerator and denominator by council, or why there are none."""


OTHERS: Counts = {
    "Alder": (24, 30),
    "Birch": (7, 9),
    "Cedar": (13, 30),
    "Dogwood": (16, 20),
    "Fir": State.NOT_HELD,
    "Hazel": (9, 12),
    "Ivy": (10, 12),
    "Juniper": (15, 18),
    "Larch": (20, 25),
    "Maple": (2, 3),
}
"""A type of councils, one of them not held."""


def named(name: str, kind: AuthorityType = AuthorityType.UNITARY) -> Council:
    """A council called by one word."""
    return council(name.lower(), f"{name} Council", kind)


def plain(
    name: str,
    measure: str,
    counts: tuple[int, int] | State,
    benchmark: Benchmark | None,
    origin: Origin = Origin.PUBLISHED,
) -> Figure:
    """One figure beside the average of its type."""
    if isinstance(counts, State):
        empty = (0, 0) if counts is State.NO_CASES else (None, None)
        return figure(name.lower(), YEAR, measure, *empty, state=counts, benchmark=benchmark)
    return figure(name.lower(), YEAR, measure, *counts, origin=origin, benchmark=benchmark)


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
    councils = tuple(named(name, kind) for name in names)
    figures: list[Figure] = []
    types: dict[tuple[AuthorityType, str, str], TypeCompared] = {}
    for measure, counts in measures.items():
        told = [
            plain(
                name,
                measure,
                counts.get(name, State.NOT_HELD),
                benchmarks.get(measure),
                Origin.SIMULATED if name in simulated else Origin.PUBLISHED,
            )
            for name in names
        ]
        of_measure, of_type = compared(told, councils, measure, benchmarks.get(measure))
        figures += [each for each in of_measure if each.slug in {name.lower() for name in counts}]
        types |= {(each.type, each.year, each.measure): each for each in of_type}
    return FakeRepository(
        councils_=(*councils, *others),
        figures_=tuple(figures),
        benchmarks={(kind, YEAR, measure): benchmark for measure, benchmark in benchmarks.items()},
        types=types,
        release_=release(kind="demonstration" if simulated else "real"),
    )


def compared(
    figures: list[Figure], councils: tuple[Council, ...], measure: str, average: Benchmark | None
) -> tuple[tuple[Figure, ...], tuple[TypeCompared, ...]]:
    """Compare one measure of all councils of a type, as the build does: the figures, and the type."""
    known = MEASURES[measure]
    above, below = known.numerator, known.denominator or ""
    counts = {
        (each.slug, YEAR): {
            quantity: KnownCount(number, each.origin)
            for quantity, number in ((above, each.numerator), (below, each.denominator))
            if number is not None and each.origin is not None
        }
        for each in figures
    }
    mid_year = ReportingYear.parse(YEAR).population_year
    residents = {
        (each.slug, mid_year): each.denominator
        for each in figures
        if below == POPULATION and each.denominator is not None
    }
    england = Reference({each.slug: each for each in councils}, (), (), residents, {})
    benchmarks = {(councils[0].type, YEAR, measure, 1): average} if average else {}
    found = compare_types(tuple((1, each) for each in figures), counts, england, benchmarks)
    return tuple(each for _, each in found.figures), found.types

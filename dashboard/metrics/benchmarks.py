"""What a council is shown against: the printed average of its type where held, else the pooled one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import Benchmark, BenchmarkKind
from dashboard.domain.measure import PER, Measure
from dashboard.domain.measures import on_map
from dashboard.domain.origin import Origin, derived_from
from dashboard.domain.rounding import half_up
from dashboard.metrics.counts_with_origin import Counts
from dashboard.metrics.periods import PERIODS, base_of, years_of_period
from dashboard.reference.held import Held
from dashboard.reference.load import Reference


@dataclass(frozen=True, slots=True)
class Pool:
    """The sums of a type in a year: over every council of the type that existed, or there is no pool."""

    numerator: int
    denominator: int
    councils: frozenset[str]
    origin: Origin


@dataclass(frozen=True, slots=True)
class TypeAverage:
    """The benchmark of one type, year, measure and period."""

    type: AuthorityType
    year: str
    measure: str
    period: int
    benchmark: Benchmark


AverageKey = tuple[AuthorityType, str, str, int]


def type_benchmarks(
    counts: Counts, held: Held, reference: Reference, years: Iterable[str]
) -> tuple[TypeAverage, ...]:
    """Return every benchmark there is, by measure, period, type and year.

    Printed averages are of single years. A pooled one needs the counts of every council of the type
    in every year of the period: a pool of those that happen to be held would mislead.
    """
    printed = _printed(held)
    found = []
    for measure in on_map():
        for kind in AuthorityType:
            pools = {year: _pool(counts, reference, kind, year, measure) for year in years}
            for period in PERIODS:
                for year in pools:
                    pool = _together(pools, year, period)
                    known = printed.get((kind, year, measure.id)) if period == 1 else None
                    benchmark = _with_sums(known, pool) if known else _pooled(measure, pool)
                    if benchmark is not None:
                        found.append(TypeAverage(kind, year, measure.id, period, benchmark))
    return tuple(found)


def by_key(averages: Iterable[TypeAverage]) -> Mapping[AverageKey, Benchmark]:
    """Return the benchmarks by type, year, measure and period."""
    return {(a.type, a.year, a.measure, a.period): a.benchmark for a in averages}


def _printed(held: Held) -> Mapping[tuple[AuthorityType, str, str], Benchmark]:
    return {
        average.key: Benchmark(
            BenchmarkKind.PRINTED, average.value, average.origin, None, None, None, average.source_url or None
        )
        for average in held.averages
    }


def _pool(
    counts: Counts, reference: Reference, kind: AuthorityType, year: str, measure: Measure
) -> Pool | None:
    slugs = frozenset(council.slug for council in reference.councils_in(year) if council.type is kind)
    numerator, denominator, origins = 0, 0, set[Origin]()
    for slug in slugs:
        base = base_of(counts, reference, slug, measure, {year: (slug,)})
        if base.numerator is None or base.denominator is None:
            return None
        numerator += base.numerator
        denominator += base.denominator
        origins |= {count.origin for count in base.counts}
    return Pool(numerator, denominator, slugs, derived_from(*origins)) if slugs else None


def _together(pools: Mapping[str, Pool | None], year: str, period: int) -> Pool | None:
    """Add up the pools of the years of a period; each year's are of the councils that existed in it."""
    each = [pools.get(of) for of in years_of_period(year, period)]
    held = [pool for pool in each if pool is not None]
    if len(held) < period:
        return None
    return Pool(
        sum(pool.numerator for pool in held),
        sum(pool.denominator for pool in held),
        frozenset[str]().union(*(pool.councils for pool in held)),
        derived_from(*(pool.origin for pool in held)),
    )


def _with_sums(printed: Benchmark, pool: Pool | None) -> Benchmark:
    if pool is None:
        return printed
    return Benchmark(
        printed.kind,
        printed.value,
        printed.origin,
        pool.numerator,
        pool.denominator,
        len(pool.councils),
        printed.source_url,
    )


def _pooled(measure: Measure, pool: Pool | None) -> Benchmark | None:
    if pool is None or not pool.denominator:
        return None
    return Benchmark(
        BenchmarkKind.POOLED,
        half_up(Fraction(PER[measure.unit] * pool.numerator, pool.denominator), measure.decimals),
        pool.origin,
        pool.numerator,
        pool.denominator,
        len(pool.councils),
        None,
    )

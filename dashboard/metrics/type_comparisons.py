"""Every figure beside its type: each type, year, measure and period compared once, for all that says it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Compared, NoComparison, TypeCompared, not_compared
from dashboard.domain.figures import Benchmark, BenchmarkKind, Figure, State
from dashboard.domain.measure import PER, Measure
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import derived_from
from dashboard.domain.years import ReportingYear
from dashboard.metrics.benchmarks import AverageKey
from dashboard.metrics.combined import of_another_type
from dashboard.metrics.counts_with_origin import Counts
from dashboard.metrics.periods import Contributors, base_of, contributors, years_of_period
from dashboard.reference.load import Reference
from dashboard.statistics.compare_type import compare_type
from dashboard.statistics.printed_average import PrintedAverage
from dashboard.statistics.type_comparison import (
    Candidate,
    CouncilComparison,
    Count,
    Part,
    TypeComparison,
    TypeYear,
)

TypeKey = tuple[AuthorityType, str, str, int]
"""Type, year, measure, period."""
Figures = tuple[tuple[int, Figure], ...]
"""Figures, each with its period."""


@dataclass(frozen=True, slots=True)
class ComparedFigures:
    """The figures with how each stands, and the comparison of each type that they were taken from."""

    figures: Figures
    types: tuple[TypeCompared, ...]


def compare_types(
    figures: Figures, counts: Counts, reference: Reference, benchmarks: Mapping[AverageKey, Benchmark]
) -> ComparedFigures:
    """Compare every type on every measure that may be compared; counts are those the figures are made of."""
    world = _World(counts, reference, benchmarks)
    by_type: dict[TypeKey, list[Figure]] = defaultdict(list)
    for period, figure in figures:
        if MEASURES[figure.measure].compared and reference.existed(figure.slug, figure.year):
            kind = reference.councils[figure.slug].type
            by_type[kind, figure.year, figure.measure, period].append(figure)
    types = {key: world.compare(key, members) for key, members in by_type.items()}
    return ComparedFigures(
        tuple((period, _placed(figure, period, types, reference)) for period, figure in figures),
        tuple(_told(key, one) for key, one in sorted(types.items())),
    )


@dataclass(frozen=True, slots=True)
class _World:
    counts: Counts
    reference: Reference
    benchmarks: Mapping[AverageKey, Benchmark]

    def compare(self, key: TypeKey, members: Iterable[Figure]) -> TypeComparison:
        kind, year, name, period = key
        measure = MEASURES[name]
        years = years_of_period(year, period)
        candidates = [self._candidate(figure, measure, years, period) for figure in members]
        return compare_type(measure.unit, candidates, [self._type_year(kind, of, measure) for of in years])

    def _candidate(self, figure: Figure, measure: Measure, years: tuple[str, ...], period: int) -> Candidate:
        who = contributors(self.reference, figure.slug, figure.year, period)
        parts = tuple(
            Part(self._count(figure.slug, measure, {of: who.by_year[of]}), frozenset(who.by_year[of]))
            for of in years
        )
        return Candidate(figure.slug, parts, self._barred(figure, measure, years, who))

    def _barred(
        self, figure: Figure, measure: Measure, years: tuple[str, ...], who: Contributors
    ) -> NoComparison | None:
        if figure.state in _BARRED:
            return _BARRED[figure.state]
        if of_another_type(self.reference, figure.slug, who):
            return NoComparison.PREDECESSORS_OF_ANOTHER_TYPE
        if measure.is_rate and any(self._began_in(figure.slug, year) for year in years):
            return NoComparison.FIRST_YEAR
        return None

    def _began_in(self, slug: str, year: str) -> bool:
        start = self.reference.councils[slug].start
        return start is not None and ReportingYear.of(start) == ReportingYear.parse(year)

    def _type_year(self, kind: AuthorityType, year: str, measure: Measure) -> TypeYear:
        counts = {
            council.slug: self._count(council.slug, measure, {year: (council.slug,)})
            for council in self.reference.councils_in(year)
            if council.type is kind
        }
        printed = self.benchmarks.get((kind, year, measure.id, 1))
        return TypeYear(counts, None if printed is None else _printed(printed, measure))

    def _count(self, slug: str, measure: Measure, years: Mapping[str, tuple[str, ...]]) -> Count:
        base = base_of(self.counts, self.reference, slug, measure, years)
        origin = derived_from(*(count.origin for count in base.counts)) if base.counts else None
        return Count(base.numerator, base.denominator, origin)


def _printed(benchmark: Benchmark, measure: Measure) -> PrintedAverage | None:
    if benchmark.kind is not BenchmarkKind.PRINTED:
        return None
    return PrintedAverage.of(benchmark.value, measure.decimals, PER[measure.unit], benchmark.origin)


def _placed(
    figure: Figure, period: int, types: Mapping[TypeKey, TypeComparison], reference: Reference
) -> Figure:
    if not MEASURES[figure.measure].compared:
        return figure
    if not reference.existed(figure.slug, figure.year):
        return replace(figure, compared=not_compared(NoComparison.ENDED))
    kind = reference.councils[figure.slug].type
    of_type = types[kind, figure.year, figure.measure, period]
    return replace(figure, compared=compared_from(of_type.councils[figure.slug]))


def _told(key: TypeKey, one: TypeComparison) -> TypeCompared:
    kind, year, measure, period = key
    per = PER[MEASURES[measure].unit]
    quartiles, variation = one.quartiles, one.variation
    return TypeCompared(
        type=kind,
        measure=measure,
        period=period,
        year=year,
        councils=one.size,
        held=one.held,
        enough=one.enough,
        compared=one.compared,
        judged=one.judged,
        phi=variation.phi if variation else None,
        phi_councils=variation.councils if variation else None,
        p_value=variation.p_value if variation else None,
        spread=one.spread,
        low_quartile=per * quartiles.low if quartiles else None,
        median=per * quartiles.median if quartiles else None,
        high_quartile=per * quartiles.high if quartiles else None,
        quartile_councils=quartiles.councils if quartiles else None,
        luck=one.luck.marked,
        much_luck=one.luck.much,
    )


def compared_from(one: CouncilComparison) -> Compared:
    """Return a council's comparison as a release holds it."""
    if one.reason is not None or one.usual is None:
        return not_compared(one.reason or NoComparison.NO_AVERAGE)
    plain = one.without_spread
    return Compared(
        comparison=one.comparison,
        reason=None,
        low=one.usual.low,
        high=one.usual.high,
        far_low=one.usual.far_low,
        far_high=one.usual.far_high,
        plain_low=plain.low if plain else None,
        plain_high=plain.high if plain else None,
        expected=one.expected,
        compared_with=one.compared_with,
        others_numerator=one.others_numerator,
        others_denominator=one.others_denominator,
        spread=one.spread,
        origin=one.origin,
        luck=one.luck.marked,
        much_luck=one.luck.much,
        could_differ=one.could_differ,
    )


_BARRED = {
    State.NOT_APPLICABLE: NoComparison.NOT_APPLICABLE,
    State.PERCENTAGE_ONLY: NoComparison.PERCENTAGE_WITHOUT_COUNTS,
}

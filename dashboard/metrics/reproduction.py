"""How far a register reproduces what is held: every value, every printed average, and what is not met."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import Benchmark, BenchmarkKind, Figure
from dashboard.domain.measure import PER, Unit
from dashboard.domain.measures import MEASURES
from dashboard.domain.rounding import half_up, plain
from dashboard.metrics.counts_with_origin import SlugYear
from dashboard.metrics.held_counts import counts_printed_as, decimals_of

AsPrinted = tuple[str, str, str, Decimal]
"""slug, year, quantity and value as printed."""


@dataclass(frozen=True, slots=True)
class Departure:
    """A held value that the counts do not reproduce: what is held, what they give, and why."""

    slug: str
    year: str
    quantity: str
    held: Decimal
    computed: Decimal | None
    reason: str


@dataclass(frozen=True, slots=True)
class Reproduction:
    """How many council-years and values are held, how many of each are reproduced, and what is not."""

    council_years: int
    council_years_reproduced: int
    values: int
    values_reproduced: int
    departures: tuple[Departure, ...]


@dataclass(frozen=True, slots=True)
class AverageMet:
    """A printed average of a type, the pooled one of the same counts, and whether they print alike."""

    type: AuthorityType
    year: str
    measure: str
    printed: Decimal
    pooled: Decimal | None

    @property
    def met(self) -> bool:
        """Whether the pooled average prints as the printed one."""
        return self.pooled == self.printed


def reproduction(
    held: Iterable[AsPrinted],
    counts: Mapping[SlugYear, Mapping[str, int]],
    figures: Mapping[tuple[str, str, str], Figure],
) -> Reproduction:
    """Compare every held value of the years counted with the register's.

    ``counts`` are the register's own, by (slug, year) and quantity (a council-year it has no case of
    has none); ``figures`` the yearly ones by slug, year and measure, for percentages and rates.
    """
    years = {year for _, year in counts}
    council_years, departed = set[SlugYear](), set[SlugYear]()
    values, departures = 0, list[Departure]()
    for slug, year, quantity, value in held:
        if year not in years:
            continue
        values += 1
        council_years.add((slug, year))
        computed = _computed(
            counts.get((slug, year), {}), figures.get((slug, year, quantity)), quantity, value
        )
        if computed != value:
            departed.add((slug, year))
            reason = _reason(figures.get((slug, year, quantity)), quantity, value, computed)
            departures.append(Departure(slug, year, quantity, value, computed, reason))
    return Reproduction(
        len(council_years),
        len(council_years - departed),
        values,
        values - len(departures),
        tuple(sorted(departures, key=lambda d: (d.year, d.slug, d.quantity))),
    )


def averages_met(
    benchmarks: Mapping[tuple[AuthorityType, str, str], Benchmark],
) -> tuple[AverageMet, ...]:
    """Compare every printed average of one year with the pooled counts beside it, by type, year, measure."""
    return tuple(
        AverageMet(kind, year, measure, b.value, _pooled(measure, b))
        for (kind, year, measure), b in sorted(benchmarks.items())
        if b.kind is BenchmarkKind.PRINTED
    )


def _computed(
    counts: Mapping[str, int], figure: Figure | None, quantity: str, printed: Decimal
) -> Decimal | None:
    measure = MEASURES.get(quantity)
    if measure is None or measure.unit is Unit.COUNT:
        return Decimal(counts.get(quantity, 0))
    if figure is None or figure.numerator is None or not figure.denominator:
        return None
    decimals = max(measure.decimals, decimals_of(printed))
    return half_up(Fraction(PER[measure.unit] * figure.numerator, figure.denominator), decimals)


def _reason(figure: Figure | None, quantity: str, held: Decimal, computed: Decimal | None) -> str:
    if figure is not None and figure.note and quantity in MEASURES and figure.value is not None:
        whole = MEASURES[quantity].unit is Unit.PERCENT and figure.denominator
        if whole and not counts_printed_as(held, int(whole)):
            return f"No number out of {whole} gives {plain(held)}%. {figure.note}"
        return figure.note
    return f"Printed as {plain(held)}, counted as {'nothing' if computed is None else plain(computed)}."


def _pooled(measure: str, benchmark: Benchmark) -> Decimal | None:
    if benchmark.numerator is None or not benchmark.denominator:
        return None
    told = MEASURES[measure]
    return half_up(Fraction(PER[told.unit] * benchmark.numerator, benchmark.denominator), told.decimals)

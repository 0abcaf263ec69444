"""Every figure of a release: each measure of each council, year and period, with all that is said of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dashboard.domain.comparison import TypeCompared
from dashboard.domain.figures import Benchmark, Figure, State
from dashboard.domain.measure import POPULATION
from dashboard.domain.measures import MEASURES
from dashboard.domain.years import ReportingYear
from dashboard.metrics.benchmarks import AverageKey, TypeAverage, by_key, type_benchmarks
from dashboard.metrics.combined import naming_predecessors, of_another_type
from dashboard.metrics.counts_with_origin import Counts, Printed
from dashboard.metrics.held_counts import printed_values
from dashboard.metrics.interval import with_interval
from dashboard.metrics.one_figure import figure_of
from dashboard.metrics.periods import PERIODS, Base, base_of, contributors
from dashboard.metrics.type_comparisons import Figures, compare_types
from dashboard.reference.held import Held
from dashboard.reference.load import Reference


@dataclass(frozen=True, slots=True)
class Assembled:
    """The figures, each with its period (1 or 3), the averages of the types, and their comparisons."""

    figures: Figures
    averages: tuple[TypeAverage, ...]
    types: tuple[TypeCompared, ...]


@dataclass(frozen=True, slots=True)
class Inputs:
    """What figures are made of: counts with their origins, printed values, councils, benchmarks."""

    counts: Counts
    printed: Printed
    reference: Reference
    benchmarks: Mapping[AverageKey, Benchmark]


def assemble_figures(counts: Counts, held: Held, reference: Reference, years: Iterable[str]) -> Assembled:
    """Work out every figure of these years, from counts with their origins and what is held printed.

    ``counts`` are ``held_counts(held)`` for the real release, ``overlaid(register, held_counts(held))``
    for the demonstration. There is a figure of every measure and period for every council that existed
    in a year, and for an ended one of which anything is counted or held after its end (never compared,
    in no average). Raises ValueError for counts of a council before it existed.
    """
    roll = tuple(years)
    averages = type_benchmarks(counts, held, reference, roll)
    inputs = Inputs(counts, printed_values(held), reference, by_key(averages))
    beside = compare_types(tuple(_all(inputs, roll)), counts, reference, inputs.benchmarks)
    return Assembled(beside.figures, averages, beside.types)


def councils_with_figures(
    counts: Counts, printed: Printed, reference: Reference, year: str
) -> tuple[str, ...]:
    """Return the councils that existed in a year, and the ended ones with anything held in it; sorted."""
    existing = {council.slug for council in reference.councils_in(year)}
    ended = {slug for slug, of in (*counts, *printed) if of == year} - existing
    first_day = ReportingYear.parse(year).first_day
    for slug in sorted(ended):
        end = reference.councils[slug].end
        if end is None or end >= first_day:
            raise ValueError(f"{slug} has counts in {year}, before it existed")
    return tuple(sorted(existing | ended))


def _all(inputs: Inputs, years: tuple[str, ...]) -> Iterator[tuple[int, Figure]]:
    for year in years:
        for slug in councils_with_figures(inputs.counts, inputs.printed, inputs.reference, year):
            for period in PERIODS:
                for figure in _of_council(inputs, slug, year, period):
                    yield period, figure


def _of_council(inputs: Inputs, slug: str, year: str, period: int) -> Iterator[Figure]:
    reference = inputs.reference
    if not reference.existed(slug, year):
        yield from _after_the_end(inputs, slug, year, period)
        return
    kind = reference.councils[slug].type
    who = contributors(reference, slug, year, period)
    of_other_types = of_another_type(reference, slug, who)
    printed = inputs.printed.get((slug, year), {}) if period == 1 else {}
    for measure in MEASURES.values():
        base = base_of(inputs.counts, reference, slug, measure, who.by_year)
        figure = figure_of(slug, year, period, measure=measure, base=base, printed=printed.get(measure.id))
        figure = naming_predecessors(reference, with_interval(figure, measure), who)
        known = None if of_other_types else inputs.benchmarks.get((kind, year, measure.id, period))
        yield replace(figure, benchmark=known)


def _after_the_end(inputs: Inputs, slug: str, year: str, period: int) -> Iterator[Figure]:
    """Yield what an ended council still had: no rate, having no residents left, and no three years."""
    printed = inputs.printed.get((slug, year), {})
    who = contributors(inputs.reference, slug, year, 1)
    for measure in MEASURES.values():
        if period > 1 or measure.denominator == POPULATION:
            blank = figure_of(slug, year, 1, measure=measure, base=Base(None, None), printed=None)
            yield replace(blank, state=State.NOT_APPLICABLE)
            continue
        base = base_of(inputs.counts, inputs.reference, slug, measure, who.by_year)
        figure = figure_of(slug, year, 1, measure=measure, base=base, printed=printed.get(measure.id))
        yield with_interval(figure, measure)

"""Years later than the newest reference data: the newest held is used, and every figure of it says so."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dashboard.domain.figures import Figure
from dashboard.domain.measure import POPULATION
from dashboard.domain.measures import MEASURES
from dashboard.domain.years import ReportingYear
from dashboard.metrics.periods import years_of_period
from dashboard.reference.load import Reference
from dashboard.reference.reorganised import SUM_OF_PREDECESSORS


def with_latest_population(reference: Reference, years: Iterable[str]) -> Reference:
    """Return the reference with the newest population of each council standing for later mid-years."""
    latest = latest_population(reference)
    populations, sources = dict(reference.populations), dict(reference.population_sources)
    for mid_year in range(latest + 1, 1 + max(ReportingYear.parse(y).population_year for y in years)):
        for council in reference.councils:
            residents = reference.populations.get((council, latest))
            if residents is not None:
                populations[council, mid_year] = residents
                sources[council, mid_year] = f"the estimate of mid-{latest}, the newest held"
        for later in reference.later_residents:
            if later.since <= mid_year:
                populations[later.slug, mid_year] = later.residents
                sources[later.slug, mid_year] = f"{later.source} of mid-{latest}, the newest held"
    return replace(reference, populations=populations, population_sources=sources)


def saying_population(
    figures: Iterable[tuple[int, Figure]], reference: Reference
) -> Iterator[tuple[int, Figure]]:
    """Yield figures with a note on every rate that rests on a population of an earlier year than its own.

    ``reference`` is the one read, before the newest population was made to stand for later years.
    """
    latest = latest_population(reference)
    said = f"Residents are those of mid-{latest}, the newest estimate held"
    for period, figure in figures:
        on_residents = MEASURES[figure.measure].denominator == POPULATION and figure.denominator is not None
        years = years_of_period(figure.year, period) if on_residents else ()
        late = [p for p in (ReportingYear.parse(year).population_year for year in years) if p > latest]
        note = f"{said}{_made_of(reference, figure.slug, latest, max(late))}." if late else None
        yield period, replace(figure, note=" ".join(filter(None, (figure.note, note)))) if late else figure


def _made_of(reference: Reference, slug: str, latest: int, mid_year: int) -> str:
    """Say whose residents an estimate adds up, of a council that a reorganisation made or left smaller."""
    if any(later.slug == slug and later.since <= mid_year for later in reference.later_residents):
        return ": those of the districts it keeps, together"
    if reference.population_sources.get((slug, latest)) == SUM_OF_PREDECESSORS:
        return ": those of its predecessors, together"
    return ""


def latest_population(reference: Reference) -> int:
    """Return the newest mid-year there is an estimate of."""
    return max(mid_year for _, mid_year in reference.populations)

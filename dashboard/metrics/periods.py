"""The numerator and denominator of a measure over one year or three, predecessors combined where whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.domain.measure import POPULATION, Measure
from dashboard.domain.years import ReportingYear
from dashboard.metrics.counts_with_origin import Counts, KnownCount
from dashboard.reference.load import Reference

PERIODS = (1, 3)


@dataclass(frozen=True, slots=True)
class Base:
    """What a measure is made of: its numerator and denominator, None where not held.

    A population carries no origin of its own: it is open data, and says nothing of complaints.
    ``counts`` are those it rests on, ``added`` whether several years or councils are added up in them.
    """

    numerator: int | None
    denominator: int | None
    counts: tuple[KnownCount, ...] = ()
    added: bool = False

    @property
    def notes(self) -> tuple[str, ...]:
        """How counts it rests on were inferred, each said once."""
        return tuple(dict.fromkeys(count.note for count in self.counts if count.note))


@dataclass(frozen=True, slots=True)
class Contributors:
    """Which councils stand for a council in each year of a period, by year.

    ``combined`` are the predecessors among them (merged whole), ``split`` those left out because
    only a part of them went to the council.
    """

    by_year: Mapping[str, tuple[str, ...]]
    combined: tuple[str, ...]
    split: tuple[str, ...]


def measured_from(measure: Measure) -> ReportingYear:
    """Return the first year a measure can be worked out for (a rate of upheld before it was printed)."""
    return measure.worked_out_since


def years_of_period(year: str, period: int) -> tuple[str, ...]:
    """Return the years of a period ending with a year, ascending."""
    last = ReportingYear.parse(year)
    return tuple(str(last.shifted(-back)) for back in reversed(range(period)))


def contributors(reference: Reference, slug: str, year: str, period: int) -> Contributors:
    """Return who stands for a council: itself where it existed, else its predecessors merged whole.

    A period of one year is the council's own, whether or not it still existed.
    """
    if period == 1:
        return Contributors({year: (slug,)}, (), ())
    return _standing(reference, slug, years_of_period(year, period))


def before_it_began(reference: Reference, slug: str, year: str) -> Contributors:
    """Return who stood for a council in one year: its predecessors merged whole, where it did not exist."""
    return _standing(reference, slug, (year,))


def _standing(reference: Reference, slug: str, years: tuple[str, ...]) -> Contributors:
    by_year = {each: whole_at(reference, slug, each) for each in years}
    combined = sorted({other for members in by_year.values() for other in members} - {slug})
    split = {
        link.predecessor
        for each in by_year
        if not reference.existed(slug, each)
        for member in {*combined, *_through(reference, slug, each)}
        for link in reference.predecessors(member)
        if link.change == "split" and reference.existed(link.predecessor, each)
    }
    return Contributors(by_year, tuple(combined), tuple(sorted(split)))


def _through(reference: Reference, slug: str, year: str) -> Iterator[str]:
    """Yield a council that had not begun in a year, and those between it and the councils of that year."""
    if reference.existed(slug, year):
        return
    yield slug
    for link in reference.predecessors(slug):
        if link.change == "merged" and link.effective > ReportingYear.parse(year).first_day:
            yield from _through(reference, link.predecessor, year)


def whole_at(reference: Reference, slug: str, year: str) -> tuple[str, ...]:
    """Return the council itself in a year it existed, else the councils of that year merged whole into it."""
    if reference.existed(slug, year):
        return (slug,)
    first_day = ReportingYear.parse(year).first_day
    merged = [
        link.predecessor
        for link in reference.predecessors(slug)
        if link.change == "merged" and link.effective > first_day
    ]
    return tuple(sorted({older for each in merged for older in whole_at(reference, each, year)}))


def base_of(
    counts: Counts, reference: Reference, slug: str, measure: Measure, years: Mapping[str, tuple[str, ...]]
) -> Base:
    """Add up a measure over the years and the councils standing for this one in each.

    Unknown if any part is unknown. Residents are those of the council's own area in every year (its
    back-series), so that a county and its districts are not both counted.
    """
    above = _added(counts, measure.numerator, years)
    several = sum(map(len, years.values())) > 1
    if measure.denominator == POPULATION:
        return Base(_total(above), _residents(reference, slug, years), _known(above), several)
    if measure.denominator is None:
        return Base(_total(above), None, _known(above), several)
    below = _added(counts, measure.denominator, years)
    return Base(_total(above), _total(below), _known(above) + _known(below), several)


def _added(counts: Counts, quantity: str, years: Mapping[str, tuple[str, ...]]) -> list[KnownCount | None]:
    if not all(years.values()):
        return [None]
    return [
        counts.get((member, year), {}).get(quantity) for year, members in years.items() for member in members
    ]


def _total(each: list[KnownCount | None]) -> int | None:
    total = 0
    for count in each:
        if count is None:
            return None
        total += count.value
    return total


def _known(each: list[KnownCount | None]) -> tuple[KnownCount, ...]:
    return tuple(count for count in each if count is not None) if None not in each else ()


def _residents(reference: Reference, slug: str, years: Mapping[str, tuple[str, ...]]) -> int | None:
    total = 0
    for year in years:
        residents = reference.population(slug, ReportingYear.parse(year).population_year)
        if residents is None:
            return None
        total += residents
    return total

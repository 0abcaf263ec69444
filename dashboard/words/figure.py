"""What one figure says in words: its number, its base, its comparison, and why there is none."""

from dataclasses import dataclass

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import Benchmark, BenchmarkKind, Figure, State
from dashboard.domain.formats import fraction, interval, thousands
from dashboard.domain.measure import Measure
from dashboard.domain.measures import COMPLIANCE, MEASURES
from dashboard.domain.origin import Origin
from dashboard.domain.years import ReportingYear
from dashboard.statistics.natural_frequency import sentence
from dashboard.statistics.small_numbers import counts_lead, few
from dashboard.words import comparisons, states, values
from dashboard.words.wording import council_of_type, counted, noun, was


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure as it is led with: the large text and what stands after it."""

    number: str
    words: str


def measure_of(figure: Figure) -> Measure:
    """Return the catalogue's entry for a figure."""
    return MEASURES[figure.measure]


def counts_of(figure: Figure) -> tuple[int, int] | None:
    """Return a figure's numerator and denominator where both are held and the base is not empty."""
    if figure.numerator is None or not figure.denominator:
        return None
    return figure.numerator, figure.denominator


def leads_with_counts(figure: Figure) -> bool:
    """Say whether a figure's base is so small that its counts stand before its percentage."""
    if figure.state is not State.VALUE:
        return False
    return counts_lead(measure_of(figure), figure.numerator, figure.denominator)


def headline(figure: Figure) -> Headline | None:
    """Return the number to lead with and its base in words; None where there is no number to show."""
    measure, text = measure_of(figure), values.value(figure)
    if text is None:
        return None
    if figure.state is State.PERCENTAGE_ONLY or figure.numerator is None or figure.denominator is None:
        return Headline(text, _without_counts(figure))
    if measure.is_rate:
        return _rate_headline(figure, text)
    base = noun(figure.denominator, measure.noun)
    counts = fraction(figure.numerator, figure.denominator)
    if leads_with_counts(figure):
        return Headline(counts, f"{base} {measure.words.done} ({text})")
    return Headline(text, f"{counts} {base}")


def _rate_headline(figure: Figure, text: str) -> Headline:
    residents, done = thousands(figure.denominator or 0), measure_of(figure).words.done
    if leads_with_counts(figure):
        return Headline(f"{figure.numerator} {done}", f"among {residents} residents ({text} per 100,000)")
    return Headline(text, f"{thousands(figure.numerator or 0)} {done} among {residents} residents")


def _without_counts(figure: Figure) -> str:
    measure = measure_of(figure)
    if measure.is_rate:
        return "the counts behind this rate are not held"
    if figure.denominator is not None:
        return f"of {counted(figure.denominator, measure.noun)}; the number {measure.words.done} is not held"
    if figure.numerator is not None:
        return f"{thousands(figure.numerator)} {measure.words.done}; the number of {measure.noun} is not held"
    return "the counts behind this percentage are not held"


def empty(figure: Figure) -> str | None:
    """Say why there is no figure, each reason in its own words; None where there is one."""
    measure = measure_of(figure)
    if figure.state is State.NO_CASES:
        return measure.words.no_cases
    if figure.state is State.NOT_HELD:
        return f"Not held for {figure.year}: {_what_is_missing(figure)}"
    if figure.state is State.NOT_APPLICABLE:
        if ReportingYear.parse(figure.year) < measure.first_year:
            return f"Not applicable: the Ombudsman has counted this since {measure.first_year}."
        return f"Not applicable to this council in {figure.year}."
    return None


def _what_is_missing(figure: Figure) -> str:
    """Say which half of a fraction is held, or that nothing is."""
    measure = measure_of(figure)
    if measure.is_share:
        done = measure.words.done
        if figure.denominator is not None:
            return f"of {counted(figure.denominator, measure.noun)}, the number {done} is not stated."
        if figure.numerator is not None:
            return f"{thousands(figure.numerator)} {done}, but the number of {measure.noun} is not stated."
    return states.NOWHERE_STATED


def comparison(figure: Figure, kind: AuthorityType) -> str | None:
    """Say how the figure stands against the type, chance allowed for; None where nothing is to be said."""
    return comparisons.sentence(figure, kind)


def usual(figure: Figure, kind: AuthorityType) -> str | None:
    """Say in natural frequencies what a typical council of the type would have, and what this one had.

    None where the range is not known, or so few cases that any number is within it make it empty talk.
    """
    low, high, had = figure.compared.low, figure.compared.high, figure.numerator
    if low is None or high is None or had is None or figure.denominator is None:
        return None
    if not figure.compared.could_differ:
        return None
    typical = council_of_type(kind)
    said = sentence(figure.measure, had, figure.denominator, low=low, high=high, typical=typical)
    return " ".join(part for part in (said, comparisons.spread_allowed_for(figure)) if part) or None


def compliance(figure: Figure) -> str | None:
    """Say how many recommendations due were not complied with; None for another measure or no counts."""
    if figure.measure != COMPLIANCE.id or figure.numerator is None or not figure.denominator:
        return None
    due, missed = figure.denominator, figure.denominator - figure.numerator
    if missed == 0:
        return (
            "The one recommendation due in the year was carried out."
            if due == 1
            else "Every recommendation due in the year was carried out."
        )
    if due == 1:
        return "The one recommendation due in the year was not complied with."
    return f"{thousands(missed)} of the {thousands(due)} due in the year {was(missed)} not complied with."


def average(benchmark: Benchmark, kind: AuthorityType, measure: Measure) -> str:
    """Name an average and who worked it out: "average of unitary councils 79%, printed by the Ombudsman"."""
    named = f"average of {kind.councils} {values.average(benchmark, measure)}"
    if benchmark.kind is BenchmarkKind.PRINTED:
        said = {
            Origin.PUBLISHED: "printed by the Ombudsman",
            Origin.REPORTED: "printed by the Ombudsman, as reported by a council or the press",
        }.get(benchmark.origin, benchmark.origin.words)
        return f"{named}, {said}"
    counts = ""
    if benchmark.numerator is not None and benchmark.denominator is not None and measure.is_share:
        counts = f" ({fraction(benchmark.numerator, benchmark.denominator)})"
    pooled = "pooled by us"
    if benchmark.councils is not None:
        pooled = f"pooled by us from {counted(benchmark.councils, 'councils')}"
    simulated = ", simulated" if benchmark.origin is Origin.SIMULATED else ""
    return f"{named}{counts}, {pooled}{simulated}"


def three_years(figure: Figure, pooled: Figure | None) -> str | None:
    """Offer three years pooled where one year's cases are few, with their fraction and origin."""
    measure = measure_of(figure)
    if not measure.pooled or pooled is None or figure.denominator is None or not few(figure.denominator):
        return None
    counts = counts_of(pooled)
    if pooled.value is None or counts is None:
        return None
    last = ReportingYear.parse(figure.year)
    first = last.shifted(-2)
    across = measure.interruption(first, last)
    years = f"{first} to {last}{f' (on both sides of the break in {across})' if across else ''}"
    origin = f", {pooled.origin.words}" if pooled.origin else ""
    note = f" {pooled.note}" if pooled.note else ""
    return f"Three years together, {years}: {values.of_counts(measure, *counts)}{origin}.{note}"


def range_text(figure: Figure) -> str | None:
    """Write the 95% interval in the measure's unit; None where there is none or the counts lead."""
    if figure.low is None or figure.high is None or leads_with_counts(figure):
        return None
    return interval(measure_of(figure), figure.low, figure.high)

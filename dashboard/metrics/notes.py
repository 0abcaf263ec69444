"""Notes beside a figure, in plain words: why printed value and counts part, what was worked out by us."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from dashboard.domain.measure import PER, Measure, Unit
from dashboard.domain.rounding import half_up, plain
from dashboard.domain.years import ReportingYear
from dashboard.metrics.held_counts import counts_printed_as, decimals_of


def parts_from_counts(
    measure: Measure, printed: Decimal, numerator: int | None, denominator: int
) -> str | None:
    """Explain a printed share or rate that does not follow from its counts; None where it does.

    "Printed as 93%; 22 of 24 is 92%." A value printed with more decimals than usual is held to them.
    """
    if numerator is None:
        if measure.unit is not Unit.PERCENT or counts_printed_as(printed, denominator):
            return None
        return f"Printed as {plain(printed)}%. No number out of {denominator:,} gives {plain(printed)}%."
    decimals = max(measure.decimals, decimals_of(printed))
    value = half_up(Fraction(PER[measure.unit] * numerator, denominator), decimals)
    if value == printed:
        return None
    if measure.unit is Unit.PERCENT:
        return f"Printed as {plain(printed)}%; {numerator:,} of {denominator:,} is {plain(value)}%."
    return (
        f"Printed as {plain(printed)}; {numerator:,} among {denominator:,} residents is {plain(value)} for "
        f"every 100,000, most likely because population estimates have been revised since."
    )


def before_printed(measure: Measure, year: str) -> str | None:
    """Say that a rate of a year before the Ombudsman printed it is ours; None for any other."""
    if measure.derived_from is None or ReportingYear.parse(year) >= measure.first_year:
        return None
    return f"Worked out by this project: the Ombudsman has printed this rate since {measure.first_year} only."


def predecessors_combined(combined: Iterable[str], split: Iterable[str], *, other_type: bool) -> str | None:
    """Name the predecessors whose counts are added, and those left out; None where none are added."""
    added, left_out = tuple(combined), tuple(split)
    if not added:
        return None
    said = f"Predecessors combined: {listed(added)}, before the council began."
    if left_out:
        one = len(left_out) == 1
        said += (
            f" {listed(left_out)} {'was' if one else 'were'} split and {'is' if one else 'are'} not added."
        )
    if other_type:
        said += " They were of another type, so nothing is compared."
    return said


def listed(names: tuple[str, ...]) -> str:
    """Join names as a sentence does: "Allerdale, Carlisle and Copeland"."""
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)

"""How numbers and dates are written, everywhere: 82%, 27 of 33, 141,574, 4.2, 4.0–15.3, 22 July 2020."""

from datetime import date
from decimal import Decimal

from dashboard.domain.absolutes import (
    end_of_interval,
    printed_rate,
    printed_share,
    rate_for_files,
    share_for_files,
)
from dashboard.domain.measure import PER, Measure, Unit
from dashboard.domain.rounding import plain

_TO_TWELVE = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def thousands(number: int) -> str:
    """Write a whole number with thousands separated: 141,574. A minus is a real minus sign."""
    return f"{number:,}".replace("-", "−")


def fraction(numerator: int, denominator: int) -> str:
    """Write a count and its base: "27 of 33"."""
    return f"{thousands(numerator)} of {thousands(denominator)}"


def percent(value: Decimal) -> str:
    """Write a percentage as printed: 82%; 99.4% keeps its decimal."""
    return f"{plain(value)}%"


def rate(value: Decimal) -> str:
    """Write a rate as the Ombudsman prints it: one decimal, a trailing .0 dropped."""
    return plain(value)


def value_text(measure: Measure, value: Decimal) -> str:
    """Write a value as it was printed, in its measure's unit: "82%", "4.2", "1,204"."""
    if measure.unit is Unit.PERCENT:
        return percent(value)
    if measure.unit is Unit.PER_100K:
        return rate(value)
    return thousands(int(value))


def worked_out(measure: Measure, numerator: int, denominator: int | None) -> str:
    """Write a value that we compute, in its measure's unit: "82%", "over 99%", "4.2", "under 0.1", "1,204".

    Rounding never claims an absolute. ``denominator`` is None of a count. Raises ZeroDivisionError for an
    empty base.
    """
    if denominator is None:
        return thousands(numerator)
    if measure.is_share:
        return printed_share(numerator, denominator, measure.decimals)
    return printed_rate(numerator, denominator, measure.decimals, PER[measure.unit])


def for_files(measure: Measure, numerator: int, denominator: int | None) -> Decimal:
    """Return a value that we compute as files hold it: one decimal more than is shown.

    Raises ZeroDivisionError for an empty base.
    """
    if denominator is None:
        return Decimal(numerator)
    if measure.is_share:
        return share_for_files(numerator, denominator, measure.decimals)
    return rate_for_files(numerator, denominator, measure.decimals, PER[measure.unit])


def interval(measure: Measure, low: float, high: float) -> str:
    """Write an interval in the measure's unit: "38–96%", "4.0–15.3"; no end is an absolute by rounding."""
    unit = "%" if measure.unit is Unit.PERCENT else ""
    return f"{interval_end(measure, low)}–{interval_end(measure, high)}{unit}"


def interval_end(measure: Measure, end: float) -> Decimal:
    """Return an end of an interval as it is shown, in pages and files alike."""
    return end_of_interval(end, measure.decimals, share=measure.is_share)


def words(number: int) -> str:
    """Write a count as running text does: "one" to "twelve" in words, "no" for none, then figures."""
    return _TO_TWELVE[number] if 0 <= number < len(_TO_TWELVE) else thousands(number)


def day(value: date) -> str:
    """Write a day: "22 July 2020"."""
    return f"{value.day} {value:%B} {value.year}"

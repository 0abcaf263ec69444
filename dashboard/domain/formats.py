"""How numbers and dates are written, everywhere: 82%, 27 of 33, 141,574, 4.2, 4.0–15.3, 22 July 2020."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from dashboard.domain.measures import Measure, Unit
from dashboard.domain.rounding import half_up, plain

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
    """Write a value in its measure's unit: "82%", "4.2", "1,204"."""
    if measure.unit is Unit.PERCENT:
        return percent(value)
    if measure.unit is Unit.PER_100K:
        return rate(value)
    return thousands(int(value))


def interval(measure: Measure, low: float, high: float) -> str:
    """Write an interval in the measure's unit: "38–96%", "4.0–15.3"."""
    if measure.unit is Unit.PERCENT:
        return f"{_rounded(low, 0)}–{_rounded(high, 0)}%"
    return f"{_rounded(low, measure.decimals)}–{_rounded(high, measure.decimals)}"


def words(number: int) -> str:
    """Write a count as running text does: "one" to "twelve" in words, "no" for none, then figures."""
    return _TO_TWELVE[number] if 0 <= number < len(_TO_TWELVE) else thousands(number)


def day(value: date) -> str:
    """Write a day: "22 July 2020"."""
    return f"{value.day} {value:%B} {value.year}"


def _rounded(value: float, decimals: int) -> str:
    return str(half_up(Fraction(str(value)), decimals))

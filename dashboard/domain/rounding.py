"""Exact half-up rounding of fractions: 3/24 is 12.5%, printed 13."""

from decimal import Decimal
from fractions import Fraction


def half_up(value: Fraction, decimals: int) -> Decimal:
    """Round a fraction half up (away from zero) to so many decimals, without binary floats."""
    above, below = abs(value.numerator) * 10**decimals, value.denominator
    whole = (2 * above + below) // (2 * below)
    sign = -1 if value < 0 else 1
    return Decimal(sign * whole).scaleb(-decimals)


def percentage(numerator: int, denominator: int, decimals: int = 0) -> Decimal:
    """Return 100 * numerator / denominator, rounded half up. Raises ZeroDivisionError for an empty base."""
    return half_up(Fraction(100 * numerator, denominator), decimals)


def rate_per_100k(events: int, population: int, decimals: int = 1) -> Decimal:
    """Return events per 100,000 residents, rounded half up."""
    return half_up(Fraction(100_000 * events, population), decimals)


def plain(value: Decimal) -> str:
    """Print a decimal as the Ombudsman does: a trailing .0 is dropped (4.0 is 4), no exponent."""
    text = f"{value.normalize():f}"
    return "0" if text == "-0" else text

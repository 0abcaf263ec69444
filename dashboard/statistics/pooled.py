"""Rates of several councils or years together: pooled, and the mean of rates beside it."""

from collections.abc import Iterable
from fractions import Fraction


def pooled(pairs: Iterable[tuple[int, int]]) -> Fraction | None:
    """Return sum of numerators / sum of denominators, exactly; None where nothing was counted.

    Councils with many cases weigh more: it is the rate of all their cases together.
    """
    held = tuple(pairs)
    base = sum(denominator for _, denominator in held)
    return Fraction(sum(numerator for numerator, _ in held), base) if base else None


def mean_of_rates(pairs: Iterable[tuple[int, int]]) -> Fraction | None:
    """Return the plain mean of the rates, each council weighing the same; no rate without cases."""
    rates = [Fraction(numerator, denominator) for numerator, denominator in pairs if denominator]
    return sum(rates, Fraction(0)) / len(rates) if rates else None

"""Who is compared, and when a type may be judged: never decided by a council's own result."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

from dashboard.statistics.small_numbers import too_few_to_compare

LEAST_COUNCILS = 10


@dataclass(frozen=True, slots=True)
class Quartiles:
    """The lower quartile, the median and the upper quartile of the shares (of 1) or rates (a resident) of
    so many councils: R's type 7."""

    low: float
    median: float
    high: float
    councils: int


def type_is_held(held: int, councils: int) -> bool:
    """Whether so many councils held of a type's speak for the type: ten of them, and half of it.

    Held is held, whatever the cases: a council without any is one of those that are known. Below that no
    phi, no quartiles and no verdict of a funnel are shown, and no spread is known.
    """
    return held >= LEAST_COUNCILS and 2 * held >= councils


def quartiles_of_shares(held: Sequence[tuple[int, int]], councils: int) -> Quartiles | None:
    """Return the quartiles over those held (count, cases) with five cases or more; None where they are not
    half of the type, or the type is not held."""
    enough = [k / n for k, n in held if not too_few_to_compare(n)]
    if not type_is_held(len(held), councils) or 2 * len(enough) < councils:
        return None
    return _quartiles(enough)


def quartiles_of_rates(held: Sequence[tuple[int, int]], councils: int) -> Quartiles | None:
    """Return the quartiles over all held (events, residents), however few; None where the type is not."""
    if not type_is_held(len(held), councils):
        return None
    return _quartiles([k / n for k, n in held])


def _quartiles(values: Sequence[float]) -> Quartiles:
    low, median, high = quantiles(values, n=4, method="inclusive")
    return Quartiles(low, median, high, len(values))

"""How many marks luck alone would make."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.statistics.comparison import TypeRate, usual_events, usual_range
from dashboard.statistics.exact import (
    NARROW_TAIL,
    WIDE_TAIL,
    binomial_at_least,
    binomial_at_most,
    poisson_at_least,
    poisson_at_most,
)
from dashboard.statistics.small_numbers import TOO_FEW_BELOW, too_few_to_compare


@dataclass(frozen=True, slots=True)
class Luck:
    """Expected marks if every council were like its type: ``marked`` in all, ``much`` of them "much"."""

    marked: float
    much: float


def luck_of_share(n: int, benchmark: TypeRate) -> Luck:
    """Return the exact probability that a council like its type is marked on n cases (0 below five)."""
    if too_few_to_compare(n):
        return Luck(0.0, 0.0)

    def outside(tail: float) -> float:
        low, high = usual_range(n, benchmark, tail)
        return binomial_at_most(low - 1, n, benchmark.value) + binomial_at_least(high + 1, n, benchmark.value)

    return Luck(outside(WIDE_TAIL), outside(NARROW_TAIL))


def luck_of_rate(population: int, benchmark: TypeRate) -> Luck:
    """Return the exact probability that a council like its type is marked on its rate.

    Where fewer than five events are expected only five or more can be marked, as in ``compare_rate``.
    """
    mean = population * benchmark.value
    comparable = not too_few_to_compare(mean)

    def outside(tail: float) -> float:
        low, high = usual_events(population, benchmark, tail)
        above = poisson_at_least(high + 1 if comparable else max(high + 1, TOO_FEW_BELOW), mean)
        return above + (poisson_at_most(low - 1, mean) if comparable else 0.0)

    return Luck(outside(WIDE_TAIL), outside(NARROW_TAIL))


def expected_marks(each: Iterable[Luck]) -> Luck:
    """Return the number of marks expected by luck over many councils: the sum of their probabilities."""
    held = tuple(each)
    return Luck(sum(luck.marked for luck in held), sum(luck.much for luck in held))

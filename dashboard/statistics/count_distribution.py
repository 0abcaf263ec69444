"""The distribution of a count: its tails, and the numbers that lie outside of them.

One type for every comparison, so that test, usual range, bar and sentence cannot disagree: a count is
below ``lowest_usual(tail)`` exactly when ``at_most(count)`` is under the tail, and so at the other end.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import fsum

_NEGLIGIBLE = 1e-16
"""Terms that much smaller than the largest are left off: far below any tail that is asked for."""


@dataclass(frozen=True, slots=True)
class CountDistribution:
    """Probabilities of the counts from ``first`` on; all others have none to speak of.

    ``rising`` and ``falling`` are their sums from the low and from the high end, each beginning with its
    smallest terms so that tails keep their digits. Make one with the functions below.
    """

    first: int
    probabilities: tuple[float, ...]
    rising: tuple[float, ...]
    falling: tuple[float, ...]

    @property
    def last(self) -> int:
        """The largest count that has a probability."""
        return self.first + len(self.probabilities) - 1

    @property
    def mean(self) -> float:
        """The expected count."""
        return self.first + fsum(i * p for i, p in enumerate(self.probabilities))

    def at_most(self, count: int) -> float:
        """Return P(X <= count)."""
        if count < self.first:
            return 0.0
        return 1.0 if count >= self.last else self.rising[count - self.first]

    def at_least(self, count: int) -> float:
        """Return P(X >= count)."""
        if count > self.last:
            return 0.0
        return 1.0 if count <= self.first else self.falling[self.last - count]

    def lowest_usual(self, tail: float) -> int:
        """Return the smallest count with P(X <= count) >= tail."""
        return min(self.last, self.first + bisect_left(self.rising, tail))

    def highest_usual(self, tail: float) -> int:
        """Return the largest count with P(X >= count) >= tail."""
        return max(self.first, self.last - bisect_left(self.falling, tail))

    def plus(self, other: "CountDistribution") -> "CountDistribution":
        """Return the distribution of the sum of two independent counts: their convolution."""
        short, long = sorted((self.probabilities, other.probabilities), key=len)
        sums = [0.0] * (len(short) + len(long) - 1)
        for i, p in enumerate(short):
            for j, q in enumerate(long, start=i):
                sums[j] += p * q
        return _of_weights(self.first + other.first, sums)


def binomial(n: int, share: float) -> CountDistribution:
    """Return the distribution of how many of n cases there are where each is one with this probability."""
    if share in (0.0, 1.0):
        return _certain(n if share else 0)
    odds = share / (1 - share)
    return _around(n * share, n, lambda k: (n - k) / (k + 1) * odds)


def beta_binomial(n: int, a: float, b: float) -> CountDistribution:
    """Return the distribution of a count of n cases whose probability is itself a Beta(a, b).

    With a = k + 0.5 and b = m - k + 0.5 it predicts the count of n further cases after k of m, by
    Jeffreys' prior. Source: J. Aitchison and I. R. Dunsmore, "Statistical prediction analysis"
    (Cambridge 1975), table 2.3.
    """
    if a <= 0 or b <= 0:
        return _certain(n if b <= 0 else 0)
    return _around(n * a / (a + b), n, lambda k: (n - k) * (a + k) / ((k + 1) * (b + n - k - 1)))


def negative_binomial(mean: float, spread: float) -> CountDistribution:
    """Return the distribution of a Poisson count whose mean varies as a gamma does.

    Its variance is mean + spread * mean^2: ``spread`` is the squared coefficient of variation of the
    gamma; with 0 it is the Poisson distribution. Source: M. Greenwood and G. U. Yule, Journal of the Royal
    Statistical Society 83 (1920) 255-279.
    """
    if mean <= 0:
        return _certain(0)
    return _around(mean, None, lambda k: (1 + k * spread) * mean / ((k + 1) * (1 + spread * mean)))


def sum_of(parts: Sequence[CountDistribution]) -> CountDistribution:
    """Return the distribution of the sum of independent counts, at least one."""
    total, *rest = parts
    for part in rest:
        total = total.plus(part)
    return total


def _certain(count: int) -> CountDistribution:
    return CountDistribution(count, (1.0,), (1.0,), (1.0,))


def _around(mean: float, most: int | None, ratio: Callable[[int], float]) -> CountDistribution:
    """Work outwards from the mean by ``ratio(k)`` = P(k + 1) / P(k), and make the sum 1.

    So nothing is lost to logarithms of large factorials, and nothing underflows.
    """
    start = int(mean)
    above, weight, largest, k = [], 1.0, 1.0, start
    while most is None or k < most:
        step = ratio(k)
        weight *= step
        if weight > largest:
            largest = weight
        elif step < 1 and weight < _NEGLIGIBLE * largest:
            break
        above.append(weight)
        k += 1
    below, weight, k = [], 1.0, start
    while k > 0:
        step = ratio(k - 1)
        weight /= step
        if weight > largest:
            largest = weight
        elif step > 1 and weight < _NEGLIGIBLE * largest:
            break
        below.append(weight)
        k -= 1
    return _of_weights(k, [*reversed(below), 1.0, *above])


def _of_weights(first: int, weights: Sequence[float]) -> CountDistribution:
    least = _NEGLIGIBLE * max(weights)
    begin = next(i for i, weight in enumerate(weights) if weight >= least)
    end = len(weights) - next(i for i, weight in enumerate(reversed(weights)) if weight >= least)
    kept = weights[begin:end]
    total = fsum(kept)
    probabilities = tuple(weight / total for weight in kept)
    return CountDistribution(
        first + begin,
        probabilities,
        tuple(accumulate(probabilities)),
        tuple(accumulate(reversed(probabilities))),
    )

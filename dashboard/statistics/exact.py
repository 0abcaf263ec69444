"""Exact binomial and Poisson tails, and the numbers that lie outside of them."""

from functools import lru_cache
from math import ceil, exp, lgamma, log, log1p

WIDE_TAIL = 0.025
NARROW_TAIL = 0.001
_NEGLIGIBLE = 1e-9


def binomial_at_most(k: int, n: int, p: float) -> float:
    """Return P(X <= k) of X ~ Binomial(n, p), summed term by term. 0 <= p <= 1."""
    if k < 0:
        return 0.0
    if k >= n:
        return 1.0
    return min(1.0, sum(_binomial_term(i, n, p) for i in range(k + 1)))


def binomial_at_least(k: int, n: int, p: float) -> float:
    """Return P(X >= k) of X ~ Binomial(n, p)."""
    return binomial_at_most(n - k, n, 1 - p)


def poisson_at_most(k: int, mean: float) -> float:
    """Return P(X <= k) of X ~ Poisson(mean), mean >= 0."""
    if k < 0:
        return 0.0
    return min(1.0, sum(_poisson_term(i, mean) for i in range(k + 1)))


def poisson_at_least(k: int, mean: float) -> float:
    """Return P(X >= k) of X ~ Poisson(mean)."""
    return max(0.0, 1.0 - poisson_at_most(k - 1, mean))


@lru_cache(maxsize=65536)
def lowest_usual_binomial(n: int, p: float, tail: float) -> int:
    """Return the smallest k of 0..n with P(X <= k) >= tail: the tail-quantile of Binomial(n, p).

    A count below it has a lower tail under ``tail``. Remembered, since a map asks for the same few.
    """
    below = 0.0
    for k in range(n):
        below += _binomial_term(k, n, p)
        if below >= tail:
            return k
    return n


def highest_usual_binomial(n: int, p: float, tail: float) -> int:
    """Return the largest k with P(X >= k) >= tail: a count above it has an upper tail under ``tail``."""
    return n - lowest_usual_binomial(n, 1 - p, tail)


def lowest_usual_poisson(mean: float, tail: float) -> int:
    """Return the smallest k with P(X <= k) >= tail of Poisson(mean)."""
    k, below = 0, _poisson_term(0, mean)
    while below < tail:
        k += 1
        below += _poisson_term(k, mean)
    return k


def highest_usual_poisson(mean: float, tail: float) -> int:
    """Return the largest k with P(X >= k) >= tail of Poisson(mean).

    The tail is summed from its far end, where terms are smallest: taken from 1 it would lose its digits,
    and never fall below a tail as small as limits widened far have.
    """
    k = ceil(mean)
    while _poisson_term(k, mean) >= tail * _NEGLIGIBLE:
        k += 1
    above = _poisson_term(k, mean)
    while above < tail and k > 0:
        k -= 1
        above += _poisson_term(k, mean)
    return k


def _binomial_term(k: int, n: int, p: float) -> float:
    if p <= 0.0:
        return 1.0 if k == 0 else 0.0
    if p >= 1.0:
        return 1.0 if k == n else 0.0
    ways = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
    return exp(ways + k * log(p) + (n - k) * log1p(-p))


def _poisson_term(k: int, mean: float) -> float:
    if mean <= 0.0:
        return 1.0 if k == 0 else 0.0
    return exp(k * log(mean) - mean - lgamma(k + 1))

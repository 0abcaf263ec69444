"""Exact binomial and Poisson tails."""

from math import exp, lgamma, log, log1p

WIDE_TAIL = 0.025
NARROW_TAIL = 0.001


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

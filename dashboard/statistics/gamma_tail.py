"""The upper tail of a distribution known by three moments: a shifted gamma, Pearson's type III."""

from math import exp, lgamma, log, sqrt
from statistics import NormalDist

_NORMAL = NormalDist()
_STRAIGHT = 0.02
"""A skewness so small that one term of Edgeworth's series is exact to the fourth decimal and beyond."""
_EXACT = 1e-14
_TINY = 1e-300
_MOST_STEPS = 100_000
_FARTHEST, _HALVINGS = 60.0, 48


def pearson_three_tail(deviate: float, skewness: float) -> float:
    """Return P(Z >= deviate) of a standardised variable (mean 0, variance 1) of this skewness."""
    if abs(skewness) < _STRAIGHT:
        return _NORMAL.cdf(-deviate) + skewness / 6 * (deviate**2 - 1) * _NORMAL.pdf(deviate)
    if skewness < 0:
        return 1 - pearson_three_tail(-deviate, -skewness)
    shape = 4 / skewness**2
    return gamma_tail(shape, shape + deviate * sqrt(shape))


def pearson_three_critical(tail: float, skewness: float) -> float:
    """Return the deviate beyond which lies this tail: the inverse of ``pearson_three_tail``."""
    low, high = -_FARTHEST, _FARTHEST
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if pearson_three_tail(middle, skewness) > tail else (low, middle)
    return (low + high) / 2


def gamma_tail(shape: float, x: float) -> float:
    """Return P(X >= x) of a gamma variable of scale 1: the upper regularised incomplete gamma function.

    Source: W. H. Press and others, "Numerical recipes", section 6.2 (series below the mean, Lentz's
    continued fraction above it).
    """
    if x <= 0:
        return 1.0
    scale = exp(shape * log(x) - x - lgamma(shape))
    return 1 - scale * _series(shape, x) if x < shape + 1 else scale * _fraction(shape, x)


def _series(shape: float, x: float) -> float:
    term = total = 1 / shape
    for n in range(1, _MOST_STEPS):
        term *= x / (shape + n)
        total += term
        if term < total * _EXACT:
            break
    return total


def _fraction(shape: float, x: float) -> float:
    b = x + 1 - shape
    c, d = 1 / _TINY, 1 / b
    value = d
    for n in range(1, _MOST_STEPS):
        a = -n * (n - shape)
        b += 2
        d = a * d + b
        d = 1 / (d if abs(d) > _TINY else _TINY)
        c = b + a / c
        c = c if abs(c) > _TINY else _TINY
        value *= d * c
        if abs(d * c - 1) < _EXACT:
            break
    return value

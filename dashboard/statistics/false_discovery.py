"""Many tests at once: which of them to mark, so that few of the marks are false."""

from collections.abc import Sequence
from math import sqrt
from statistics import NormalDist

from dashboard.statistics.overdispersion import phi_winsorised

RATE = 0.05
_SMALLEST = 1e-300
_NORMAL = NormalDist()


def benjamini_hochberg(p_values: Sequence[float], rate: float = RATE) -> frozenset[int]:
    """Return the positions of the tests to mark so that at most ``rate`` of the marks are false, on average.

    Source: Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", Journal of the Royal
    Statistical Society B 57 (1995) 289-300: the largest k with p(k) <= k * rate / m, and all below it.
    """
    ordered = sorted(range(len(p_values)), key=lambda i: p_values[i])
    last = 0
    for rank, i in enumerate(ordered, start=1):
        if p_values[i] <= rank * rate / len(p_values):
            last = rank
    return frozenset(ordered[:last])


def allowing_for_spread(p_values: Sequence[float], directions: Sequence[int]) -> list[float]:
    """Return two-sided p-values with the spread of all of them allowed for.

    ``directions`` are 1 where a value is above what is expected, -1 below. Counts of councils vary more
    than chance from year to year: each normal deviate is divided by sqrt(phi), phi winsorised by a
    tenth at each end (so that what is sought does not hide itself) and never below 1 (see
    ``overdispersion``).
    """
    z = [
        direction * -_NORMAL.inv_cdf(max(p, _SMALLEST) / 2)
        for p, direction in zip(p_values, directions, strict=True)
    ]
    shrink = sqrt(max(1.0, phi_winsorised(z) or 0.0))
    return [2 * _NORMAL.cdf(-abs(each) / shrink) for each in z]

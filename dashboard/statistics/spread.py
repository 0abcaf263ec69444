"""How far the councils of a type vary beyond chance, as one number.

Of shares it is the intra-class correlation r of the beta-binomial distribution, whose variance is
n p (1 - p) (1 + (n - 1) r); of rates the squared coefficient of variation s of the negative binomial,
with variance e + s e^2. Both are found by moments: the spread at which Pearson's statistic, each square
divided by its variance at that spread, is the number of councils less one (R. C. Paule and J. Mandel,
Journal of Research of the National Bureau of Standards 87 (1982) 377-385; of proportions D. A. Williams,
Applied Statistics 31 (1982) 144-148; of counts N. E. Breslow, Applied Statistics 33 (1984) 38-44).

All councils of the type go in, the one to be compared among them: its distance in standard deviations
cannot then exceed (councils - 1) / sqrt(councils), which does for a spread estimated from few what
Student's t does. Chosen by simulation (rates of 21 counties whose variance is 2 and 6 times the mean,
1,500 types each; nominal are 5% marked, 0.2% much): with it 4.0 and 4.4% are marked, 0.03 and 0.06% much;
with the council left out 5.7 and 6.2%, 0.5 and 0.6% much. Tried and not needed: a statistic set equal to the
median of chi-squared (3.7 and 4.1%), and its exact expectation for councils of unequal size, whose average
comes from themselves (the same within the simulation's error). ``python -m slow alarms`` prints all.
"""

from collections.abc import Callable, Sequence
from math import fsum

LARGEST_CORRELATION = 0.9
LARGEST_VARIATION = 100.0
_DECIMALS = 6
_HALVINGS = 48


def spread_of_shares(councils: Sequence[tuple[int, int, float]]) -> float:
    """Return the intra-class correlation of shares, 0 where they vary no more than chance explains.

    Each council is (count, cases, expected count); those without cases say nothing. The expected
    counts are those of an average over the same councils. To six decimals, as files hold it, so that
    what is used is what is printed.
    """
    counted = [(k, n, e) for k, n, e in councils if 0 < e < n]
    return _solved(
        [(k - e) ** 2 for k, _, e in counted],
        lambda spread: [e * (1 - e / n) * (1 + (n - 1) * spread) for _, n, e in counted],
        LARGEST_CORRELATION,
    )


def spread_of_rates(councils: Sequence[tuple[int, float]]) -> float:
    """Return the squared coefficient of variation of rates, 0 where they vary no more than chance explains.

    Each council is (events, expected events), the expected ones those of an average over the same
    councils. To six decimals.
    """
    counted = [(k, e) for k, e in councils if e > 0]
    return _solved(
        [(k - e) ** 2 for k, e in counted],
        lambda spread: [e + spread * e * e for _, e in counted],
        LARGEST_VARIATION,
    )


def _solved(squares: Sequence[float], variances: Callable[[float], Sequence[float]], largest: float) -> float:
    """Halve the interval in which the statistic falls to what is expected of it: it falls with the spread."""

    def too_small(spread: float) -> bool:
        each = zip(squares, variances(spread), strict=True)
        return fsum(square / variance for square, variance in each) > len(squares) - 1

    if len(squares) < 2 or not too_small(0.0):
        return 0.0
    low, high = 0.0, largest
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if too_small(middle) else (low, middle)
    return round((low + high) / 2, _DECIMALS)

"""How far the councils of a type vary beyond chance, as one number.

Of shares it is the intra-class correlation r of the beta-binomial distribution, whose variance is
n p (1 - p) (1 + (n - 1) r); of rates the squared coefficient of variation s of the negative binomial,
with variance e + s e^2. Both are found by moments: the spread at which Pearson's statistic, each
square divided by its variance at that spread, equals what is expected of it (R. C. Paule and J. Mandel,
Journal of Research of the National Bureau of Standards 87 (1982) 377-385; D. A. Williams, Applied
Statistics 31 (1982) 144-148; for counts N. E. Breslow, Applied Statistics 33 (1984) 38-44). What is
expected is not "councils less one" but exact for councils of unequal size, since the mean comes from
the same councils: E (k_i - e_i)^2 = V_i (1 - 2 w_i) + w_i^2 sum V, with w_i the council's part of the base.

All councils of the type go in, the one to be compared among them. Left out, its own range would be
too narrow whenever the others happen to agree: 7% false alarms of 21 counties. With it the standardised
distance cannot exceed (councils - 1) / sqrt(councils), which does what Student's t would do for a
spread estimated from few. Measured (``python -m slow alarms``, all of a type together): 1 to 4% of
councils marked where 5% is nominal, 0.0 to 0.1% "much" where 0.2% is. Tried and not better: expecting
"councils less one" (too small a spread where one council is a fifth of its type), and the median of
chi-squared in its place (a larger spread, fewer marks, no false alarms saved that were above nominal).
"""

from collections.abc import Callable, Sequence
from math import fsum

LARGEST_CORRELATION = 0.9
LARGEST_VARIATION = 100.0
_DECIMALS = 6
_HALVINGS = 48
_LARGEST_SHARE_OF_VARIANCE = 0.9


def spread_of_shares(councils: Sequence[tuple[int, int, float]]) -> float:
    """Return the intra-class correlation of shares, 0 where they vary no more than chance explains.

    Each council is (count, cases, expected count); those without cases say nothing. The expected
    counts are those of an average over the same councils. To six decimals, as files hold it, so that
    what is used is what is printed.
    """
    counted = [(k, n, e) for k, n, e in councils if 0 < e < n]
    base = sum(n for _, n, _ in counted)

    def variances(spread: float) -> list[float]:
        sizes = [n * (1 + (n - 1) * spread) for _, n, _ in counted]
        # p (1 - p) at the average found is too small by the average's own variance.
        of_average = min(fsum(sizes) / base**2, _LARGEST_SHARE_OF_VARIANCE)
        return [
            size * (e / n) * (1 - e / n) / (1 - of_average)
            for size, (_, n, e) in zip(sizes, counted, strict=True)
        ]

    squares = [(k - e) ** 2 for k, _, e in counted]
    return _solved(squares, [n / base for _, n, _ in counted], variances, LARGEST_CORRELATION)


def spread_of_rates(councils: Sequence[tuple[int, float]]) -> float:
    """Return the squared coefficient of variation of rates, 0 where they vary no more than chance explains.

    Each council is (events, expected events), the expected ones those of an average over the same
    councils. To six decimals.
    """
    counted = [(k, e) for k, e in councils if e > 0]
    base = fsum(e for _, e in counted)
    return _solved(
        [(k - e) ** 2 for k, e in counted],
        [e / base for _, e in counted],
        lambda spread: [e + spread * e * e for _, e in counted],
        LARGEST_VARIATION,
    )


def _solved(
    squares: Sequence[float],
    weights: Sequence[float],
    variances: Callable[[float], Sequence[float]],
    largest: float,
) -> float:
    """Halve the interval in which the statistic falls to what is expected of it: it falls with the spread."""

    def too_small(spread: float) -> bool:
        each = variances(spread)
        whole = fsum(each)
        expected = fsum(
            1 - 2 * w + w * w * whole / variance for w, variance in zip(weights, each, strict=True)
        )
        return fsum(square / variance for square, variance in zip(squares, each, strict=True)) > expected

    if len(squares) < 2 or not too_small(0.0):
        return 0.0
    low, high = 0.0, largest
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if too_small(middle) else (low, middle)
    return round((low + high) / 2, _DECIMALS)

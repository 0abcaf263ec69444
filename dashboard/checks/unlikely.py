"""Which of many counts are not to be believed by chance alone: exact tests, the spread allowed for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, lgamma

from dashboard.statistics.exact import binomial_at_least, binomial_at_most, poisson_at_least, poisson_at_most
from dashboard.statistics.false_discovery import allowing_for_spread, benjamini_hochberg


@dataclass(frozen=True, slots=True)
class Pair:
    """Something of one council counted twice: k of n before, and now; or of the others, and of itself."""

    slug: str
    before: tuple[int, int]
    now: tuple[int, int]


def marked(pairs: Sequence[Pair], test: Callable[[Pair], tuple[float, int]]) -> list[Pair]:
    """Return the pairs whose difference chance and the usual spread do not explain.

    At most one in twenty of those marked is so by luck, on average (Benjamini and Hochberg).
    ``test`` gives a two-sided p-value and the direction.
    """
    each = [test(pair) for pair in pairs]
    p_values = allowing_for_spread([p for p, _ in each], [direction for _, direction in each])
    chosen = benjamini_hochberg(p_values)
    return [pair for i, pair in enumerate(pairs) if i in chosen]


def volume_test(pairs: Sequence[Pair]) -> Callable[[Pair], tuple[float, int]]:
    """Return the test of a number of cases now against last year's, given how all councils went.

    Of a council's cases of both years together, the share that is of this year is that of all councils
    together: exact binomial, given the total. Only the first number of each pair is looked at.
    """
    before = sum(pair.before[0] for pair in pairs)
    now = sum(pair.now[0] for pair in pairs)
    share = now / (before + now) if before + now else 0.5

    def test(pair: Pair) -> tuple[float, int]:
        k, n = pair.now[0], pair.before[0] + pair.now[0]
        return _two_sided(binomial_at_most(k, n, share), binomial_at_least(k, n, share), higher=k > n * share)

    return test


def share_test(pair: Pair) -> tuple[float, int]:
    """Test a share now against the share before: Fisher's exact test, its smaller tail twice."""
    (a, n), (b, m) = pair.now, pair.before
    total, cases = a + b, n + m
    low, high = max(0, total - m), min(n, total)
    weights = [exp(_ways(n, k) + _ways(m, total - k) - _ways(cases, total)) for k in range(low, high + 1)]
    below = min(1.0, sum(weights[: a - low + 1]))
    above = min(1.0, sum(weights[a - low :]))
    return _two_sided(below, above, higher=a * m > b * n)


def against_share(pair: Pair) -> tuple[float, int]:
    """Test k of n (``now``) against a share known well (``before``: all the others): exact binomial."""
    k, n = pair.now
    share = pair.before[0] / pair.before[1]
    return _two_sided(binomial_at_most(k, n, share), binomial_at_least(k, n, share), higher=k > n * share)


def against_rate(pair: Pair) -> tuple[float, int]:
    """Test events among residents (``now``) against the rate of all the others: exact Poisson."""
    events, residents = pair.now
    mean = residents * pair.before[0] / pair.before[1]
    return _two_sided(poisson_at_most(events, mean), poisson_at_least(events, mean), higher=events > mean)


def _two_sided(below: float, above: float, *, higher: bool) -> tuple[float, int]:
    return min(1.0, 2 * min(below, above)), 1 if higher else -1


def _ways(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)

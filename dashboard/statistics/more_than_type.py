"""Whether a council has more of something than the others of its type: one upper tail.

The distribution is that of every comparison (``predictive``): the others' counts without the council,
their own chance allowed for, and the spread of the type in it always (rules R2, R4 and R14). Only more
is looked for, since what is watched is a warning.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from dashboard.statistics.exact import WIDE_TAIL
from dashboard.statistics.false_discovery import benjamini_hochberg
from dashboard.statistics.others import SizesOfOthers
from dashboard.statistics.predictive import Others, YearExpected, expected_rate, expected_share
from dashboard.statistics.spread import spread_of_rates, spread_of_shares
from dashboard.statistics.usual_range import Expectation
from dashboard.statistics.who_is_compared import LEAST_COUNCILS

Year = Mapping[str, tuple[int, int]]
"""The count and the base (cases, or residents) of every council of a type in a year."""
_Predict = Callable[[str, Sequence[YearExpected]], Expectation]


@dataclass(frozen=True, slots=True)
class Upper:
    """What is to be expected of a council's count, its usual range, and the chance of as many or more."""

    expected: float
    low: int
    high: int
    tail: float


def more_than_type(years: Sequence[Year], asked: Sequence[str], *, rate: bool = False) -> Mapping[str, Upper]:
    """Compare councils of a type over years with all others of it, for those ``asked`` that have a base.

    ``years`` hold every council of the type that existed then, ``rate`` says that they are events of
    residents and not cases of cases. Councils that are in not every one of them count among the others and
    are not compared. Empty where fewer councils than speak for a type have a base.
    """
    whole = [slug for slug in years[-1] if all(slug in year for year in years)]
    totals = {slug: (sum(y[slug][0] for y in years), sum(y[slug][1] for y in years)) for slug in whole}
    with_base = {slug: total for slug, total in totals.items() if total[1]}
    if len(with_base) < LEAST_COUNCILS:
        return {}
    sums = [(sum(k for k, _ in year.values()), sum(n for _, n in year.values())) for year in years]
    expected = {
        slug: fsum(year[slug][1] * k / n for year, (k, n) in zip(years, sums, strict=True) if n)
        for slug in with_base
    }
    predict = _rates(with_base, expected) if rate else _shares(with_base, expected)
    found = {}
    for slug in asked:
        if slug in with_base:
            parts = [
                YearExpected(year[slug][1], Others(k - year[slug][0], n - year[slug][1]))
                for year, (k, n) in zip(years, sums, strict=True)
                if year[slug][1] and n > year[slug][1]
            ]
            if sum(part.base for part in parts) == with_base[slug][1]:
                found[slug] = _upper(with_base[slug][0], predict(slug, parts))
    return found


def _shares(totals: Mapping[str, tuple[int, int]], expected: Mapping[str, float]) -> _Predict:
    spread = spread_of_shares([(k, n, expected[slug]) for slug, (k, n) in totals.items()])
    sizes = SizesOfOthers({slug: n for slug, (_, n) in totals.items()})
    return lambda slug, parts: expected_share(parts, spread, sizes.without(slug))


def _rates(totals: Mapping[str, tuple[int, int]], expected: Mapping[str, float]) -> _Predict:
    spread = spread_of_rates([(k, expected[slug]) for slug, (k, _) in totals.items()])
    sizes = SizesOfOthers(expected)
    return lambda slug, parts: expected_rate(parts, spread, sizes.without(slug))


def _upper(count: int, expectation: Expectation) -> Upper:
    usual = expectation.usual()
    return Upper(expectation.mean, usual.low, usual.high, expectation.at_average.at_least(count))


def beyond_chance(tails: Sequence[float], looked_at: int, rate: float) -> frozenset[int]:
    """Return the positions of the tails that stand out among all that was looked at.

    ``tails`` are of those with more than is expected; the others of ``looked_at`` count as certain. At most
    ``rate`` of what is returned is false, on average (``benjamini_hochberg``), and each lies outside of the
    usual range, so that no picture or sentence of that range contradicts it. Raises ValueError where fewer
    were looked at than there are tails.
    """
    if looked_at < len(tails):
        raise ValueError(f"{len(tails)} tails of {looked_at} that were looked at")
    every = [*tails, *([1.0] * (looked_at - len(tails)))]
    return frozenset(i for i in benjamini_hochberg(every, rate) if i < len(tails) and tails[i] < WIDE_TAIL)

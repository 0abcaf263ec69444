"""Who looks often enough sees a mark: the chance of at least one over several years and measures."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, fsum, lgamma, log, log1p, prod, sqrt
from statistics import NormalDist

from dashboard.domain.comparison import Compared
from dashboard.domain.measure import Measure

_STEPS, _FARTHEST = 33, 4.0
_NORMAL = NormalDist()
_PLACES = tuple(_FARTHEST * (2 * step / (_STEPS - 1) - 1) for step in range(_STEPS))
_DENSITIES = tuple(map(_NORMAL.pdf, _PLACES))
_WEIGHTS = tuple(density / fsum(_DENSITIES) for density in _DENSITIES)
_LEAST = 1e-12
_HIGHEST_POWER, _HALVINGS = 64.0, 24
_FARTHEST_ODDS = 30.0  # in logarithms
LESS, MORE = 0.75, 1.45
"""How far marks may be fewer or more than ``chance_of_a_mark`` has them, as multiples of their number."""


@dataclass(frozen=True, slots=True)
class Look:
    """One comparison of a council: the chance of a mark though it is like its type, and what that rests on.

    ``low`` to ``high`` is the usual range of the count, ``expected`` the count at the average, ``cases``
    those of a share (None: a rate), ``spread`` the spread between councils in the range (None or 0: none).
    """

    measure: str
    luck: float
    low: int
    high: int
    expected: float
    cases: int | None
    spread: float | None


def look_of(measure: Measure, base: int | None, compared: Compared) -> Look | None:
    """Return a comparison as a look; None where there is none. ``base`` are its cases or residents."""
    if compared.low is None or compared.high is None or compared.expected is None:
        return None
    return Look(
        *(measure.id, compared.luck, compared.low, compared.high),
        *(compared.expected, base if measure.is_share else None, compared.spread),
    )


def chance_of_a_mark(looks: Iterable[Look]) -> float:
    """Return the chance that a council like its type is marked at least once.

    ``looks`` are the comparisons made of it: years and measures shown, each once (no three years pooled
    beside the years themselves). The marks of a measure whose range has no spread in it come about
    independently, each with the chance of its year. Where councils vary, what sets one apart lasts: it keeps
    its place among its type in all years, so that marks come together. That place is a standard normal
    deviate, by which its rate differs in logarithms and its share in log-odds, and which is averaged
    over. Of different measures marks are taken as independent.

    What is said and what happens in simulation: ``docs/decisions/usual-ranges.md``.
    """
    unmarked, lasting = 1.0, defaultdict[str, list[Look]](list)
    for look in looks:
        if look.spread:
            lasting[look.measure].append(look)
        else:
            unmarked *= 1 - look.luck
    return 1 - unmarked * prod(_never_marked(years) for years in lasting.values())


def may_be(chance: float) -> tuple[float, float]:
    """Return between what the chance of at least one mark may lie, where it is worked out as ``chance``.

    What is not known is how councils do vary that seem alike. Where their shares vary too mildly for the
    test to find it in each year, marks are up to 1.45 times as many as worked out; where they do not vary
    at all, and rates are taken to, down to 0.75 times. Both by simulation, see ``chance_of_a_mark``. Marks
    are counted as they would come about independently: -log(1 - chance).
    """
    if chance >= 1:
        return 1.0, 1.0
    return 1 - (1 - chance) ** LESS, 1 - (1 - chance) ** MORE


def _never_marked(years: Sequence[Look]) -> float:
    """Average over the place of a council in its type: the chance of no mark in any of a measure's years."""
    unmarked = [1.0] * _STEPS
    for year in years:
        unmarked = [u * inside for u, inside in zip(unmarked, _unmarked(year), strict=True)]
    return _averaged(unmarked)


def _unmarked(look: Look) -> list[float]:
    """Return the chance of no mark in a year at every place, so that they come to ``luck`` on average.

    The others' average and spread are not known exactly, which moves a council among them. So the chances
    of a count within the range are all taken to the power at which they average what is known of the year.
    """
    inside = [log(max(_inside(look, place), _LEAST)) for place in _PLACES]
    low, high = 0.0, _HIGHEST_POWER
    for _ in range(_HALVINGS):
        power = (low + high) / 2
        enough = _averaged([exp(power * each) for each in inside]) < 1 - look.luck
        low, high = (low, power) if enough else (power, high)
    return [exp(high * each) for each in inside]


def _averaged(of_places: Sequence[float]) -> float:
    return fsum(w * each for w, each in zip(_WEIGHTS, of_places, strict=True))


def _inside(look: Look, place: float) -> float:
    """Return the chance of a count within the usual range, for a council at a place of its type."""
    spread = look.spread or 0.0
    if look.cases is None:
        width = log1p(spread)
        return _poisson_within(look.low, look.high, look.expected * exp(sqrt(width) * place - width / 2))
    share = _possible(look.expected / look.cases)
    apart = sqrt(spread / (share * (1 - share))) * place
    odds = share / (1 - share) * exp(min(max(apart, -_FARTHEST_ODDS), _FARTHEST_ODDS))
    return _binomial_within(look.low, look.high, look.cases, _possible(odds / (1 + odds)))


def _possible(share: float) -> float:
    """Return a share that is neither none nor all: logarithms are taken of it."""
    return min(max(share, _LEAST), 1 - _LEAST)


def _poisson_within(low: int, high: int, mean: float) -> float:
    term = exp(low * log(max(mean, _LEAST)) - mean - lgamma(low + 1))
    total = term
    for k in range(low + 1, high + 1):
        term *= mean / k
        total += term
    return min(total, 1.0)


def _binomial_within(low: int, high: int, n: int, share: float) -> float:
    ways = lgamma(n + 1) - lgamma(low + 1) - lgamma(n - low + 1)
    term = exp(ways + low * log(share) + (n - low) * log1p(-share))
    total, odds = term, share / (1 - share)
    for k in range(low, min(high, n)):
        term *= (n - k) / (k + 1) * odds
        total += term
    return min(total, 1.0)

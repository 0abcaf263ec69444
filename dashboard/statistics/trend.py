"""Change between two years and a trend over several, said only where it is more than chance."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from dashboard.statistics.intervals import Interval, Z, newcombe, rate_difference
from dashboard.statistics.small_numbers import too_few_to_compare

TREND_POINTS = 5


class Direction(StrEnum):
    """Which way a figure went, as far as chance lets us say."""

    UP = "up"
    DOWN = "down"
    NO_CLEAR_CHANGE = "no_clear_change"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class Point:
    """One year of a series: ``at`` is the year's number, ``base`` cases or residents."""

    at: int
    events: int
    base: int


def change_in_share(before: tuple[int, int], after: tuple[int, int]) -> Direction:
    """Say whether a share changed: only if Newcombe's interval for the difference excludes zero.

    Each is (k, n); with fewer than five cases on either side there is nothing to compare.
    """
    if too_few_to_compare(min(before[1], after[1])):
        return Direction.TOO_FEW
    return _direction(newcombe(before, after))


def change_in_rate(before: tuple[int, int], after: tuple[int, int]) -> Direction:
    """Say whether a rate changed. Each is (events, population); too few are under five events both times."""
    if too_few_to_compare(max(before[0], after[0])):
        return Direction.TOO_FEW
    return _direction(rate_difference(before, after))


def trend_in_share(points: Sequence[Point]) -> Direction:
    """Say whether a share rises or falls over five or more years, and would without any one of them.

    Source: P. Armitage, "Tests for linear trends in proportions and frequencies", Biometrics 11
    (1955) 375-386 (the Cochran-Armitage test, 5% two-sided). Years without cases do not count.
    """
    return _robust(points, _z_share)


def trend_in_rate(points: Sequence[Point]) -> Direction:
    """Say whether a rate rises or falls over five or more years, and would without any one of them.

    Source: Armitage (1955), the same score test with Poisson counts given their total.
    """
    return _robust(points, _z_rate)


def _direction(difference: Interval) -> Direction:
    if not difference.excludes_zero:
        return Direction.NO_CLEAR_CHANGE
    return Direction.UP if difference.estimate > 0 else Direction.DOWN


def _robust(points: Sequence[Point], z_of: Callable[[Sequence[Point]], float]) -> Direction:
    held = [point for point in points if point.base]
    if len(held) < TREND_POINTS:
        return Direction.TOO_FEW
    each = [z_of(held), *(z_of([*held[:i], *held[i + 1 :]]) for i in range(len(held)))]
    if min(each) > Z:
        return Direction.UP
    if max(each) < -Z:
        return Direction.DOWN
    return Direction.NO_CLEAR_CHANGE


def _z_share(points: Sequence[Point]) -> float:
    share = sum(p.events for p in points) / sum(p.base for p in points)
    return _score(points, share, share * (1 - share))


def _z_rate(points: Sequence[Point]) -> float:
    rate = sum(p.events for p in points) / sum(p.base for p in points)
    return _score(points, rate, rate)


def _score(points: Sequence[Point], rate: float, variance: float) -> float:
    """Return the score of a linear trend over its standard error (0 where nothing varies)."""
    base = sum(p.base for p in points)
    middle = sum(p.at * p.base for p in points) / base
    spread = variance * sum(p.base * (p.at - middle) ** 2 for p in points)
    if spread <= 0:
        return 0.0
    return sum((p.at - middle) * (p.events - p.base * rate) for p in points) / sqrt(spread)

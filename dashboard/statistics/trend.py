"""A trend over several years, said only where it is more than chance; and which way a figure went."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from dashboard.statistics.intervals import Z

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

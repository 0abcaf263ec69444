"""A figure against its benchmark: what luck does, and how far out it lies."""

from dashboard.domain.comparison import Comparison
from dashboard.domain.figures import Figure
from dashboard.domain.measures import MEASURES, Unit
from dashboard.statistics.chance import Luck, luck_of_rate, luck_of_share
from dashboard.statistics.comparison import type_rate
from dashboard.statistics.overdispersion import z_events, z_share

JUDGED = frozenset(Comparison) - {Comparison.NONE}
"""The outcomes of a comparison that was made."""


def luck_of(figure: Figure) -> Luck:
    """Return the exact probability that luck marks a council, given its cases and its benchmark."""
    measure = MEASURES[figure.measure]
    if figure.comparison is Comparison.NONE or figure.benchmark is None or not figure.denominator:
        return Luck(0.0, 0.0)
    luck = luck_of_share if measure.unit is Unit.PERCENT else luck_of_rate
    return luck(figure.denominator, type_rate(figure.benchmark, measure))


def z_of(figure: Figure) -> float | None:
    """Return how many standard errors a figure lies from its benchmark; None where it is not compared."""
    if figure.comparison not in JUDGED or figure.benchmark is None:
        return None
    if figure.numerator is None or not figure.denominator:
        return None
    measure = MEASURES[figure.measure]
    of_type = type_rate(figure.benchmark, measure).value
    if measure.unit is Unit.PERCENT:
        return z_share(figure.numerator, figure.denominator, of_type) if 0 < of_type < 1 else None
    expected = figure.denominator * of_type
    return z_events(figure.numerator, expected) if expected > 0 else None

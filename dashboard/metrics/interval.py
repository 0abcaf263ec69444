"""The 95% interval of a figure."""

from dataclasses import replace

from dashboard.domain.figures import Figure, State
from dashboard.domain.measure import Measure, Unit
from dashboard.statistics.intervals import rate, wilson


def with_interval(figure: Figure, measure: Measure) -> Figure:
    """Return a figure with its 95% interval in the measure's unit: of a share or a rate that has a value."""
    if figure.state is not State.VALUE or figure.numerator is None or not figure.denominator:
        return figure
    if measure.unit is Unit.PERCENT:
        interval = wilson(figure.numerator, figure.denominator).scaled(100)
    elif measure.unit is Unit.PER_100K:
        interval = rate(figure.numerator, figure.denominator)
    else:
        return figure
    return replace(figure, low=interval.low, high=interval.high)

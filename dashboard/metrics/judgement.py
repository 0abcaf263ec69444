"""What chance allows of a figure: its interval, its comparison with its type, the range usual there."""

from dataclasses import replace

from dashboard.domain.figures import Benchmark, Comparison, Figure, State
from dashboard.domain.measures import Measure, Unit
from dashboard.statistics.comparison import compare_rate, compare_share, type_rate, usual_events, usual_range
from dashboard.statistics.intervals import rate, wilson

NOT_COMPARED = frozenset({Comparison.NONE, Comparison.TOO_FEW})


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


def compared(figure: Figure, measure: Measure, benchmark: Benchmark | None) -> Figure:
    """Return a figure beside the benchmark of its type, compared with it where the measure allows.

    The usual range is given only where there is a comparison: below five cases the counts lead.
    """
    beside = replace(figure, benchmark=benchmark)
    if benchmark is None or not measure.compared or figure.state is not State.VALUE:
        return beside
    numerator, denominator = figure.numerator, figure.denominator
    if numerator is None or not denominator:
        return beside
    of_type = type_rate(benchmark, measure)
    share = measure.unit is Unit.PERCENT
    told = (compare_share if share else compare_rate)(numerator, denominator, of_type)
    if told in NOT_COMPARED:
        return replace(beside, comparison=told)
    low, high = (usual_range if share else usual_events)(denominator, of_type)
    return replace(beside, comparison=told, usual_low=low, usual_high=high)

"""The short words of one figure in a table: its value with its fraction, why there is none, its origin."""

from dashboard.domain.comparison import NoComparison
from dashboard.domain.figures import Benchmark, BenchmarkKind, Figure, State
from dashboard.domain.measure import Measure
from dashboard.domain.measures import COMPLIANCE, MEASURES
from dashboard.domain.origin import Origin
from dashboard.words import comparisons, states, values
from dashboard.words import figure as say

NOTHING = "–"
NO_CASES, NOT_HELD, NOT_APPLICABLE = (
    states.SHORT[state] for state in (State.NO_CASES, State.NOT_HELD, State.NOT_APPLICABLE)
)
ENDED = "Ended"
TOO_FEW = comparisons.SHORT_REASONS[NoComparison.TOO_FEW_CASES]
FEW = "few cases"

EXPLAINED = {
    NO_CASES: "No cases: nothing was counted in the year that a rate could be worked out of. It is not 0%.",
    NOT_HELD: f"Not held: {states.NOWHERE_STATED}",
    NOT_APPLICABLE: "Not applicable: the Ombudsman did not count this for that year or council.",
    ENDED: "Ended: the council was no more in that year, and others had its services.",
    states.within(
        State.PERCENTAGE_ONLY
    ): "Counts not held: a percentage is held without its counts, so nothing is compared.",
    TOO_FEW: "Too few to compare: fewer than five cases. The counts lead, and nothing is compared.",
    comparisons.CANNOT_DIFFER: (
        "Too few to show a difference: whatever had been found in so few cases would be within what chance "
        "explains."
    ),
    comparisons.CLEAR: (
        "No clear difference: the number lies within the range usual for the type. That is not likeness: "
        "small numbers cannot show a difference."
    ),
    comparisons.OTHERS_SIMULATED: (
        "Others simulated: the council’s own figure is real, those of the other councils of its type are "
        "not, and so neither is the comparison."
    ),
    FEW: "Few cases: five to 29. The interval is wide; read the counts first.",
}
"""What a short word in a table means, in a sentence."""


def shown(figure: Figure) -> str:
    """Write a figure: "82% (27 of 33)", counts first below five cases, a word where there is none."""
    if figure.state is State.PERCENTAGE_ONLY and (text := values.value(figure)) is not None:
        return f"{text} ({states.within(figure.state)})"
    return values.of_figure(figure) or states.short(figure.state)


def interval(figure: Figure) -> str:
    """Write a figure's 95% interval, a dash where there is none or the counts lead."""
    return say.range_text(figure) or NOTHING


def few(figure: Figure) -> str:
    """Return the flag of five to 29 cases; nothing where there are more, or where the counts lead.

    Compliance bears none: what fell due is counted, not sampled.
    """
    flagged = figure.few and figure.measure != COMPLIANCE.id and not say.leads_with_counts(figure)
    return FEW if flagged else ""


def compared(figure: Figure) -> str:
    """Say in few words how a figure stands against its type."""
    if figure.state is not State.VALUE:
        return NOTHING
    return comparisons.short(figure)


def average(benchmark: Benchmark | None, measure: Measure) -> str:
    """Write a type's average and whose it is: "79%, printed", "81%, pooled, simulated"."""
    if benchmark is None:
        return NOT_HELD
    value = values.average(benchmark, measure)
    if benchmark.kind is BenchmarkKind.PRINTED:
        return f"{value}, printed"
    simulated = ", simulated" if benchmark.origin is Origin.SIMULATED else ""
    return f"{value}, pooled{simulated}"


def origin(figure: Figure) -> str:
    """Name a figure's origin, and that of its counts where it is another."""
    if figure.shown is None and figure.numerator is None:
        return NOTHING
    value, counts = figure.shown_origin, figure.origin
    if value is None:
        return counts.value if counts else NOTHING
    rate_twin = MEASURES[figure.measure].is_rate and counts is Origin.DERIVED
    if counts is None or counts is value or rate_twin or figure.printed is None:
        return value.value
    return f"{value.value}; counts {counts.value}"

"""What a measure's bar says in words: the range usual, the average that was tested against, all of it."""

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import ComparedWith
from dashboard.domain.figures import Benchmark, Figure
from dashboard.domain.formats import interval, thousands
from dashboard.domain.measure import PER, Measure
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.repository.records import Council
from dashboard.words import comparisons, values


def usual_range(figure: Figure) -> str:
    """Say the usual range in counts: "39 to 51 of 57 would be usual"; of a rate in its unit too."""
    low, high, base = figure.compared.low or 0, figure.compared.high or 0, figure.denominator or 1
    measure = MEASURES[figure.measure]
    if not figure.compared.could_differ:
        return "any number would be usual of so few"
    counts = f"{thousands(low)} to {thousands(high)}" if low < high else thousands(low)
    if measure.is_share:
        return f"{counts} of {thousands(base)} would be usual"
    per = PER[measure.unit]
    rates = interval(measure, per * low / base, per * high / base).replace("–", " to ")
    return f"{counts} {measure.words.done} would be usual ({rates} per 100,000)"


def others(figure: Figure, kind: AuthorityType) -> str:
    """Name the average of all others: "other unitary councils together 78% (423 of 540)"."""
    compared, measure = figure.compared, MEASURES[figure.measure]
    told = values.of_counts(measure, compared.others_numerator or 0, compared.others_denominator or 1)
    simulated = ", simulated" if compared.origin is Origin.SIMULATED else ""
    return f"{comparisons.whom(compared, kind)} together {told}{simulated}"


def printed(benchmark: Benchmark, measure: Measure) -> str:
    """Name a printed average, beside the one that was tested against or as that: "printed average 85%"."""
    reported = ", as reported by a council or the press" if benchmark.origin is Origin.REPORTED else ""
    value = values.average(benchmark, measure)
    return f"average printed by the Ombudsman{reported} {value}, this council included"


def alternative(figure: Figure, council: Council) -> str:
    """Say all that the bar shows."""
    parts = [f"{council.short_name} {values.of_figure(figure)}"]
    if figure.shown_origin is not None:
        parts.append(figure.shown_origin.words)
    if figure.compared.made:
        parts += [usual_range(figure), _tested_against(figure, council.type)]
    return f"{', '.join(parts)}."


def _tested_against(figure: Figure, kind: AuthorityType) -> str:
    if figure.compared.compared_with is ComparedWith.OTHERS or figure.benchmark is None:
        return others(figure, kind)
    return printed(figure.benchmark, MEASURES[figure.measure])

"""What a measure's bar says in words: the average that was tested against, and all of it."""

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import ComparedWith
from dashboard.domain.figures import Benchmark, Figure
from dashboard.domain.measure import Measure
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.repository.records import Council
from dashboard.words import comparisons, values
from dashboard.words.usual import usual_range


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

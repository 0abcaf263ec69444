"""The usual range of a figure in words: how many of so many chance would let one expect."""

from dashboard.domain.figures import Figure
from dashboard.domain.formats import interval, thousands
from dashboard.domain.measure import PER
from dashboard.domain.measures import MEASURES


def usual_range(figure: Figure) -> str:
    """Say the usual range in counts: "39 to 51 of 57 would be usual"; of a rate in its unit too."""
    low, high, base = figure.compared.low or 0, figure.compared.high or 0, figure.denominator or 1
    measure = MEASURES[figure.measure]
    if not figure.compared.could_differ:
        return "any number would be usual of so few"
    if measure.is_share:
        return f"{usual_counts(figure)} of {thousands(base)} would be usual"
    per = PER[measure.unit]
    rates = interval(measure, per * low / base, per * high / base).replace("–", " to ")
    return f"{usual_counts(figure)} {measure.words.done} would be usual ({rates} per 100,000)"


def usual_counts(figure: Figure) -> str:
    """Say the ends of the usual range, as counts: "39 to 51"; "any" where no number would be beyond it."""
    low, high = figure.compared.low or 0, figure.compared.high or 0
    if not figure.compared.could_differ:
        return "any"
    return f"{thousands(low)} to {thousands(high)}" if low < high else thousands(low)

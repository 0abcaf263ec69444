"""Which class a figure falls in on the map: five steps, five standings, and the states that have no shade."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum

from dashboard.addresses.view_state import Reading
from dashboard.domain.comparison import Comparison, NoComparison
from dashboard.domain.figures import Figure, State
from dashboard.domain.formats import value_text
from dashboard.domain.measure import PER, Measure, Unit
from dashboard.domain.measures import MEASURES
from dashboard.words import states
from dashboard.words.comparisons import CANNOT_DIFFER, SHORT
from dashboard.words.figure import leads_with_counts


class MapClass(StrEnum):
    """A class of the map; the value is the CSS class of its shapes and the id of its pattern, if any."""

    STEP_1 = "step-1"
    STEP_2 = "step-2"
    STEP_3 = "step-3"
    STEP_4 = "step-4"
    STEP_5 = "step-5"
    MUCH_LOWER = "much-lower"
    LOWER = "lower"
    NO_CLEAR_DIFFERENCE = "no-clear-difference"
    HIGHER = "higher"
    MUCH_HIGHER = "much-higher"
    FEW = "few"
    PERCENTAGE_ONLY = "percentage-only"
    NOT_COMPARED = "not-compared"
    NO_CASES = "no-cases"
    NOT_HELD = "not-held"
    NOT_APPLICABLE = "not-applicable"


STEPS = (MapClass.STEP_1, MapClass.STEP_2, MapClass.STEP_3, MapClass.STEP_4, MapClass.STEP_5)
STANDINGS = {
    Comparison.MUCH_LOWER: MapClass.MUCH_LOWER,
    Comparison.LOWER: MapClass.LOWER,
    Comparison.NO_CLEAR_DIFFERENCE: MapClass.NO_CLEAR_DIFFERENCE,
    Comparison.HIGHER: MapClass.HIGHER,
    Comparison.MUCH_HIGHER: MapClass.MUCH_HIGHER,
}
UNSHADED = (
    MapClass.FEW,
    MapClass.PERCENTAGE_ONLY,
    MapClass.NOT_COMPARED,
    MapClass.NO_CASES,
    MapClass.NOT_HELD,
    MapClass.NOT_APPLICABLE,
)
_OF_STATE = {
    State.NO_CASES: MapClass.NO_CASES,
    State.NOT_HELD: MapClass.NOT_HELD,
    State.NOT_APPLICABLE: MapClass.NOT_APPLICABLE,
    State.PERCENTAGE_ONLY: MapClass.PERCENTAGE_ONLY,
}


def step(value: Decimal, breaks: Sequence[float]) -> MapClass:
    """Return the step a value is in, by the value as it is shown: a shown 60% is in "60 to 69%"."""
    return STEPS[sum(value >= Decimal(str(lower)) for lower in breaks)]


def by_figure(figure: Figure) -> MapClass:
    """Return the class of a figure on the map of figures."""
    if figure.state in _OF_STATE:
        return _OF_STATE[figure.state]
    if leads_with_counts(figure):
        return MapClass.FEW
    if figure.shown is None:
        raise ValueError(f"{figure.slug} {figure.year} {figure.measure} has a value that is not known")
    return step(_without_absolute(figure, figure.shown), MEASURES[figure.measure].breaks)


def _without_absolute(figure: Figure, shown: Decimal) -> Decimal:
    """Return the value a class goes by: "over 99%" is under 100%, though it rounds to it."""
    measure = MEASURES[figure.measure]
    claims_all = (
        figure.printed is None and shown == PER[Unit.PERCENT] and figure.numerator != figure.denominator
    )
    return shown - Decimal(1).scaleb(-measure.decimals) if measure.is_share and claims_all else shown


def by_comparison(figure: Figure) -> MapClass:
    """Return the class of a figure on the map of comparisons with councils of its type.

    Where no result could have been beyond chance nothing is shaded: the cases are too few to show it.
    """
    if figure.state in _OF_STATE:
        return _OF_STATE[figure.state]
    compared = figure.compared
    if compared.reason is NoComparison.TOO_FEW_CASES or (compared.made and not compared.could_differ):
        return MapClass.FEW
    return STANDINGS.get(figure.comparison, MapClass.NOT_COMPARED)


def effective_reading(measure: Measure, reading: Reading) -> Reading:
    """Return how the map is really read: a measure that is never compared shows its figure."""
    return reading if measure.compared else Reading.FIGURE


def classify(figure: Figure, reading: Reading) -> MapClass:
    """Return the class of a figure in a reading of the map."""
    return by_comparison(figure) if reading is Reading.COMPARED else by_figure(figure)


def class_label(kind: MapClass, measure: Measure, reading: Reading = Reading.FIGURE) -> str:
    """Return the words of a class in the legend of a reading."""
    if kind in STEPS:
        return _step_label(STEPS.index(kind), measure)
    if kind is MapClass.FEW and reading is Reading.COMPARED:
        return CANNOT_DIFFER
    return _LABELS[kind]


def _step_label(index: int, measure: Measure) -> str:
    bounds = [Decimal(str(lower)) for lower in measure.breaks]
    if index == 0:
        return f"Under {value_text(measure, bounds[0])}"
    low = bounds[index - 1]
    if index == len(bounds):
        text = value_text(measure, low)
        return text if measure.unit is Unit.PERCENT and low == 100 else f"{text} or more"
    if measure.is_share and bounds[index] == PER[Unit.PERCENT]:
        return f"{value_text(measure, low)} to under {value_text(measure, bounds[index])}"
    high = bounds[index] - Decimal(1).scaleb(-measure.decimals)
    return f"{value_text(measure, low).removesuffix('%')} to {value_text(measure, high)}"


_LABELS = {
    **{kind: SHORT[comparison] for comparison, kind in STANDINGS.items()},
    MapClass.FEW: "Fewer than 5 cases",
    MapClass.NOT_COMPARED: SHORT[Comparison.NONE],
    **{kind: states.short(state) for state, kind in _OF_STATE.items()},
}

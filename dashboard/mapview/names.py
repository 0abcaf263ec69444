"""What is said of one council on the map: its accessible name, and the cells of the table beside it."""

from dashboard.domain.figures import Figure, State
from dashboard.domain.formats import fraction, thousands
from dashboard.domain.measure import Unit
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.repository.records import Council
from dashboard.words import map_phrases as phrases
from dashboard.words.comparisons import on_map
from dashboard.words.figure import leads_with_counts
from dashboard.words.values import average, value


def accessible_name(council: Council, figure: Figure, period: int = 1) -> str:
    """Return a shape's name: council, value, cases, comparison, average, origin; then the figure's note.

    "Leeds City Council, 82%, 27 of 33, no clear difference from other metropolitan borough councils,
    average 80%, simulated". Below five cases the counts lead.
    """
    value, cases = value_cell(figure), cases_cell(figure, period)
    said = (cases, value) if leads_with_counts(figure) else (value, cases)
    parts = (
        council.name,
        *said,
        comparison_cell(council, figure),
        _average_said(figure),
        origin_cell(figure),
    )
    name = ", ".join(part for part in parts if part)
    return f"{name}. {figure.note}" if figure.note else name


def value_cell(figure: Figure) -> str:
    """Return the value as shown ("82%", "4.2 per 100,000"), or in words why there is none."""
    measure = MEASURES[figure.measure]
    if figure.state is State.NO_CASES:
        return measure.words.nothing
    text = value(figure)
    if text is None:
        return phrases.STATES.get(figure.state, phrases.STATES[State.NOT_HELD])
    return text if measure.is_share else phrases.PER_100K.format(value=text)


def cases_cell(figure: Figure, period: int = 1) -> str:
    """Return the counts a value stands on ("27 of 33"), "" where there is neither value nor count."""
    if figure.state is State.PERCENTAGE_ONLY:
        return phrases.COUNTS_NOT_HELD
    if figure.state is not State.VALUE or figure.numerator is None or figure.denominator is None:
        return ""
    counted = MEASURES[figure.measure].words.done
    if MEASURES[figure.measure].unit is Unit.PERCENT:
        text = fraction(figure.numerator, figure.denominator)
        return f"{text} {counted}" if leads_with_counts(figure) else text
    return phrases.RATE_BASE[period].format(
        n=thousands(figure.numerator), d=thousands(figure.denominator), counted=counted
    )


def comparison_cell(council: Council, figure: Figure) -> str:
    """Return how a council stands against its type, in words; "" where nothing is compared."""
    return on_map(figure).format(councils=council.type.councils, beyond="")


def average_cell(figure: Figure) -> str:
    """Return the average of the council's type, "" where there is none beside the figure."""
    if figure.benchmark is None:
        return ""
    return average(figure.benchmark, MEASURES[figure.measure])


def origin_cell(figure: Figure) -> str:
    """Return the origin of what is shown; both, where a printed value stands beside other counts."""
    shown, counts = shown_origin(figure), figure.origin
    if shown is None:
        return ""
    if figure.state is State.VALUE and counts is not None and counts is not shown:
        return phrases.ORIGINS_DIFFER.format(printed=shown.value, counts=counts.value)
    return shown.value


def shown_origin(figure: Figure) -> Origin | None:
    """Return the origin of what the map shows; None where it shows nothing, whatever part of it is held."""
    if figure.state in {State.NOT_HELD, State.NOT_APPLICABLE}:
        return None
    return figure.shown_origin


def _average_said(figure: Figure) -> str:
    text = average_cell(figure)
    known = figure.state in {State.VALUE, State.PERCENTAGE_ONLY}
    return phrases.AVERAGE.format(value=text) if text and known else ""

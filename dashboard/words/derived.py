"""Why a figure is ours: the sentence that stands beside "derived" where nothing else explains it."""

from dashboard.domain.figures import Figure
from dashboard.domain.measure import Unit
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin, derived_from


def told_origin(figure: Figure) -> Origin | None:
    """Return the origin of a figure's counts and computed value, in one word; the printed value has its own.

    A computed value that is not the printed one was printed by nobody: it is derived. A percentage held
    without its counts has the origin of what is printed.
    """
    if figure.origin is None:
        return figure.printed_origin
    agrees = figure.printed in (None, figure.value) or figure.value is None
    return figure.origin if agrees else derived_from(figure.origin)


def note(figure: Figure) -> str:
    """Return a figure's note; of a derived one without any how it was made. Empty where nothing is to say."""
    if figure.note or told_origin(figure) is not Origin.DERIVED:
        return figure.note or ""
    unit = MEASURES[figure.measure].unit
    if figure.printed is not None:
        return "Worked out by this project from the counts, and rounded otherwise than it was printed."
    if unit is Unit.COUNT:
        return "Added up by this project: no such number was printed."
    printed = "percentage" if unit is Unit.PERCENT else "rate"
    return f"Worked out by this project from the counts: no {printed} was printed."

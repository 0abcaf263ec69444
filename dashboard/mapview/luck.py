"""How many marks luck alone would make on the map in view."""

from collections.abc import Iterable

from dashboard.domain.figures import Figure
from dashboard.statistics.chance import expected_marks
from dashboard.statistics.of_figure import luck_of


def marks_by_luck(figures: Iterable[Figure]) -> float:
    """Return the sum, over the councils compared, of the exact probability that luck marks one."""
    return expected_marks(map(luck_of, figures)).marked

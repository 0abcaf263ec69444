"""The legend: every class of the map in view, with the number of councils in it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.addresses.view_state import Reading
from dashboard.domain.figures import Figure
from dashboard.domain.measure import Measure
from dashboard.mapview.classes import STEPS, UNSHADED, MapClass, class_label, classify

_STANDINGS_DOWN = (
    MapClass.MUCH_HIGHER,
    MapClass.HIGHER,
    MapClass.NO_CLEAR_DIFFERENCE,
    MapClass.LOWER,
    MapClass.MUCH_LOWER,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the legend."""

    kind: MapClass
    label: str
    councils: int


def legend(figures: Iterable[Figure], measure: Measure, reading: Reading) -> tuple[Entry, ...]:
    """Return the legend, highest class first; classes without a shade only where they occur.

    The councils of all entries sum to the number of figures.
    """
    found = Counter(classify(figure, reading) for figure in figures)
    return tuple(
        Entry(kind, class_label(kind, measure, reading), found[kind])
        for kind in order(reading)
        if found[kind] or kind not in UNSHADED
    )


def order(reading: Reading) -> tuple[MapClass, ...]:
    """Return the classes of a reading in the legend's order."""
    shaded = _STANDINGS_DOWN if reading is Reading.COMPARED else tuple(reversed(STEPS))
    return (*shaded, *UNSHADED)

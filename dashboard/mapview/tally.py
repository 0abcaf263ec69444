"""What a map's figures come to, counted once for all its sentences."""

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.comparison import Comparison
from dashboard.domain.figures import Figure, State
from dashboard.domain.origin import Origin
from dashboard.mapview.legend import marks
from dashboard.mapview.luck import marks_by_luck
from dashboard.mapview.names import shown_origin
from dashboard.mapview.view import MapView
from dashboard.words.figure import leads_with_counts

_TESTED = frozenset(
    {
        Comparison.MUCH_LOWER,
        Comparison.LOWER,
        Comparison.NO_CLEAR_DIFFERENCE,
        Comparison.HIGHER,
        Comparison.MUCH_HIGHER,
    }
)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of councils (``lowest`` and ``highest`` are shown values of the shaded ones).

    ``held`` have a figure of any kind, no cases included; ``compared`` could be marked; ``luck`` is how
    many marks luck alone would make; ``full`` have all of their base in the numerator.
    """

    councils: int
    held: int
    applicable: int
    shaded: int
    few: int
    lowest: Decimal | None
    highest: Decimal | None
    compared: int
    above: int
    below: int
    luck: float
    with_cases: int
    full: int
    numerator: int
    denominator: int
    origins: dict[Origin, int]

    @property
    def marked(self) -> int:
        """How many councils chance does not explain."""
        return self.above + self.below


def tally(view: MapView) -> Tally:
    """Count what a map shows."""
    figures = [view.figures[c.slug] for c in view.councils]
    valued = [f for f in figures if f.state is State.VALUE and f.shown is not None]
    shaded = [f.shown for f in valued if f.shown is not None and not leads_with_counts(f)]
    above, below = marks(figures)
    return Tally(
        councils=len(figures),
        held=sum(f.state not in {State.NOT_HELD, State.NOT_APPLICABLE} for f in figures),
        applicable=sum(f.state is not State.NOT_APPLICABLE for f in figures),
        shaded=len(shaded),
        few=len(valued) - len(shaded),
        lowest=min(shaded, default=None),
        highest=max(shaded, default=None),
        compared=sum(f.comparison in _TESTED for f in figures),
        above=above,
        below=below,
        luck=marks_by_luck(figures) if view.measure.compared else 0.0,
        with_cases=len(valued),
        full=sum(f.numerator == f.denominator for f in valued),
        numerator=sum(f.numerator or 0 for f in valued),
        denominator=sum(f.denominator or 0 for f in valued),
        origins=_origins(figures),
    )


def _origins(figures: list[Figure]) -> dict[Origin, int]:
    found = [shown_origin(figure) for figure in figures]
    return {origin: found.count(origin) for origin in Origin if origin in found}

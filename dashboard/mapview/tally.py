"""What a map's figures come to, counted once for all its sentences."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from dashboard.domain.figures import Figure, State
from dashboard.domain.origin import Origin
from dashboard.mapview.names import shown_origin
from dashboard.mapview.view import MapView
from dashboard.words.figure import leads_with_counts
from dashboard.words.standings import Standings, standings


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of councils (``lowest`` and ``highest`` are those figures of the shaded ones).

    ``held`` have a figure of any kind, no cases included, ``known`` those of them whose counts are
    held; ``standings`` says how they stand beside their types; ``full`` have all of their base in the
    numerator.
    """

    councils: int
    held: int
    known: int
    applicable: int
    shaded: int
    few: int
    lowest: Figure | None
    highest: Figure | None
    standings: Standings
    with_cases: int
    full: int
    numerator: int
    denominator: int
    origins: dict[Origin, int]


def tally(view: MapView) -> Tally:
    """Count what a map shows."""
    figures = [view.figures[c.slug] for c in view.councils]
    valued = [f for f in figures if f.state is State.VALUE and f.shown is not None]
    shaded = sorted((f for f in valued if not leads_with_counts(f)), key=_size)
    return Tally(
        councils=len(figures),
        held=sum(f.state not in {State.NOT_HELD, State.NOT_APPLICABLE} for f in figures),
        known=sum(f.state in {State.VALUE, State.NO_CASES} for f in figures),
        applicable=sum(f.state is not State.NOT_APPLICABLE for f in figures),
        shaded=len(shaded),
        few=len(valued) - len(shaded),
        lowest=shaded[0] if shaded else None,
        highest=shaded[-1] if shaded else None,
        standings=standings(figures),
        with_cases=len(valued),
        full=sum(f.numerator == f.denominator for f in valued),
        numerator=sum(f.numerator or 0 for f in valued),
        denominator=sum(f.denominator or 0 for f in valued),
        origins=_origins(figures),
    )


def _size(figure: Figure) -> tuple[Decimal, Fraction]:
    """Order figures as they are shown, those shown alike by their counts: over 99% is less than 100%."""
    return figure.shown or Decimal(0), Fraction(figure.numerator or 0, figure.denominator or 1)


def _origins(figures: list[Figure]) -> dict[Origin, int]:
    found = [shown_origin(figure) for figure in figures]
    return {origin: found.count(origin) for origin in Origin if origin in found}

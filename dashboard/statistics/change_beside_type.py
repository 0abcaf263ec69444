"""A council's change beside its type's own: "rose by 9 points; its type rose by 6".

A council that moves with all others of its type has not changed beside them. The difference of the two
changes has an interval by the construction of G. Y. Zou and A. Donner, "Construction of confidence limits
about effect measures", Statistics in Medicine 27 (2008) 1693-1702, from the interval of each: Newcombe's for
a share, the one from exact Poisson and Byar's limits for a rate. What sets a council apart from its type
in both years falls out of the difference, so the spread between councils widens nothing here.
"""

from dataclasses import dataclass
from math import hypot

from dashboard.statistics.intervals import Interval, newcombe, rate_difference
from dashboard.statistics.printed_average import PrintedAverage
from dashboard.statistics.small_numbers import too_few_to_compare
from dashboard.statistics.trend import Direction

Pair = tuple[int, int]
"""A count and its base: cases, or residents."""


@dataclass(frozen=True, slots=True)
class ChangeBesideType:
    """Changes from one year to another, in shares of 1 or per resident, each with its 95% interval.

    ``own`` is the council's, ``of_type`` that of its type, ``beyond`` the first less the second: what an
    arrow may stand for (see ``went_that_way``). ``direction`` says of ``beyond`` which way it goes, as far as
    chance lets us say.
    """

    own: Interval
    of_type: Interval
    beyond: Interval
    direction: Direction

    @property
    def went_that_way(self) -> bool:
        """Whether the council itself moved the way in which it left its type: an arrow may stand for it.

        One that fell by less than its type is above what its type did, and has not risen.
        """
        way = {Direction.UP: 1, Direction.DOWN: -1}.get(self.direction, 0)
        return way * self.own.estimate > 0


def share_change(own: tuple[Pair, Pair], of_type: tuple[Pair, Pair] | Interval) -> ChangeBesideType:
    """Set a council's change in a share, (before, after), beside that of all others of its type.

    ``of_type`` are the others' counts of both years, or the change of an average (see
    ``printed_change``) where they are not all held. Few cases: ``too_few_for_a_change``.
    """
    type_change = of_type if isinstance(of_type, Interval) else newcombe(*of_type)
    return _beside(newcombe(*own), type_change, few=too_few_for_a_change(own, share=True))


def rate_change(own: tuple[Pair, Pair], of_type: tuple[Pair, Pair] | Interval) -> ChangeBesideType:
    """Set a council's change in a rate, (before, after), beside that of all others of its type.

    Few events: ``too_few_for_a_change``.
    """
    type_change = of_type if isinstance(of_type, Interval) else rate_difference(*of_type, per=1)
    return _beside(rate_difference(*own, per=1), type_change, few=too_few_for_a_change(own, share=False))


def too_few_for_a_change(own: tuple[Pair, Pair], *, share: bool) -> bool:
    """Whether two years are too few to speak of a change: a share needs five cases in both, a rate five
    events in either."""
    (before, before_of), (after, after_of) = own
    return too_few_to_compare(min(before_of, after_of) if share else max(before, after))


def printed_change(before: PrintedAverage, after: PrintedAverage) -> Interval:
    """Return the change of a printed average, and the ends between which the rounding of both leaves it."""
    return Interval(after.value - before.value, after.low - before.high, after.high - before.low)


def _beside(own: Interval, of_type: Interval, *, few: bool) -> ChangeBesideType:
    difference = own.estimate - of_type.estimate
    beyond = Interval(
        difference,
        difference - hypot(own.estimate - own.low, of_type.high - of_type.estimate),
        difference + hypot(own.high - own.estimate, of_type.estimate - of_type.low),
    )
    return ChangeBesideType(own, of_type, beyond, Direction.TOO_FEW if few else _direction(beyond))


def _direction(beyond: Interval) -> Direction:
    if not beyond.excludes_zero:
        return Direction.NO_CLEAR_CHANGE
    return Direction.UP if beyond.estimate > 0 else Direction.DOWN

"""Who looks often enough sees a mark: the chance of at least one over several years and measures."""

from collections.abc import Iterable
from math import prod

from dashboard.statistics.chance import Luck


def chance_of_a_mark(looks: Iterable[Luck]) -> float:
    """Return the chance that a council with no real difference is marked at least once.

    ``looks`` is the luck of each comparison that was made of it: years and measures shown, each once (no
    three years pooled beside the years themselves). So it follows from the council's own denominators
    under the rules of the comparison: 1 less the product of the chances of no mark. Looks are taken as
    independent. They are where councils do not differ; where a rate is set apart by a spread that lasts
    over the years, marks come together, and the chance of at least one is at most this.
    """
    return 1 - prod(1 - look.marked for look in looks)

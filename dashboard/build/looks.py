"""How often each council is looked at, and the chance of a mark somewhere although it is like its type."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from dashboard.build.content import CouncilLooks
from dashboard.domain.figures import Figure
from dashboard.domain.measures import MEASURES
from dashboard.statistics.many_looks import Look, chance_of_a_mark, look_of

_DECIMALS = 6


def council_looks(figures: Iterable[tuple[int, Figure]]) -> Iterator[CouncilLooks]:
    """Return the looks of every council that is compared anywhere, each year by itself."""
    looks: dict[str, list[Look]] = defaultdict(list)
    for period, figure in figures:
        look = look_of(MEASURES[figure.measure], figure.denominator, figure.compared) if period == 1 else None
        if look is not None:
            looks[figure.slug].append(look)
    for slug, each in sorted(looks.items()):
        yield CouncilLooks(slug, len(each), round(chance_of_a_mark(each), _DECIMALS))

"""Who touches whom after a reorganisation, and how long the borders are as drawn."""

from collections.abc import Collection, Iterable, Iterator

from dashboard.reshape.borders import borders_of
from dashboard.reshape.drawing import Outlines
from dashboard.reshape.reshaping import Reshaping, Touching

Pairs = Collection[frozenset[str]]


def touching(
    tiers: Iterable[Outlines],
    what: Reshaping,
    changed: Collection[str],
    touched: Pairs | None,
    metres_per_unit: int,
) -> Iterator[Touching]:
    """Yield all neighbours of what changed and of what touches it, in order of their slugs.

    Lengths are those of the outlines of both ``tiers``, the longer of two. ``touched`` are the pairs of the
    lower tier before that officially touch, to say who does now; where it is None, the outlines say it.
    """
    longest: dict[frozenset[str], float] = {}
    for outlines in tiers:
        for pair, length in borders_of(outlines).items():
            longest[pair] = max(length, longest.get(pair, 0.0))
    pairs = longest.keys() if touched is None else inherited(touched, what)
    concerned = {slug for pair in pairs if not pair.isdisjoint(changed) for slug in pair}
    for slug, neighbour in sorted(
        (one, other) for pair in pairs for one in pair & concerned for other in pair - {one}
    ):
        km = longest.get(frozenset((slug, neighbour)), 0.0) * metres_per_unit / 1000
        yield Touching(slug, neighbour, km)


def inherited(touched: Pairs, what: Reshaping) -> frozenset[frozenset[str]]:
    """Return the pairs that touch from then on: two areas do where any two of their councils before did.

    Pairs with a council that was not on the lower tier are left out: its districts say it.
    """
    found = set()
    for covers in (what.lower, what.upper):
        owner = {slug: name for name, slugs in covers.items() for slug in slugs}
        found |= {frozenset(owner[slug] for slug in pair) for pair in touched if pair <= owner.keys()}
    return frozenset(pair for pair in found if len(pair) == 2)

"""Holes in a council's area, and parts detached from it, that the councils before did not have themselves."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import shapely

from dashboard.reshape.borders import Borders, connected
from dashboard.reshape.drawing import Outlines
from dashboard.reshape.reshaping import Oddity

Area = frozenset[str]
"""An area as the councils of the lower tier before that make it up."""

Found = tuple[Literal["hole", "detached"], Area]


@dataclass(frozen=True, slots=True)
class Ground:
    """The lower tier before: its outlines, their borders, and how many metres a unit is.

    ``owner`` is the council of the lower tier from then on that covers each.
    """

    outlines: Outlines
    borders: Borders
    owner: Mapping[str, str]
    metres_per_unit: int


def oddities(slug: str, area: Area, before: Iterable[Area], ground: Ground) -> Iterator[Oddity]:
    """Yield a council's oddities that none of the areas ``before``, which it is made of, had itself."""
    known = {found for earlier in before for found, _ in _found(earlier, ground)}
    for found, units in _found(area, ground):
        kind, of = found
        if found not in known:
            named = of if kind == "detached" else {ground.owner[one] for one in of}
            yield Oddity(slug, kind, units * ground.metres_per_unit**2 / 1e6, tuple(sorted(named)))


def _found(area: Area, ground: Ground) -> Iterator[tuple[Found, float]]:
    """Yield holes with a council in them, and parts but the largest, each with its area in square units."""
    outlines = ground.outlines
    sizes = {
        group: float(sum(outlines[slug].area for slug in group)) for group in connected(area, ground.borders)
    }
    for group in sorted(sizes, key=lambda group: (-sizes[group], sorted(group)))[1:]:
        yield ("detached", group), sizes[group]
    others = [slug for slug in outlines if slug not in area]
    inside = shapely.STRtree([outlines[slug].representative_point() for slug in others])
    union = shapely.coverage_union_all([outlines[slug] for slug in sorted(area)])
    for part in shapely.get_parts(union):
        for ring in part.interiors:
            hole = shapely.Polygon(ring)
            lying = frozenset(others[index] for index in inside.query(hole, predicate="contains"))
            if lying:
                yield ("hole", lying), hole.area

"""What a layout is to keep of the map: where councils lie, and who touches whom."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.mapview.shapes import Shapes
from dashboard.reshape.borders import Borders, borders_of
from dashboard.reshape.drawing import outlines_of
from dashboard.tiles.grid import Point


@dataclass(frozen=True, slots=True)
class Ground:
    """Councils with their label points, and the pairs that share a border, as places in ``slugs``.

    Points are kilometres east and, downwards, south in British National Grid, so that those of
    different vintages can be compared. Of a pair the earlier place stands first; ``shares`` says of each
    which part their border is of all the borders of the one of them that has the shorter ones.
    """

    slugs: tuple[str, ...]
    points: tuple[Point, ...]
    pairs: tuple[tuple[int, int], ...]
    shares: tuple[float, ...]


def ground_of(drawn: Shapes) -> Ground:
    """Return the ground of a map, its councils by slug."""
    east, north = drawn.origin
    points = {
        shape.slug: (
            (east + shape.x * drawn.metres_per_unit) / 1000,
            (shape.y * drawn.metres_per_unit - north) / 1000,
        )
        for shape in drawn.shapes
    }
    slugs = tuple(sorted(points))
    pairs = _pairs(slugs, borders_of(outlines_of(drawn)))
    return Ground(slugs, tuple(points[slug] for slug in slugs), tuple(pairs), tuple(_shares(pairs)))


def neighbours(ground: Ground) -> list[set[int]]:
    """Return whom each council touches."""
    near: list[set[int]] = [set() for _ in ground.slugs]
    for one, other in ground.pairs:
        near[one].add(other)
        near[other].add(one)
    return near


def _pairs(slugs: tuple[str, ...], borders: Borders) -> dict[tuple[int, int], float]:
    place = {slug: index for index, slug in enumerate(slugs)}
    found = {}
    for pair, length in borders.items():
        one, other = sorted(place[slug] for slug in pair)
        found[one, other] = length
    return dict(sorted(found.items()))


def _shares(pairs: Mapping[tuple[int, int], float]) -> Iterator[float]:
    total: dict[int, float] = defaultdict(float)
    for pair, length in pairs.items():
        for end in pair:
            total[end] += length
    for pair, length in pairs.items():
        yield length / min(total[end] for end in pair)

"""Directions of rings: neighbours against each other, holes against their shells, starts at junctions."""

import gzip

import pytest
import shapely
from shapely import box

from dashboard.reshape.ring_directions import rings_to_write
from dashboard.reshape.svg_paths import Point, encode


def turn(ring: list[Point]) -> int:
    """Twice the signed area: its sign is the direction."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True))


def test_two_neighbours_run_against_each_other() -> None:
    (west,), (east,) = rings_to_write([box(0, 0, 10, 10), box(10, 0, 20, 10)])
    assert turn(west) * turn(east) < 0


def test_a_hole_runs_against_its_shell_and_with_the_council_that_fills_it() -> None:
    county = shapely.difference(box(0, 0, 30, 30), box(10, 10, 20, 20))
    (shell, hole), (city,) = rings_to_write([county, box(10, 10, 20, 20)])
    assert turn(shell) * turn(hole) < 0
    assert turn(hole) * turn(city) > 0


def test_rings_start_where_the_neighbour_changes() -> None:
    shapes = [shapely.Polygon([(0, 0), (5, 0), (10, 0), (10, 10), (0, 10)]), box(10, 0, 20, 10)]
    (west,), (east,) = rings_to_write(shapes)
    assert west[0] in {(10, 0), (10, 10)}
    assert east[0] in {(10, 0), (10, 10)}


def test_the_shapes_are_unchanged() -> None:
    shapes = [box(0, 0, 3, 3), shapely.difference(box(3, 0, 9, 9), box(5, 5, 6, 6)), box(5, 5, 6, 6)]
    for shape, rings in zip(shapes, rings_to_write(shapes), strict=True):
        assert shapely.equals(shape, shapely.Polygon(rings[0], rings[1:]))


def test_parts_stand_from_large_to_small() -> None:
    (rings,) = rings_to_write([shapely.multipolygons([box(0, 0, 1, 1), box(5, 5, 9, 9)])])
    assert [abs(turn(ring)) for ring in rings] == [32, 2]


@pytest.mark.parametrize("points", [60, 200])
def test_a_common_border_compresses_to_one(points: int) -> None:
    border = [(500 + (i * i * 7919) % 37, 4 * i) for i in range(1, points)]
    top, end = (500, 0), (500, 4 * points)
    west = shapely.Polygon([(0, 0), top, *border, end, (0, 4 * points)])
    east = shapely.Polygon([(1000, 0), top, *border, end, (1000, 4 * points)])
    both = gzip.compress("".join(encode(rings) for rings in rings_to_write([west, east])).encode(), 9)
    one = gzip.compress("".join(encode(rings) for rings in rings_to_write([west])).encode(), 9)
    assert len(both) < len(one) + 40

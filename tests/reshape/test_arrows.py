"""Arrow keys on small maps whose right answer can be seen."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Point, box, difference

from dashboard.reshape.arrows import DIRECTIONS, UnreachableError, arrow_links, returning, unreachable

UP, RIGHT, DOWN, LEFT = range(4)


def squares(columns: int, rows: int) -> tuple[list[object], list[tuple[int, int]]]:
    cells = [(c, r) for r in range(rows) for c in range(columns)]
    return [box(10 * c, 10 * r, 10 * c + 10, 10 * r + 10) for c, r in cells], [
        (10 * c + 5, 10 * r + 5) for c, r in cells
    ]


def test_the_directions_are_named_in_order() -> None:
    assert DIRECTIONS == ("up", "right", "down", "left")


def test_on_a_chessboard_arrows_lead_to_the_next_square() -> None:
    links = arrow_links(*squares(3, 3), farthest=0)
    assert links[4] == [1, 5, 7, 3]
    assert links[0] == [None, 1, 3, None]
    assert returning(links) == 1


def test_an_island_is_reached_across_the_water_and_left_again() -> None:
    shapes, points = squares(2, 1)
    links = arrow_links([*shapes, box(2, 30, 8, 36)], [*points, (5, 33)], farthest=0)
    assert links[0][DOWN] == 2
    assert links[2][UP] == 0


def test_an_enclave_is_reached_from_around_it() -> None:
    county = difference(box(0, 0, 30, 30), box(18, 10, 22, 14))
    links = arrow_links([county, box(18, 10, 22, 14)], [(9, 12), (20, 12)], farthest=0)
    assert links == [[None, 1, None, None], [None, None, None, 0]]


@pytest.mark.parametrize(("farthest", "end"), [(0, None), (19, None), (20, 2)])
def test_only_narrow_gaps_are_crossed_one_way(farthest: float, end: int | None) -> None:
    """The island in the east returns to the northern of two councils; the southern may still lead to it."""
    shapes = [box(0, 0, 10, 10), box(0, 10, 10, 20), box(30, 0, 40, 20)]
    links = arrow_links(shapes, [(5, 5), (5, 15), (35, 8)], farthest)
    assert links[0] == [None, 2, 1, None]
    assert links[1] == [0, end, None, None]
    assert links[2] == [None, None, None, 0]


def test_two_pairs_that_cross_are_joined_one_way() -> None:
    """West and east are linked straight ahead, north and south too: every way back is taken."""
    points = [(0, 20), (30, 0), (30, 40), (60, 20)]
    links = arrow_links([box(x - 2, y - 2, x + 2, y + 2) for x, y in points], points, farthest=50)
    assert (links[0][RIGHT], links[1][DOWN]) == (3, 2)
    assert unreachable(links) == []


def test_what_cannot_be_reached_is_named() -> None:
    assert unreachable([[None, 1, None, None], [None, None, None, None], [None, None, None, 0]]) == [1, 2]


def test_councils_in_one_place_cannot_be_linked() -> None:
    with pytest.raises(UnreachableError, match="do not lead everywhere"):
        arrow_links([Point(0, 0).buffer(2), Point(0, 0).buffer(1)], [(0, 0), (0, 0)], farthest=99)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=2, max_size=40, unique=True))
def test_any_scatter_of_islands_is_reachable(places: list[tuple[int, int]]) -> None:
    points = [(10 * x, 10 * y) for x, y in places]
    links = arrow_links([box(x - 2, y - 2, x + 2, y + 2) for x, y in points], points, farthest=50)
    assert unreachable(links) == []

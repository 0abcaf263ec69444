"""Coverages: what is put right, what is refused, and what rounding may not do."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import box

from dashboard.reshape.coverage import CoverageError, check
from derive.coverage import Grid, clean, on_grid, simplify, without_specks

GRID = Grid(west=0, north=1000, metres_per_unit=10, width=100, height=100)


def test_an_overlap_is_found_and_named() -> None:
    with pytest.raises(CoverageError, match=r"Redcar.*\(\d+\)"):
        check([box(0, 0, 100, 100), box(95, 0, 200, 100)], ["Redcar", "Middlesbrough"], "as read")


def test_an_overlap_is_given_to_one_side() -> None:
    cleaned = clean([box(0, 0, 100, 100), box(95, 0, 200, 100)], ["a", "b"])
    assert sum(shape.area for shape in cleaned) == 200 * 100


def test_simplifying_keeps_borders_common() -> None:
    wavy = [(100 + 3 * (i % 2), 10 * i) for i in range(1, 30)]
    left = shapely.Polygon([(0, 0), (100, 0), *wavy, (100, 300), (0, 300)])
    right = shapely.Polygon([(200, 0), (100, 0), *wavy, (100, 300), (200, 300)])
    simplified = simplify([left, right], ["left", "right"], 30)
    assert shapely.get_num_coordinates(simplified).sum() < shapely.get_num_coordinates([left, right]).sum()
    assert shapely.coverage_is_valid(np.asarray(simplified))


def test_small_islands_go_but_the_largest_part_and_touching_parts_stay() -> None:
    mainland = shapely.union(box(0, 0, 1000, 1000), box(1100, 0, 1110, 10))
    enclave = shapely.union(box(1000, 0, 1020, 20), box(3000, 0, 3010, 10))
    kept = without_specks([mainland, enclave, box(5000, 0, 5002, 2)], smallest=10_000)
    assert [shape.area for shape in kept] == [1_000_000, 400 + 100, 4]


def test_rounding_moves_both_sides_of_a_border_alike() -> None:
    border = [(503, 0), (497, 333), (505, 621), (500, 1000)]
    west = shapely.Polygon([(0, 0), *border, (0, 1000)])
    east = shapely.Polygon([(1000, 0), *border, (1000, 1000)])
    placed = on_grid([west, east], ["west", "east"], GRID, 0)
    assert sum(shape.area for shape in placed) == 100 * 100
    assert shapely.intersection(*placed).length == pytest.approx(100, rel=0.02)


def test_y_counts_downwards() -> None:
    (placed,) = on_grid([box(0, 900, 100, 1000)], ["north"], GRID, 0)
    assert placed.bounds == (0, 0, 10, 10)


def test_water_that_rounding_cuts_off_is_land_unless_it_is_wide() -> None:
    river = shapely.Polygon(
        [(500, 0), (504, 0), (504, 300), (540, 400), (504, 500), (503, 1000), (500, 1000)]
    )
    banks = [
        shapely.difference(box(0, 0, 500, 1000), river),
        shapely.difference(box(500, 0, 1000, 1000), river),
    ]
    filled = on_grid(banks, ["west", "east"], GRID, smallest_water=5000)
    kept = on_grid(banks, ["west", "east"], GRID, smallest_water=0)
    assert shapely.union_all(filled).area == 100 * 100
    assert shapely.union_all(kept).area < 100 * 100


def test_a_council_that_would_vanish_is_refused() -> None:
    with pytest.raises(CoverageError, match=r"nothing is left on the grid of .*City"):
        on_grid([box(0, 0, 500, 500), box(600, 600, 601, 601)], ["County", "City"], GRID, 0)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(1, 999), st.floats(1, 999)),
        min_size=4,
        max_size=14,
        unique_by=(lambda p: p[0], lambda p: p[1]),
    )
)
def test_any_coverage_stays_one_on_the_grid(sites: list[tuple[float, float]]) -> None:
    cells = shapely.get_parts(
        shapely.voronoi_polygons(shapely.multipoints(sites), extend_to=box(0, 0, 1000, 1000))
    )
    large = [cell for cell in shapely.intersection(cells, box(0, 0, 1000, 1000)) if cell.area > 10_000]
    try:
        placed = on_grid(large, [str(i) for i in range(len(large))], GRID, 0)
    except CoverageError as error:  # only a hair-thin cell may go
        assert "nothing is left" in str(error)  # noqa: PT017
        return
    assert shapely.union_all(placed).area == shapely.area(placed).sum()
    assert (shapely.get_coordinates(placed) % 1 == 0).all()

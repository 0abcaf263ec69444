"""A layout gives every council a tile of its own, and keeps neighbours and directions where it can."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.tiles.grid import around, centre, from_nought
from dashboard.tiles.ground import Ground, ground_of
from dashboard.tiles.layout import lay_out, lay_out_from
from dashboard.tiles.quality import quality
from tests.reshape.squares import lower

CELLS = st.tuples(st.integers(-9, 9), st.integers(-9, 9))
SOME = st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=7)


@given(CELLS)
def test_the_six_tiles_around_one_are_those_a_width_from_it(cell: tuple[int, int]) -> None:
    x, y = centre(cell)
    near = {
        (column, row)
        for column in range(-11, 12)
        for row in range(-11, 12)
        if abs((centre((column, row))[0] - x) ** 2 + (centre((column, row))[1] - y) ** 2 - 1) < 1e-9
    }
    assert set(around(cell)) == near
    assert all(cell in around(other) for other in near)


@given(st.dictionaries(st.text("ab", min_size=1, max_size=3), CELLS, min_size=1))
def test_moved_to_the_corner_everything_touches_what_it_touched(tiles: dict[str, tuple[int, int]]) -> None:
    moved = from_nought(tiles)
    assert min(column for column, _ in moved.values()) == 0
    assert min(row for _, row in moved.values()) in (0, 1)
    for one, other in product(tiles, repeat=2):
        assert (tiles[one] in around(tiles[other])) == (moved[one] in around(moved[other]))


@settings(max_examples=6, deadline=None)
@given(SOME)
def test_whatever_the_map_every_council_has_a_tile_of_its_own(
    squares: set[tuple[int, int]],
) -> None:
    ground = ground_of(lower(sorted(squares)))
    laid = lay_out(ground)
    assert set(laid.tiles) == set(ground.slugs)
    assert len(set(laid.tiles.values())) == len(squares)


def test_of_a_map_without_councils_there_is_a_layout_without_tiles() -> None:
    nothing = Ground((), (), (), ())
    assert lay_out(nothing).tiles == {}
    assert lay_out_from(nothing, lay_out(nothing)).tiles == {}


def test_a_row_of_councils_is_a_row_of_tiles_from_west_to_east() -> None:
    laid = lay_out(ground_of(lower([(column, 0) for column in range(5)])))
    assert [laid.tiles[f"c{column}-r0"] for column in range(5)] == [(column, 0) for column in range(5)]


def test_the_same_map_is_laid_out_the_same() -> None:
    ground = ground_of(lower([(0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (3, 3)]))
    assert lay_out(ground) == lay_out(ground)


def test_an_island_stands_free() -> None:
    laid = lay_out(ground_of(lower([(0, 0), (1, 0), (0, 1), (1, 1), (4, 1)])))
    assert not set(around(laid.tiles["c4-r1"])) & set(laid.tiles.values())


def test_who_goes_on_stays_and_who_is_new_comes_where_its_area_was() -> None:
    """Two of a row of six are united: the others keep their tiles, the new one takes one of two."""
    before = lay_out(ground_of(lower([(column, 0) for column in range(6)])))
    row = ground_of(lower([(0, 0), (1, 0), (2, 0), (4, 0), (5, 0)]))
    new = Ground(
        tuple("new" if slug == "c2-r0" else slug for slug in row.slugs),
        tuple(
            (x + 2, y) if slug == "c2-r0" else (x, y)
            for slug, (x, y) in zip(row.slugs, row.points, strict=True)
        ),
        ((0, 1), (1, 2), (2, 3), (3, 4)),
        (1.0, 0.5, 0.5, 1.0),
    )
    after = lay_out_from(new, before)
    stayed = [slug for slug in before.tiles if after.tiles.get(slug) == before.tiles[slug]]
    assert stayed == ["c0-r0", "c1-r0", "c4-r0", "c5-r0"]
    assert after.tiles["new"] in {before.tiles["c2-r0"], before.tiles["c3-r0"]}


def test_quality_is_counted_on_tiles_that_can_be_counted_by_hand() -> None:
    """Three in a row on the map; as tiles the first two stand as they do there, the third apart and north."""
    ground = Ground(("a", "b", "c"), ((0.0, 0.0), (1.0, 0.0), (2.0, 0.0)), ((0, 1), (1, 2)), (1.0, 1.0))
    found = quality(ground, {"a": (0, 4), "b": (1, 4), "c": (1, 0)})
    assert (found.kept, found.true) == (0.5, 1.0)
    assert round(found.turned) == 45

"""Reorganisations of councils that are squares: whatever is joined or divided, nothing is lost or doubled."""

from collections import Counter, defaultdict
from itertools import pairwise

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.mapview.shapes import Shapes, parse_shapes
from dashboard.reshape import drawing
from dashboard.reshape.arrows import unreachable
from dashboard.reshape.drawing import as_file, links_of, outlines_of
from dashboard.reshape.reshape import reshape, reshape_inset
from dashboard.reshape.reshaping import Covers, Oddity, ReshapeError, Reshaping
from tests.reshape.squares import (
    SIDE,
    SQUARE_KM,
    Square,
    area,
    frame,
    groups,
    lower,
    sides_shared,
    slug,
    upper,
)

CHESSBOARD = [(column, row) for row in range(4) for column in range(5)]
WEST = [square for square in CHESSBOARD if square[0] < 3]
EAST = [square for square in CHESSBOARD if square[0] >= 3]
LOWER = lower(CHESSBOARD)
UPPER = upper({"west": WEST, "east": EAST})


def covers(of: dict[str, list[Square]]) -> Covers:
    return {name: tuple(slug(square) for square in squares) for name, squares in of.items()}


def reshaping(of: dict[str, list[Square]], over: dict[str, list[Square]] | None = None) -> Reshaping:
    return Reshaping(2028, covers(of), covers(over or of))


def unchanged(but: set[Square] = set()) -> dict[str, list[Square]]:  # noqa: B006 - never written
    return {slug(square): [square] for square in CHESSBOARD if square not in but}


def assert_whole(drawn: Shapes, of: dict[str, list[Square]]) -> None:
    """The map has exactly these squares, without gap or overlap, can be written, and leads everywhere."""
    outlines = outlines_of(drawn)
    assert {name: round(outline.area / SIDE**2) for name, outline in outlines.items()} == {
        name: len(squares) for name, squares in of.items()
    }
    for name, squares in of.items():
        assert outlines[name].equals(shapely.union_all([*map(area, squares)]))
    edges: Counter[frozenset[tuple[float, ...]]] = Counter()
    for outline in outlines.values():
        for ring in shapely.get_parts(shapely.boundary(outline)):
            edges.update(map(frozenset, pairwise(ring.coords)))
    assert set(edges.values()) <= {1, 2}
    assert shapely.coverage_is_valid([*outlines.values()])
    assert unreachable(links_of(drawn)) == []
    assert parse_shapes(as_file(drawn).encode()) == drawn
    assert drawn.vintage == 2028


@st.composite
def partitions(draw: st.DrawFn) -> dict[str, list[Square]]:
    """Any way to give the squares to up to eight councils, in one piece or not."""
    of: dict[str, list[Square]] = defaultdict(list)
    for square in CHESSBOARD:
        of[f"new-{draw(st.integers(0, 7))}"].append(square)
    return dict(of)


@settings(max_examples=25, deadline=None)
@given(partitions(), partitions())
def test_any_squares_make_whole_maps_of_both_tiers(
    of: dict[str, list[Square]], over: dict[str, list[Square]]
) -> None:
    made = reshape(LOWER, UPPER, reshaping(of, over))
    assert_whole(made.lower, of)
    assert_whole(made.upper, over)
    assert (made.lower.tier, made.upper.tier) == ("lower", "upper")


@settings(max_examples=25, deadline=None)
@given(partitions())
def test_touching_is_counted_side_by_side(of: dict[str, list[Square]]) -> None:
    told = {(t.slug, t.neighbour): t.shared_km for t in reshape(LOWER, UPPER, reshaping(of)).touching}
    expected = {pair: sides * SIDE * 0.2 for pair, sides in sides_shared(of).items()}
    assert told == pytest.approx(expected)


@settings(max_examples=25, deadline=None)
@given(partitions())
def test_every_part_but_the_largest_is_told_as_detached(of: dict[str, list[Square]]) -> None:
    told = [o for o in reshape(LOWER, UPPER, reshaping(of)).oddities if o.kind == "detached"]
    for name, squares in of.items():
        parts = groups(squares)
        mine = [o for o in told if o.slug == name]
        assert len(mine) == len(parts) - 1
        assert all(o.square_km == pytest.approx(len(o.of) * SQUARE_KM) for o in mine)
        assert {frozenset(o.of) for o in mine} < {frozenset(map(slug, part)) for part in parts}
        assert sum(len(o.of) for o in mine) == len(squares) - max(map(len, parts))


def test_councils_that_stay_keep_their_outline_point_and_address() -> None:
    joined = {(0, 0), (1, 0)}
    made = reshape(LOWER, UPPER, reshaping(unchanged(joined) | {"new": sorted(joined)}))
    before = {s.slug: (outlines_of(LOWER)[s.slug], s.x, s.y, s.r) for s in LOWER.shapes}
    after = {s.slug: (outlines_of(made.lower)[s.slug], s.x, s.y, s.r) for s in made.lower.shapes}
    assert after.keys() - before.keys() == {"new"}
    for name in after.keys() & before.keys():
        assert after[name][0].equals(before[name][0])
        assert after[name][1:] == before[name][1:]


def test_touching_names_only_what_changed_and_what_touches_it() -> None:
    made = reshape(LOWER, UPPER, reshaping(unchanged({(0, 0), (1, 0)}) | {"new": [(0, 0), (1, 0)]}))
    near = {"new", slug((0, 1)), slug((1, 1)), slug((2, 0))}
    # On the upper tier every square is new: it was in a county.
    assert near <= {t.slug for t in made.touching}
    of = {"west": WEST, "east": EAST}
    quiet = reshape(LOWER, UPPER, reshaping(unchanged(), of))
    assert quiet.touching == ()
    assert quiet.oddities == ()


def test_a_district_and_a_county_do_not_touch() -> None:
    taken = [(0, 0), (0, 1)]
    rest = [square for square in WEST if square not in taken]
    over = {"west": rest, "east": EAST, "city": taken}
    made = reshape(LOWER, UPPER, reshaping(unchanged({*taken}) | {"city": taken}, over))
    pairs = {(t.slug, t.neighbour) for t in made.touching}
    assert ("city", "west") in pairs
    assert ("city", slug((1, 0))) in pairs
    assert not {("west", slug(square)) for square in CHESSBOARD} & pairs


def test_a_county_that_keeps_some_shrinks_to_them_and_one_that_lost_all_is_gone() -> None:
    kept = [square for square in WEST if square[1] < 3]
    lost = [square for square in WEST if square[1] == 3]
    over = {"west": kept, "south": [*lost, *EAST]}
    made = reshape(LOWER, UPPER, reshaping(unchanged({*lost, *EAST}) | {"south": [*lost, *EAST]}, over))
    assert {shape.slug for shape in made.upper.shapes} == {"west", "south"}
    assert_whole(made.upper, over)


def test_a_county_left_in_two_pieces_is_told() -> None:
    middle = [square for square in WEST if square[1] in {1, 2}]
    left = [square for square in WEST if square[1] not in {1, 2}]
    over = {"west": left, "middle": middle, "east": EAST}
    made = reshape(LOWER, UPPER, reshaping(unchanged({*middle}) | {"middle": middle}, over))
    (told,) = made.oddities
    assert (told.slug, told.kind) == ("west", "detached")
    assert told.square_km == pytest.approx(3 * SQUARE_KM)
    assert set(told.of) in ({slug((c, 0)) for c in range(3)}, {slug((c, 3)) for c in range(3)})


def test_a_council_around_others_has_a_hole_named_by_them_as_they_are_from_then_on() -> None:
    inner = [(1, 1), (2, 1)]
    ring = [s for s in CHESSBOARD if s[0] < 4 and s[1] < 3 and s not in inner]
    of = {"ring": ring, "inner": inner} | {
        slug(s): [s] for s in CHESSBOARD if s not in ring and s not in inner
    }
    made = reshape(LOWER, UPPER, reshaping(of))
    assert made.oddities == (Oddity("ring", "hole", 2 * SQUARE_KM, ("inner",)),)


def test_an_enclave_that_was_there_before_is_no_news() -> None:
    ring = [(c, r) for c in range(3) for r in range(3) if (c, r) != (1, 1)]
    more = [(c, 3) for c in range(3)]
    before = {"ring": shapely.coverage_union_all([*map(area, ring)])} | {
        slug(s): area(s) for s in [(1, 1), *more, *EAST]
    }
    old = drawing.draw(frame("lower"), before)
    whole: Covers = {"ring": ("ring", *map(slug, more))} | {slug(s): (slug(s),) for s in [(1, 1), *EAST]}
    made = reshape(old, UPPER, Reshaping(2028, whole, whole))
    assert made.oddities == ()


def test_a_city_may_take_in_districts_and_keep_its_slug() -> None:
    city, taken = (0, 0), [(1, 0), (0, 1)]
    of = unchanged({*taken}) | {slug(city): [city, *taken]}
    made = reshape(LOWER, UPPER, reshaping(of))
    assert_whole(made.lower, of)
    assert_whole(made.upper, of)


def test_what_comes_out_goes_in_again() -> None:
    halves = {"north": [s for s in CHESSBOARD if s[1] < 2], "south": [s for s in CHESSBOARD if s[1] >= 2]}
    first = reshape(LOWER, UPPER, reshaping(halves))
    whole = {"all": ("north", "south")}
    second = reshape(first.lower, first.upper, Reshaping(2029, whole, whole))
    assert outlines_of(second.upper)["all"].area == len(CHESSBOARD) * SIDE**2
    assert second.lower.vintage == 2029


@pytest.mark.parametrize(
    ("of", "sentence"),
    [
        ({"new": [(9, 9)]}, "There was no outline of c9-r9."),
        ({}, "The lower tier is left without the area of c0-r0."),
        ({"new": [(0, 0), (1, 0)]}, "More than one council of the lower tier would cover c1-r0."),
        ({"new": [(0, 0)], "none": []}, "Nothing makes up the lower tier’s none."),
    ],
    ids=["unknown", "left out", "twice", "of nothing"],
)
def test_what_is_no_whole_reorganisation_is_refused(of: dict[str, list[Square]], sentence: str) -> None:
    rest = unchanged({(0, 0)})
    more = {"corner": [(0, 0)]} if of.get("new") == [(9, 9)] else {}
    with pytest.raises(ReshapeError, match=f"^{sentence}$"):
        reshape(LOWER, UPPER, reshaping(rest | more | of, unchanged()))


def test_tiers_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ReshapeError, match=r"The maps of the two tiers do not fit at c3-r0, .*c4-r3\."):
        reshape(LOWER, upper({"west": WEST}), reshaping(unchanged()))


def test_an_inset_without_a_change_is_the_very_same() -> None:
    inset = lower([(0, 0), (1, 0), (0, 1)])
    others = {(3, 3), (4, 3)}
    assert reshape_inset(inset, reshaping(unchanged(others) | {"new": sorted(others)})) is inset


def test_an_inset_is_joined_as_the_map_is_as_far_as_it_goes() -> None:
    inset = lower([(0, 0), (1, 0), (0, 1)])
    taken = [(1, 0), (0, 0), (2, 0)]
    made = reshape_inset(inset, reshaping(unchanged({*taken}) | {"new": taken}))
    assert_whole(made, {"new": [(0, 0), (1, 0)], slug((0, 1)): [(0, 1)]})

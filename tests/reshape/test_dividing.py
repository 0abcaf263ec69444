"""Counties cut along their districts, where the two tiers' outlines do not quite agree."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry.base import BaseGeometry

from dashboard.reshape.coverage import check, joined
from dashboard.reshape.dividing import homes_of, upper_faces
from dashboard.reshape.reshaping import ReshapeError
from tests.reshape.squares import SIDE, area, slug

DISTRICTS = [(column, row) for column in range(4) for row in range(3)]
LOWER = {slug(square): area(square) for square in DISTRICTS}
COUNTY_OF = {square: "west" if square[0] < 2 else "east" for square in DISTRICTS}
HALF = SIDE // 2

Jitter = dict[tuple[float, float], tuple[int, int]]


def county(name: str, jitter: Jitter) -> BaseGeometry:
    """Return a county of six squares whose outline is pushed about at every half side."""
    whole = shapely.coverage_union_all([area(s) for s, home in COUNTY_OF.items() if home == name])
    dense = shapely.segmentize(whole.exterior, HALF)
    points = [(round(x, 6), round(y, 6)) for x, y in dense.coords]
    return shapely.Polygon([(x + jitter[x, y][0], y + jitter[x, y][1]) for x, y in points])


@st.composite
def jitters(draw: st.DrawFn) -> Jitter:
    """Any push of up to two units each way, the same for both counties where they meet."""
    lattice = [(4 + HALF * i, 4 + HALF * j) for i in range(9) for j in range(7)]
    steps = st.integers(-2, 2)
    return {point: (draw(steps), draw(steps)) for point in lattice}


COVERS = {"x": ("a",), "y": ("b",)}


@st.composite
def partitions(draw: st.DrawFn) -> dict[str, tuple[str, ...]]:
    """Any way to give the districts to up to five councils, across counties too."""
    of: dict[str, list[str]] = defaultdict(list)
    for name in LOWER:
        of[f"new-{draw(st.integers(0, 4))}"].append(name)
    return {name: tuple(slugs) for name, slugs in of.items()}


def corners(outlines: Iterable[BaseGeometry]) -> set[tuple[float, ...]]:
    return {tuple(p) for outline in outlines for p in shapely.get_coordinates(outline).tolist()}


@settings(max_examples=80, deadline=None)
@given(jitters(), partitions())
def test_counties_keep_their_outline_and_are_shared_out_along_their_districts(
    jitter: Jitter, covers: dict[str, tuple[str, ...]]
) -> None:
    upper = {name: county(name, jitter) for name in ("west", "east")}
    faces = [*upper_faces(upper, LOWER, homes_of(LOWER, upper), covers)]
    # No gap, no overlap, no corner that was not a corner before: to the square unit.
    check([face for face, _ in faces], [name for _, name in faces], "divided")
    assert sum(face.area for face, _ in faces) == sum(outline.area for outline in upper.values())
    assert corners(face for face, _ in faces) <= corners([*upper.values(), *LOWER.values()])
    for name, outline in upper.items():
        within = [face for face, _ in faces if outline.contains(face.representative_point())]
        assert shapely.coverage_union_all(within).equals(outline), name
    # Everyone gets its districts, but for the strip in which the two outlines differ.
    names = [*covers]
    owners = [names.index(owner) for _, owner in faces]
    unions = joined(np.asarray([face for face, _ in faces]), owners, names, "divided")
    for name, union in zip(names, unions, strict=True):
        wanted = shapely.union_all([LOWER[one] for one in covers[name]])
        strip = wanted.boundary.buffer(6)
        assert union.symmetric_difference(wanted).difference(strip).area == 0, name


@pytest.mark.parametrize(
    ("top", "bottom"), [(0, 24), (6, 18), (4, 20), (0, 20), (6, 24)], ids=lambda y: f"{y}"
)
def test_a_border_that_ends_short_or_runs_across_is_led_to_the_nearest_corner(top: int, bottom: int) -> None:
    """The districts meet at x = 24 between y = 4 and 20; the county has corners at x = 22 and 25."""
    west, east = [(25, bottom), (0, bottom), (0, top), (22, top)], [(48, top), (48, bottom)]
    districts = {"a": shapely.box(0, 4, 24, 20), "b": shapely.box(24, 4, 48, 20)}
    county = shapely.Polygon([*west, *east])
    found = upper_faces({"c": county}, districts, dict.fromkeys("ab", "c"), COVERS)
    faces = {owner: face for face, owner in found}
    assert faces["x"].area + faces["y"].area == county.area
    assert {(22, top), (25, bottom)} <= corners([faces["x"]]) & corners([faces["y"]])


def test_districts_that_no_county_holds_are_named() -> None:
    with pytest.raises(ReshapeError, match=r"^The maps of .* do not fit at c3-r0, c3-r1, c3-r2\.$"):
        homes_of(LOWER, {"most": shapely.box(0, 0, 64, 64)})

"""A made-up reorganisation of every two-tier area at once: whole maps, all reachable; time and memory."""

import resource
import time

import pytest
import shapely

from dashboard.reshape.arrows import returning, unreachable
from dashboard.reshape.drawing import links_of, outlines_of
from dashboard.reshape.reshape import reshape
from dashboard.reshape.reshaping import Reshaped, Reshaping
from tests.reshape.history import committed, existing
from tests.reshape.made_up import everywhere

pytestmark = pytest.mark.data

LATEST = 2023


@pytest.fixture(scope="module", params=[0, 7])
def large(request: pytest.FixtureRequest) -> tuple[Reshaping, Reshaped]:
    lower, upper = committed("lower", LATEST), committed("upper", LATEST)
    what = everywhere(lower, 2028, request.param)
    start = time.perf_counter()
    made = reshape(lower, upper, what)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{len(made.lower.shapes)} councils of {len(lower.shapes)}: {seconds:.1f} s, {peak} MB at most")
    return what, made


def test_it_is_what_it_says(large: tuple[Reshaping, Reshaped]) -> None:
    what, _ = large
    kinds = {slug: row["type"] for slug, row in existing(2025).items()}
    groups = [slugs for name, slugs in what.lower.items() if name.startswith("made-up")]
    districts = {slug for slug, kind in kinds.items() if kind == "district"}
    assert {slug for group in groups for slug in group} & districts == districts
    assert any(kinds[slug] == "unitary" for group in groups for slug in group)


@pytest.mark.parametrize("tier", ["lower", "upper"])
def test_both_tiers_are_whole_and_reachable(large: tuple[Reshaping, Reshaped], tier: str) -> None:
    what, made = large
    drawn = getattr(made, tier)
    outlines = outlines_of(drawn)
    shapes = [*outlines.values()]
    assert outlines.keys() == getattr(what, tier).keys()
    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes)
    before = sum(outline.area for outline in outlines_of(committed(tier, LATEST)).values())
    assert shapely.union_all(shapes).area == shapely.area(shapes).sum() == before
    links = links_of(drawn)
    assert unreachable(links) == []
    assert returning(links) > 0.7
    for shape in drawn.shapes:
        point = shapely.Point(shape.x, shape.y)
        assert outlines[shape.slug].contains_properly(point)
        assert 0 <= outlines[shape.slug].boundary.distance(point) - shape.r < 1


def test_the_tiers_show_the_same_councils_in_the_same_places(large: tuple[Reshaping, Reshaped]) -> None:
    _, made = large
    lower, upper = outlines_of(made.lower), outlines_of(made.upper)
    off = {slug: lower[slug].symmetric_difference(upper[slug]).area / lower[slug].area for slug in lower}
    print(f"the tiers differ by {max(off.values()):.1%} at most ({max(off, key=lambda slug: off[slug])})")
    assert max(off.values()) < 0.02


def test_nobody_is_in_two_places(large: tuple[Reshaping, Reshaped]) -> None:
    _, made = large
    assert [oddity for oddity in made.oddities if oddity.kind == "detached"] == []
    holes = {name for oddity in made.oddities for name in oddity.of}
    assert holes <= {shape.slug for shape in made.lower.shapes}

"""The past as reorganisations: the maps made of those before are the official ones, to the generalisation.

Each vintage is generalised from the layer of its own year, so a border's detail may differ where a
junction came or went. ``pytest -s`` prints how far each changed council's area departs.
"""

from functools import cache

import pytest
import shapely

from dashboard.mapview.shapes import Shapes
from dashboard.reshape.arrows import unreachable
from dashboard.reshape.drawing import links_of, outlines_of
from dashboard.reshape.reshape import reshape
from dashboard.reshape.reshaping import Reshaped
from tests.reshape.history import STEPS, became, committed, existing, touching_in

pytestmark = pytest.mark.data

DIFFERING = {
    (2019, "lower"): 3,
    (2019, "upper"): 1,
    (2020, "lower"): 3,
    (2020, "upper"): 0,
    (2021, "lower"): 3,
    (2021, "upper"): 0,
    (2023, "lower"): 6,
    (2023, "upper"): 0,
}
"""How many councils' outlines are not the official ones to the point, by vintage and tier."""

TOLERANCE = 0.003
"""The largest share of a council's area by which its outline departs (Bournemouth and Poole's)."""


IN_A_POINT = (
    {"london-borough-of-bromley", "london-borough-of-lambeth"},
    {"st-albans-city-and-district-council", "watford-borough-council"},
)
"""Who officially touches along less than the map shows."""


@cache
def made(before: int, after: int) -> Reshaped:
    pairs = [frozenset((slug, other)) for slug, others in touching_in(before).items() for other in others]
    return reshape(committed("lower", before), committed("upper", before), became(before, after), pairs)


@pytest.mark.parametrize("tier", ["lower", "upper"])
@pytest.mark.parametrize(("before", "after"), STEPS)
def test_a_vintage_made_of_the_one_before_is_the_official_one(before: int, after: int, tier: str) -> None:
    drawn, official = getattr(made(before, after), tier), committed(tier, after)
    got, wanted = outlines_of(drawn), outlines_of(official)
    assert got.keys() == wanted.keys()
    assert (drawn.tier, drawn.vintage, drawn.view_box) == (tier, after, official.view_box)
    off = {slug: got[slug].symmetric_difference(wanted[slug]).area / wanted[slug].area for slug in got}
    differing = {slug: share for slug, share in off.items() if share}
    told = ", ".join(f"{slug} {share:.3%}" for slug, share in sorted(differing.items()))
    print(f"{tier} {after} from {before}: {len(got)} councils, {len(differing)} differ: {told or 'none'}")
    assert len(differing) == DIFFERING[after, tier]
    assert max(off.values()) < TOLERANCE


@pytest.mark.parametrize("tier", ["lower", "upper"])
@pytest.mark.parametrize(("before", "after"), STEPS)
def test_nothing_is_lost_doubled_or_out_of_reach(before: int, after: int, tier: str) -> None:
    drawn, earlier = getattr(made(before, after), tier), committed(tier, before)
    got = [*outlines_of(drawn).values()]
    assert shapely.coverage_is_valid(got)
    assert shapely.area(got).sum() == shapely.area([*outlines_of(earlier).values()]).sum()
    assert shapely.union_all(got).area == shapely.area(got).sum()
    assert (shapely.get_coordinates(got) % 1 == 0).all()
    assert unreachable(links_of(drawn)) == []


@pytest.mark.parametrize("tier", ["lower", "upper"])
@pytest.mark.parametrize(("before", "after"), STEPS)
def test_councils_that_stay_keep_outline_and_point(before: int, after: int, tier: str) -> None:
    stayed = existing(before).keys() & existing(after).keys()
    then, now = committed(tier, before), getattr(made(before, after), tier)
    earlier, later = outlines_of(then), outlines_of(now)
    kept = stayed & later.keys()
    assert len(kept) >= len(later) - 5
    assert [slug for slug in kept if not earlier[slug].equals(later[slug])] == []
    assert {slug: _points(now)[slug] for slug in kept} == {slug: _points(then)[slug] for slug in kept}


def test_no_reorganisation_of_the_past_left_a_hole_or_a_detached_part() -> None:
    assert [made(before, after).oddities for before, after in STEPS] == [()] * len(STEPS)


@pytest.mark.parametrize(("before", "after"), STEPS)
def test_new_councils_touch_whom_they_officially_touch(before: int, after: int) -> None:
    """Said by who touched whom before, and the longest border first as the official ranks have it."""
    told = made(before, after).touching
    official = touching_in(after)
    concerned = {one.slug for one in told}
    assert existing(after).keys() - existing(before).keys() <= concerned
    for slug in concerned:
        mine = {one.neighbour: one.shared_km for one in told if one.slug == slug}
        assert mine.keys() == official[slug], slug
        assert all(km > 0 for pair, km in mine.items() if {slug, pair} not in IN_A_POINT)


def _points(drawn: Shapes) -> dict[str, tuple[int, int, int]]:
    return {shape.slug: (shape.x, shape.y, shape.r) for shape in drawn.shapes}

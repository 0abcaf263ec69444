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
from tests.reshape.history import STEPS, became, committed, existing

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
"""The largest share of a council's area by which its outline departs (Bournemouth, Christchurch and Poole)."""


@cache
def made(before: int, after: int) -> Reshaped:
    return reshape(committed("lower", before), committed("upper", before), became(before, after))


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
    earlier = _by_slug(committed(tier, before))
    for slug, now in _by_slug(getattr(made(before, after), tier)).items():
        if slug in stayed:
            assert now == earlier[slug], slug


def test_no_reorganisation_of_the_past_left_a_hole_or_a_detached_part() -> None:
    assert [made(before, after).oddities for before, after in STEPS] == [()] * len(STEPS)


@pytest.mark.parametrize(
    ("slug", "neighbours"),
    [
        (
            "cumberland-council",
            {"westmorland-and-furness-council", "northumberland-county-council"},
        ),
        (
            "somerset-council",
            {
                *("bath-and-north-east-somerset-district-council", "devon-county-council", "dorset-council"),
                *(
                    "east-devon-district-council",
                    "mid-devon-district-council",
                    "north-devon-district-council",
                ),
                *("north-somerset-district-council", "wiltshire-council"),
            },
        ),
    ],
)
def test_new_councils_touch_whom_they_touch(slug: str, neighbours: set[str]) -> None:
    names = {t.neighbour for t in made(2021, 2023).touching if t.slug == slug}
    assert {_plain(name) for name in names} == {_plain(name) for name in neighbours}


def _plain(slug: str) -> str:
    return slug.replace("-district", "").replace("-unitary", "")


def _by_slug(drawn: Shapes) -> dict[str, tuple[bytes, int, int, int]]:
    outlines = outlines_of(drawn)
    return {s.slug: (shapely.to_wkb(outlines[s.slug].normalize()), s.x, s.y, s.r) for s in drawn.shapes}

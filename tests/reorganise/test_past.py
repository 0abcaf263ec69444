"""The past as files of reorganisation: what they ask of the map is what happened.

``tests/reshape/test_history.py`` holds the outlines made of it against the official ones.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dashboard.build.outlines import lower_after, upper_after
from dashboard.domain.authority_types import Tier
from dashboard.reference.load import Reference, load_reference
from dashboard.reference.reorganised import reorganised
from dashboard.reorganise.checking import checked
from dashboard.reorganise.reading import read_rows
from tests.reshape.history import DATA, STEPS, became, committed, existing

pytestmark = pytest.mark.data

HELD = load_reference(DATA)


def until(day: date) -> Reference:
    """Return the reference as it stood on a day, when nothing was known of what came after."""
    councils = {
        slug: replace(council, end=council.end if council.end and council.end < day else None)
        for slug, council in HELD.councils.items()
        if council.start is None or council.start <= day
    }
    return replace(
        HELD,
        councils=councils,
        code_spans=tuple(span for span in HELD.code_spans if span.slug in councils),
        lineage=tuple(link for link in HELD.lineage if link.effective <= day),
        populations={key: number for key, number in HELD.populations.items() if key[0] in councils},
    )


def file_of(before: int, after: int) -> bytes:
    """Return the councils that began between two vintages as the file that would have been handed in."""
    old, new = existing(before), existing(after)
    what = became(before, after).lower
    rows = ["name,code,type,start,predecessors"]
    rows += [
        f'"{row["name"]}",{row["code"]},{row["type"]},{row["start"]},'
        + "|".join(f"{old[one]['name']}" for one in what[slug])
        for slug, row in new.items()
        if slug not in old and row["type"] != "county"
    ]
    return "\n".join(rows).encode()


@pytest.mark.parametrize(("before", "after"), STEPS)
def test_a_step_of_the_past_handed_in_as_a_file_is_the_step(before: int, after: int) -> None:
    start = date(after, 4, 1)
    then = until(start - timedelta(days=1))
    new = checked(read_rows(file_of(before, after), f"{after}.csv"), then, date(before, 4, 1))
    since = reorganised(then, new)
    expected = became(before, after)
    lower = lower_after(committed("lower", before), new)
    upper = upper_after(lower, since)
    assert {slug: set(of) for slug, of in lower.items()} == {s: set(of) for s, of in expected.lower.items()}
    assert {slug: set(of) for slug, of in upper.items()} == {s: set(of) for s, of in expected.upper.items()}
    year = f"{after}-{(after + 1) % 100:02}"
    for tier in Tier:
        mine = {council.slug for council in since.councils_in(year) if tier in council.type.tiers}
        assert mine == {shape.slug for shape in committed(tier.value, after).shapes}


@pytest.mark.parametrize(("before", "after"), STEPS)
def test_what_is_said_of_the_councils_is_what_is_held(before: int, after: int) -> None:
    """Type, county, region and last day of who came and went, and who became whom."""
    start = date(after, 4, 1)
    then = until(start - timedelta(days=1))
    new = checked(read_rows(file_of(before, after), f"{after}.csv"), then, date(before, 4, 1))
    since = reorganised(then, new)
    for council in new:
        mine, held = since.councils[council.slug], HELD.councils[council.slug]
        assert (mine.type, mine.region, mine.upper_tier, mine.start) == (
            *(held.type, held.region, held.upper_tier, held.start),
        )
    for slug in then.councils:
        end = HELD.councils[slug].end
        assert since.councils[slug].end == (end if end and end <= start else None)
    links = {(one.predecessor, one.successor, one.change) for one in since.lineage if one.effective == start}
    assert links == {(o.predecessor, o.successor, o.change) for o in HELD.lineage if o.effective == start}

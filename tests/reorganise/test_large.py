"""Every two-tier area at once, handed in as a file: all that the data hold of England is still held, once."""

from collections import Counter
from dataclasses import dataclass

import pytest

from dashboard.build.moved import TOUCHING, postcodes_after, touching_in
from dashboard.build.outlines import Vintage, vintages_after
from dashboard.domain.authority_types import AuthorityType, Tier
from dashboard.domain.reorganisation import NewCouncil
from dashboard.domain.years import ReportingYear
from dashboard.mapview.shapes import Shapes
from dashboard.reference.load import Reference, load_reference
from dashboard.reference.neighbours import load_neighbours
from dashboard.reference.postcodes import load_postcodes
from dashboard.reference.reorganised import moved_to, reorganised
from dashboard.reorganise.checking import checked, last_change
from dashboard.reorganise.reading import read_rows
from dashboard.repository.records import Council
from tests.reshape.history import DATA, committed
from tests.reshape.made_up import everywhere

pytestmark = [pytest.mark.data, pytest.mark.slow]

YEAR = "2028-29"
LATEST = 2024
"""The newest mid-year with estimates of every council."""


@dataclass(frozen=True)
class Made:
    """The reference before and after, who is new, and the maps from then on."""

    before: Reference
    new: tuple[NewCouncil, ...]
    after: Reference
    vintage: Vintage

    def shapes(self, tier: Tier) -> Shapes:
        return self.vintage.lower if tier is Tier.LOWER else self.vintage.upper


@pytest.fixture(scope="module")
def made() -> Made:
    before = load_reference(DATA)
    groups = everywhere(committed("lower", 2023), 2028, seed=0).lower
    rows = ["name,code,type,start,predecessors"]
    rows += [
        f"{slug.replace('-', ' ').title()} Council,,unitary,2028-04-01,"
        + "|".join(before.councils[one].name for one in of)
        for slug, of in groups.items()
        if slug.startswith("made-up")
    ]
    new = checked(read_rows("\n".join(rows).encode(), "england-2028.csv"), before, last_change(before))
    (vintage,) = vintages_after(DATA, before, new)
    return Made(before, new, reorganised(before, new), vintage)


@pytest.mark.parametrize("tier", Tier)
def test_every_council_of_the_year_is_drawn_once_on_its_tiers_and_no_other(made: Made, tier: Tier) -> None:
    drawn = Counter(shape.slug for shape in made.shapes(tier).shapes)
    there = {council.slug for council in made.after.councils_in(YEAR) if tier in council.type.tiers}
    assert drawn == dict.fromkeys(there, 1)


def test_no_county_and_no_district_is_left(made: Made) -> None:
    left = {council.type for council in made.after.councils_in(YEAR)}
    assert left == {AuthorityType.UNITARY, AuthorityType.METROPOLITAN, AuthorityType.LONDON}
    assert {shape.slug for shape in made.vintage.lower.shapes} == {
        shape.slug for shape in made.vintage.upper.shapes
    }


def test_the_year_before_is_as_it_was(made: Made) -> None:
    year = "2027-28"
    now = [council.slug for council in made.after.councils_in(year)]
    assert now == [council.slug for council in made.before.councils_in(year)]


def test_all_residents_of_england_are_still_residents_of_one_council(made: Made) -> None:
    def total(reference: Reference, councils: tuple[Council, ...]) -> int:
        slugs = [council.slug for council in councils if Tier.UPPER in council.type.tiers]
        each = [reference.population(slug, LATEST) for slug in slugs]
        assert None not in each
        return sum(one or 0 for one in each)

    before = total(made.before, made.before.councils_in("2025-26"))
    assert 55_000_000 < before < 65_000_000
    assert total(made.after, made.after.councils_in(YEAR)) == before


def test_every_postcode_of_england_lies_in_a_council_that_is_there(made: Made) -> None:
    there = {council.slug for council in made.after.councils_in(YEAR)}
    rows = list(postcodes_after(load_postcodes(DATA), moved_to(made.new)))
    assert len(rows) == sum(1 for _ in load_postcodes(DATA))
    assert {row.slug for row in rows if row.country == "England"} - there == set()
    assert {row.slug for row in rows if row.country == "England"} == there


def test_every_council_has_neighbours_and_they_are_councils_of_the_year(made: Made) -> None:
    """Two areas touch where any two councils before them did; islands touch nobody."""
    there = {council.slug for council in made.after.councils_in(YEAR)}
    rows = [row for row in made.vintage.neighbours if row.method == TOUCHING]
    pairs = {(row.slug, row.neighbour) for row in rows if row.holds_in(ReportingYear.parse(YEAR))}
    assert {slug for pair in pairs for slug in pair} <= there
    assert there - {slug for slug, _ in pairs} == {"council-of-the-isles-of-scilly", "isle-of-wight-council"}
    assert {(other, slug) for slug, other in pairs} == pairs
    before = touching_in(load_neighbours(DATA), 2027)
    moved = moved_to(made.new)
    inherited = {frozenset(moved.get(slug, slug) for slug in pair) for pair in before}
    assert {frozenset(pair) for pair in pairs} == {
        pair for pair in inherited if len(pair) == 2 and pair <= there
    }


def test_who_went_is_led_to_who_came(made: Made) -> None:
    went = {old for council in made.new for old in council.predecessors}
    for slug in went:
        (link,) = made.after.successors(slug)
        assert (link.change, link.successor) == ("merged", moved_to(made.new)[slug])
        assert str(made.after.councils[slug].end) == "2028-03-31"

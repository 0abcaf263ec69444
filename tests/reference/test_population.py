"""The mid-year estimates: which there are, how they add up, and one printed rate they reproduce."""

from decimal import Decimal

import pytest

from dashboard.domain.authority_types import AuthorityType, Tier
from dashboard.domain.rounding import rate_per_100k
from dashboard.domain.years import ReportingYear
from dashboard.reference.load import Reference

pytestmark = pytest.mark.data


def test_blackpools_printed_rate_follows_from_mid_2022(reference: Reference) -> None:
    residents = reference.population(
        "blackpool-borough-council", ReportingYear.parse("2023-24").population_year
    )
    assert residents is not None
    assert rate_per_100k(6, residents) == Decimal("4.2")


def test_only_councils_abolished_since_2019_lack_mid_2013(reference: Reference) -> None:
    missing = [
        (council, year)
        for year in map(ReportingYear, range(2014, 2026))
        for council in reference.councils_in(year)
        if reference.population(council.slug, year.population_year) is None
    ]
    assert {year for _, year in missing} == {ReportingYear(2014)}
    assert len(missing) == 47
    assert all(council.end is not None for council, _ in missing)


@pytest.mark.parametrize("mid_year", [2017, 2022, 2024])
def test_both_tiers_add_up_to_the_same_england(reference: Reference, mid_year: int) -> None:
    councils = reference.councils_in(ReportingYear(mid_year))
    totals = {
        tier: sum(reference.populations[c.slug, mid_year] for c in councils if tier in c.type.tiers)
        for tier in Tier
    }
    assert totals[Tier.UPPER] == pytest.approx(
        totals[Tier.LOWER], abs=40
    )  # apportioned estimates are rounded
    assert 55_000_000 < totals[Tier.UPPER] < 60_000_000


def test_a_county_is_the_sum_of_its_districts(reference: Reference) -> None:
    for county in reference.councils_in("2024-25"):
        if county.type is AuthorityType.COUNTY:
            districts = [c for c in reference.councils_in("2024-25") if c.upper_tier == county.slug]
            total = sum(reference.populations[c.slug, 2023] for c in districts)
            assert reference.population(county.slug, 2023) == total


def test_a_recoded_council_keeps_one_series(reference: Reference) -> None:
    for slug in ("barnsley-metropolitan-borough-council", "sheffield-city-council"):
        assert all(reference.population(slug, year) for year in range(2009, 2025))


def test_the_first_rate_of_somerset_west_and_taunton_uses_its_predecessors(reference: Reference) -> None:
    parts = [
        reference.populations[slug, 2018]
        for slug in ("taunton-deane-borough-council", "west-somerset-district-council")
    ]
    key = ("somerset-west-and-taunton-council", 2018)
    assert reference.populations[key] == sum(parts)
    assert reference.population_sources[key] == "sum of predecessors' estimates"
    marked = [k for k, how in reference.population_sources.items() if how == "sum of predecessors' estimates"]
    assert marked == [key]

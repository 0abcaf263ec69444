"""Neighbours: symmetric where they touch, ranked where they are statistical, and never across the tiers."""

from collections import defaultdict
from pathlib import Path

import pytest

from dashboard.domain.years import ReportingYear
from dashboard.reference.load import Reference
from dashboard.reference.neighbours import Neighbour, load_neighbours

pytestmark = pytest.mark.data


@pytest.fixture(scope="module")
def neighbours(data: Path) -> tuple[Neighbour, ...]:
    return load_neighbours(data)


def of(neighbours: tuple[Neighbour, ...], slug: str, method: str, year: str) -> list[str]:
    when = ReportingYear.parse(year)
    return [n.neighbour for n in neighbours if (n.slug, n.method) == (slug, method) and n.holds_in(when)]


@pytest.mark.parametrize(
    ("slug", "year", "touching"),
    [
        (
            "sheffield-city-council",
            "2023-24",
            {
                "barnsley-metropolitan-borough-council",
                "rotherham-metropolitan-borough-council",
                "north-east-derbyshire-district-council",
                "derbyshire-dales-district-council",
                "high-peak-borough-council",
                "derbyshire-county-council",
            },
        ),
        (
            "carlisle-city-council",
            "2022-23",
            {"northumberland-county-council", "eden-district-council", "allerdale-borough-council"},
        ),
        ("carlisle-city-council", "2023-24", set()),
        ("council-of-the-isles-of-scilly", "2023-24", set()),
    ],
)
def test_touching_councils(
    neighbours: tuple[Neighbour, ...], slug: str, year: str, touching: set[str]
) -> None:
    assert set(of(neighbours, slug, "touching", year)) == touching


def test_touching_is_mutual(neighbours: tuple[Neighbour, ...]) -> None:
    pairs = {(n.slug, n.neighbour, n.from_year, n.to_year) for n in neighbours if n.method == "touching"}
    assert pairs == {(b, a, first, last) for a, b, first, last in pairs}


def test_touching_councils_existed_together(neighbours: tuple[Neighbour, ...], reference: Reference) -> None:
    for neighbour in neighbours:
        if neighbour.method == "touching":
            for vintage in (neighbour.from_year or 2014, neighbour.to_year or 2025):
                assert reference.existed(neighbour.slug, ReportingYear(vintage))
                assert reference.existed(neighbour.neighbour, ReportingYear(vintage))


def test_dfe_neighbours_are_ten_for_every_upper_tier_council(
    neighbours: tuple[Neighbour, ...], reference: Reference
) -> None:
    ranks = defaultdict(list)
    for neighbour in neighbours:
        if neighbour.method == "dfe":
            ranks[neighbour.slug].append(neighbour.rank)
    assert len(ranks) == 153
    assert all(sorted(told) == list(range(1, 11)) for told in ranks.values())
    assert "sheffield-city-council" in ranks


@pytest.mark.parametrize("method", ["ons_global", "ons_demographic", "ons_economic"])
def test_every_council_of_today_has_ons_neighbours_of_its_tiers(
    neighbours: tuple[Neighbour, ...], reference: Reference, method: str
) -> None:
    ranks = defaultdict(list)
    for n in neighbours:
        if n.method == method and n.to_year is None:  # the list of today
            ranks[n.slug].append(n.rank)
            assert reference.councils[n.slug].type.tiers & reference.councils[n.neighbour].type.tiers
            assert n.slug != n.neighbour
    assert set(ranks) == {council.slug for council in reference.councils_in("2025-26")}
    for told in ranks.values():
        assert told == sorted(set(told))
        assert told[-1] <= 20

"""The release of real figures, built from the committed data: complete as data, and nothing simulated."""

from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.domain.authority_types import AuthorityType, Tier
from dashboard.domain.figures import State
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.releases.verify import verify
from dashboard.repository.connection import open_database
from dashboard.repository.manifest import DATABASE
from dashboard.repository.sqlite import SqliteRepository

pytestmark = pytest.mark.data
BLACKPOOL = "blackpool-borough-council"


@pytest.fixture(scope="module")
def held(releases: Path) -> SqliteRepository:
    return SqliteRepository(releases / "held-figures")


def test_it_is_whole_and_real(held: SqliteRepository) -> None:
    assert verify(held.directory) == []
    assert held.release().kind == "real"
    assert held.release().years[0] == "2014-15"
    assert held.release().years[-1] == "2024-25"


@pytest.mark.parametrize(
    ("start", "lower", "districts", "upper", "counties"),
    [
        *((year, 326, 201, 152, 27) for year in range(2014, 2019)),
        (2019, 317, 192, 151, 26),
        (2020, 314, 188, 151, 25),
        *((year, 309, 181, 152, 24) for year in (2021, 2022)),
        *((year, 296, 164, 153, 21) for year in (2023, 2024)),
    ],
)
def test_the_councils_of_every_year(  # noqa: PLR0917
    held: SqliteRepository, start: int, lower: int, districts: int, upper: int, counties: int
) -> None:
    there = held.councils(f"{start}-{(start + 1) % 100:02d}")
    assert sum(Tier.LOWER in c.type.tiers for c in there) == lower
    assert sum(Tier.UPPER in c.type.tiers for c in there) == upper
    assert sum(c.type is AuthorityType.DISTRICT for c in there) == districts
    assert sum(c.type is AuthorityType.COUNTY for c in there) == counties
    assert len(there) == lower + counties


@pytest.mark.parametrize(
    ("measure", "numerator", "denominator", "shown", "average"),
    [
        ("upheld_pct", 6, 9, "67", "79"),
        ("upheld_per_100k", 6, None, "4.2", "4.6"),
        ("compliance_pct", 5, 5, "100", "100"),
        ("satisfactory_remedy_pct", 2, 6, "33", "13"),
    ],
)
def test_blackpool_reads_as_its_page_does(  # noqa: PLR0917
    held: SqliteRepository,
    measure: str,
    numerator: int,
    denominator: int | None,
    shown: str,
    average: str,
) -> None:
    figure = held.figures(BLACKPOOL, "2023-24")[measure]
    assert figure.numerator == numerator
    assert denominator in (None, figure.denominator)
    assert figure.shown == Decimal(shown)
    assert figure.shown_origin is Origin.PUBLISHED
    assert figure.origin is Origin.PUBLISHED
    assert figure.benchmark is not None
    assert figure.benchmark.value == Decimal(average)


def test_nothing_in_it_is_simulated(held: SqliteRepository) -> None:
    with_cases = open_database(held.directory / DATABASE)
    assert with_cases.execute("SELECT count(*) FROM register_case").fetchone()[0] == 0
    for council in held.councils():
        for year in held.years_of(council.slug):
            for figure in held.figures(council.slug, year).values():
                assert Origin.SIMULATED not in (figure.origin, figure.printed_origin)
    with_cases.close()


def test_every_council_has_every_measure_of_every_year_it_existed_in(held: SqliteRepository) -> None:
    for year in held.release().years:
        there = {council.slug for council in held.councils(year)}
        for measure in MEASURES:
            for period in (1, 3):
                assert held.year_figures(year, measure, period).keys() == there


def test_what_is_not_held_says_so(held: SqliteRepository) -> None:
    states = {figure.state for figure in held.year_figures("2016-17", "upheld_pct").values()}
    assert State.NOT_HELD in states


@pytest.mark.parametrize(
    ("query", "councils"),
    [
        ("leeds", ("leeds-city-council",)),
        ("leads", ("leeds-city-council",)),
        ("Hull", ("hull-city-council",)),
        ("BCP", ("bournemouth-christchurch-and-poole-council",)),
        ("CA1 1AA", ("cumberland-council",)),
        ("CA11", ("westmorland-and-furness-council",)),
        ("LN1 1AA", ("city-of-lincoln-council", "lincolnshire-county-council")),
        ("sw1a2aa", ("city-of-westminster",)),
        ("E08000016", ("barnsley-metropolitan-borough-council",)),
        ("lincs", ("lincolnshire-county-council",)),
    ],
)
def test_real_councils_are_found(held: SqliteRepository, query: str, councils: tuple[str, ...]) -> None:
    assert held.find(query).councils[: len(councils)] == councils


@pytest.mark.parametrize("tier", Tier)
def test_the_map_draws_exactly_the_councils_of_each_year(held: SqliteRepository, tier: Tier) -> None:
    for year in held.release().years:
        shapes = held.map_shapes(tier, year).partition('<div class="map-london"')[0]
        drawn = {part.partition('"')[0] for part in shapes.split('data-slug="')[1:]}
        assert drawn == {c.slug for c in held.councils(year) if tier in c.type.tiers}


def test_a_source_names_its_licence(held: SqliteRepository) -> None:
    sources = {source.id: source for source in held.release().sources}
    assert "© Commission for Local Administration in England" in sources["ombudsman"].attribution
    assert all(source.licence and source.attribution for source in sources.values())

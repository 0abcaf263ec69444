"""Real councils with the figures held of them: the oracles of the pages' tests."""

from collections.abc import Mapping
from datetime import date

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import Benchmark, Figure
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Category, Outcome
from dashboard.repository.records import Council, CountRow, LineageLink
from tests.support.fake_repository import FakeRepository, release
from tests.support.figures import PAGE, count, figure, printed_benchmark


def council(slug: str, name: str, kind: AuthorityType, region: str = "North West", **more: object) -> Council:
    """A council, with what a test does not care about filled in."""
    known: dict[str, object] = {
        "code": f"E{abs(hash(slug)) % 10**8:08d}",
        "codes": (),
        "short_name": name.replace(" Borough Council", "").replace(" Council", ""),
        "other_names": (),
        "upper_tier": None,
        "start": None,
        "end": None,
        "ombudsman_slug": slug,
    }
    return Council(slug=slug, name=name, type=kind, region=region, **{**known, **more})  # type: ignore[arg-type]


BLACKPOOL = council("blackpool-borough-council", "Blackpool Borough Council", AuthorityType.UNITARY)
CUMBRIA = council(
    "cumbria-county-council", "Cumbria County Council", AuthorityType.COUNTY, end=date(2023, 3, 31)
)
CUMBERLAND = council(
    "cumberland-council",
    "Cumberland Council",
    AuthorityType.UNITARY,
    start=date(2023, 4, 1),
    ombudsman_slug=None,
)
ALLERDALE = council(
    "allerdale-borough-council", "Allerdale Borough Council", AuthorityType.DISTRICT, end=date(2023, 3, 31)
)
HOUNSLOW = council("london-borough-of-hounslow", "London Borough of Hounslow", AuthorityType.LONDON, "London")

UNITARY_2023: Mapping[str, Benchmark] = {
    "upheld_pct": printed_benchmark("79"),
    "compliance_pct": printed_benchmark("100"),
    "satisfactory_remedy_pct": printed_benchmark("13"),
    "upheld_per_100k": printed_benchmark("4.6"),
}


def blackpool_2023_24() -> tuple[Figure, ...]:
    """Blackpool 2023-24 exactly as the Ombudsman's page says it."""
    slug, year, average = BLACKPOOL.slug, "2023-24", UNITARY_2023
    return (
        figure(slug, year, "upheld_pct", 6, 9, printed="67", benchmark=average["upheld_pct"]),
        figure(slug, year, "compliance_pct", 5, 5, printed="100", benchmark=average["compliance_pct"]),
        figure(
            slug,
            year,
            "satisfactory_remedy_pct",
            2,
            6,
            printed="33",
            benchmark=average["satisfactory_remedy_pct"],
        ),
        figure(
            slug, year, "upheld_per_100k", 6, 141_574, printed="4.2", benchmark=average["upheld_per_100k"]
        ),
        count(slug, year, "investigated", 9),
        count(slug, year, "upheld", 6),
    )


def blackpool_2024_25() -> tuple[Figure, ...]:
    """Blackpool 2024-25: an overview, four of five upheld, nothing held of compliance or remedy."""
    slug, year = BLACKPOOL.slug, "2024-25"
    return (
        figure(slug, year, "upheld_pct", 4, 5, printed="80", benchmark=printed_benchmark("82")),
        figure(slug, year, "upheld_per_100k", 4, 144_191, printed="2.8"),
        count(slug, year, "dealt_with", 42),
        count(slug, year, "not_for_us_or_not_ready", 14),
        count(slug, year, "assessed_and_closed", 23),
        count(slug, year, "investigated", 5),
        count(slug, year, "upheld", 4),
    )


def after_its_end() -> tuple[Figure, ...]:
    """Cumbria 2023-24, printed a year after its end: 91% for 9 of 10."""
    slug, year = CUMBRIA.slug, "2023-24"
    note = "The printed 91% does not follow from 9 of 10, which is 90%."
    return (
        figure(slug, year, "upheld_pct", 9, 10, printed="91", note=note),
        figure(slug, year, "compliance_pct", 12, 12, printed="100"),
        figure(slug, year, "satisfactory_remedy_pct", 0, 9, printed="0"),
        count(slug, year, "investigated", 10),
        count(slug, year, "upheld", 9),
    )


def breakdown(
    kind: str, counts: Mapping[str, int | None], origin: Origin = Origin.PUBLISHED
) -> tuple[CountRow, ...]:
    """A breakdown in the field's order, total last; what is not given is not held."""
    items = [*(Category if kind == "received" else Outcome), "total"]
    return tuple(
        CountRow(
            kind,
            str(item),
            counts.get(str(item)),
            origin if counts.get(str(item)) is not None else None,
            PAGE if counts.get(str(item)) is not None else None,
        )
        for item in items
    )


def sample(kind: str = "real", extra: tuple[Figure, ...] = ()) -> FakeRepository:
    """A release of five councils, one of them ended, one new."""
    return FakeRepository(
        councils_=(BLACKPOOL, CUMBRIA, CUMBERLAND, ALLERDALE, HOUNSLOW),
        links=(
            LineageLink(CUMBRIA.slug, CUMBERLAND.slug, "split", date(2023, 4, 1)),
            LineageLink(ALLERDALE.slug, CUMBERLAND.slug, "merged", date(2023, 4, 1)),
        ),
        figures_=(*blackpool_2023_24(), *blackpool_2024_25(), *after_its_end(), *extra),
        benchmarks={(AuthorityType.UNITARY, "2023-24", m): b for m, b in UNITARY_2023.items()},
        populations={(BLACKPOOL.slug, 2022): 141_574, (BLACKPOOL.slug, 2023): 143_100},
        release_=release(kind=kind, name="held-figures" if kind == "real" else "demo"),
    )

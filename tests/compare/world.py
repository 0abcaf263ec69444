"""A small England to compare: real names, figures chosen so that every state and rule has a council."""

from datetime import date

from dashboard.addresses.compare_state import CompareState, parse
from dashboard.compare.comparison import Comparison, compare
from dashboard.compare.group import Group, group_of
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Comparison as Compared
from dashboard.domain.comparison import NoComparison
from dashboard.domain.figures import Figure, State
from dashboard.domain.origin import Origin
from dashboard.repository.records import CaseMix, LineageLink
from tests.support.fake_repository import FakeRepository, release
from tests.support.figures import count, figure, pooled_benchmark, printed_benchmark
from tests.support.sample import ALLERDALE, BLACKPOOL, CUMBERLAND, CUMBRIA, HOUNSLOW, breakdown, council

UNITARY, DISTRICT = AuthorityType.UNITARY, AuthorityType.DISTRICT
LUTON = council("luton-borough-council", "Luton Borough Council", UNITARY, "East of England")
READING = council("reading-borough-council", "Reading Borough Council", UNITARY, "South East")
DOVER = council("dover-district-council", "Dover District Council", DISTRICT, "South East")
THANET = council("thanet-district-council", "Thanet District Council", DISTRICT, "South East")
KENT = council("kent-county-council", "Kent County Council", AuthorityType.COUNTY, "South East")
SMALL = tuple(
    council(f"unitary-{letter}", f"Unitary {letter.upper()}", UNITARY, "South West") for letter in "abcdefgh"
)
COPELAND = council("copeland-borough-council", "Copeland Borough Council", DISTRICT, end=date(2023, 3, 31))
COUNCILS = (
    *(BLACKPOOL, CUMBRIA, CUMBERLAND, ALLERDALE, COPELAND, HOUNSLOW, LUTON, READING, DOVER, THANET, KENT),
    *SMALL,
)
RESIDENTS = {
    **{BLACKPOOL: 141_000, LUTON: 225_000, READING: 174_000, DOVER: 117_000, THANET: 140_000},
    **{KENT: 1_600_000, HOUNSLOW: 290_000, CUMBERLAND: 275_000},
    **{each: 180_000 + 10_000 * i for i, each in enumerate(SMALL)},
}
YEAR = "2023-24"
AVERAGE = printed_benchmark("79")


def figures() -> tuple[Figure, ...]:
    """Blackpool as printed; Luton simulated and beyond chance; Reading few; Dover one case; others empty."""
    simulated = Origin.SIMULATED
    upheld = "upheld_pct"
    return (
        figure(BLACKPOOL.slug, YEAR, upheld, 6, 9, printed="67", benchmark=AVERAGE),
        figure(
            BLACKPOOL.slug, YEAR, "compliance_pct", 4, 5, printed="80", benchmark=printed_benchmark("100")
        ),
        figure(BLACKPOOL.slug, YEAR, "satisfactory_remedy_pct", 2, 6, printed="33"),
        figure(BLACKPOOL.slug, YEAR, "upheld_per_100k", 6, 141_574, printed="4.2"),
        count(BLACKPOOL.slug, YEAR, "dealt_with", 41),
        figure(BLACKPOOL.slug, "2022-23", upheld, 2, 6, printed="33", benchmark=printed_benchmark("77")),
        figure(
            *(LUTON.slug, YEAR, upheld, 20, 40),
            origin=simulated,
            benchmark=AVERAGE,
            comparison=Compared.MUCH_LOWER,
        ),
        figure(LUTON.slug, YEAR, "compliance_pct", 0, 0, origin=simulated),
        count(LUTON.slug, YEAR, "dealt_with", 100, simulated),
        figure(READING.slug, YEAR, upheld, printed="75", origin=Origin.REPORTED),
        figure(READING.slug, YEAR, "satisfactory_remedy_pct", state=State.NOT_APPLICABLE),
        figure(
            *(DOVER.slug, YEAR, upheld, 0, 1),
            printed="0",
            benchmark=pooled_benchmark("70", 70, 100, 2),
        ),
    )


def england(kind: str = "real") -> FakeRepository:
    """The release of it."""
    rows = {
        (BLACKPOOL.slug, YEAR, "received"): breakdown("received", {"housing": 7, "other": 1, "total": 41}),
        (ALLERDALE.slug, "2021-22", "received"): breakdown("received", {"housing": 2, "total": 9}),
        (COPELAND.slug, "2021-22", "received"): breakdown("received", {"housing": 3}),
    }
    combined = figure(
        *(CUMBERLAND.slug, "2021-22", "upheld_pct", 4, 9),
        origin=Origin.DERIVED,
        comparison=NoComparison.BEFORE_IT_BEGAN,
        note="Predecessors combined: Allerdale and Copeland, before the council began.",
    )
    day = date(2023, 4, 1)
    return FakeRepository(
        councils_=COUNCILS,
        links=(
            LineageLink(CUMBRIA.slug, CUMBERLAND.slug, "split", day),
            LineageLink(ALLERDALE.slug, CUMBERLAND.slug, "merged", day),
            LineageLink(COPELAND.slug, CUMBERLAND.slug, "merged", day),
        ),
        figures_=figures(),
        combined_=(combined,),
        near={
            (BLACKPOOL.slug, "ons_global"): (THANET.slug, LUTON.slug),
            (BLACKPOOL.slug, "touching"): (READING.slug, LUTON.slug),
            (DOVER.slug, "touching"): (THANET.slug,),
        },
        rows=rows,
        case_mixes_={(BLACKPOOL.slug, YEAR): CaseMix(78.25, 8, 1)},
        populations={(c.slug, 2023): residents for c, residents in RESIDENTS.items()},
        release_=release(kind=kind, name="held-figures" if kind == "real" else "demo"),
    )


def compared(query: str, kind: str = "real") -> tuple[CompareState, Group, Comparison]:
    """What a query compares; there must be a group."""
    repository = england(kind)
    state = parse(query, repository.release().years)
    group = group_of(state, repository)
    comparison = compare(state, group, repository)
    assert comparison is not None
    return state, group, comparison


def slugs(*councils: object) -> str:
    """A query that names councils."""
    return "councils=" + ",".join(getattr(each, "slug", str(each)) for each in councils)

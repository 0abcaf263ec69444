"""A real release on disk of a few councils, small enough to be built for each module of tests."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from dashboard.build.content import (
    Breakdown,
    CodeSpan,
    CouncilYearRow,
    PopulationEstimate,
    ReleaseContent,
    ServiceFigure,
    TypeBenchmark,
)
from dashboard.build.release import build_release
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Comparison, NoComparison
from dashboard.domain.figures import Benchmark, Figure, State
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Category
from dashboard.reference.held_rows import HeldValue
from dashboard.reference.neighbours import Neighbour
from dashboard.reference.places import Place
from dashboard.reference.postcodes import Postcode
from dashboard.releases.fingerprint import Fingerprint
from dashboard.repository.records import Council, CountRow, FormerName, LineageLink, NationalFigure, Source
from tests.support.figures import PAGE, count, figure, printed_benchmark

YEARS = ("2022-23", "2023-24", "2024-25")
UNITARY_2023 = {
    "upheld_pct": printed_benchmark("79"),
    "compliance_pct": printed_benchmark("100"),
    "satisfactory_remedy_pct": printed_benchmark("13"),
    "upheld_per_100k": printed_benchmark("4.6"),
}
SHAPES = {
    f"shapes/{tier}-{vintage}{drawn}.html": f"<svg>{tier} {vintage}{drawn}</svg>".encode()
    for tier, drawn in (("upper", ""), ("lower", ""), ("lower", "-tiles"))
    for vintage in (2014, 2021, 2023)
}


def _council(slug: str, code: str, name: str, short: str, kind: AuthorityType, **more: object) -> Council:
    told: dict[str, object] = {
        "codes": (code,),
        "other_names": (),
        "region": "North West",
        "upper_tier": None,
        "start": None,
        "end": None,
        "ombudsman_slug": slug,
    }
    return Council(slug=slug, code=code, name=name, short_name=short, type=kind, **{**told, **more})  # type: ignore[arg-type]


BLACKPOOL = _council(
    "blackpool-borough-council",
    "E06000009",
    "Blackpool Borough Council",
    "Blackpool",
    AuthorityType.UNITARY,
)
BARNSLEY = _council(
    "barnsley-metropolitan-borough-council",
    "E08000038",
    "Barnsley Metropolitan Borough Council",
    "Barnsley",
    AuthorityType.METROPOLITAN,
    codes=("E08000016", "E08000038"),
    region="Yorkshire and The Humber",
)
BRIGHTON = _council(
    "brighton-and-hove-city-council",
    "E06000043",
    "Brighton & Hove City Council",
    "Brighton and Hove",
    AuthorityType.UNITARY,
    region="South East",
    other_names=("Bryghton",),
)
CUMBRIA = _council(
    "cumbria-county-council",
    "E10000006",
    "Cumbria County Council",
    "Cumbria",
    AuthorityType.COUNTY,
    end=date(2023, 3, 31),
)
ALLERDALE = _council(
    "allerdale-borough-council",
    "E07000026",
    "Allerdale Borough Council",
    "Allerdale",
    AuthorityType.DISTRICT,
    end=date(2023, 3, 31),
    upper_tier=CUMBRIA.slug,
)
CUMBERLAND = _council(
    "cumberland-council",
    "E06000063",
    "Cumberland Council",
    "Cumberland",
    AuthorityType.UNITARY,
    start=date(2023, 4, 1),
    ombudsman_slug=None,
)
LANCASHIRE = _council(
    "lancashire-county-council",
    "E10000017",
    "Lancashire County Council",
    "Lancashire",
    AuthorityType.COUNTY,
)
KINGS_LYNN = _council(
    "borough-council-of-kings-lynn-and-west-norfolk",
    "E07000146",
    "Borough Council of King’s Lynn & West Norfolk",
    "King's Lynn and West Norfolk",
    AuthorityType.DISTRICT,
    region="East of England",
)
PRESTON = _council(
    "preston-city-council",
    "E07000123",
    "Preston City Council",
    "Preston",
    AuthorityType.DISTRICT,
    upper_tier=LANCASHIRE.slug,
    ombudsman_slug="Preston-City",
    former_names=(FormerName("Preston Borough Council", "2022-23"),),
    old_slugs=("preston-borough-council",),
)
COUNCILS = (
    *(ALLERDALE, BARNSLEY, BLACKPOOL, BRIGHTON, CUMBERLAND),
    *(CUMBRIA, KINGS_LYNN, LANCASHIRE, PRESTON),
)
POSTCODES = (
    Postcode("FY1", BLACKPOOL.slug, "England", "outcode"),
    Postcode("CA1 1", CUMBERLAND.slug, "England", "sector"),
    Postcode("CA11", BLACKPOOL.slug, "England", "outcode"),
    Postcode("PR1 1", PRESTON.slug, "England", "sector"),
    Postcode("PR1 2", PRESTON.slug, "England", "split"),
    Postcode("PR1 2AB", BLACKPOOL.slug, "England", "unit"),
    Postcode("LD7 1", None, "Wales", "sector"),
    Postcode("LD7 1DY", CUMBERLAND.slug, "England", "unit"),
    Postcode("LD7 9", None, "Wales", "sector"),
    Postcode("TD15 2", None, "Scotland", "sector"),
    Postcode("TD15 9", None, "Scotland", "split"),
    Postcode("TD15 9AB", CUMBERLAND.slug, "England", "unit"),
)
PLACES = (
    Place("Bispham", BLACKPOOL.slug, 331_000, 440_000, 20_000),
    Place("Fulwood", PRESTON.slug, 353_000, 432_000, 28_000),
    Place("Newport", BLACKPOOL.slug, 331_000, 436_000, 900),
    Place("Newport", CUMBERLAND.slug, 340_000, 555_000, 2_000),
    Place("St Bees", CUMBERLAND.slug, 297_000, 511_000, 1_700),
    Place("Wigton", CUMBERLAND.slug, 325_000, 548_000, 5_800),
)


NEIGHBOURS = (
    Neighbour(BLACKPOOL.slug, "touching", 2, PRESTON.slug, None, None),
    Neighbour(BLACKPOOL.slug, "touching", 1, LANCASHIRE.slug, None, None),
    Neighbour(BLACKPOOL.slug, "ons_global", 3, BRIGHTON.slug, None, None),
    Neighbour(BLACKPOOL.slug, "ons_global", 1, CUMBERLAND.slug, None, None),
    Neighbour(CUMBERLAND.slug, "touching", 1, BLACKPOOL.slug, 2023, None),
    Neighbour(CUMBRIA.slug, "touching", 1, LANCASHIRE.slug, None, 2022),
)
ALLERDALE_FOR_CUMBERLAND = figure(
    *(CUMBERLAND.slug, "2022-23", "upheld_pct", 3, 4),
    origin=Origin.DERIVED,
    comparison=NoComparison.BEFORE_IT_BEGAN,
    note="Predecessors combined: Allerdale, before the council began. Cumbria was split and is not added.",
)


def existed(council: Council, year: str) -> bool:
    """Whether a council existed on the year's 1 April."""
    day = date(int(year[:4]), 4, 1)
    return (council.start is None or council.start <= day) and (council.end is None or day <= council.end)


def tiny_content(name: str = "held-figures", kind: str = "real", status: str = "bundled") -> ReleaseContent:
    """The content of the release: nine councils and three years, all but a few figures not held."""
    held = {(f.slug, f.year, f.measure): f for f in (*blackpool(), *barnsley(), *cumbria_after_its_end())}
    if kind == "demonstration":
        held = {key: _simulated(f) for key, f in held.items()}
    grid = {
        (c.slug, year, measure): figure(c.slug, year, measure, state=State.NOT_HELD, origin=None)
        for c in COUNCILS
        for year in YEARS
        if existed(c, year)
        for measure in MEASURES
    }
    figures = {**grid, **held}
    return ReleaseContent(
        name=name,
        title="Figures held" if kind == "real" else "Demonstration",
        kind=kind,
        status=status,
        years=YEARS,
        seed=None if kind == "real" else 7,
        sources=(Source("lgsco", "Figures", "LGSCO", "Free re-use with acknowledgement", "© CLAE", PAGE),),
        councils=COUNCILS,
        codes=_codes(),
        council_years=tuple(_council_years(figures)),
        lineage=(
            LineageLink(CUMBRIA.slug, CUMBERLAND.slug, "split", date(2023, 4, 1)),
            LineageLink(ALLERDALE.slug, CUMBERLAND.slug, "merged", date(2023, 4, 1)),
        ),
        population=(PopulationEstimate(BLACKPOOL.slug, 2022, 141574, "ONS mid-year estimate"),),
        benchmarks=tuple(
            TypeBenchmark(AuthorityType.UNITARY, "2023-24", measure, 1, benchmark)
            for measure, benchmark in UNITARY_2023.items()
        ),
        types=(),
        figures=tuple((period, f) for _, f in sorted(figures.items()) for period in (1, 3) if _in(period, f)),
        breakdowns=_breakdowns(),
        national=(NationalFigure("2023-24", "upheld_pct", Decimal(80), None, None, PAGE),),
        held_values=(
            HeldValue(BLACKPOOL.slug, "2023-24", "upheld_pct", Decimal(67), Origin.PUBLISHED, PAGE),
        ),
        postcodes=POSTCODES,
        places=PLACES,
        combined=(ALLERDALE_FOR_CUMBERLAND,),
        services=SERVICES,
        neighbours=NEIGHBOURS,
    )


def blackpool() -> tuple[Figure, ...]:
    """Blackpool 2023-24 as the Ombudsman's page says it, and a count of the year after."""
    slug, year, average = BLACKPOOL.slug, "2023-24", UNITARY_2023
    return (
        figure(slug, year, "upheld_pct", 6, 9, printed="67", benchmark=average["upheld_pct"]),
        figure(slug, year, "compliance_pct", 5, 5, printed="100", benchmark=average["compliance_pct"]),
        figure(
            *(slug, year, "satisfactory_remedy_pct", 2, 6),
            printed="33",
            benchmark=average["satisfactory_remedy_pct"],
        ),
        figure(
            *(slug, year, "upheld_per_100k", 6, 141574), printed="4.2", benchmark=average["upheld_per_100k"]
        ),
        count(slug, year, "upheld", 6),
        count(slug, year, "investigated", 9),
        count(slug, "2024-25", "upheld", 4),
    )


def barnsley() -> tuple[Figure, ...]:
    """A percentage held without its counts, from a council's own paper."""
    return (
        figure(
            *(BARNSLEY.slug, "2023-24", "upheld_pct"),
            printed="75",
            origin=Origin.REPORTED,
            state=State.PERCENTAGE_ONLY,
        ),
    )


def cumbria_after_its_end() -> tuple[Figure, ...]:
    """Cumbria in the year after its end: a printed 91% for 9 of 10, without an average."""
    note = "The printed 91% does not follow from 9 of 10, which is 90%."
    slug, year = CUMBRIA.slug, "2023-24"
    return (
        figure(slug, year, "upheld_pct", 9, 10, printed="91", note=note, comparison=Comparison.NONE),
        count(slug, year, "upheld", 9),
    )


def build_tiny(
    directory: Path,
    content: ReleaseContent | None = None,
    extra: Mapping[str, bytes] | None = None,
    draft: Fingerprint | None = None,
    inputs: str = "0" * 64,
) -> Path:
    """Build the release in a releases folder, and return its directory."""
    return build_release(
        content or tiny_content(),
        directory,
        inputs=inputs,
        shapes=SHAPES,
        draft=draft,
        export=lambda repository: {
            "map/data.json": repository.release().title.encode() * 40,
            **(extra or {}),
        },
    )


def _simulated(f: Figure) -> Figure:
    """The same figure over simulated counts; a printed value keeps its own origin."""
    benchmark: Benchmark | None = f.benchmark
    return replace(f, origin=Origin.SIMULATED if f.origin else None, benchmark=benchmark)


def _in(period: int, f: Figure) -> bool:
    return period == 1 or f.benchmark is None


def _codes() -> tuple[CodeSpan, ...]:
    recoded = date(2025, 4, 1)
    return tuple(
        CodeSpan(
            c.slug,
            code,
            recoded if i > 0 else None,
            date(2025, 3, 31) if i + 1 < len(c.codes) else None,
        )
        for c in COUNCILS
        for i, code in enumerate(c.codes)
    )


def _council_years(figures: Mapping[tuple[str, str, str], Figure]) -> list[CouncilYearRow]:
    pages = sorted({(year, slug) for slug, year, _ in figures})
    by_slug = {c.slug: c for c in COUNCILS}
    return [
        CouncilYearRow(year, slug, by_slug[slug].codes[0], existed(by_slug[slug], year))
        for year, slug in pages
    ]


def _service(slug: str, *decided: int, received: int | None = None) -> ServiceFigure:
    total, investigated, upheld = decided or (None, None, None)
    return ServiceFigure(
        year="2023-24",
        slug=slug,
        category=Category.HOUSING.value,
        received=received,
        received_origin=None if received is None else Origin.PUBLISHED,
        decided=total,
        investigated=investigated,
        upheld=upheld,
        outcome_origin=Origin.DERIVED if decided else None,
    )


SERVICES = (
    _service(BLACKPOOL.slug, 7, 5, 3, received=8),
    _service(CUMBERLAND.slug, 4, 2, 2),
    _service(BRIGHTON.slug, 0, 0, 0, received=1),
)


def _breakdowns() -> tuple[Breakdown, ...]:
    def row(kind: str, item: str, number: int) -> Breakdown:
        return Breakdown(BLACKPOOL.slug, "2023-24", CountRow(kind, item, number, Origin.PUBLISHED, PAGE))

    return (row("decided", "upheld", 6), row("decided", "not_upheld", 3), row("received", "total", 41))

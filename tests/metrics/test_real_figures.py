"""The real figures held are the oracle: what a reader of the Ombudsman's pages would see."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.domain.comparison import Comparison, NoComparison, not_compared
from dashboard.domain.figures import BenchmarkKind, Figure, State
from dashboard.domain.origin import Origin
from dashboard.domain.rounding import plain
from dashboard.metrics.figures import Assembled, assemble_figures
from dashboard.metrics.held_counts import held_counts
from dashboard.reference.held import Held, load_held
from dashboard.reference.load import Reference, load_reference

pytestmark = pytest.mark.data
DATA = Path(__file__).parents[2] / "data"
YEARS = tuple(f"{year}-{(year + 1) % 100:02d}" for year in range(2014, 2025))
Figures = dict[tuple[str, str, str], Figure]


@pytest.fixture(scope="module")
def england() -> Reference:
    return load_reference(DATA)


@pytest.fixture(scope="module")
def holding() -> Held:
    return load_held(DATA)


@pytest.fixture(scope="module")
def assembled(england: Reference, holding: Held) -> Assembled:
    return assemble_figures(held_counts(holding), holding, england, YEARS)


@pytest.fixture(scope="module")
def figures(assembled: Assembled) -> Figures:
    return {(f.slug, f.year, f.measure): f for period, f in assembled.figures if period == 1}


@pytest.mark.parametrize(
    ("measure", "printed", "numerator", "average", "comparison"),
    [
        ("upheld_pct", "67", 6, "79", Comparison.NO_CLEAR_DIFFERENCE),
        ("upheld_per_100k", "4.2", 6, "4.6", Comparison.NONE),  # how far unitaries vary is not known
        ("compliance_pct", "100", 5, "100", Comparison.NONE),
        ("satisfactory_remedy_pct", "33", 2, "13", Comparison.NO_CLEAR_DIFFERENCE),
    ],
)
def test_blackpool_2023_24_reads_as_on_the_ombudsmans_page(
    figures: Figures, *, measure: str, printed: str, numerator: int, average: str, comparison: Comparison
) -> None:
    figure = figures["blackpool-borough-council", "2023-24", measure]
    assert (figure.state, figure.numerator, figure.comparison) == (State.VALUE, numerator, comparison)
    assert figure.value is not None
    assert plain(figure.value) == printed
    assert figure.shown == Decimal(printed)
    assert (figure.origin, figure.printed_origin, figure.note) == (Origin.PUBLISHED, Origin.PUBLISHED, None)
    assert figure.benchmark is not None
    assert (figure.benchmark.kind, plain(figure.benchmark.value)) == (BenchmarkKind.PRINTED, average)
    assert figure.benchmark.origin is Origin.PUBLISHED
    if measure != "upheld_per_100k":
        assert (
            figure.denominator
            == {"upheld_pct": 9, "compliance_pct": 5, "satisfactory_remedy_pct": 6}[measure]
        )


@pytest.mark.parametrize(
    ("slug", "year", "printed", "value", "note"),
    [
        ("london-borough-of-hounslow", "2023-24", "93", "92", "Printed as 93%; 22 of 24 is 92%."),
        ("cumbria-county-council", "2023-24", "91", "90", "Printed as 91%; 9 of 10 is 90%."),
        (
            "nottinghamshire-county-council",
            "2020-21",
            "54",
            None,
            "Printed as 54%. No number out of 29 gives 54%.",
        ),
    ],
)
def test_the_three_printed_percentages_that_follow_from_no_counts(
    figures: Figures, *, slug: str, year: str, printed: str, value: str | None, note: str
) -> None:
    figure = figures[slug, year, "upheld_pct"]
    assert figure.shown == Decimal(printed)
    assert figure.value == (Decimal(value) if value else None)
    assert figure.note == note
    assert figure.state is (State.VALUE if value else State.PERCENTAGE_ONLY)


def test_only_those_three_and_28_rates_part_from_their_counts(figures: Figures) -> None:
    parted = Counter(f.measure for f in figures.values() if f.note and f.note.startswith("Printed as"))
    assert parted == {"upheld_pct": 3, "upheld_per_100k": 28}


@pytest.mark.parametrize(
    ("slug", "year", "numerator", "denominator"),
    [
        ("northampton-borough-council", "2021-22", 2, 4),
        ("south-lakeland-district-council", "2023-24", 3, 4),
        ("cumbria-county-council", "2023-24", 9, 10),
    ],
)
def test_councils_keep_figures_after_their_end_without_a_benchmark(
    figures: Figures, *, england: Reference, slug: str, year: str, numerator: int, denominator: int
) -> None:
    figure = figures[slug, year, "upheld_pct"]
    assert not england.existed(slug, year)
    assert (figure.numerator, figure.denominator) == (numerator, denominator)
    assert (figure.benchmark, figure.compared) == (None, not_compared(NoComparison.ENDED))


def test_cumbria_2024_25_had_no_cases_left(figures: Figures) -> None:
    assert figures["cumbria-county-council", "2024-25", "upheld_pct"].state is State.NO_CASES
    assert figures["cumbria-county-council", "2024-25", "dealt_with"].shown == 0


def test_nothing_held_is_simulated(assembled: Assembled) -> None:
    origins = {o for _, f in assembled.figures for o in (f.origin, f.printed_origin)}
    assert origins == {None, Origin.PUBLISHED, Origin.REPORTED, Origin.DERIVED}


def test_every_held_printed_value_is_shown_as_printed(figures: Figures, holding: Held) -> None:
    shown = 0
    for row in (row for row in holding.values if row.year in YEARS):
        figure = figures.get((row.slug, row.year, row.quantity))
        if figure is not None:
            assert (figure.shown, figure.shown_origin) == (row.value, row.origin)
            shown += 1
    assert shown > 1000


def test_real_councils_are_seldom_beyond_chance(figures: Figures) -> None:
    recent = [f for f in figures.values() if f.measure == "upheld_pct" and f.year >= "2022-23"]
    told = Counter(f.comparison for f in recent)
    marked = {(f.slug, f.year): f.comparison for f in recent if f.compared.made}
    beyond = {key: said for key, said in marked.items() if said is not Comparison.NO_CLEAR_DIFFERENCE}
    assert told[Comparison.NO_CLEAR_DIFFERENCE] == 120
    assert beyond == {
        ("rochdale-metropolitan-borough-council", "2022-23"): Comparison.LOWER,
        ("brighton-and-hove-city-council", "2024-25"): Comparison.LOWER,
        ("london-borough-of-sutton", "2024-25"): Comparison.LOWER,
    }


def test_counties_vary_by_more_than_chance_and_the_range_allows_for_it(
    assembled: Assembled, figures: Figures
) -> None:
    counties = next(
        told
        for told in assembled.types
        if (told.type.value, told.year, told.measure, told.period) == ("county", "2024-25", "upheld_pct", 1)
    )
    essex = figures["essex-county-council", "2024-25", "upheld_pct"].compared
    assert (counties.held, counties.councils, counties.varies) == (12, 21, True)
    assert (essex.plain_low, essex.plain_high) == (162, 181)  # 183 of 193 would be higher without the spread
    assert (essex.low, essex.high, essex.comparison) == (140, 190, Comparison.NO_CLEAR_DIFFERENCE)


@pytest.mark.parametrize(
    ("years", "districts", "counties", "single_tier"),
    [
        (range(2014, 2019), 201, 27, 125),
        (range(2019, 2020), 192, 26, 125),
        (range(2020, 2021), 188, 25, 126),
        (range(2021, 2023), 181, 24, 128),
        (range(2023, 2025), 164, 21, 132),
    ],
)
def test_rule_15_counts_of_councils_come_from_that_years_list(
    figures: Figures, england: Reference, *, years: range, districts: int, counties: int, single_tier: int
) -> None:
    for start in years:
        year = YEARS[start - 2014]
        told = Counter(
            england.councils[slug].type.value
            for slug, of, measure in figures
            if (of, measure) == (year, "upheld") and england.existed(slug, year)
        )
        assert (told.pop("district"), told.pop("county"), told.total()) == (districts, counties, single_tier)

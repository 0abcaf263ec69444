"""The figures held, against council pages and papers read by hand."""

from decimal import Decimal

import pytest

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Category, Outcome
from dashboard.reference.held import Held
from dashboard.reference.load import Reference
from dashboard.reference.quantities import decided_quantity, received_quantity

pytestmark = pytest.mark.data


def values_of(held: Held, slug: str, year: str) -> dict[str, Decimal]:
    return {row.quantity: row.value for row in held.values if (row.slug, row.year) == (slug, year)}


def test_blackpool_2023_24_as_on_its_page(held: Held) -> None:
    assert values_of(held, "blackpool-borough-council", "2023-24") == {
        "upheld_pct": 67,
        "upheld": 6,
        "investigated": 9,
        "upheld_per_100k": Decimal("4.2"),
        "compliance_pct": 100,
        "compliance_outcomes": 5,
        "satisfactory_remedy_pct": 33,
        "satisfactory_remedies": 2,
        "satisfactory_remedy_base": 6,
    }
    council_year = ("blackpool-borough-council", "2023-24")
    rows = [row for row in held.values if (row.slug, row.year) == council_year]
    assert {row.origin for row in rows} == {Origin.PUBLISHED}
    (url,) = {row.source_url for row in rows}
    assert url == "https://lgo.org.uk/your-councils-performance/blackpool-borough-council/statistics"


@pytest.mark.parametrize(
    ("measure", "average"),
    [
        ("upheld_pct", "79"),
        ("upheld_per_100k", "4.6"),
        ("compliance_pct", "100"),
        ("satisfactory_remedy_pct", "13"),
    ],
)
def test_the_averages_on_blackpools_page(held: Held, measure: str, average: str) -> None:
    averages = {row.key: row.value for row in held.averages}
    assert averages[AuthorityType.UNITARY, "2023-24", measure] == Decimal(average)


@pytest.mark.parametrize("year", ["2022-23", "2023-24"])
def test_two_years_of_averages_are_complete(held: Held, year: str) -> None:
    averages = [row for row in held.averages if row.year == year]
    assert len({row.key for row in averages}) == len(averages) == 5 * 4
    assert {row.origin for row in averages} == {Origin.PUBLISHED}


def test_birmingham_2017_18_received_and_decided(held: Held) -> None:
    values = values_of(held, "birmingham-city-council", "2017-18")
    received = [int(values[received_quantity(category)]) for category in Category]
    decided = [int(values[decided_quantity(outcome)]) for outcome in Outcome]
    assert received == [51, 97, 18, 49, 93, 29, 102, 13, 3]
    assert sum(received) == 455
    assert decided == [21, 34, 221, 93, 29, 43]
    assert sum(decided) == 441


def test_sheffield_2023_24_received(held: Held) -> None:
    values = values_of(held, "sheffield-city-council", "2023-24")
    received = [int(values[received_quantity(category)]) for category in Category]
    assert received == [23, 15, 6, 22, 10, 20, 38, 11, 3]
    assert sum(received) == 148


def test_oxfordshires_overview_is_held_under_its_own_names(held: Held) -> None:
    values = values_of(held, "oxfordshire-county-council", "2024-25")
    assert values["dealt_with"] == 84
    assert values["not_for_us_or_not_ready"] == 29
    assert values["assessed_and_closed"] == 33
    assert values["investigated"] == 22
    assert values["received:total"] == 89


def test_every_overview_adds_up_in_2024_25(held: Held) -> None:
    table: dict[str, dict[str, Decimal]] = {}
    for row in held.values:
        if row.year == "2024-25":
            table.setdefault(row.slug, {})[row.quantity] = row.value
    parts = ("not_for_us_or_not_ready", "assessed_and_closed", "investigated")
    whole = [counts for counts in table.values() if {"dealt_with", *parts} <= counts.keys()]
    assert len(whole) > 80
    assert all(counts["dealt_with"] == sum(counts[part] for part in parts) for counts in whole)


def test_how_many_council_years_are_held(held: Held) -> None:
    # Since 2018-19: 302 rows of figures, of which 10 state nothing, and 40 council-years of counts alone.
    years = [year for _, year in {(row.slug, row.year) for row in held.values}]
    assert sum(year >= "2018-19" for year in years) == 302 - 10 + 40
    assert min(years) == "2010-11"


@pytest.mark.parametrize(
    ("slug", "year"),
    [
        ("northampton-borough-council", "2021-22"),
        ("south-lakeland-district-council", "2023-24"),
        ("cumbria-county-council", "2023-24"),
        ("cumbria-county-council", "2024-25"),
    ],
)
def test_figures_after_a_councils_end_are_kept(
    held: Held, reference: Reference, slug: str, year: str
) -> None:
    assert values_of(held, slug, year)
    assert not reference.existed(slug, year)


def test_what_the_ombudsman_did_not_say_is_reported(held: Held) -> None:
    publisher = {source.url: source.publisher for source in held.sources}
    assert len(publisher) == len(held.sources)
    for row in held.values:
        by_ombudsman = publisher[row.source_url] == "Local Government and Social Care Ombudsman"
        assert by_ombudsman == (row.origin is Origin.PUBLISHED), row
    assert {row.origin for row in held.values} == {Origin.PUBLISHED, Origin.REPORTED}


@pytest.mark.parametrize(
    ("kind", "count"), [("rate", 28), ("percentage", 3), ("own_count", 2), ("sum", 0), ("sources", 0)]
)
def test_what_does_not_follow(held: Held, kind: str, count: int) -> None:
    assert sum(row.kind == kind for row in held.conflicts) == count


@pytest.mark.parametrize(
    ("slug", "year", "kept", "other"),
    [
        ("london-borough-of-hounslow", "2023-24", Decimal(93), Decimal(92)),
        ("cumbria-county-council", "2023-24", Decimal(91), Decimal(90)),
        ("nottinghamshire-county-council", "2020-21", Decimal(54), None),
    ],
)
def test_the_three_percentages_that_do_not_follow(
    held: Held, slug: str, year: str, kept: Decimal, other: Decimal | None
) -> None:
    (row,) = [row for row in held.conflicts if (row.kind, row.slug, row.year) == ("percentage", slug, year)]
    assert (row.quantity, row.kept, row.other) == ("upheld_pct", kept, other)
    assert values_of(held, slug, year)["upheld_pct"] == kept


def test_a_councils_own_count_is_not_taken_for_the_ombudsmans(held: Held) -> None:
    assert "received:total" not in values_of(held, "cannock-chase-district-council", "2024-25")


def test_england_upheld_by_year(held: Held) -> None:
    rows = [row for row in held.national if row.metric == "upheld_pct"]
    assert [int(row.value) for row in rows] == [46, 51, 54, 57, 58, 61, 67, 66, 74, 80, 83]
    assert (rows[-1].year, rows[-1].numerator, rows[-1].denominator) == ("2024-25", 3665, 4441)
    assert (rows[0].numerator, rows[0].denominator) == (None, None)


def test_decimals_are_as_they_were_printed(held: Held) -> None:
    """Not as computers round them: 4.2 is 4.2, and 9 is not 9.0."""
    assert {str(row.value) for row in held.values if row.quantity == "upheld_per_100k"} >= {"4.2", "9"}
    assert all(type(row.value) is Decimal for rows in (held.values, held.averages) for row in rows)

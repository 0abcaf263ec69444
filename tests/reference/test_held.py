"""The figures held, against council pages and papers read by hand."""

from decimal import Decimal

import pandas as pd
import pytest

from dashboard.domain.outcomes import Category, Outcome
from dashboard.reference.held import Held
from dashboard.reference.load import Reference
from dashboard.reference.quantities import decided_quantity, received_quantity

pytestmark = pytest.mark.data


def values_of(held: Held, slug: str, year: str) -> dict[str, Decimal]:
    rows = held.values[(held.values["slug"] == slug) & (held.values["year"] == year)]
    return dict(zip(rows["quantity"], rows["value"], strict=True))


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
    rows = held.values[
        (held.values["slug"] == "blackpool-borough-council") & (held.values["year"] == "2023-24")
    ]
    assert set(rows["origin"]) == {"published"}
    (source,) = set(rows["source"])
    (url,) = held.sources.loc[held.sources["source"] == source, "url"]
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
    averages = held.averages.set_index(["type", "year", "measure"])["value"]
    assert averages["unitary", "2023-24", measure] == Decimal(average)


@pytest.mark.parametrize("year", ["2022-23", "2023-24"])
def test_two_years_of_averages_are_complete(held: Held, year: str) -> None:
    averages = held.averages[held.averages["year"] == year]
    assert len(averages) == 5 * 4
    assert set(averages["origin"]) == {"published"}


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
    table = held.values[held.values["year"] == "2024-25"].pivot_table(
        index="slug", columns="quantity", values="value", aggfunc="first"
    )
    parts = ["not_for_us_or_not_ready", "assessed_and_closed", "investigated"]
    whole = table[["dealt_with", *parts]].dropna()
    assert len(whole) > 80
    assert (whole["dealt_with"] == whole[parts].sum(axis=1)).all()


def test_how_many_council_years_are_held(held: Held) -> None:
    # Since 2018-19: 302 rows of figures, of which 10 state nothing, and 40 council-years of counts alone.
    years = held.values[["slug", "year"]].drop_duplicates()["year"]
    assert (years >= "2018-19").sum() == 302 - 10 + 40
    assert years.min() == "2010-11"


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
    publisher = held.sources.set_index("source")["publisher"]
    by_ombudsman = held.values["source"].map(publisher) == "Local Government and Social Care Ombudsman"
    assert (by_ombudsman == (held.values["origin"] == "published")).all()
    assert set(held.values["origin"]) == {"published", "reported"}


@pytest.mark.parametrize(
    ("kind", "count"), [("rate", 28), ("percentage", 3), ("own_count", 2), ("sum", 0), ("sources", 0)]
)
def test_what_does_not_follow(held: Held, kind: str, count: int) -> None:
    assert (held.conflicts["kind"] == kind).sum() == count


@pytest.mark.parametrize(
    ("slug", "year", "kept", "other"),
    [
        ("london-borough-of-hounslow", "2023-24", "93", "92"),
        ("cumbria-county-council", "2023-24", "91", "90"),
        ("nottinghamshire-county-council", "2020-21", "54", ""),
    ],
)
def test_the_three_percentages_that_do_not_follow(
    held: Held, slug: str, year: str, kept: str, other: str
) -> None:
    rows = held.conflicts[held.conflicts["kind"] == "percentage"].set_index(["slug", "year"])
    assert rows.loc[(slug, year), ["quantity", "kept", "other"]].tolist() == ["upheld_pct", kept, other]
    assert values_of(held, slug, year)["upheld_pct"] == Decimal(kept)


def test_a_councils_own_count_is_not_taken_for_the_ombudsmans(held: Held) -> None:
    assert "received:total" not in values_of(held, "cannock-chase-district-council", "2024-25")


def test_england_upheld_by_year(held: Held) -> None:
    rows = held.national[held.national["metric"] == "upheld_pct"]
    assert [int(value) for value in rows["value"]] == [46, 51, 54, 57, 58, 61, 67, 66, 74, 80, 83]
    last = rows[rows["year"] == "2024-25"].iloc[0]
    assert (last["numerator"], last["denominator"]) == (3665, 4441)


def test_dtypes_are_as_documented(held: Held) -> None:
    assert held.national["numerator"].dtype == pd.Int64Dtype()
    assert all(isinstance(value, Decimal) for value in held.values["value"])
    for column in ("slug", "year", "quantity", "origin", "source"):
        assert held.values[column].dtype == "str"

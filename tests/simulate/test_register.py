"""The register reproduces what is held, and is a register such as a publisher might hold."""

import hashlib
import re
from decimal import Decimal

import pandas as pd
import pytest

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.outcomes import Category, Compliance, Outcome
from dashboard.reference.held import Held
from dashboard.reference.load import Reference
from dashboard.simulate.register import Register, simulate_register
from tests.simulate.beside_held import averages_met, england_beside, exceptions
from tests.simulate.counting import YEARS, count, per_100k, reporting_year, share, value

pytestmark = pytest.mark.data

AFTER_THEIR_END = {
    ("northampton-borough-council", "2021-22"),
    ("south-lakeland-district-council", "2023-24"),
    ("cumbria-county-council", "2023-24"),
}


@pytest.fixture(scope="module")
def counts(register: Register) -> pd.DataFrame:
    return count(register)


def held_since_2018(held: Held) -> list[tuple[str, str, str, Decimal]]:
    return [(*row.key, row.value) for row in held.values if row.year >= "2018-19"]


def differing(counts: pd.DataFrame, reference: Reference, held: Held) -> set[tuple[str, str, str]]:
    return {
        (slug, year, quantity)
        for slug, year, quantity, printed in held_since_2018(held)
        if value(counts, reference, slug, year, quantity) != printed
    }


def impossible(held: Held) -> set[tuple[str, str, str]]:
    """What does not follow from its own counts, as the derivation of the held figures found it."""
    kinds = ("percentage", "rate")
    return {(row.slug, row.year, row.quantity) for row in held.conflicts if row.kind in kinds}


def test_every_held_value_follows_from_the_cases_but_those_no_cases_can_give(
    counts: pd.DataFrame, reference: Reference, held: Held
) -> None:
    assert len(held_since_2018(held)) > 1_500
    assert differing(counts, reference, held) == impossible(held)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_that_does_not_hang_on_the_seed(seed: int, reference: Reference, held: Held) -> None:
    other = simulate_register(reference, held, seed=seed)
    assert differing(count(other), reference, held) == impossible(held)
    assert all(average.met for average in averages_met(reference, held, other))


def test_the_exceptions_are_3_percentages_and_28_rates_each_with_its_reason(
    reference: Reference, held: Held
) -> None:
    found = exceptions(reference, held)
    named = {(e.slug, f"{e.year}-{(e.year + 1) % 100:02d}", e.quantity): e.reason for e in found}
    assert named.keys() == impossible(held)
    assert sum(quantity == "upheld_per_100k" for *_, quantity in named) == 28
    assert named["london-borough-of-hounslow", "2023-24", "upheld_pct"] == "22 of 24 is another percentage"
    assert named["nottinghamshire-county-council", "2020-21", "upheld_pct"] == "no count out of 29 gives it"


def test_blackpool_2023_24_is_as_printed(counts: pd.DataFrame, reference: Reference) -> None:
    row = counts.loc["blackpool-borough-council", "2023-24"]
    assert (row["upheld"], row["investigated"]) == (6, 9)
    assert (row["complied"], row["compliance_outcomes"], row["satisfactory_remedies"]) == (5, 5, 2)
    assert value(counts, reference, "blackpool-borough-council", "2023-24", "upheld_per_100k") == Decimal(
        "4.2"
    )


MEASURES = {
    "upheld_pct": ("upheld", "investigated"),
    "compliance_pct": ("complied", "compliance_outcomes"),
    "satisfactory_remedy_pct": ("satisfactory_remedies", "upheld"),
}


def test_every_printed_average_is_met_by_the_councils_that_existed(
    counts: pd.DataFrame, reference: Reference, held: Held
) -> None:
    checked = 0
    for kind, year, measure, printed in ((*row.key, row.value) for row in held.averages):
        if year not in YEARS:
            continue
        slugs = [c.slug for c in reference.councils_in(year) if c.type == kind]
        index = pd.MultiIndex.from_product([slugs, [year]])
        sums = counts.reindex(index, fill_value=0).sum()
        if measure == "upheld_per_100k":
            residents = sum(reference.population(slug, int(year[:4]) - 1) or 0 for slug in slugs)
            pooled = per_100k(sums["upheld"], residents)
        else:
            pooled = share(*(sums[name] for name in MEASURES[measure]))
        assert pooled == printed, (kind, year, measure)
        checked += 1
    assert checked == 75


def test_figures_after_a_council_ended_are_in_the_register_but_not_in_an_average(
    counts: pd.DataFrame, reference: Reference, held: Held, register: Register
) -> None:
    for slug, year in AFTER_THEIR_END:
        assert counts.loc[(slug, year), "investigated"] > 0
        assert counts.loc[(slug, year), "received:total"] == 0
    county = next(
        a
        for a in averages_met(reference, held, register)
        if (a.type, str(a.year), a.measure) == (AuthorityType.COUNTY, "2023-24", "upheld_pct")
    )
    slugs = [c.slug for c in reference.councils_in("2023-24") if c.type is AuthorityType.COUNTY]
    own = counts.reindex(pd.MultiIndex.from_product([slugs, ["2023-24"]]), fill_value=0)
    assert "cumbria-county-council" not in slugs
    assert county.denominator == own["investigated"].sum()


def test_nothing_happens_after_a_council_ended_but_what_is_held(
    counts: pd.DataFrame, reference: Reference
) -> None:
    beyond = {
        (slug, year)
        for slug, year in counts[(counts > 0).any(axis=1)].index
        if year in YEARS and not reference.existed(slug, year)
    }
    assert beyond == AFTER_THEIR_END


def test_england_is_in_line_with_the_annual_reviews(
    reference: Reference, held: Held, register: Register
) -> None:
    for beside in england_beside(reference, held, register):
        if beside.denominator is not None:
            assert abs(beside.value - beside.printed) <= 2, beside
        else:
            assert Decimal("0.85") <= beside.value / beside.printed <= Decimal("1"), beside


def test_size_is_that_of_seven_years_of_english_councils(register: Register) -> None:
    assert 105_000 <= len(register.cases) <= 140_000
    assert 12_000 <= len(register.compliance) <= 22_000


def fingerprint(register: Register) -> str:
    text = register.cases.to_csv(index=False) + register.compliance.to_csv(index=False)
    return hashlib.sha256(text.encode()).hexdigest()


def test_the_same_seed_gives_the_same_bytes_and_another_gives_others(
    register: Register, reference: Reference, held: Held
) -> None:
    assert fingerprint(simulate_register(reference, held)) == fingerprint(register)
    assert fingerprint(simulate_register(reference, held, seed=7)) != fingerprint(register)


def test_references_are_unique_in_order_of_receipt_and_say_that_they_are_simulated(
    register: Register,
) -> None:
    cases = register.cases
    assert cases["reference"].is_unique
    assert cases["reference"].is_monotonic_increasing
    assert all(re.fullmatch(r"SIM \d\d \d{3} \d{3}", reference) for reference in cases["reference"])
    assert (cases["reference"].str[4:6] == reporting_year(cases["received"]).str[2:4]).all()
    in_year = cases.groupby(cases["reference"].str[4:6])["received"]
    assert all(days.is_monotonic_increasing for _, days in in_year)


def test_columns_and_ids_are_those_of_the_contract(register: Register) -> None:
    cases, compliance = register.cases, register.compliance
    assert list(cases) == [
        "reference",
        "slug",
        "category",
        "received",
        "decided",
        "outcome",
        "satisfactory_remedy",
    ]
    assert list(compliance) == ["reference", "slug", "due", "met", "outcome"]
    assert set(cases["category"]) <= {category.value for category in Category}
    assert set(cases["outcome"].dropna()) == {outcome.value for outcome in Outcome}
    assert set(compliance["outcome"]) == {outcome.value for outcome in Compliance}
    assert (cases["outcome"].isna() == cases["decided"].isna()).all()


def test_days_are_weekdays_and_in_their_order(register: Register) -> None:
    cases, compliance = register.cases, register.compliance
    for days in (cases["received"], cases["decided"].dropna(), compliance["due"], compliance["met"].dropna()):
        assert (days.dt.day_of_week < 5).all()
    decided = cases.dropna(subset="decided")
    assert (decided["decided"] > decided["received"]).all()
    assert decided["decided"].max() <= pd.Timestamp("2025-03-31")
    assert cases["received"].max() <= pd.Timestamp("2025-03-31")
    case = cases.set_index("reference").loc[compliance["reference"]].reset_index(drop=True)
    assert (compliance["due"] > case["decided"]).all()
    assert (compliance["met"].isna() | (compliance["met"] > case["decided"])).all()


@pytest.mark.parametrize(
    ("outcome", "least", "most"),
    [
        ("invalid_or_incomplete", 1, 45),
        ("referred_back_for_local_resolution", 3, 65),
        ("closed_after_initial_enquiries", 8, 115),
        ("not_upheld", 100, 310),
        ("upheld", 100, 310),
    ],
)
def test_investigations_take_months_and_enquiries_days_or_weeks(
    outcome: str, least: int, most: int, register: Register
) -> None:
    cases = register.cases[register.cases["outcome"] == outcome]
    days = (cases["decided"] - cases["received"]).dt.days
    assert days.between(least, most).all()


def test_no_complaint_was_received_in_the_pause_of_2020(register: Register) -> None:
    received = register.cases["received"]
    assert not received.between("2020-03-26", "2020-06-28").any()
    assert received.between("2020-06-29", "2020-07-31").any()


def test_before_2018_19_there_are_only_cases_that_later_years_need(register: Register) -> None:
    cases = register.cases
    early = cases[reporting_year(cases["decided"]) == "2017-18"]
    assert (early["outcome"] == "upheld").all()
    assert cases["received"].min() >= pd.Timestamp("2017-04-01")


def test_remedies_and_compliance_belong_to_upheld_cases_once(register: Register) -> None:
    cases, compliance = register.cases, register.compliance
    upheld = cases["outcome"] == "upheld"
    assert not (cases["satisfactory_remedy"] & ~upheld).any()
    assert compliance["reference"].is_unique
    case = cases.set_index("reference").loc[compliance["reference"]]
    assert (case["outcome"] == "upheld").all()
    assert not case["satisfactory_remedy"].any()
    assert (case["slug"].to_numpy() == compliance["slug"].to_numpy()).all()
    late = compliance["met"] > compliance["due"]
    assert (late == (compliance["outcome"] == "complied_late")).all()
    assert (compliance["met"].isna() == (compliance["outcome"] == "not_complied")).all()
    assert 0.14 < late.mean() < 0.22


NOT_RUN = {
    "county": {"benefits_and_tax", "housing", "planning_and_development"},
    "district": {"adult_care_services", "education_and_childrens_services", "highways_and_transport"},
}


@pytest.mark.parametrize("kind", sorted(NOT_RUN))
def test_no_council_has_complaints_of_a_service_its_tier_does_not_run(
    kind: str, register: Register, reference: Reference, held: Held
) -> None:
    held_as = {
        (slug, year, quantity.removeprefix("received:"))
        for slug, year, quantity, number in held_since_2018(held)
        if quantity.startswith("received:") and number > 0
    }
    of_type = {slug for slug, council in reference.councils.items() if council.type == kind}
    cases = register.cases[register.cases["slug"].isin(of_type)]
    stray = cases[cases["category"].isin(NOT_RUN[kind])]
    keys = zip(stray["slug"], reporting_year(stray["received"]), stray["category"], strict=True)
    assert set(keys) <= held_as


def test_councils_are_of_a_real_size_and_hold_to_their_habits(
    counts: pd.DataFrame, reference: Reference
) -> None:
    table = counts["investigated"].unstack().reindex(columns=YEARS).fillna(0)
    kinds = pd.Series({slug: council.type.value for slug, council in reference.councils.items()})
    last = [council.slug for council in reference.councils_in("2024-25")]
    median = table.loc[table.index.isin(last), YEARS].groupby(kinds).median().median(axis=1)
    assert 1.5 <= median["district"] <= 4
    assert all(8 <= median[kind] <= 45 for kind in ("metropolitan", "unitary", "london", "county"))
    residents = pd.Series({slug: reference.population(slug, 2022) for slug in last})
    rates = table.reindex(last)[["2021-22", "2023-24"]].div(residents, axis=0)
    single = rates[kinds.reindex(last).isin(["metropolitan", "unitary", "london"])]
    assert single.corr(method="spearman").iloc[0, 1] > 0.4

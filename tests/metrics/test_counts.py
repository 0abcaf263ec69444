"""Counting cases: received by the day received, decided by the day decided, compliance by the day due."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.outcomes import Category, Outcome
from dashboard.metrics.counts import counts_from_cases
from dashboard.reference.quantities import PRINTED, QUANTITIES
from tests.metrics.world import cases, compliance

NO_COMPLIANCE = compliance()
ROLL = [("leeds", "2022-23"), ("leeds", "2023-24"), ("york", "2023-24")]


def count(frame, slug: str, year: str) -> dict[str, int]:
    rows = frame[(frame["slug"] == slug) & (frame["year"] == year)]
    return dict(zip(rows["quantity"], rows["count"], strict=True))


def test_a_case_is_received_in_one_year_and_decided_in_another() -> None:
    counted = counts_from_cases(
        cases(("leeds", "housing", "2023-03-31", "2023-04-01", "upheld", False)), NO_COMPLIANCE, ROLL
    )
    before, after = count(counted, "leeds", "2022-23"), count(counted, "leeds", "2023-24")
    assert (before["received:housing"], before["received:total"], before["upheld"]) == (1, 1, 0)
    assert (after["received:housing"], after["received:total"], after["upheld"]) == (0, 0, 1)


def test_a_case_not_yet_decided_counts_as_received_only() -> None:
    counted = count(
        counts_from_cases(
            cases(("york", "planning_and_development", "2023-06-01", None, None, False)), NO_COMPLIANCE, ROLL
        ),
        "york",
        "2023-24",
    )
    assert counted["received:planning_and_development"] == 1
    assert counted["dealt_with"] == 0


def test_the_overview_adds_up() -> None:
    outcomes = [outcome for i, outcome in enumerate(Outcome, start=1) for _ in range(i)]  # 1, 2, ... 6
    register = cases(
        *(("leeds", "other", "2023-04-01", "2024-03-31", outcome.value, False) for outcome in outcomes)
    )
    counted = count(counts_from_cases(register, NO_COMPLIANCE, ROLL), "leeds", "2023-24")
    assert counted["not_for_us_or_not_ready"] == 1 + 2 + 3
    assert counted["assessed_and_closed"] == counted["decided:closed_after_initial_enquiries"] == 4
    assert counted["investigated"] == 5 + 6
    assert (counted["decided:not_upheld"], counted["upheld"]) == (5, 6)
    assert counted["dealt_with"] == 21


def test_remedies_are_satisfactory_among_the_upheld_alone() -> None:
    register = cases(
        ("leeds", "housing", "2023-04-01", "2023-05-01", "upheld", True),
        ("leeds", "housing", "2023-04-01", "2023-05-01", "upheld", False),
        ("leeds", "housing", "2023-04-01", "2023-05-01", "not_upheld", True),
        ("leeds", "housing", "2023-04-01", None, None, True),
    )
    counted = count(counts_from_cases(register, NO_COMPLIANCE, ROLL), "leeds", "2023-24")
    assert (counted["satisfactory_remedies"], counted["satisfactory_remedy_base"]) == (1, 2)


def test_compliance_is_counted_when_due_on_time_or_late() -> None:
    outcomes = compliance(
        ("leeds", "2023-03-31", "complied_on_time"),
        ("leeds", "2023-04-01", "complied_on_time"),
        ("leeds", "2023-10-01", "complied_late"),
        ("leeds", "2024-03-31", "not_complied"),
    )
    counted = count(counts_from_cases(cases(), outcomes, ROLL), "leeds", "2023-24")
    assert (counted["complied"], counted["compliance_outcomes"]) == (2, 3)


def test_a_council_without_cases_has_explicit_noughts_for_every_quantity() -> None:
    counted = counts_from_cases(cases(), NO_COMPLIANCE, ROLL)
    nothing = count(counted, "york", "2023-24")
    assert set(nothing.values()) == {0}
    assert set(nothing) == (QUANTITIES - set(PRINTED)) | {"complied"}
    assert len(counted) == len(ROLL) * len(nothing)


def test_an_ended_councils_later_cases_count_and_years_outside_the_register_do_not() -> None:
    register = cases(
        ("eden", "housing", "2023-02-01", "2023-04-02", "upheld", False),
        ("leeds", "housing", "2017-02-01", "2023-04-02", "upheld", False),
    )
    counted = counts_from_cases(register, NO_COMPLIANCE, ROLL)
    assert count(counted, "eden", "2023-24")["upheld"] == 1
    assert set(counted["year"]) == {"2022-23", "2023-24"}


@pytest.mark.parametrize(
    ("category", "outcome"),
    [("parking", "upheld"), ("housing", "settled"), (None, "upheld"), ("housing", None)],
)
def test_an_unknown_category_or_outcome_is_refused(category: str | None, outcome: str | None) -> None:
    register = cases(("leeds", category, "2023-04-01", "2023-05-01", outcome, False))
    with pytest.raises(ValueError, match="holds what it may not"):
        counts_from_cases(register, NO_COMPLIANCE, ROLL)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["leeds", "york"]),
            st.sampled_from([c.value for c in Category]),
            st.dates(date(2022, 4, 1), date(2024, 3, 31)),
            st.sampled_from([o.value for o in Outcome]),
            st.booleans(),
        ),
        max_size=40,
    )
)
def test_nothing_is_lost_or_counted_twice(rows: list) -> None:
    register = cases(
        *(
            (slug, category, str(day), str(day), outcome, remedy)
            for slug, category, day, outcome, remedy in rows
        )
    )
    wide = counts_from_cases(register, NO_COMPLIANCE, ROLL).pivot_table(
        index=["slug", "year"], columns="quantity", values="count"
    )
    assert wide["received:total"].sum() == wide["dealt_with"].sum() == len(rows)
    assert (
        wide["dealt_with"]
        == wide["not_for_us_or_not_ready"] + wide["assessed_and_closed"] + wide["investigated"]
    ).all()
    assert (wide["investigated"] == wide["upheld"] + wide["decided:not_upheld"]).all()
    assert (wide["satisfactory_remedies"] <= wide["upheld"]).all()

"""What cannot all be true of one council in one year is found; what can is left alone."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.outcomes import INVESTIGATED, Category, Outcome
from dashboard.domain.rounding import percentage, rate_per_100k
from dashboard.reference.quantities import RECEIVED_TOTAL, decided_quantity, received_quantity
from derive.conflicts import PARTS, contradictions

CLOSED = decided_quantity(Outcome.CLOSED_INITIAL)
REFERRED = decided_quantity(Outcome.REFERRED_BACK)
NOT_UPHELD = decided_quantity(Outcome.NOT_UPHELD)


def found(residents: int | None = None, **held: str | int) -> list[tuple[str, str, str, str]]:
    values = {quantity.replace("__", ":"): Decimal(value) for quantity, value in held.items()}
    return [(c.quantity, c.kind, c.kept, c.other) for c in contradictions("a", "2023-24", values, residents)]


@pytest.mark.parametrize(
    "held",
    [
        {},
        {
            "dealt_with": 42,
            "not_for_us_or_not_ready": 14,
            "assessed_and_closed": 23,
            "investigated": 5,
            "upheld": 4,
        },
        {"dealt_with": 10, "investigated": 10},
        {"dealt_with": 10, "upheld": 9},
        {"investigated": 9, "upheld": 6, "upheld_pct": 67},
        {"investigated": 16, "upheld": 11, "upheld_pct": "68.8"},
        {"investigated": 40, "upheld": 33, "upheld_pct": 83},
        {
            "upheld": 6,
            "satisfactory_remedies": 2,
            "satisfactory_remedy_base": 6,
            "satisfactory_remedy_pct": 33,
        },
        {"compliance_outcomes": 3, "compliance_pct": 67},
        {"compliance_outcomes": 5, "compliance_pct": 100},
        {"upheld_pct": 54},
    ],
)
def test_what_can_be_true_is_left_alone(held: dict[str, str | int]) -> None:
    assert found(**held) == []


@pytest.mark.parametrize(
    ("held", "conflict"),
    [
        ({"investigated": 24, "upheld": 22, "upheld_pct": 93}, ("upheld_pct", "percentage", "93", "92")),
        ({"investigated": 10, "upheld": 9, "upheld_pct": 91}, ("upheld_pct", "percentage", "91", "90")),
        ({"investigated": 29, "upheld_pct": 54}, ("upheld_pct", "percentage", "54", "")),
        ({"investigated": 0, "upheld_pct": 0}, ("upheld_pct", "percentage", "0", "")),
        ({"upheld": 6, "decided__not_upheld": 3, "upheld_pct": 66}, ("upheld_pct", "percentage", "66", "67")),
        ({"compliance_outcomes": 3, "compliance_pct": 50}, ("compliance_pct", "percentage", "50", "")),
        ({"investigated": 5, "upheld": 6}, ("investigated", "sum", "5", "6")),
        ({"investigated": 5, "upheld": 2, "decided__not_upheld": 2}, ("investigated", "sum", "5", "4")),
        ({"dealt_with": 5, "upheld": 3, "assessed_and_closed": 3}, ("dealt_with", "sum", "5", "6")),
        (
            {"dealt_with": 9, "not_for_us_or_not_ready": 3, "assessed_and_closed": 3, "investigated": 2},
            ("dealt_with", "sum", "9", "8"),
        ),
        (
            {"assessed_and_closed": 3, "decided__closed_after_initial_enquiries": 4},
            ("assessed_and_closed", "sum", "3", "4"),
        ),
        ({"received__total": 5, "received__housing": 6}, ("received:total", "sum", "5", "6")),
        ({"upheld": 5, "satisfactory_remedy_base": 4}, ("satisfactory_remedy_base", "sum", "4", "5")),
        ({"upheld": 1, "satisfactory_remedies": 2}, ("satisfactory_remedies", "sum", "2", "1")),
        (
            {"satisfactory_remedies": 2, "satisfactory_remedy_base": 6, "satisfactory_remedy_pct": 34},
            ("satisfactory_remedy_pct", "percentage", "34", "33"),
        ),
    ],
)
def test_what_cannot_be_true_is_found(
    held: dict[str, str | int], conflict: tuple[str, str, str, str]
) -> None:
    assert found(**held) == [conflict]


def test_a_rate_is_checked_against_the_population() -> None:
    assert found(142_200, upheld=6, upheld_per_100k="4.2") == []
    assert found(142_200, upheld=6, upheld_per_100k="4.3") == [("upheld_per_100k", "rate", "4.3", "4.2")]
    assert found(None, upheld=6, upheld_per_100k="4.3") == []


COUNT = st.integers(min_value=0, max_value=200)


@given(st.tuples(*[COUNT] * len(Outcome)), st.data(), st.integers(min_value=1_000, max_value=2_000_000))
def test_whatever_was_counted_from_cases_never_contradicts_itself(
    counts: tuple[int, ...], data: st.DataObject, residents: int
) -> None:
    held = {decided_quantity(outcome): Decimal(n) for outcome, n in zip(Outcome, counts, strict=True)}
    for group in ("not_for_us_or_not_ready", "assessed_and_closed", "investigated", "dealt_with"):
        held[group] = sum((held[part] for part in PARTS[group]), Decimal(0))
    received = data.draw(st.lists(COUNT, min_size=9, max_size=9))
    held |= {received_quantity(c): Decimal(n) for c, n in zip(Category, received, strict=True)}
    held[RECEIVED_TOTAL] = Decimal(sum(received))
    held["satisfactory_remedy_base"] = held["upheld"]
    held["satisfactory_remedies"] = Decimal(data.draw(st.integers(0, int(held["upheld"]))))
    if held["investigated"]:
        held["upheld_pct"] = percentage(int(held["upheld"]), int(held["investigated"]))
    held["upheld_per_100k"] = rate_per_100k(int(held["upheld"]), residents)
    kept = data.draw(st.sets(st.sampled_from(sorted(held))))
    some = {quantity: held[quantity] for quantity in kept}
    assert list(contradictions("a", "2023-24", some, residents)) == []


def test_the_parts_are_the_fields_own() -> None:
    assert set(PARTS["investigated"]) == {decided_quantity(outcome) for outcome in INVESTIGATED}
    below = [part for group in PARTS["dealt_with"] for part in PARTS[group]]
    assert sorted(below) == sorted(decided_quantity(outcome) for outcome in Outcome)
    assert {CLOSED, REFERRED, NOT_UPHELD} < set(below)

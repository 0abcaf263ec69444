"""What is held, and what follows from it without a doubt."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.origin import Origin
from dashboard.domain.rounding import percentage
from dashboard.metrics.held_counts import counts_printed_as, decimals_of, held_counts, printed_values
from tests.metrics.world import URL, held

PUBLISHED, REPORTED, DERIVED = Origin.PUBLISHED, Origin.REPORTED, Origin.DERIVED
KEY = ("york", "2023-24")


def row_of(origin: str = "published", **quantities: str) -> dict:
    """Hold some quantities of York in 2023-24 (a colon written as __) and return its counts."""
    values = [(*KEY, quantity.replace("__", ":"), value, origin) for quantity, value in quantities.items()]
    return dict(held_counts(held(values))[KEY])


@pytest.mark.parametrize(
    ("given_values", "quantity", "value", "origin"),
    [
        # a count as its source gave it
        ({"investigated": "9"}, "investigated", 9, PUBLISHED),
        # the same count by its other name is read, not derived
        ({"upheld": "6"}, "satisfactory_remedy_base", 6, PUBLISHED),
        ({"satisfactory_remedy_base": "6"}, "upheld", 6, PUBLISHED),
        ({"assessed_and_closed": "4"}, "decided:closed_after_initial_enquiries", 4, PUBLISHED),
        ({"investigated": "0"}, "upheld", 0, PUBLISHED),
        # 100% of 5 is 5, and 0% of 6 none: that is read too
        ({"compliance_outcomes": "5", "compliance_pct": "100"}, "complied", 5, PUBLISHED),
        ({"upheld": "6", "satisfactory_remedy_pct": "0"}, "satisfactory_remedies", 0, PUBLISHED),
        # one whole number alone gives the percentage
        ({"compliance_outcomes": "45", "compliance_pct": "98"}, "complied", 44, DERIVED),
        ({"investigated": "20", "upheld_pct": "95"}, "upheld", 19, DERIVED),
        # sums, forwards and backwards
        ({"upheld": "6", "decided__not_upheld": "3"}, "investigated", 9, DERIVED),
        ({"upheld": "6", "investigated": "9"}, "decided:not_upheld", 3, DERIVED),
        (
            {"dealt_with": "42", "not_for_us_or_not_ready": "14", "investigated": "5"},
            "assessed_and_closed",
            23,
            DERIVED,
        ),
    ],
)
def test_what_is_held_and_what_follows(
    given_values: dict[str, str], quantity: str, value: int, origin: Origin
) -> None:
    known = row_of(**given_values)[quantity]
    assert (known.value, known.origin, known.source_url) == (value, origin, URL)
    assert (known.note is not None) == (origin is DERIVED)


@pytest.mark.parametrize(
    ("given_values", "quantity"),
    [
        ({"compliance_pct": "100"}, "complied"),  # of how many is not held
        ({"investigated": "29", "upheld_pct": "54"}, "upheld"),  # Nottinghamshire: none of 29 gives 54%
        ({"compliance_outcomes": "300", "compliance_pct": "98"}, "complied"),  # 293, 294 and 295 all do
        ({"upheld": "6", "upheld_pct": "67"}, "investigated"),  # a base is not guessed
        ({"dealt_with": "42", "investigated": "5"}, "assessed_and_closed"),
        ({"dealt_with": "5", "not_for_us_or_not_ready": "4", "investigated": "3"}, "assessed_and_closed"),
    ],
)
def test_what_does_not_follow_is_not_held(given_values: dict[str, str], quantity: str) -> None:
    assert quantity not in row_of(**given_values)


def test_reported_stays_reported_and_names_how_it_was_inferred() -> None:
    row = row_of(
        "reported", compliance_outcomes="5", compliance_pct="100", investigated="20", upheld_pct="95"
    )
    assert row["complied"].origin is REPORTED
    assert row["upheld"].note == "The number is worked out by this project: of 20, only 19 is 95%."


def test_percentages_are_kept_as_printed() -> None:
    values = [(*KEY, "upheld_pct", "93", "published"), (*KEY, "upheld_per_100k", "7.6", "reported")]
    printed = printed_values(held(values))[KEY]
    assert (printed["upheld_pct"].value, printed["upheld_pct"].origin) == (Decimal(93), PUBLISHED)
    assert (printed["upheld_per_100k"].value, printed["upheld_per_100k"].origin) == (Decimal("7.6"), REPORTED)


@pytest.mark.parametrize(
    ("printed", "base", "counts"),
    [("68.8", 16, [11]), ("69", 16, [11]), ("54", 29, []), ("98", 300, [293, 294, 295]), ("50", 0, [])],
)
def test_a_percentage_is_taken_at_its_word(printed: str, base: int, counts: list[int]) -> None:
    assert counts_printed_as(Decimal(printed), base) == counts


@pytest.mark.parametrize(("printed", "decimals"), [("67", 0), ("4.2", 1), ("68.75", 2), ("1E+1", 0)])
def test_decimals_of(printed: str, decimals: int) -> None:
    assert decimals_of(Decimal(printed)) == decimals


@given(st.integers(1, 100).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_up_to_a_hundred_cases_a_percentage_tells_the_count(pair: tuple[int, int]) -> None:
    count, base = pair
    assert counts_printed_as(percentage(count, base), base) == [count]

"""The sum a remedy's text names: read where it can be one only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.imports.register.pounds import pounds


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        ("£250 for the distress", 250),
        ("pay £ 1,250.00", 1250),
        ("£1 250 in all", 1250),
        ("£1\u00a0250\u00a0000", 1_250_000),
        ("£1.5k and an apology", 1500),
        ("£2K", 2000),
        ("£12.50", 13),
        ("£12.49", 12),
        ("£250 within 100 days", 250),
        ("£250 for 2 weeks without a place", 250),
        ("£300 by 1 May 2024", 300),
        ("nothing", None),
        ("1,250 pounds", None),
        ("£250 and £100", None),
        ("£100 a month for six months", None),
        ("£250 each to three people", None),
        ("2 x £250", None),
        ("a third of £900", None),
        ("up to £500", None),
        ("£250-£300", None),
        ("£250 100 days", None),
        ("£1.250", None),
        ("£1,25", None),
        ("£1½k", None),
        ("£1.5 million", None),
        ("£1m", None),
        ("£250 less what was paid", None),
    ],
)
def test_a_sum(text: str, sum_: int | None) -> None:
    assert pounds(f"Payment: {text}") == sum_


@given(st.integers(1, 9_999_999), st.sampled_from([",", " ", "\u00a0", "\u2009", ""]))
def test_thousands_may_be_set_apart_by_anything_that_is_used_for_it(number: int, between: str) -> None:
    assert pounds(f"£{f'{number:,}'.replace(',', between)} for the delay") == number

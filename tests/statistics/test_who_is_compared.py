"""Rules R1 and R3: who is compared, and when those held speak for a type."""

import pytest

from dashboard.statistics.who_is_compared import (
    Quartiles,
    quartiles_of_rates,
    quartiles_of_shares,
    type_is_held,
)


@pytest.mark.parametrize(
    ("held", "councils", "speak"),
    [
        (3, 36, False),
        (17, 36, False),
        (18, 36, True),
        (9, 9, False),
        (10, 10, True),
        (10, 21, False),
        (0, 0, False),
    ],
)
def test_r3_a_partial_sample_is_not_the_type(held: int, councils: int, speak: bool) -> None:
    assert type_is_held(held, councils) is speak


def test_r1_quartiles_of_a_share_are_over_those_with_five_cases() -> None:
    held = [(k, 10) for k in range(11)] + [(4, 4)] * 5
    assert quartiles_of_shares(held, 16) == Quartiles(0.25, 0.5, 0.75, 11)


def test_r1_quartiles_of_a_share_need_five_cases_in_half_of_the_type() -> None:
    assert quartiles_of_shares([(5, 10)] * 10 + [(1, 2)] * 10, 20) is not None
    assert quartiles_of_shares([(5, 10)] * 10 + [(1, 2)] * 11, 21) is None


def test_r1_quartiles_of_a_rate_are_over_all_however_few_their_events() -> None:
    assert quartiles_of_rates([(events, 1_000) for events in range(11)], 11) == Quartiles(
        0.0025, 0.005, 0.0075, 11
    )


def test_r3_there_are_none_where_the_type_is_not_held() -> None:
    assert quartiles_of_shares([(5, 10)] * 9, 9) is None
    assert quartiles_of_rates([(5, 1_000)] * 17, 36) is None

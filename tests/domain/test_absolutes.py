"""Rule R8: rounding never claims an absolute."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.absolutes import printed_rate, printed_share, share_for_files

pairs = st.integers(1, 100_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("k", "n", "decimals", "written"),
    [
        (444, 446, 0, "over 99%"),  # compliance of metropolitan boroughs, 2024-25
        (446, 446, 0, "100%"),
        (0, 446, 0, "0%"),
        (1, 300, 0, "under 1%"),
        (199, 200, 0, "over 99%"),  # 99.5, rounded half up
        (198, 200, 0, "99%"),
        (1, 200, 0, "1%"),
        (3, 24, 0, "13%"),
        (33, 40, 0, "83%"),
        (444, 446, 1, "99.6%"),
        (9_999, 10_000, 1, "over 99.9%"),
        (1, 10_000, 1, "under 0.1%"),
    ],
)
def test_a_share(k: int, n: int, decimals: int, written: str) -> None:
    assert printed_share(k, n, decimals) == written


@given(pairs, st.integers(0, 2))
def test_all_and_none_are_written_only_of_all_and_none(pair: tuple[int, int], decimals: int) -> None:
    k, n = pair
    assert (printed_share(k, n, decimals) == "100%") == (k == n)
    assert (printed_share(k, n, decimals) == "0%") == (k == 0)


@pytest.mark.parametrize(
    ("events", "residents", "written"),
    [
        (0, 100_000, "0"),
        (1, 3_000_000, "under 0.1"),
        (1, 2_000_000, "0.1"),
        (4, 100_000, "4"),
        (5, 120_000, "4.2"),
    ],
)
def test_a_rate(events: int, residents: int, written: str) -> None:
    assert printed_rate(events, residents) == written


@pytest.mark.parametrize(
    ("k", "n", "held"),
    [
        (444, 446, "99.6"),
        (27, 33, "81.8"),
        (4, 4, "100.0"),
        (0, 9, "0.0"),
        (9_999, 10_000, "99.99"),
        (1, 30_000, "0.003"),
    ],
)
def test_files_hold_a_decimal_more_and_as_many_as_it_takes(k: int, n: int, held: str) -> None:
    assert str(share_for_files(k, n)) == held


@given(pairs)
def test_no_file_says_all_or_none_of_what_is_neither(pair: tuple[int, int]) -> None:
    k, n = pair
    value = share_for_files(k, n)
    assert (value == 100) == (k == n)
    assert (value == 0) == (k == 0)
    assert abs(value - Decimal(100 * k) / n) <= Decimal("0.05")


def test_an_empty_base_has_no_share() -> None:
    with pytest.raises(ZeroDivisionError):
        printed_share(0, 0)

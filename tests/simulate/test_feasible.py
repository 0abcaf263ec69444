"""Which counts fit what is held: the Ombudsman's own figures as the table of examples."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.rounding import percentage, rate_per_100k
from dashboard.simulate.feasible import LEAST, complied, pairs, percentages, rate_tenths, remedies


@given(st.integers(0, 300), st.integers(1, 300))
def test_percentages_round_half_up_as_they_are_printed(part: int, whole: int) -> None:
    assert percentages(np.array([part]), np.array([whole]))[0] == percentage(part, whole)


@given(st.integers(0, 500), st.integers(1_000, 2_000_000))
def test_rates_round_half_up_as_they_are_printed(events: int, residents: int) -> None:
    assert rate_tenths(np.array([events]), residents)[0] == 10 * rate_per_100k(events, residents)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"investigated": 9, "upheld": 6, "upheld_pct": 67}, {(9, 6)}),
        ({"upheld": 1, "upheld_pct": 20}, {(5, 1)}),
        ({"investigated": 14, "upheld_pct": 29}, {(14, 4)}),
        ({"upheld": 2, "decided:not_upheld": 3}, {(5, 2)}),
        ({"investigated": 3, LEAST: 2}, {(3, 2), (3, 3)}),
        (
            {
                "dealt_with": 7,
                "upheld": 1,
                "decided:invalid_or_incomplete": 1,
                "decided:referred_back_for_local_resolution": 2,
                "decided:closed_after_initial_enquiries": 3,
            },
            {(1, 1)},
        ),
    ],
)
def test_pairs_that_fit(known: dict[str, float], expected: set[tuple[int, int]]) -> None:
    marked, dropped = pairs(known, 0, 20)
    assert set(zip(*(axis.tolist() for axis in np.nonzero(marked)), strict=True)) == expected
    assert dropped == ()


@pytest.mark.parametrize(
    ("known", "residents", "nearest", "dropped"),
    [
        ({"investigated": 24, "upheld": 22, "upheld_pct": 93}, 0, {(24, 22)}, ("upheld_pct",)),
        ({"investigated": 29, "upheld_pct": 54}, 0, {(29, 16)}, ("upheld_pct",)),
        (
            {"investigated": 132, "upheld": 115, "upheld_per_100k": 9.9},
            1_153_593,
            {(132, 115)},
            ("upheld_per_100k",),
        ),
    ],
)
def test_a_printed_value_out_of_reach_is_given_up_and_named(
    known: dict[str, float], residents: int, nearest: set[tuple[int, int]], dropped: tuple[str, ...]
) -> None:
    marked, given_up = pairs(known, residents, int(known["investigated"]))
    assert set(zip(*(axis.tolist() for axis in np.nonzero(marked)), strict=True)) == nearest
    assert given_up == dropped


def test_counts_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(ValueError, match="no counts"):
        pairs({"investigated": 3, "upheld": 4}, 0, 10)


@pytest.mark.parametrize(
    ("known", "upheld", "expected"),
    [
        ({"satisfactory_remedy_pct": 33}, 6, [2]),
        ({"satisfactory_remedy_pct": 25}, 6, []),
        ({"satisfactory_remedies": 2}, 6, [2]),
        ({LEAST: 4}, 6, [0, 1, 2]),
        ({}, 0, [0]),
    ],
)
def test_remedies_that_fit(known: dict[str, float], upheld: int, expected: list[int]) -> None:
    assert remedies(known, upheld).tolist() == expected


@pytest.mark.parametrize(
    ("outcomes", "printed", "expected"), [(45, 98, [44]), (15, 93, [14]), (107, 99, [106]), (9, 90, [])]
)
def test_complied_that_fit(outcomes: int, printed: int, expected: list[int]) -> None:
    assert complied(outcomes, printed).tolist() == expected

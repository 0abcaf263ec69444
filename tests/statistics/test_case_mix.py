"""Rule R12: the share expected of a council, given its services."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.case_mix import CaseMix, case_mix

OTHERS = {"planning": (48, 100), "education": (158, 200), "housing": (0, 0)}
outcomes = st.dictionaries(
    st.sampled_from(["planning", "education", "adult care", "housing"]),
    st.integers(0, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
)


def test_the_others_shares_weighed_by_this_councils_investigations() -> None:
    own = {"planning": (9, 10), "education": (1, 30)}
    told = case_mix(own, OTHERS)
    assert told == CaseMix((10 * Fraction(48, 100) + 30 * Fraction(158, 200)) / 40, cases=40, left_out=0)


def test_what_the_council_itself_had_upheld_changes_nothing() -> None:
    assert case_mix({"planning": (0, 10)}, OTHERS) == case_mix({"planning": (10, 10)}, OTHERS)


def test_a_service_that_no_other_council_had_is_left_out_and_said_to_be() -> None:
    told = case_mix({"planning": (5, 10), "housing": (3, 4), "adult care": (1, 1)}, OTHERS)
    assert told == CaseMix(Fraction(48, 100), cases=10, left_out=5)


@pytest.mark.parametrize("own", [{}, {"planning": (0, 0)}, {"housing": (1, 2)}])
def test_without_a_case_to_go_by_nothing_is_expected(own: dict[str, tuple[int, int]]) -> None:
    assert case_mix(own, OTHERS) is None


@given(outcomes, outcomes)
def test_it_lies_between_the_shares_of_the_services(
    own: dict[str, tuple[int, int]], others: dict[str, tuple[int, int]]
) -> None:
    told = case_mix(own, others)
    if told is not None:
        shares = [Fraction(*others[s]) for s, (_, n) in own.items() if n and others.get(s, (0, 0))[1]]
        assert min(shares) <= told.expected <= max(shares)
        assert told.cases + told.left_out == sum(n for _, n in own.values())

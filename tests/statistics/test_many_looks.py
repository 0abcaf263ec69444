"""Rule R11: who looks often enough sees a mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.chance import Luck
from dashboard.statistics.many_looks import chance_of_a_mark


@pytest.mark.parametrize(
    ("each", "chance"),
    [
        ([], 0.0),
        ([0.0, 0.0], 0.0),
        ([0.04], 0.04),
        ([0.5, 0.5], 0.75),
        ([0.03] * 14, 1 - 0.97**14),
        ([1.0, 0.2], 1.0),
    ],
)
def test_the_chance_of_at_least_one(each: list[float], chance: float) -> None:
    assert chance_of_a_mark(Luck(marked, 0.0) for marked in each) == pytest.approx(chance)


@given(st.lists(st.floats(0, 1), max_size=30), st.floats(0, 1))
def test_another_look_never_makes_it_less(each: list[float], more: float) -> None:
    looks = [Luck(marked, 0.0) for marked in each]
    before, after = chance_of_a_mark(looks), chance_of_a_mark([*looks, Luck(more, 0.0)])
    assert after >= before - 1e-12
    assert after <= min(1.0, sum(each) + more) + 1e-12

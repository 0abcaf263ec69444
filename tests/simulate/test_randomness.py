"""Choosing exactly so many, the likelier ones more often."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.simulate.randomness import choose_exactly, choose_within, stream, successes


@given(st.lists(st.floats(-5, 5), max_size=40), st.data())
def test_exactly_so_many_are_chosen(log_odds: list[float], data: st.DataObject) -> None:
    total = data.draw(st.integers(0, len(log_odds)))
    assert choose_exactly(np.array(log_odds), total, stream(1, "test")).sum() == total


@pytest.mark.parametrize("total", [-1, 4])
def test_an_impossible_total_is_refused(total: int) -> None:
    with pytest.raises(ValueError, match="cannot mark"):
        choose_exactly(np.zeros(3), total, stream(1, "test"))


@given(st.lists(st.integers(0, 12), min_size=1, max_size=12), st.data())
def test_successes_add_up_and_stay_within_their_trials(trials: list[int], data: st.DataObject) -> None:
    total = data.draw(st.integers(0, sum(trials)))
    found = successes(np.array(trials), np.zeros(len(trials)), total, stream(2, "test"))
    assert found.sum() == total
    assert (found <= trials).all()
    assert (found >= 0).all()


def test_higher_odds_succeed_more_often() -> None:
    found = successes(np.array([1000, 1000]), np.array([0.0, 1.0]), 1000, stream(3, "test"))
    assert found[1] > found[0] + 150


@given(st.lists(st.integers(0, 4), min_size=1, max_size=60), st.data())
def test_every_group_has_its_own_total(groups: list[int], data: st.DataObject) -> None:
    sizes = np.bincount(groups, minlength=5)
    totals = np.array([data.draw(st.integers(0, int(size))) for size in sizes])
    chosen = choose_within(np.array(groups), np.zeros(len(groups)), totals, stream(4, "test"))
    assert (np.bincount(np.array(groups)[chosen], minlength=5) == totals).all()


def test_streams_are_apart_by_step_and_seed_and_repeat() -> None:
    drawn = {(seed, step): stream(seed, step).random() for seed in (1, 2) for step in ("dates", "flows")}
    assert len(set(drawn.values())) == 4
    assert stream(1, "dates").random() == drawn[1, "dates"]

"""How far deviates vary, the ends drawn in."""

import random
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import mstats

from dashboard.statistics.overdispersion import phi_winsorised, winsorised


@given(st.lists(st.floats(-10, 10), min_size=1, max_size=60))
def test_ten_percent_at_each_end_are_drawn_in(values: list[float]) -> None:
    # scipy draws in int(0.1 * n) at each end too
    assert winsorised(values) == pytest.approx(sorted(mstats.winsorize(np.array(values), limits=(0.1, 0.1))))


def test_one_outlier_does_not_hide_itself() -> None:
    calm = [-1.2, -0.9, -0.6, -0.3, -0.1, 0.1, 0.3, 0.6, 0.9, 1.2]
    phi = phi_winsorised([*calm[:-1], 9.0])
    assert phi == pytest.approx(sum(z * z for z in [-0.9, *calm[1:-1], 0.9]) / 10)


def test_of_nothing_there_is_none() -> None:
    assert phi_winsorised([]) is None


def test_councils_that_differ_by_chance_alone_vary_by_no_more() -> None:
    chance = random.Random(7)  # noqa: S311
    upheld = [sum(chance.random() < 0.75 for _ in range(20)) for _ in range(300)]
    phi = phi_winsorised([(k - 15) / sqrt(20 * 0.75 * 0.25) for k in upheld])
    assert phi is not None
    assert 0.4 < phi < 1

"""Rule 9: overdispersion, winsorised."""

import random
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import mstats

from dashboard.statistics.overdispersion import dispersion, winsorised


@given(st.lists(st.floats(-10, 10), min_size=1, max_size=60))
def test_rule_09_ten_percent_at_each_end_are_drawn_in(values: list[float]) -> None:
    # scipy draws in int(0.1 * n) at each end too
    assert winsorised(values) == pytest.approx(sorted(mstats.winsorize(np.array(values), limits=(0.1, 0.1))))


def test_rule_09_one_outlier_does_not_make_a_type_overdispersed() -> None:
    calm = [-1.2, -0.9, -0.6, -0.3, -0.1, 0.1, 0.3, 0.6, 0.9, 1.2]
    told = dispersion([*calm[:-1], 9.0])
    assert told is not None
    assert told.phi == pytest.approx(sum(z * z for z in [-0.9, *calm[1:-1], 0.9]) / 10)
    assert not told.overdispersed


@pytest.mark.parametrize(("councils", "threshold"), [(32, 1.5), (8, 2.0), (200, 1.2)])
def test_rule_09_the_threshold_falls_with_the_number_of_councils(councils: int, threshold: float) -> None:
    told = dispersion([1.3] * councils)
    assert told is not None
    assert told.threshold == pytest.approx(threshold)
    assert told.overdispersed == (threshold < 1.69)


def test_rule_09_no_councils_no_dispersion() -> None:
    assert dispersion([]) is None


def test_rule_09_councils_that_differ_by_chance_alone_are_not_overdispersed() -> None:
    chance = random.Random(7)  # noqa: S311
    upheld = [sum(chance.random() < 0.75 for _ in range(20)) for _ in range(300)]
    z = [(k - 15) / sqrt(20 * 0.75 * 0.25) for k in upheld]
    told = dispersion(z)
    assert told is not None
    assert 0.4 < told.phi < told.threshold

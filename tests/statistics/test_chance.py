"""Rule 8: what luck alone would mark."""

import pytest

from dashboard.statistics.chance import Luck, expected_marks
from dashboard.statistics.predictive import Others, YearExpected, expected_share


def test_rule_08_expected_marks_are_the_sum_and_far_fewer_than_one_in_twenty() -> None:
    expected = [
        expected_share([YearExpected(n, Others(660, 1000))], 0.0, 0.0)
        for n in [1, 2, 2, 3, 3, 3, 4, 5, 6] * 16
    ]
    districts = [each.luck(each.usual()) for each in expected]
    total = expected_marks(districts)
    assert total.marked == pytest.approx(sum(luck.marked for luck in districts))
    assert total.much == pytest.approx(sum(luck.much for luck in districts))
    assert 0 < total.marked < 0.05 * len(districts) / 2
    assert expected_marks([]) == Luck(0, 0)

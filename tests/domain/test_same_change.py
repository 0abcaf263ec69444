"""When two changes say the same: by their words, whatever their numbers, days, punctuation and capitals."""

import pytest

from dashboard.domain.same_change import words_of


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Train officers.", "train officers", True),
        ("Train officers by 3 May 2024", "Train officers by 14 May 2023", True),
        ("Train officers", "Train all officers", False),
        ("Train officers by May", "Train officers by June", False),
    ],
)
def test_what_is_the_same(one: str, other: str, *, same: bool) -> None:
    assert (words_of(one) == words_of(other)) is same

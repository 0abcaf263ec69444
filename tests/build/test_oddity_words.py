"""What is odd about the areas of new councils, as it is said."""

import pytest

from dashboard.build.oddity_words import left_aside, oddity_words
from dashboard.reshape.reshaping import Oddity

NAMES = {"ring-council": "Ring Council", "town-council": "Town Council", "isle-council": "Isle Council"}


@pytest.mark.parametrize(
    ("oddity", "says"),
    [
        (
            Oddity("ring-council", "hole", 73.4, ("town-council",)),
            "Ring Council has a hole of 73 square km: Town Council lies in it.",
        ),
        (
            Oddity("ring-council", "hole", 1_234.5, ("isle-council", "town-council")),
            "Ring Council has a hole of 1,234 square km: Isle Council and Town Council lie in it.",
        ),
        (
            Oddity("ring-council", "detached", 0.2, ("isle-council",)),
            "A part of Ring Council of 1 square km lies apart from the rest: what was Isle Council.",
        ),
    ],
)
def test_a_hole_and_a_detached_part_are_named(oddity: Oddity, says: str) -> None:
    assert [*oddity_words([oddity], NAMES)] == [says]


def test_official_outlines_of_other_councils_are_named() -> None:
    said = left_aside(2028, ["town-council", "e06000999-council"], NAMES)
    assert said.endswith("They differ in Town Council and e06000999-council.")

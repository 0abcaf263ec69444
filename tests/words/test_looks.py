"""Many looks and case mix, each in one plain sentence."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.authority_types import AuthorityType
from dashboard.repository.records import CaseMix, ManyLooks
from dashboard.words.looks import case_mix, many_looks
from tests.support.figures import figure, pooled_benchmark


@pytest.mark.parametrize(
    ("looks", "chance", "said"),
    [
        (0, 0.0, None),
        (1, 0.031, "A council like the other county councils would be marked here by chance 3 times in 100."),
        (
            21,
            0.546,
            "This council is compared 21 times here, over the years and measures shown: one like the other "
            "county councils in all of them would be marked at least once with a chance of about 55 in 100.",
        ),
        (
            2,
            0.0001,
            "This council is compared 2 times here, over the years and measures shown: one like the other "
            "county councils in all of them would be marked at least once with a chance of about 1 in 100.",
        ),
    ],
)
def test_rule_r11_who_is_looked_at_often_is_told_what_luck_does(
    looks: int, chance: float, said: str | None
) -> None:
    assert many_looks(ManyLooks(looks, chance), AuthorityType.COUNTY) == said


UPHELD = figure(*("a", "2023-24", "upheld_pct", 20, 30), benchmark=pooled_benchmark("80", 800, 1000, 36))


@pytest.mark.parametrize(
    ("mixed", "simulated", "said"),
    [
        (None, False, None),
        (CaseMix(78.4, 30, 0), False, "Upheld: 80% for its type; 78% given what its cases are about."),
        (
            CaseMix(78.5, 28, 2),
            True,
            "Upheld: 80% for its type; 79% given what its cases are about, by 28 of its 30 cases, simulated.",
        ),
    ],
)
def test_rule_r12_its_services_say_what_would_be_expected(
    mixed: CaseMix | None, said: str | None, *, simulated: bool
) -> None:
    assert case_mix(UPHELD, mixed, simulated=simulated) == said


def test_nothing_is_expected_of_a_council_that_is_not_compared() -> None:
    few = figure(
        *("a", "2023-24", "upheld_pct", 2, 3), benchmark=replace(UPHELD.benchmark, value=Decimal(80))
    )
    assert case_mix(few, CaseMix(78.4, 3, 0), simulated=False) is None

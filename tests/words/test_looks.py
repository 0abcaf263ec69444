"""Many looks and case mix, each in one plain sentence."""

from dataclasses import replace

import pytest

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import ComparedWith, Comparison
from dashboard.repository.records import CaseMix, ManyLooks
from dashboard.words.looks import case_mix, many_looks
from tests.support.figures import figure, printed_benchmark, stands

PRINTED = ComparedWith.PRINTED_AVERAGE


@pytest.mark.parametrize(
    ("looks", "chance", "said"),
    [
        (0, 0.0, None),
        (
            1,
            0.031,
            "By its figures of single years this council is compared once here: one like the other county "
            "councils would be marked with a chance of 2 to 4 in 100.",
        ),
        (
            21,
            0.546,
            "By its figures of single years this council is compared 21 times here: one like the other "
            "county councils in all of them would be marked at least once with a chance of 45 to 70 in 100.",
        ),
        (
            2,
            0.0001,
            "By its figures of single years this council is compared 2 times here: one like the other "
            "county councils in all of them would be marked at least once with a chance of fewer than 1 in "
            "100.",
        ),
        (
            21,
            0.985,
            "By its figures of single years this council is compared 21 times here: one like the other "
            "county councils in all of them would be marked at least once with a chance of over 95 in 100.",
        ),
    ],
)
def test_rule_r11_who_is_looked_at_often_is_told_what_luck_does(
    looks: int, chance: float, said: str | None
) -> None:
    top = " Services, and three years together, come on top of that where they are compared."
    assert many_looks(ManyLooks(looks, chance), AuthorityType.COUNTY) == (said and f"{said}{top}")


UPHELD = figure(
    *("a", "2023-24", "upheld_pct", 20, 30),
    benchmark=printed_benchmark("82"),
    compared=stands(Comparison.NO_CLEAR_DIFFERENCE, others=(800, 1000)),
)


@pytest.mark.parametrize(
    ("mixed", "simulated", "said"),
    [
        (None, False, None),
        (
            CaseMix(78.4, 30, 0),
            False,
            "Upheld: 80% for the others of its type; 78% given what its cases are about.",
        ),
        (
            CaseMix(78.5, 28, 2),
            True,
            "Upheld: 80% for the others of its type; 79% given what its cases are about, by 28 of its 30 "
            "cases, simulated.",
        ),
    ],
)
def test_rule_r12_its_services_say_what_would_be_expected(
    mixed: CaseMix | None, said: str | None, *, simulated: bool
) -> None:
    assert case_mix(UPHELD, mixed, simulated=simulated) == said


def test_nothing_is_expected_of_a_council_that_is_not_compared() -> None:
    few = figure(*("a", "2023-24", "upheld_pct", 2, 3), benchmark=printed_benchmark("80"))
    assert case_mix(few, CaseMix(78.4, 3, 0), simulated=False) is None


def test_nor_beside_an_average_that_includes_it() -> None:
    printed = replace(UPHELD, compared=stands(Comparison.NO_CLEAR_DIFFERENCE, compared_with=PRINTED))
    assert case_mix(printed, CaseMix(78.4, 30, 0), simulated=False) is None

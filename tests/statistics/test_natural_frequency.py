"""Rule 10: a plain sentence for everybody."""

import pytest
from scipy import stats

from dashboard.statistics.natural_frequency import sentence


def test_rule_10_the_range_and_the_sentence() -> None:
    low, high = (int(end) for end in stats.binom.ppf([0.025, 0.975], 12, 0.8))
    assert sentence("upheld_pct", 11, 12, low=low, high=high) == (
        "Of 12 investigations, a typical council of this type would have between 7 and 12 upheld; "
        "this council had 11."
    )


@pytest.mark.parametrize(
    ("measure", "numbers", "said"),
    [
        (
            "upheld_pct",
            (1, 1, 0, 1),
            "Of 1 investigation, a typical council of this type would have between 0 and 1 upheld; "
            "this council had 1.",
        ),
        (
            "satisfactory_remedy_pct",
            (2, 6, 0, 3),
            "Of 6 upheld complaints, a typical council of this type would have put right between 0 and 3 "
            "beforehand; this council had 2.",
        ),
        (
            "satisfactory_remedy_pct",
            (0, 6, 0, 0),
            "Of 6 upheld complaints, a typical council of this type would have put right 0 beforehand; "
            "this council had 0.",
        ),
        (
            "upheld_per_100k",
            (6, 141_574, 2, 12),
            "A typical council of this type of this size would have between 2 and 12 upheld; "
            "this council had 6.",
        ),
    ],
)
def test_rule_10_each_measure_in_its_own_words(
    measure: str, numbers: tuple[int, int, int, int], said: str
) -> None:
    numerator, denominator, low, high = numbers
    assert sentence(measure, numerator, denominator, low=low, high=high) == said


def test_rule_10_a_typical_council_is_named_by_its_type() -> None:
    told = sentence("upheld_per_100k", 6, 141_574, low=2, high=12, typical="unitary council")
    assert told == (
        "A typical unitary council of this size would have between 2 and 12 upheld; this council had 6."
    )


@pytest.mark.parametrize("measure", ["compliance_pct", "dealt_with_per_100k", "dealt_with"])
def test_rule_12_compliance_and_volume_have_no_such_sentence(measure: str) -> None:
    assert sentence(measure, 5, 5, low=5, high=5) is None

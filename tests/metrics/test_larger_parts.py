"""Subjects and what came too soon, beside councils of the type: named only beyond chance and their spread."""

import pytest

from dashboard.domain.larger_part import LargerPart
from dashboard.domain.origin import Origin
from dashboard.metrics.larger_parts import referred_back, unusual_subjects
from dashboard.statistics.type_comparison import Count

OWN = "own"
OTHERS = [f"other-{n}" for n in range(20)]
NOTHING = Count(None, None, None)


def subject(own: dict[str, int], others: dict[str, int] | None = None) -> LargerPart | None:
    like = {"Noise": 1, "Homelessness": 19} if others is None else others
    return unusual_subjects({OWN: own, **dict.fromkeys(OTHERS, like)}, Origin.DERIVED).get(OWN)


def test_a_subject_far_more_frequent_than_elsewhere_is_named_with_both_fractions() -> None:
    found = subject({"Noise": 12, "Homelessness": 20})
    assert found is not None
    assert (found.name, found.count, found.whole, found.others) == ("Noise", 12, 32, (20, 400))
    assert found.looked_at == 2
    assert 0 < found.luck < 0.2
    assert not found.simulated


@pytest.mark.parametrize(
    "own",
    [
        {"Noise": 2, "Homelessness": 3},  # two are no pattern
        {"Noise": 3, "Homelessness": 43},  # three of 46, where others have one in twenty
        {"Homelessness": 40},  # all of them, as nearly everywhere
        {},
    ],
)
def test_what_others_have_as_well_is_no_question(own: dict[str, int]) -> None:
    assert subject(own) is None


def test_without_others_to_compare_with_nothing_is_named() -> None:
    assert subject({"Noise": 12}, others={}) is None


def test_only_the_three_most_frequent_subjects_are_looked_at_of_equals_the_first_by_name() -> None:
    own = {"Parking": 9, "Noise": 9, "Bins": 9, "Allotments": 9}
    found = subject(own, others={"Homelessness": 40, "Parking": 1})
    assert found is not None
    assert (found.name, found.looked_at) == ("Allotments", 3)


@pytest.mark.parametrize(
    ("own", "others", "named"),
    [
        (Count(60, 100, Origin.DERIVED), Count(20, 100, Origin.DERIVED), True),
        (Count(21, 100, Origin.DERIVED), Count(20, 100, Origin.DERIVED), False),
        (Count(19, 100, Origin.DERIVED), Count(20, 100, Origin.DERIVED), False),
        (Count(60, 100, Origin.DERIVED), NOTHING, False),
        (NOTHING, Count(20, 100, Origin.DERIVED), False),
    ],
)
def test_what_came_too_soon_is_named_where_it_is_more_than_elsewhere(
    own: Count, others: Count, *, named: bool
) -> None:
    found = referred_back({OWN: own, **dict.fromkeys(OTHERS, others)})
    assert list(found) == ([OWN] if named else [])
    for part in found.values():
        assert (part.count, part.whole, part.others) == (60, 100, (400, 2000))


def test_one_simulated_count_makes_the_part_simulated() -> None:
    others = {slug: Count(20, 100, Origin.DERIVED) for slug in OTHERS}
    others[OTHERS[3]] = Count(20, 100, Origin.SIMULATED)
    assert referred_back({OWN: Count(60, 100, Origin.DERIVED), **others})[OWN].simulated

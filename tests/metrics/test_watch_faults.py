"""The same fault three times in three years: what recurs, of how many, and what others have."""

from datetime import date

import pytest

from dashboard.domain.watch import Question, UpheldCase
from dashboard.metrics.watch_faults import repeated

DAY = date(2024, 5, 1)


def cases(counts: dict[str, dict[str, int]], service: str = "housing") -> list[UpheldCase]:
    """So many cases of each fault by council, all of one subject."""
    told = [(slug, fault) for slug, faults in counts.items() for fault, n in faults.items() for _ in range(n)]
    return [
        UpheldCase(number, slug, "unitary", service, ("Repairs", fault), DAY, DAY)
        for number, (slug, fault) in enumerate(told, 1)
    ]


OTHERS = {f"other-{i}": {"damp": 1, "delay": 9} for i in range(20)}


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ({"damp": 2, "delay": 2}, []),
        ({"damp": 3}, [("damp", 3, 3, None)]),
        ({"damp": 3, "delay": 4}, [("damp", 3, 7, False), ("delay", 4, 7, False)]),
        ({"damp": 12, "delay": 1}, [("damp", 12, 13, True)]),
    ],
    ids=["twice", "too few to compare", "as others have", "beyond what others have"],
)
def test_what_recurs(own: dict[str, int], expected: list[tuple[str, int, int, bool | None]]) -> None:
    register = cases({"own": own, **OTHERS})
    faults = {case.number: case.fault[1] for case in register}
    found = [one for one in repeated(register)[0] if one.slug == "own"]
    assert [(faults[one.cases[0]], one.count, one.base, one.beyond) for one in found] == expected
    for one in found:
        assert one.question is Question.REPEATED
        assert len(one.cases) == one.count
        assert {faults[number] for number in one.cases} == {faults[one.cases[0]]}


def test_faults_of_other_services_are_no_part_of_the_base() -> None:
    register = [*cases({"own": {"damp": 3}}), *cases({"own": {"damp": 2}}, "planning")]
    (one,), _ = repeated(register)
    assert (one.count, one.base) == (3, 3)


def test_faults_are_looked_at_in_each_council_that_has_five_cases() -> None:
    counts = {"own": {"damp": 3}, **OTHERS}
    assert repeated(cases(counts))[1] == 2 * len(OTHERS)


def test_without_ten_councils_nothing_is_compared() -> None:
    few = {slug: OTHERS[slug] for slug in list(OTHERS)[:8]}
    found = repeated(cases({"own": {"damp": 12, "delay": 1}, **few}))[0]
    assert {one.expected for one in found} == {None}
    assert {one.beyond for one in found} == {None}

"""Subjects and what came too soon, beside councils of the type: named only beyond chance and their spread."""

from dataclasses import replace

import pytest

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.outcomes import Outcome
from dashboard.pack.beside_type import Part, came_too_soon, unusual_subject
from dashboard.pack.cases_section import behind
from dashboard.pack.council_year import Known, know
from tests.support.fake_cases import FakeCase, FakeCases, decision
from tests.support.sample import BLACKPOOL, breakdown, council, sample

YEAR = "2023-24"
OTHERS = [council(f"u{n:02d}", f"Unitary {n:02d} Council", AuthorityType.UNITARY) for n in range(20)]


def cases(slug: str, first: int, **subjects: int) -> list[FakeCase]:
    told = [name for name, count in subjects.items() for _ in range(count)]
    return [
        FakeCase(decision(f"23 {first:03d} {n:03d}", slug, sub_category=name)) for n, name in enumerate(told)
    ]


def known(*held: FakeCase) -> Known:
    repository = sample()
    repository.councils_ = (BLACKPOOL, *OTHERS)
    types = {each.slug: each.type for each in repository.councils_}
    found = know(CouncilYear(BLACKPOOL, YEAR, repository, UNNAMED))
    assert found is not None
    return replace(found, cases=FakeCases(held, types))


def subject(*own: FakeCase) -> Part | None:
    others = [case for n, each in enumerate(OTHERS) for case in cases(each.slug, n, Noise=1, Homelessness=19)]
    of = known(*own, *others)
    found = behind(of)
    assert found is not None
    return unusual_subject(of, found.told)


def test_a_subject_far_more_frequent_than_elsewhere_is_named_with_both_fractions() -> None:
    found = subject(*cases(BLACKPOOL.slug, 900, Noise=12, Homelessness=20))
    assert found is not None
    assert (found.name, found.count, found.whole, found.others) == ("Noise", 12, 32, (20, 400))
    assert found.looked_at == 2
    assert 0 < found.luck < 0.2


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
    assert subject(*cases(BLACKPOOL.slug, 900, **own)) is None


def test_without_others_to_compare_with_nothing_is_named() -> None:
    of = known(*cases(BLACKPOOL.slug, 900, Noise=12))
    found = behind(of)
    assert found is not None
    assert unusual_subject(of, found.told) is None


@pytest.mark.parametrize(
    ("own", "others", "named"),
    [
        ((60, 100), (20, 100), True),
        ((21, 100), (20, 100), False),
        ((60, 100), None, False),
        (None, (20, 100), False),
    ],
)
def test_what_came_too_soon_is_named_where_it_is_more_than_elsewhere(
    own: tuple[int, int] | None, others: tuple[int, int] | None, named: bool
) -> None:
    of = known()
    rows = {
        (slug, YEAR, "decided"): breakdown("decided", {Outcome.REFERRED_BACK: counts[0], "total": counts[1]})
        for slug, counts in ((BLACKPOOL.slug, own), *((each.slug, others) for each in OTHERS))
        if counts is not None
    }
    repository = replace(of.repository, rows=rows)  # type: ignore[type-var]
    found = came_too_soon(
        replace(of, repository=repository, decided=repository.breakdown(BLACKPOOL.slug, YEAR, "decided"))
    )
    assert (found is not None) == named
    if found is not None:
        assert (found.count, found.whole, found.others) == (60, 100, (400, 2000))

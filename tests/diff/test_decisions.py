"""What differs between two releases in their published decisions."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from dashboard.build.content import ReleaseContent
from dashboard.diff.compare import difference
from dashboard.diff.decisions import decision_changes
from dashboard.diff.model import Change, Kind
from dashboard.diff.report_text import sentences
from dashboard.domain.outcomes import Outcome
from dashboard.repository.case_records import Withdrawal
from dashboard.repository.listed_records import ListedDecision
from dashboard.repository.sqlite import SqliteRepository
from tests.support.tiny_cases import TEXTS, content_with_cases
from tests.support.tiny_listed import LISTED, with_list
from tests.support.tiny_release import BLACKPOOL, build_tiny, tiny_content

FIRST = LISTED[0]
FACTS = "Blackpool Borough Council; Housing > Homelessness; Upheld; 20 November 2023"

Build = Callable[[ReleaseContent], SqliteRepository]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("releases")
    return lambda content: SqliteRepository(build_tiny(folder, content))


@pytest.fixture(scope="module")
def before(build: Build) -> SqliteRepository:
    return build(with_list(name="before"))


def changed(build: Build, before: SqliteRepository, *listed: ListedDecision) -> list[Change]:
    return list(decision_changes(before, build(with_list(*listed, name="after"))))


def test_a_list_does_not_differ_from_itself(build: Build, before: SqliteRepository) -> None:
    assert changed(build, before, *LISTED) == []


@pytest.mark.parametrize(
    ("changes", "became"),
    [
        ({"outcome": Outcome.NOT_UPHELD}, FACTS.replace("Upheld", "Not upheld")),
        ({"outcome": None}, FACTS.replace("Upheld", "Outcome not seen")),
        ({"decided": date(2023, 11, 21)}, FACTS.replace("20 Nov", "21 Nov")),
        ({"decided": None}, FACTS.replace("20 November 2023", "day not seen")),
        ({"sub_category": "Allocations"}, FACTS.replace("Homelessness", "Allocations")),
        (
            {"withdrawn": Withdrawal(date(2025, 1, 2), "It named a person.")},
            f"{FACTS}; withdrawn on 2 January 2025: It named a person.",
        ),
    ],
)
def test_what_a_decision_says_is_told_as_it_was_and_is(
    build: Build, before: SqliteRepository, changes: dict[str, object], became: str
) -> None:
    other = replace(FIRST, **changes)  # type: ignore[arg-type]
    (found,) = changed(build, before, other, *LISTED[1:])
    assert (found.kind, found.slug, found.what) == (Kind.DECISION, BLACKPOOL.slug, FIRST.reference)
    assert (found.was, found.became) == (FACTS, became)


def test_decisions_that_came_and_went_are_counted(build: Build, before: SqliteRepository) -> None:
    new = replace(FIRST, reference="23 000 077")
    after = build(with_list(new, *LISTED[2:], name="came-and-went"))
    found = difference(before, after, letters=False)
    assert [(c.what, bool(c.was), bool(c.became)) for c in found.of(Kind.DECISION)] == [
        ("17 002 402b", True, False),
        (FIRST.reference, True, False),
        ("23 000 077", False, True),
    ]
    told = sentences(found)
    assert "1 published decision added of 1 council, 2023-24." in told
    assert "2 published decisions left out of 1 council, 2018-19 to 2023-24." in told


def test_a_release_that_lost_its_list_differs(build: Build, before: SqliteRepository) -> None:
    after = build(tiny_content("without"))
    assert len(list(decision_changes(before, after))) == len(LISTED)


def test_a_text_of_a_register_that_says_something_else_is_told(build: Build) -> None:
    one = build(content_with_cases("one"))
    texts = (replace(TEXTS[0], summary=f"{TEXTS[0].summary} And more."), *TEXTS[1:])
    other = build(content_with_cases("other", decisions=texts))
    (found,) = decision_changes(one, other)
    assert (found.what, found.was, found.became) == (TEXTS[0].reference, "its text", "another text")
    assert list(decision_changes(one, one)) == []


def test_decisions_of_a_year_that_only_one_release_covers_come_with_the_year(
    build: Build, before: SqliteRepository
) -> None:
    after = build(replace(with_list(*LISTED[1:], name="shorter"), years=("2024-25",)))
    assert [change.what for change in decision_changes(before, after)] == []

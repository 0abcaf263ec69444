"""What is said of a question: every sort, with its base, and no claim that its numbers do not carry."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.outcomes import Category, Compliance
from dashboard.domain.regions import Region
from dashboard.domain.watch import Question
from dashboard.repository.watch_records import Watched, WatchedCase, WatchedPair, WatchScope
from dashboard.words import watch as say
from dashboard.words import watch_seen as sight

COUNTY = AuthorityType.COUNTY
ONE = Watched(
    *(1, Question.REPEATED, "kent", Category.HOUSING, 12, 40, 3.04, 0, 7, 0.0001, True),
    *("Repairs", "Delay", (), ()),
)
SCOPE = WatchScope("2024-25", True, 2803, 6499, 9675, 8807, 8807, 5138, 5138, 2729, 642, 633.5)


def late(outcome: Compliance) -> WatchedCase:
    return WatchedCase("SIM 1", True, "", None, date(2024, 5, 1), None, outcome)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (
            replace(ONE, question=Question.NUMBER, base=900_000),
            "12 complaints about this service were upheld in the three years from April 2022 to March 2025. "
            "A county council with as many residents would have about 3; between 0 and 7 is usual.",
        ),
        (
            replace(ONE, question=Question.SHARE),
            "Of 40 investigations in the three years from April 2022 to March 2025, 12 were upheld. A county "
            "council would have about 3; between 0 and 7 is usual.",
        ),
        (ONE, "That stands out among all that was looked at; between 0 and 7 is usual."),
        (replace(ONE, beyond=False), "It does not stand out among all that was looked at."),
        (replace(ONE, expected=None, beyond=None), "These are too few to compare with other councils."),
        (
            replace(ONE, question=Question.PROMISE, count=12, expected=12.2),
            "about 12 would be expected. That is no more than chance would make.",
        ),
        (replace(ONE, question=Question.PROMISE, count=1, expected=0.01), "one follows the same change"),
        (
            replace(ONE, question=Question.LATE, count=2, base=3, cases=(late(Compliance.LATE),) * 2),
            "Of 3 recommendations that fell due in 2024-25, two were carried out late.",
        ),
        (
            replace(ONE, question=Question.LATE, base=1, cases=(late(Compliance.NOT_COMPLIED),)),
            "Of 1 recommendation that fell due in 2024-25, one is not recorded as carried out.",
        ),
    ],
)
def test_a_question_says_its_base(one: Watched, said: str) -> None:
    assert said in say.sentence(one, "2024-25", COUNTY).replace("Twelve", "12").replace("twelve", "12")


def test_a_promise_beyond_what_is_expected_claims_nothing_more() -> None:
    told = say.sentence(replace(ONE, question=Question.PROMISE, expected=3.0), "2024-25", COUNTY)
    assert told.endswith(
        "about 3 would be expected. Whether that is more than chance would make is not tested."
    )


PAIR = WatchedPair(
    *("SIM 1", date(2022, 1, 1), "Train staff.", date(2022, 4, 1), date(2022, 3, 1)),
    *("SIM 2", date(2023, 5, 1), date(2024, 1, 1), "Train staff.", "Repairs", "Delay"),
)


@pytest.mark.parametrize(
    ("done", "head", "said"),
    [
        (PAIR.done, "Agreed and made", "made 1 March 2022."),
        (None, "Agreed, its day past", "due 1 April 2022, no day it was made is recorded."),
    ],
)
def test_a_change_is_called_made_only_where_a_day_is_recorded(
    done: date | None, head: str, said: str
) -> None:
    pair = replace(PAIR, done=done)
    assert (say.kept(pair), said in say.promised(pair)) == (head, True)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (replace(ONE, question=Question.NUMBER), "tested: stands out of 2,803 comparisons of services"),
        (replace(ONE, question=Question.SHARE), "tested: stands out of 2,803 comparisons of services"),
        (ONE, "tested: one of 6,499 comparisons of faults"),
        (replace(ONE, beyond=False), "tested: one of 6,499 comparisons of faults"),
        (replace(ONE, expected=None, beyond=None), "not tested: too few to compare"),
        (
            replace(ONE, question=Question.LATE, expected=None, beyond=None),
            "not tested: every service with one is listed",
        ),
        (
            replace(ONE, question=Question.PROMISE, beyond=None),
            "not tested: every service with a case that follows a promise is listed; 642 do in all of "
            "England, about 634 would by frequency alone",
        ),
    ],
)
def test_a_row_says_from_how_many_it_was_chosen_and_whether_it_was_tested(one: Watched, said: str) -> None:
    assert sight.chosen(one, SCOPE) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, ""),
        (0.0, "under 0.1"),
        (0.04, "under 0.1"),
        (0.26, "about 0.3"),
        (9.94, "about 9.9"),
        (9.96, "about 10"),
    ],
)
def test_an_expected_number_is_never_none(value: float | None, said: str) -> None:
    assert say.about(value) == said


@pytest.mark.parametrize(
    ("scope", "said"),
    [
        (replace(SCOPE, published=8807 - 1, upheld=8807), "1 upheld complaint has no published decision"),
        (replace(SCOPE, named=8806), "Of 1 case published the register does not name the fault"),
        (replace(SCOPE, named=0, changed=0, dated=0), "The register names no faults"),
        (replace(SCOPE, dated=5137), "In 1 case the changes agreed have no day"),
        (replace(SCOPE, dated=0), "No change that was agreed has a day in the register"),
        (replace(SCOPE, due=0), "no recommendation that fell due in 2024-25"),
        (replace(SCOPE, services=0), "No type has ten councils with cases in a service"),
        (replace(SCOPE, three=False), "not whole for the three years from April 2022 to March 2025"),
    ],
)
def test_what_cannot_be_seen_is_said(scope: WatchScope, said: str) -> None:
    assert any(said in sentence for sentence in sight.unseen(scope))


@pytest.mark.parametrize(
    ("question", "blind"),
    [
        (Question.NUMBER, replace(SCOPE, services=0)),
        (Question.SHARE, replace(SCOPE, three=False)),
        (Question.LATE, replace(SCOPE, due=0)),
        (Question.REPEATED, replace(SCOPE, named=0)),
        (Question.PROMISE, replace(SCOPE, dated=0)),
    ],
)
def test_none_is_said_only_of_what_can_be_seen(question: Question, blind: WatchScope) -> None:
    assert sight.none(question, SCOPE).startswith("None")
    assert sight.none(question, blind).startswith("Cannot be seen here")


def test_a_release_that_names_everything_leaves_nothing_unsaid() -> None:
    assert sight.unseen(replace(SCOPE, upheld=8807)) == []
    assert sight.seen(replace(SCOPE, three=False)) == (
        "Looked at in all of England: 2,729 recommendations that fell due in 2024-25."
    )


def test_the_regions_are_those_of_the_data() -> None:
    assert [region.label for region in Region] == [
        *("East Midlands", "East of England", "London", "North East", "North West", "South East"),
        *("South West", "West Midlands", "Yorkshire and The Humber"),
    ]

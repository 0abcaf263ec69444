"""What the council agreed to improve, as a person would write it into the letter."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.domain.decisions import DecisionCategory, Remedy
from dashboard.domain.origin import Origin
from dashboard.letters.improvements import SHOWN, TWO_CLOCKS, told
from dashboard.letters.letter import write_letter
from dashboard.letters.model import Points, plain_text
from dashboard.repository.case_records import Improvement
from tests.support.fake_cases import FakeCase, FakeCases, decision, with_improvements
from tests.support.sample import BLACKPOOL, sample

ON_TIME, LATE, AFTER, BY = date(2024, 2, 1), date(2024, 3, 20), date(2024, 5, 1), date(2024, 3, 31)


def one(
    number: int = 1,
    text: str = "Simulated: Train staff.",
    category: DecisionCategory = DecisionCategory.HOUSING,
    met: date | None = ON_TIME,
    due: date | None = date(2024, 3, 1),
) -> Improvement:
    return Improvement(
        reference=f"SIM 23 000 00{number}",
        slug=BLACKPOOL.slug,
        category=category,
        sub_category="Homelessness",
        fault=None,
        kind=Remedy.TRAINING,
        text=((text, False),),
        agreed=date(2023, 11, 20),
        due=due,
        met=met,
    )


def lines(*improvements: Improvement, upheld: int | None = 3, ended: bool = False) -> list[str]:
    found = []
    for block in told(improvements, Origin.SIMULATED, upheld, by=BY, ended=ended):
        if isinstance(block, Points):
            found += [f"- {plain_text(item)}" for item in block.items]
        else:
            found.append(plain_text(block))  # type: ignore[arg-type]
    return found


def test_one_change() -> None:
    assert lines(one()) == [
        "After one investigation your council agreed to one change in how its services work, in housing "
        "[simulated]. It is this:",
        "- Homelessness: train staff (case SIM 23 000 001) [simulated].",
        "By 31 March 2024, it had been made on time [simulated].",
    ]


_ADULTS, _HOMES, _ROADS = (
    DecisionCategory.ADULT_CARE,
    DecisionCategory.HOUSING,
    DecisionCategory.TRANSPORT,
)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ([_ROADS, _HOMES, _ADULTS], "in adult care services, housing and transport and highways"),
        ([_HOMES, _ADULTS, _HOMES], "in housing and adult care services"),
        (  # half of them, and of six equals the first by name: nothing is mostly so
            [*DecisionCategory][:6],
            "among other fields in adult care services, benefits and tax and children’s care services",
        ),
        (
            [_ROADS, _ROADS, _HOMES, _HOMES, _ADULTS, DecisionCategory.PLANNING],
            "mostly in housing, transport and highways and adult care services",
        ),
    ],
)
def test_the_fields_are_named_most_frequent_first_and_mostly_only_where_they_are(
    fields: list[DecisionCategory], said: str
) -> None:
    first = lines(*(one(number, category=field) for number, field in enumerate(fields, 1)))[0]
    assert f"in how its services work, {said} [simulated]." in first


def test_two_changes_after_two_investigations() -> None:
    first, *points, last = lines(
        one(1), one(2, "Simulated: Review the policy.", category=DecisionCategory.CHILDRENS_CARE)
    )
    assert first == (
        "After two investigations your council agreed to two changes in how its services work, in "
        "children’s care services and housing [simulated]. They are:"
    )
    assert len(points) == 2
    assert last == "By 31 March 2024, both had been made on time [simulated]."


def test_of_many_the_newest_of_different_cases_are_shown() -> None:
    many = [
        one(number, f"Simulated: Train {who}.")
        for number, who in zip((1, 1, 1, 2, 3, 4, 5, 6), "abcdefgh", strict=True)
    ]
    first, *points, _ = lines(*many)
    assert "agreed to eight changes" in first
    assert "Here are five of them, the newest first:" in first
    assert len(points) == SHOWN
    assert [point[-15:-13] for point in points] == ["1)", "2)", "3)", "4)", "5)"]


def test_changes_that_say_the_same_are_one_point() -> None:
    same = [
        one(1, "Simulated: Train staff by 3 May."),
        one(2, "Simulated: Train other staff."),
        one(3, "Simulated: train staff by 9 May"),
        one(3, "Simulated: Train staff by 1 May."),
    ]
    first, *points, _ = lines(*same)
    assert "agreed to four changes" in first
    assert points == [
        "- Homelessness: train staff by 3 May (three changes, cases SIM 23 000 001 and SIM 23 000 003) "
        "[simulated].",
        "- Homelessness: train other staff (case SIM 23 000 002) [simulated].",
    ]


@pytest.mark.parametrize(("met", "reconciled"), [(ON_TIME, False), (LATE, True), (AFTER, True), (None, True)])
def test_the_two_clocks_are_reconciled_where_changes_came_late(met: date | None, reconciled: bool) -> None:
    beside = told((one(met=met),), Origin.SIMULATED, 3, by=BY, beside_compliance=True)
    alone = told((one(met=met),), Origin.SIMULATED, 3, by=BY)
    assert plain_text(beside[-1]).endswith(TWO_CLOCKS) is reconciled  # type: ignore[arg-type]
    assert not plain_text(alone[-1]).endswith(TWO_CLOCKS)  # type: ignore[arg-type]


_DUE = date(2024, 3, 1)


@pytest.mark.parametrize(
    ("states", "says"),
    [
        ([(_DUE, ON_TIME)], "it had been made on time"),
        ([(_DUE, LATE)], "it had been made late"),
        ([(_DUE, None)], "it was overdue"),
        ([(_DUE, AFTER)], "it was overdue"),
        ([(AFTER, None)], "it was not yet due"),
        ([(AFTER, AFTER)], "it was not yet due"),
        ([(AFTER, ON_TIME)], "it had been made on time"),
        ([(_DUE, ON_TIME)] * 2, "both had been made on time"),
        ([(_DUE, LATE)] * 3, "all three had been made late"),
        ([(AFTER, None)] * 2, "both were not yet due"),
        ([(_DUE, ON_TIME), (_DUE, LATE)], "one had been made on time and one had been made late"),
        (
            [(_DUE, ON_TIME)] * 2 + [(_DUE, None), (AFTER, None), (AFTER, AFTER), (None, None)],
            "two had been made on time, one was overdue, two were not yet due and one had no date recorded",
        ),
    ],
)
def test_how_it_went_is_told_as_of_the_end_of_the_year(
    states: list[tuple[date | None, date | None]], says: str
) -> None:
    *_, last = lines(*(one(number, due=due, met=met) for number, (due, met) in enumerate(states)))
    assert last == f"By 31 March 2024, {says} [simulated]."


def test_without_dates_it_is_said_that_there_are_none() -> None:
    assert lines(one(due=None, met=None))[-1] == "No date is recorded for it [simulated]."


def test_after_a_council_s_end_it_is_not_said_who_agreed() -> None:
    first = lines(one(1), one(2), ended=True)[0]
    assert first.startswith(
        "After two investigations two changes in how services work were agreed, in housing [simulated]."
    )


@pytest.mark.parametrize(
    ("upheld", "says"),
    [
        (0, "We upheld no complaints in the year, and so asked for no changes."),
        (
            2,
            "The decisions we published about the year record no change that was agreed [simulated].",
        ),
    ],
)
def test_no_improvement_is_said_in_words(upheld: int, says: str) -> None:
    assert lines(upheld=upheld) == [says]


def test_the_letter_holds_the_improvements_of_its_own_year() -> None:
    agreed = with_improvements(decision(slug=BLACKPOOL.slug), "Publish a plan.")
    earlier = with_improvements(
        decision("22 000 001", slug=BLACKPOOL.slug, decided=date(2022, 5, 5)), "Write a guide."
    )
    repository = replace(sample(), cases_=FakeCases((FakeCase(agreed), FakeCase(earlier))))
    letter = write_letter(BLACKPOOL, "2023-24", repository)
    assert letter is not None
    (section,) = (part for part in letter.sections if part.id == "improvements")
    points = [item for block in section.blocks if isinstance(block, Points) for item in block.items]
    assert [plain_text(item, Origin.PUBLISHED) for item in points] == [
        "Homelessness: publish a plan (case 23 001 234)."
    ]


def test_simulated_improvements_make_a_simulated_letter() -> None:
    agreed = with_improvements(decision("SIM 23 001 234", slug=BLACKPOOL.slug), "Simulated: Publish a plan.")
    repository = replace(sample("demonstration"), cases_=FakeCases((FakeCase(agreed),)))
    letter = write_letter(BLACKPOOL, "2023-24", repository)
    assert letter is not None
    assert letter.simulated

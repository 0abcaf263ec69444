"""What the council agreed to improve, as a person would write it into the letter."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.domain.decisions import DecisionCategory, Remedy
from dashboard.domain.origin import Origin
from dashboard.letters.improvements import SHOWN, told
from dashboard.letters.letter import write_letter
from dashboard.letters.model import Points, plain_text
from dashboard.repository.case_records import Improvement
from tests.support.fake_cases import FakeCase, FakeCases, decision, with_improvements
from tests.support.sample import BLACKPOOL, sample

ON_TIME, LATE = date(2024, 2, 1), date(2024, 5, 1)


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


def lines(*improvements: Improvement, upheld: int | None = 3) -> list[str]:
    found = []
    for block in told(improvements, Origin.SIMULATED, upheld):
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
        "Your council did it on time [simulated].",
    ]


def test_two_changes_after_two_investigations() -> None:
    first, *points, last = lines(one(1), one(2, category=DecisionCategory.CHILDRENS_CARE))
    assert first == (
        "After two investigations your council agreed to two changes in how its services work, in housing "
        "and children’s care services [simulated]. They are:"
    )
    assert len(points) == 2
    assert last == "Your council made both changes on time [simulated]."


def test_of_many_the_newest_of_different_cases_are_shown() -> None:
    many = [one(number) for number in (1, 1, 1, 2, 3, 4, 5, 6)]
    first, *points, _ = lines(*many)
    assert "agreed to eight changes" in first
    assert "Here are five of them, the newest first:" in first
    assert len(points) == SHOWN
    assert [point[-15:-13] for point in points] == ["1)", "2)", "3)", "4)", "5)"]


@pytest.mark.parametrize(
    ("states", "says"),
    [
        ([(ON_TIME, True)] * 3, "Your council made all three changes on time"),
        ([(ON_TIME, True), (LATE, True)], "Your council made one on time and one late"),
        ([(LATE, True), (None, True)], "Your council made one late; one is not yet recorded as done"),
        ([(None, True), (None, True)], "Two are not yet recorded as done"),
        ([(None, True)], "It is not yet recorded as done"),
        ([(LATE, True)], "Your council did it late"),
    ],
)
def test_how_it_went(states: list[tuple[date | None, bool]], says: str) -> None:
    *_, last = lines(*(one(number, met=met) for number, (met, _) in enumerate(states)))
    assert last == f"{says} [simulated]."


def test_without_dates_nothing_is_said_of_how_it_went() -> None:
    assert lines(one(due=None, met=None))[-1].startswith("- Homelessness")


@pytest.mark.parametrize(
    ("upheld", "says"),
    [
        (0, "We upheld no complaint this year, and so asked for no change."),
        (
            2,
            "No decision that we published this year holds a change that your council agreed to make "
            "[simulated].",
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

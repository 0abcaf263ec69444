"""Each rule of the questions: what it asks, of which numbers, and where it keeps silent."""

import re
from dataclasses import replace
from datetime import date

import pytest

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Comparison
from dashboard.domain.larger_part import LargerPart
from dashboard.domain.outcomes import Category
from dashboard.domain.watch import Question
from dashboard.pack.facts import Facts
from dashboard.pack.questions import MOST, RULES, THEMES, questions
from dashboard.pack.to_watch import ToWatch
from dashboard.repository.watch_records import Watched, WatchedPair
from dashboard.statistics.trend import Direction

HOMELESS = LargerPart("Homelessness", 9, 20, (30, 400), simulated=False, looked_at=3, luck=0.1)
SERVICE = LargerPart("Housing", 40, 100, (200, 1000), simulated=True, looked_at=9, luck=0.3)
TOO_SOON = LargerPart("Referred back", 50, 100, (3000, 10_000), simulated=False)
NOTHING = Facts("Ambridge Council", "2023-24", "unitary councils")
BESIDE = "at other unitary councils together 79% (790 of 1,000, simulated)"

REPAIRED = WatchedPair(
    *("24 001", date(2021, 6, 1), "Track repairs.", date(2021, 9, 1), date(2021, 8, 2)),
    *("24 009", date(2023, 1, 5), date(2023, 11, 6), "Track repairs.", "Repairs", "Delay in a repair"),
)


def watched(question: Question, **told: object) -> ToWatch:
    """What to watch with one question of a sort."""
    place = {Question.PROMISE: "promise", Question.REPEATED: "fault"}.get(question, "service")
    parts: dict[str, object] = {
        **{"id": 1, "question": question, "slug": "ambridge-council", "service": Category.HOUSING},
        **{"count": 4, "base": 20, "expected": 0.8, "low": 0, "high": 2, "tail": 0.0001, "beyond": True},
        **{"sub_category": "Repairs", "fault": "Delay in a repair", "cases": (), "pairs": (REPAIRED,)},
        **told,
    }
    one = Watched(**parts)  # type: ignore[arg-type]
    return ToWatch(AuthorityType.UNITARY, "2023-24", {question: 1}, **{place: one})  # type: ignore[arg-type]


ASKED = [
    (
        "after the promise",
        {"watch": watched(Question.PROMISE, count=2)},
        "after complaints about housing kept up",
        r"Of 20 published .* two follow the same change.* about 0\.8 would be expected\. Whether .* "
        r"is not tested\. The latest: 24 001 \(agreed 1 June 2021, made 2 August 2021\) and 24 009 "
        r"\(received 5 January 2023, upheld 6",
    ),
    (
        "fault again",
        {"watch": watched(Question.REPEATED)},
        "“Delay in a repair”, share a cause",
        r"in four of the 20 published .* about 0\.8 would be expected\. That stands out",
    ),
    (
        "service stands out",
        {"watch": watched(Question.NUMBER)},
        "What brings so many complaints about housing",
        "Four complaints about this service were upheld .* between 0 and 2 is usual",
    ),
    (
        "service stands out",
        {"watch": watched(Question.SHARE)},
        "could they have been settled sooner",
        "Of 20 investigations .* 4 were upheld",
    ),
    ("public report", {"reports": 1}, "since the public interest report,", "one public interest report in"),
    ("public report", {"reports": 2}, "when were they put", "two public interest reports"),
    ("not complied", {"complied": (0, 1)}, "the one recommendation that fell due not", "0 of 1|1 of 1 due"),
    ("not complied", {"complied": (8, 9)}, "Which recommendation was not carried out", "1 of 9 due"),
    ("not complied", {"complied": (5, 8)}, "Which three recommendations", "3 of 8 due in 2023-24 were"),
    ("late", {"late": 1}, "Why was one recommendation carried out late", "One of those due"),
    ("late", {"late": 4}, "Why were four recommendations", "Four of those due in 2023-24 were"),
    ("late", {"late": 9, "due": 49}, "Why were nine recommendations", "9 of 49 due in 2023-24 were"),
    (
        "open changes",
        {"open_changes": 1, "changes_agreed": 3},
        "Has the change that was due",
        "One of the three",
    ),
    ("open changes", {"open_changes": 2, "changes_agreed": 3}, "Have the two changes", "Two of the three"),
    (
        "higher than type",
        {"compared": Comparison.HIGHER, "upheld": (30, 31), "beside": BESIDE},
        "a higher share",
        r"97% \(30 of 31\) were upheld, at other unitary councils together 79% .* simulated\): a difference",
    ),
    (
        "higher than type",
        {"compared": Comparison.MUCH_HIGHER, "upheld": (60, 60)},
        "a higher share",
        "open council",
    ),
    (
        "lower than type",
        {"compared": Comparison.LOWER, "upheld": (10, 20)},
        "a lower share",
        r"50% \(10 of 20\)",
    ),
    (
        "higher than type",
        {"compared": Comparison.HIGHER, "upheld": (999, 1000)},
        "a higher share",
        r"over 99% \(999 of 1,000\)",
    ),
    (
        "rate beyond chance",
        {"rate_compared": Comparison.MUCH_HIGHER, "rate_simulated": " (the others’ figures are simulated)"},
        "Why are more complaints upheld",
        r"above those of other unitary councils by more than chance explains \(the others’ .* simulated\)\.$",
    ),
    ("rate beyond chance", {"rate_compared": Comparison.LOWER}, "Why are fewer complaints upheld", "below"),
    (
        "change on the year before",
        {"change": Direction.UP, "before": (5, 20), "upheld": (18, 20)},
        "behind the rise",
        "5 of 20 were upheld in the year before and 18 of 20 in 2023-24. Beside the change of its type that "
        "is a rise greater than chance explains",
    ),
    (
        "change on the year before",
        {"change": Direction.DOWN, "before": (18, 20), "upheld": (5, 20)},
        "behind the fall",
        "a fall greater than chance explains",
    ),
    (
        "change on the year before",
        {"change": Direction.UP, "went_that_way": False, "before": (60, 100), "upheld": (58, 100)},
        "Why did the share of complaints upheld not fall as that of its type did",
        "The change of its type was another by more than chance explains",
    ),
    (
        "change on the year before",
        {
            "change": Direction.DOWN,
            "went_that_way": False,
            "before": (60, 100),
            "upheld": (60, 100),
            "whose_change": "its type (simulated)",
        },
        "not rise as that of its type did",
        r"The change of its type \(simulated\) was another",
    ),
    (
        "trend",
        {"trend": Direction.UP},
        "has risen over the years",
        "since the last break in the series, and would have without any one of the years",
    ),
    ("trend", {"trend": Direction.DOWN}, "has fallen over the years", "has fallen by more than chance"),
    (
        "recurring subject",
        {"unusual_subject": HOMELESS},
        "upheld cases about homelessness",
        r"^9 of 20 published upheld decisions of 2023-24 are about homelessness; at other unitary councils "
        r"together 30 of 400 \(8%\): more than chance and their spread explain\. Three were looked at\. "
        r"Luck alone would mark fewer than one\.$",
    ),
    (
        "remedy low",
        {
            "remedied": (1, 60),
            "remedy_compared": Comparison.LOWER,
            "remedy_simulated": " (the others’ figures are simulated)",
        },
        "still with the council",
        r"In 1 of 60 upheld cases .* fewer than chance explains beside other unitary councils \(the others’ "
        r"figures are simulated\)",
    ),
    (
        "remedy high",
        {"remedied": (6, 9), "remedy_compared": Comparison.HIGHER},
        "learn from it",
        "in 6 of 9 upheld cases",
    ),
    (
        "large part",
        {"larger_part": SERVICE},
        "complaints about housing",
        r"40 of 100 .* were about housing; at other unitary councils together 200 of 1,000 \(20%, "
        r"simulated\)",
    ),
    (
        "came too soon",
        {"too_soon": TOO_SOON},
        "easy to find",
        r"50 of 100 complaints and enquiries decided .*; at other unitary councils together 3,000 of 10,000",
    ),
    ("new council", {"new": True}, "take over from the councils before it", "the first year of Ambridge"),
    ("nothing upheld", {"upheld": (0, 1)}, "What did the council learn", "The one investigation .* was not"),
    ("nothing upheld", {"upheld": (0, 6)}, "What did the council learn", "None of the six investigations"),
    ("nothing investigated", {"investigated_none": True}, "right to go to the Ombudsman", "No investigation"),
    ("compliance not held", {"compliance_held": False}, "fell due in the year", "No compliance figure"),
    (
        "changes agreed",
        {"changes_agreed": 1, "changed_in": 1},
        "the change agreed in 2023-24 has worked",
        "One change to .* in one case",
    ),
    (
        "changes agreed",
        {"changes_agreed": 7, "changed_in": 4},
        "the seven changes agreed in 2023-24 have",
        "Seven changes to .* in four cases",
    ),
    ("few cases", {"upheld": (1, 1)}, "own stages", "1 investigation in 2023-24 is too few to compare"),
    ("few cases", {"upheld": (6, 9)}, "own stages", "9 investigations in 2023-24 are few"),
    ("all complied", {"complied": (1, 1)}, "still in place", "satisfied with the recommendation due"),
    ("all complied", {"complied": (2, 2), "late": 0}, "still in place", "both recommendations due"),
    ("all complied", {"complied": (14, 14)}, "still in place", "all 14 recommendations due"),
    ("break in the series", {"broken": "A new way.", "upheld": (6, 9)}, "bear on this council", "A new way"),
    ("ended council", {"ended": True}, "Which council now answers", "Ambridge Council had ended"),
]

SILENT = [
    ("not complied", {"complied": (9, 9)}),
    ("not complied", {"complied": None}),
    ("late", {"late": 0}),
    ("late", {"late": None}),
    ("higher than type", {"compared": Comparison.NO_CLEAR_DIFFERENCE, "upheld": (9, 9)}),
    ("higher than type", {"compared": Comparison.NONE, "upheld": (4, 4)}),
    ("lower than type", {"compared": Comparison.NONE, "upheld": (0, 30)}),
    ("rate beyond chance", {"rate_compared": Comparison.NO_CLEAR_DIFFERENCE}),
    ("change on the year before", {"change": Direction.NO_CLEAR_CHANGE, "before": (5, 9), "upheld": (8, 9)}),
    ("change on the year before", {"change": Direction.TOO_FEW, "before": (0, 2), "upheld": (2, 2)}),
    ("trend", {"trend": Direction.TOO_FEW}),
    ("recurring subject", {"unusual_subject": None}),
    ("large part", {"larger_part": None}),
    ("came too soon", {"too_soon": None}),
    ("remedy low", {"remedied": (0, 40)}),
    ("remedy low", {"remedied": (1, 20), "remedy_compared": Comparison.NO_CLEAR_DIFFERENCE}),
    ("remedy high", {"remedied": (5, 6), "remedy_compared": Comparison.NO_CLEAR_DIFFERENCE}),
    ("nothing upheld", {"upheld": (1, 9)}),
    ("few cases", {"upheld": (20, 30)}),
    ("all complied", {"complied": (8, 9)}),
    ("all complied", {"complied": (9, 9), "late": 1}),
    ("all complied", {"complied": (9, 9), "watch": watched(Question.PROMISE)}),
    ("after the promise", {"watch": watched(Question.REPEATED)}),
    ("after the promise", {"watch": watched(Question.PROMISE, pairs=())}),
    ("fault again", {"watch": watched(Question.NUMBER)}),
    ("service stands out", {"watch": watched(Question.PROMISE)}),
    ("changes agreed", {"changes_agreed": 2, "open_changes": 1}),
    ("break in the series", {"broken": "A new way.", "upheld": (6, 9), "ended": True}),
]


@pytest.mark.parametrize(("rule", "numbers", "asks", "because"), ASKED)
def test_a_rule_asks_with_its_reason(rule: str, numbers: dict[str, object], asks: str, because: str) -> None:
    told = RULES[rule](replace(NOTHING, **numbers))  # type: ignore[arg-type]
    assert told is not None
    assert asks in told[0]
    assert told[0].endswith("?")
    assert re.search(because, told[1])


@pytest.mark.parametrize(("rule", "numbers"), SILENT)
def test_a_rule_keeps_silent(rule: str, numbers: dict[str, object]) -> None:
    assert RULES[rule](replace(NOTHING, **numbers)) is None  # type: ignore[arg-type]


def test_every_rule_is_tried_above() -> None:
    assert {rule for rule, *_ in ASKED} == set(RULES)
    assert len(RULES) >= 10


def test_nothing_known_raises_no_question() -> None:
    assert questions(NOTHING) == ()


EVERY = {name: value for _, numbers, *_ in ASKED for name, value in numbers.items()}


def test_the_weightiest_come_first_and_no_more_than_seven() -> None:
    found = questions(replace(NOTHING, **EVERY))  # type: ignore[arg-type]
    assert len(found) == MOST == 7
    order = list(RULES)
    first = [order.index(one.rule) for one in found[:-1]]
    assert first == sorted(first)


def test_no_two_questions_are_of_one_theme() -> None:
    found = questions(replace(NOTHING, **{**EVERY, "reports": 0, "complied": None, "late": 0}))  # type: ignore[arg-type]
    themes = [THEMES.get(one.rule, one.rule) for one in found]
    assert len(themes) == len(set(themes))
    assert set(THEMES) <= set(RULES)


def test_what_was_agreed_to_change_is_asked_about_whatever_else_there_is() -> None:
    numbers = {**EVERY, "open_changes": 0, "changes_agreed": 3, "changed_in": 2}
    found = questions(replace(NOTHING, **numbers))  # type: ignore[arg-type]
    assert len(found) == MOST
    assert found[-1].rule == "changes agreed"
    few = questions(replace(NOTHING, reports=1, changes_agreed=3, changed_in=2))
    assert [one.rule for one in few] == ["public report", "changes agreed"]

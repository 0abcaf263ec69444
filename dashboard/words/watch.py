"""What is said of what to watch: questions with their bases, and what cannot be seen.

A question is no finding. Each says what it counts, of how many, and how many would be expected; nothing
that chance explains is said to differ.
"""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.formats import day, thousands, words
from dashboard.domain.outcomes import Category, Compliance
from dashboard.domain.regions import Region
from dashboard.domain.watch import REPEATED_FROM, WINDOW, Question
from dashboard.domain.years import ReportingYear
from dashboard.repository.watch_records import Watched, WatchedCase, WatchedPair
from dashboard.words.wording import capital, council_of_type, listed, uncapital, was

TITLE = "What to watch"
OPENING = (
    "The Ombudsman calls what complaints tell “early warning signs”. These are questions that they raise, "
    "each with the cases it rests on: for audit, risk and scrutiny committees to ask, and for a council to "
    "answer. None is a finding, nobody is ranked, and councils stand from A to Z."
)
SIMULATED = "Worked out from simulated cases: it says nothing of a real council"
DERIVED = "Worked out from the cases of the register"
HEADINGS = {
    Question.NUMBER: "More upheld than councils of the type with as many residents",
    Question.SHARE: "A larger share upheld than in councils of the type",
    Question.LATE: "Recommendations late or not carried out",
    Question.REPEATED: f"The same fault upheld {words(REPEATED_FROM)} times or more",
    Question.PROMISE: "After the promise",
}
ASK = {
    Question.NUMBER: "What brings so many complaints about this service, and what do those upheld share?",
    Question.SHARE: "What do those upheld share, and could they have been settled sooner?",
    Question.LATE: "What held them up, and who follows those that are not carried out?",
    Question.REPEATED: "Do these cases share a cause, and has it been dealt with?",
    Question.PROMISE: "Was the change kept up, and does it reach the cause?",
}
OF_ONE = (
    "None is a finding: each says what it counts, of how many, and what would be expected, and links to its "
    "cases."
)
RULES = {
    Question.NUMBER: (
        "Upheld complaints about a service, three years together, beside those of all other councils of the "
        "type by residents; the usual range has in it how far councils of the type differ."
    ),
    Question.SHARE: (
        "The share upheld of a service’s investigations (five or more), three years together, beside all "
        "other councils of the type; the usual range has in it how far councils of the type differ."
    ),
    Question.LATE: "What the Ombudsman recorded of each recommendation that fell due in the year.",
    Question.REPEATED: (
        "Published decisions with one sub-category and one fault, three years together. What would be "
        "expected is the frequency of the fault in the same service of all other councils of the type."
    ),
    Question.PROMISE: (
        "A change was agreed and made (or its day had passed) at least a year before a later complaint was "
        "received; that one was upheld for the same fault, and the same change was agreed again. What would "
        "be expected, if changes and later cases had nothing to do with each other, is worked out from the "
        "other councils of the type: how often a case of the same subject has such a fault and change. A "
        "later case may be about events before the change. Services without such a case are not listed, so "
        "that those listed have more than is expected of them, taken together. None of them is tested "
        "against chance."
    ),
}
NOT_HELD = (
    "This release holds figures, and not the cases behind them: which faults recur, what followed a promise "
    "and which recommendation was late cannot be seen here. Nothing follows from that about any council."
)
NOT_WORKED_OUT = (
    "This release was built before what to watch was worked out. Built again from the same inputs, it has it."
)

UNTESTED = "Whether that is more than chance would make is not tested."
"""Of what follows a promise: it is set beside what is expected, and held to nothing."""
UNTESTED_PROMISES = "None of them is tested against chance: every service with such a case is counted."


def three_years(year: str) -> str:
    """Name the three years that end with one: "the three years from April 2022 to March 2025"."""
    last = ReportingYear.parse(year)
    first = last.shifted(1 - WINDOW)
    return f"the {words(WINDOW)} years from April {first.start_year} to March {last.start_year + 1}"


def scope_of(year: str, kind: AuthorityType | None, region: Region | None, service: Category | None) -> str:
    """Say in a few words which questions are meant: "2024-25, county councils, South East, housing"."""
    parts = [year]
    parts += [kind.councils] if kind else []
    parts += [region.label] if region else []
    parts += [uncapital(service.label)] if service else []
    return ", ".join(parts)


def headed(one: Watched) -> str:
    """Head a question after the council's name: the service, and of a fault its name."""
    service = one.service.label
    return f"{service}: {one.fault}" if one.fault else service


def sentence(one: Watched, year: str, kind: AuthorityType) -> str:
    """Say what a question counts, of how many, and how many would be expected."""
    return _SENTENCES[one.question](one, year, kind)


def in_all(questions: Mapping[Question, int]) -> str:
    """Say which questions there are of a council: "Two questions about late recommendations."."""
    told = [
        f"{words(number)} {'question' if number == 1 else 'questions'} {_ABOUT[sort]}"
        for sort in Question
        if (number := questions.get(sort, 0))
    ]
    return f"{capital(listed(told))}." if told else "Nothing that can be seen raises a question."


_ABOUT = {
    Question.NUMBER: "about how many were upheld",
    Question.SHARE: "about the share upheld",
    Question.LATE: "about late recommendations",
    Question.REPEATED: "about a fault that recurs",
    Question.PROMISE: "about what followed a promise",
}


def _number(one: Watched, year: str, kind: AuthorityType) -> str:
    return (
        f"{_count(one.count)} {_complaints(one.count)} upheld in {three_years(year)}. A "
        f"{council_of_type(kind)} with as many residents would have {about(one.expected)}; "
        f"{_range(one)} is usual."
    )


def _share(one: Watched, year: str, kind: AuthorityType) -> str:
    return (
        f"Of {thousands(one.base)} investigations in {three_years(year)}, {thousands(one.count)} "
        f"{was(one.count)} upheld. A {council_of_type(kind)} would have {about(one.expected)}; "
        f"{_range(one)} is usual."
    )


def _late(one: Watched, year: str, _kind: AuthorityType) -> str:
    late = sum(case.found is Compliance.LATE for case in one.cases)
    missed = sum(case.found is Compliance.NOT_COMPLIED for case in one.cases)
    told = [f"{words(late)} {was(late)} carried out late"] if late else []
    told += (
        [f"{words(missed)} {'is' if missed == 1 else 'are'} not recorded as carried out"] if missed else []
    )
    due = "recommendation" if one.base == 1 else "recommendations"
    return f"Of {thousands(one.base)} {due} that fell due in {year}, {listed(told)}."


def _repeated(one: Watched, year: str, _kind: AuthorityType) -> str:
    told = (
        f"Upheld for this fault in {words(one.count)} of the {thousands(one.base)} published cases of the "
        f"service in {three_years(year)}."
    )
    if one.expected is None:
        return f"{told} These are too few to compare with other councils."
    told = f"{told} At the frequency of its type, {about(one.expected)} would be expected."
    if one.beyond:
        return f"{told} That stands out among all that was looked at; {_range(one)} is usual."
    return f"{told} It does not stand out among all that was looked at."


def _promise(one: Watched, year: str, _kind: AuthorityType) -> str:
    follow = "follows" if one.count == 1 else "follow"
    told = (
        f"Of {thousands(one.base)} published cases of the service upheld in {three_years(year)}, "
        f"{words(one.count)} {follow} the same change, agreed before. By the frequency of the subject alone, "
        f"{about(one.expected)} would be expected."
    )
    if no_more_than_chance(one):
        return f"{told} That is no more than chance would make."
    return f"{told} {UNTESTED}"


def no_more_than_chance(one: Watched) -> bool:
    """Say whether as many cases would follow a promise if promises and later cases had no bearing."""
    return one.expected is not None and one.count <= one.expected + 0.5


_SENTENCES = {
    Question.NUMBER: _number,
    Question.SHARE: _share,
    Question.LATE: _late,
    Question.REPEATED: _repeated,
    Question.PROMISE: _promise,
}


def about(value: float | None) -> str:
    """Write an expected number: "about 2.8", "about 67" from ten on, and never none: "under 0.1"."""
    if value is None:
        return ""
    if value < 0.05:
        return "under 0.1"
    exact = Decimal(str(value))
    step = Decimal("0.1") if value < 9.95 else Decimal(1)
    told = exact.quantize(step, ROUND_HALF_UP)
    return f"about {thousands(int(told)) if told == told.to_integral_value() else told}"


def _count(number: int) -> str:
    return capital(words(number))


def _complaints(number: int) -> str:
    return f"{'complaint' if number == 1 else 'complaints'} about this service {was(number)}"


def _range(one: Watched) -> str:
    low, high = one.low or 0, one.high or 0
    return thousands(low) if low == high else f"between {thousands(low)} and {thousands(high)}"


def case_facts(case: WatchedCase) -> str:
    """Say when a case was decided, or how its recommendation went."""
    if case.due is not None:
        if case.met is None:
            return f"due {day(case.due)}, not recorded as carried out"
        return f"due {day(case.due)}, carried out {day(case.met)}"
    return f"decided {day(case.decided)}" if case.decided else "not decided"


def kept(pair: WatchedPair) -> str:
    """Head the earlier side of a pair: a change is called made only where a day for that is recorded."""
    return "Agreed and made" if pair.done is not None else "Agreed, its day past"


def promised(pair: WatchedPair) -> str:
    """Say when the earlier change was agreed and made."""
    agreed = f"Agreed {day(pair.earlier_decided)}"
    if pair.done is not None:
        return f"{agreed}, made {day(pair.done)}."
    return f"{agreed}; due {day(pair.due)}, no day it was made is recorded." if pair.due else f"{agreed}."


def again(pair: WatchedPair) -> str:
    """Say when the later complaint was received and upheld."""
    return f"Received {day(pair.later_received)}, upheld {day(pair.later_decided)}."


def how_many(question: Question, questions: int, councils: int, beyond: int) -> str:
    """Say how many questions of a sort there are and of how many councils; of a fault, how many stand out."""
    asked = "One question" if questions == 1 else f"{thousands(questions)} questions"
    whose = "one council" if councils == 1 else f"{thousands(councils)} councils"
    told = f"{asked} about {whose}."
    if question is Question.REPEATED:
        return f"{told} {'None' if not beyond else capital(words(beyond))} of them {_stands(beyond)} out."
    return told


def _stands(number: int) -> str:
    return "stands" if number <= 1 else "stand"

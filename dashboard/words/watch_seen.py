"""What is said of how far a register lets be seen what to watch: what was looked at, and what cannot be told.

Where nothing can be seen, it is not said that there is nothing.
"""

from collections.abc import Sequence

from dashboard.domain.formats import thousands
from dashboard.domain.watch import Question
from dashboard.repository.watch_records import Watched, WatchScope
from dashboard.words.watch import about, three_years
from dashboard.words.wording import counted


def seen(scope: WatchScope) -> str:
    """Say what was looked at."""
    due = f"{counted(scope.due, 'recommendations')} that fell due in {scope.year}"
    if not scope.three:
        return f"Looked at in all of England: {due}."
    return (
        f"Looked at in all of England: {_upheld(scope.upheld)} of {three_years(scope.year)}, of which "
        f"{thousands(scope.named)} are published with the fault named; {due}."
    )


def _upheld(number: int) -> str:
    return f"{thousands(number)} upheld {'complaint' if number == 1 else 'complaints'}"


def unseen(scope: WatchScope) -> Sequence[str]:
    """Say what the register does not let be seen, a sentence for each reason."""
    if not scope.three:
        whole = (
            f"The register is not whole for {three_years(scope.year)}: nothing is said of upheld complaints, "
            "which are looked at over three."
        )
        return [whole, *_no_recommendation(scope)]
    told = []
    hidden = scope.upheld - scope.published
    if hidden:
        told.append(
            f"{_upheld(hidden)} {'has' if hidden == 1 else 'have'} no published decision: what went wrong, "
            "and what was agreed, cannot be seen here."
        )
    unnamed = scope.published - scope.named
    if unnamed:
        told.append(
            "The register names no faults: whether one recurs, and what followed a promise, cannot be seen."
            if not scope.named
            else f"Of {counted(unnamed, 'cases')} published the register does not name the fault: whether it "
            "recurs cannot be seen."
        )
    undated = scope.changed - scope.dated
    if undated:
        told.append(
            "No change that was agreed has a day in the register: what followed a promise cannot be seen."
            if not scope.dated
            else f"In {counted(undated, 'cases')} the changes agreed have no day: what followed them cannot "
            "be seen."
        )
    if not scope.services:
        told.append("No type has ten councils with cases in a service: nothing is compared with others.")
    return [*told, *_no_recommendation(scope)]


def _no_recommendation(scope: WatchScope) -> Sequence[str]:
    if scope.due:
        return ()
    return (
        f"The register holds no recommendation that fell due in {scope.year}: whether any was late cannot be "
        "seen.",
    )


def can_be_seen(question: Question, scope: WatchScope) -> bool:
    """Say whether the register lets a sort of question be asked at all; else none found says nothing."""
    if question is Question.LATE:
        return scope.due > 0
    if question is Question.PROMISE:
        return scope.three and scope.dated > 0
    if question is Question.REPEATED:
        return scope.three and scope.named > 0
    return scope.three and scope.services > 0


def none(question: Question, scope: WatchScope) -> str:
    """Say that there is no question of a sort: of what was looked at, or that it cannot be seen."""
    if not can_be_seen(question, scope):
        return "Cannot be seen here, for a reason given above: that does not say that there is none."
    if question in (Question.NUMBER, Question.SHARE):
        compared = f"{thousands(scope.services)} comparisons of services, by residents and by investigations"
        return f"None stands out here. In all of England {compared}, were made."
    return "None here."


def of_all(scope: WatchScope) -> str:
    """Say how many cases of all councils follow a promise, and how many would by the frequency alone."""
    return (
        f"In all of England {thousands(scope.followed)} cases follow a promise so; by the frequency of their "
        f"subjects alone {about(scope.expected)} would."
    )


def chosen(one: Watched, scope: WatchScope) -> str:
    """Say whether a question was tested, and of how many it was chosen, so that its row can stand alone."""
    if one.question in (Question.NUMBER, Question.SHARE):
        return f"tested: stands out of {thousands(scope.services)} comparisons of services"
    if one.question is Question.LATE:
        return "not tested: every service with one is listed"
    if one.question is Question.REPEATED:
        if one.beyond is None:
            return "not tested: too few to compare"
        return f"tested: one of {thousands(scope.faults)} comparisons of faults"
    followed = thousands(scope.followed)
    return (
        f"not tested: every service with a case that follows a promise is listed; {followed} "
        f"do in all of England, {about(scope.expected)} would by frequency alone"
    )


def how_sure(scope: WatchScope) -> str:
    """Say what part of what stands out may be false."""
    services, faults = thousands(scope.services), thousands(scope.faults)
    return (
        f"Services are compared {services} times and faults {faults} times. A few such comparisons look "
        "striking by chance alone, so “stands out” is said only as far as, on average, no more than one in "
        "ten of what it is said of is chance (the false discovery rate of Benjamini and Hochberg, 10%, over "
        "all services and councils together, and over all faults and councils)."
    )

"""Words simulated decisions: subject, summary, fault, remedies and improvements of one case after another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from dashboard.domain.decisions import DecisionCategory, DecisionKind, Remedy
from dashboard.domain.outcomes import Outcome
from dashboard.domain.simulated import MARK
from dashboard.simulate.phrase_book import Fault, PhraseBook, Topic

DRAWS = 40
"""Random numbers a case: more than the longest of them takes."""
IMPROVING = 0.7
"""The share of cases with recommendations in which a council also agreed to change how a service works."""

Item = TypeVar("Item")

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_AMOUNTS = (100, 100, 150, 200, 200, 250, 300, 300, 400, 500, 500, 600, 750, 900, 1_000, 1_200, 1_500, 2_400)
_REPORT_AMOUNTS = (1_000, 1_500, 2_000, 2_500, 3_200, 4_000, 5_000, 6_500)
_FURTHER = (Remedy.NEW_DECISION, Remedy.PROVIDE_SERVICES, Remedy.INFORMATION, Remedy.OTHER)


@dataclass(frozen=True, slots=True)
class ToWrite:
    """What is given of a decision: its place in the register, and when what was recommended fell due.

    ``due`` is None where nothing was recommended; ``met`` None where it was not done, or not yet.
    """

    reference: str
    kind: DecisionKind
    category: DecisionCategory
    sub_category: str
    outcome: Outcome
    decided: date
    satisfactory_remedy: bool
    due: date | None
    met: date | None


@dataclass(frozen=True, slots=True)
class Written:
    """The texts of one decision: remedies as kind, text, amount; improvements as kind, text, due, met."""

    reference: str
    subject: str
    summary: str
    fault: str | None
    response: str
    remedies: tuple[tuple[Remedy, str, int | None], ...]
    improvements: tuple[tuple[Remedy, str, date | None, date | None], ...]


class _Draw:
    """Picks by the random numbers of one case, in the order they are asked for."""

    def __init__(self, numbers: Sequence[float]) -> None:
        self._numbers = iter(numbers)

    def one(self, items: Sequence[Item]) -> Item:
        return items[int(next(self._numbers) * len(items))]

    def some(self, items: Sequence[Item], number: int) -> list[Item]:
        left = list(items)
        return [left.pop(int(next(self._numbers) * len(left))) for _ in range(min(number, len(left)))]

    def happens(self, share: float) -> bool:
        return next(self._numbers) < share


def write(case: ToWrite, book: PhraseBook, numbers: Sequence[float]) -> Written:
    """Word one decision by ``DRAWS`` random numbers between 0 and 1: the same numbers, the same words."""
    draw = _Draw(numbers)
    topic = next(t for t in book.topics[case.category] if t.label == case.sub_category)
    slots = _slots(book, topic, draw)
    opening = draw.one(book.common["opening"]).format(**slots)
    if case.outcome is Outcome.UPHELD:
        return _upheld(case, book, topic, draw, slots=slots, opening=opening)
    if case.outcome is Outcome.NOT_UPHELD:
        end = draw.one(book.common["not_upheld"]).format(**slots, proper=draw.one(book.common["proper"]))
    else:
        end = draw.one(book.common["closed"]).format(**slots, reason=draw.one(book.common["reasons"]))
    subject = draw.one(book.common["subject_other"]).format(**slots)
    return Written(case.reference, MARK + subject, f"{MARK}{opening} {end}", None, "", (), ())


def _slots(book: PhraseBook, topic: Topic, draw: _Draw) -> dict[str, str]:
    matter = draw.one(topic.matter)
    return {
        "person": draw.one(book.common["people"]),
        "who": draw.one(book.common["for_others"]),
        "complaint": draw.one(topic.complaints),
        "matter": matter,
        "Matter": matter[0].upper() + matter[1:],
        "months": f"{draw.one(_NUMBERS)} months",
        "weeks": f"{draw.one(_NUMBERS)} weeks",
        "hours": draw.one(_NUMBERS),
        "times": f"{draw.one(_NUMBERS)} times",
    }


def _upheld(
    case: ToWrite, book: PhraseBook, topic: Topic, draw: _Draw, *, slots: dict[str, str], opening: str
) -> Written:
    is_report = case.kind is DecisionKind.REPORT
    faults = draw.some(topic.faults, 2 if is_report or draw.happens(0.25) else 1)
    found = [draw.one(fault.found).format(**slots) for fault in faults]
    sentences = [opening, draw.one(book.common["upheld"]).format(**slots, found=found[0])]
    sentences += [f"It also {further}." for further in found[1:]]
    harm = draw.one(book.harms[case.category]).format(**slots)
    remedies = tuple(_remedies(book, draw, slots, is_report)) if case.due else ()
    if case.satisfactory_remedy:
        sentences.append(draw.one(book.common["already"]))
    elif remedies:
        sentences.append(draw.one(book.common["injustice"]).format(harm=harm))
        told = _listed(
            [book.in_words[kind].format(amount=f"{amount or 0:,}") for kind, _, amount in remedies]
        )
        sentences.append(draw.one(book.common["agreed"]).format(remedies=told))
    else:
        sentences.append(draw.one(book.common["no_more"]))
    subject = draw.one(book.common["subject_upheld"]).format(**slots, fault=faults[0].name)
    improving = case.due and (is_report or draw.happens(IMPROVING))
    return Written(
        reference=case.reference,
        subject=MARK + subject,
        summary=MARK + " ".join(sentences),
        fault=faults[0].name,
        response=MARK + draw.one(book.common["responses"]) if is_report else "",
        remedies=remedies,
        improvements=tuple(_improvements(case, book, draw, faults)) if improving else (),
    )


def _remedies(
    book: PhraseBook, draw: _Draw, slots: dict[str, str], is_report: bool
) -> Iterator[tuple[Remedy, str, int | None]]:
    """Return an apology nearly always, money mostly, and now and then something else; never nothing."""
    yield Remedy.APOLOGY, MARK + draw.one(book.remedies[Remedy.APOLOGY]).format(**slots), None
    if is_report or draw.happens(0.65):
        amount = draw.one(_REPORT_AMOUNTS if is_report else _AMOUNTS)
        text = draw.one(book.remedies[Remedy.PAYMENT]).format(**slots, amount=f"{amount:,}")
        yield Remedy.PAYMENT, MARK + text, amount
    if is_report or draw.happens(0.35):
        kind = draw.one(_FURTHER)
        yield kind, MARK + draw.one(book.remedies[kind]).format(**slots), None


def _improvements(
    case: ToWrite, book: PhraseBook, draw: _Draw, faults: Sequence[Fault]
) -> Iterator[tuple[Remedy, str, date | None, date | None]]:
    changes = [change for fault in faults for change in fault.changes]
    for kind, text in draw.some(changes, 1 + draw.happens(0.45) + draw.happens(0.15)):
        yield kind, f"{MARK}{text}{draw.one(book.common['tails'])}.", case.due, case.met


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"

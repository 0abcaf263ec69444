"""What lists of decisions say in words: what was asked, and how the list meets the statistics."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.formats import day, thousands
from dashboard.domain.outcomes import INVESTIGATED, NOT_FOR_US, Compliance, Outcome
from dashboard.domain.years import ReportingYear
from dashboard.repository.case_records import CaseCount, DecisionPage, DecisionRow
from dashboard.repository.listed_records import ListedDecision
from dashboard.words.wording import counted

_COMPLIANCE = {
    Compliance.ON_TIME: "complied with on time",
    Compliance.LATE: "complied with late",
    Compliance.NOT_COMPLIED: "not complied with",
}
_LONGEST_SHOWN = 80
_LONGEST_IN_FILES = 300
SIMULATED = (
    "Simulated: every decision listed here is made up for this demonstration. "
    "None is about a real person or case, and none is the Ombudsman’s. Where the number they add up to "
    "was published, the number is real and the decisions are not."
)
PUBLISHED = "Published by the Ombudsman"


def asked_parts(asked: CaseFilter, named: Callable[[str], str]) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield each part of a filter in words, with the change that takes it out again.

    ``named`` returns a council's name from its slug.
    """
    if asked.words:
        yield f"“{shortened(asked.words)}”", {"words": ""}
    for slug in asked.councils:
        yield named(slug), {"councils": tuple(other for other in asked.councils if other != slug)}
    for part, (says, empty) in _PARTS.items():
        if value := getattr(asked, part):
            also = {"sub_category": None} if part == "category" else {}
            yield says(value), {part: empty, **also}


def in_words(asked: CaseFilter, whose: str, named: Callable[[str], str]) -> str:
    """Return what was asked for as each row of a file says it; empty for all.

    ``whose`` names a group of councils in words; ``named`` returns a council's name from its slug.
    """
    parts = [text for text, _ in asked_parts(asked, named)]
    told = ", ".join([*parts, *([whose] if whose else [])])
    return told if len(told) <= _LONGEST_IN_FILES else f"{told[: _LONGEST_IN_FILES - 1]}…"


def how_many(found: DecisionPage, noun: str, *, withdrawn: int, narrowed: bool) -> str:
    """Say how many decisions there are, of them how many withdrawn, and which page of them this is.

    ``noun`` is what they are, in the plural: "public reports". ``narrowed``: not all of them were asked for.
    """
    if not found.total:
        return f"No {noun}{' found' if narrowed else ''}"
    told = counted(found.total - withdrawn, noun)
    if withdrawn:
        told += f" and {thousands(withdrawn)} withdrawn"
    if found.pages > 1:
        told += f", page {thousands(found.page)} of {thousands(found.pages)}"
    return told


def outcomes(chosen: tuple[Outcome, ...], *, capital: bool = False) -> str:
    """Name outcomes: one by its label, the groups of the overview by theirs, others joined by "or"."""
    if chosen == NOT_FOR_US:
        told = "not for the Ombudsman or not ready for it"
    elif chosen == INVESTIGATED:
        told = "investigated"
    else:
        told = " or ".join(outcome.label.lower() for outcome in chosen)
    return told[:1].upper() + told[1:] if capital else told


def in_statistics(asked: CaseFilter, years: Sequence[str]) -> CaseFilter:
    """Return what the statistics of some years count of a filter: nothing undecided, or decided before or
    after them.

    A filter by the year of receipt, or of a recommendation, is counted as it stands.
    """
    if asked.decided or asked.received or asked.due or asked.compliance:
        return asked
    first, last = ReportingYear.parse(years[0]).first_day, ReportingYear.parse(years[-1]).last_day
    return asked.changed(since=max(asked.since or first, first), until=min(asked.until or last, last))


def reconciled(count: CaseCount, asked: CaseFilter, years: Sequence[str] = ()) -> str:
    """Set what the statistics count beside what is published here, with the difference.

    "The statistics count 23 upheld; 21 are published here, 2 are not published." ``years`` are those of
    the statistics, named where the filter names no time of its own.
    """
    number = count.counted
    what = counted_as(asked)
    if asked.due or asked.compliance:
        due = (
            counted(count.recommendations, "recommendations")
            if count.recommendations
            else "no recommendations"
        )
        start = f"The statistics count {due} {what}"
        if count.recommendations:
            start += f", of {counted(number, 'cases')}"
    else:
        timed = asked.decided or asked.received or asked.since or asked.until
        span = f"{years[0]} to {years[-1]}" if years[1:] else "".join(years)
        of_years = f" of {span}" if span and not timed else ""
        start = f"The statistics{of_years} count {thousands(number) if number else 'none'} {what}"
    if number == 0:
        return f"{start}."
    if count.published == number:
        all_of = {1: "it is", 2: "both are"}.get(number, "all are")
        return f"{start}; {all_of} published here."
    rest = []
    if count.published:
        rest.append(f"{_are(count.published)} published here")
    if count.withdrawn:
        withdrawn = "has" if count.withdrawn == 1 else "have"
        rest.append(f"{thousands(count.withdrawn)} {withdrawn} been withdrawn since")
    if count.unpublished == number:
        here = " here: not published, or not decided yet" if _may_be_open(asked) else ""
        return f"{start}; {_none_of(number)} published{here}."
    if count.unpublished:
        open_too = " or not decided yet" if _may_be_open(asked) else ""
        rest.append(f"{_are(count.unpublished)} not published{open_too}")
    return f"{start}; {', '.join(rest)}."


def counted_as(asked: CaseFilter) -> str:
    """Name what a filter counts, after its number: "upheld", "received", "due"."""
    if asked.due or asked.compliance:
        found = " or ".join(_COMPLIANCE[one] for one in asked.compliance)
        return f"due and {found}" if found and asked.due else found or "due"
    if asked.remedied:
        return "upheld that the council had put right before the Ombudsman"
    if asked.outcomes:
        return outcomes(asked.outcomes).replace(Outcome.ADVICE.label.lower(), "given advice")
    return "received" if asked.received and not asked.decided else "decided"


def shortened(text: str) -> str:
    """Return a text at most eighty characters long, on one line, for a sentence or a title."""
    told = " ".join(text.split())
    return told if len(told) <= _LONGEST_SHOWN else f"{told[: _LONGEST_SHOWN - 1]}…"


def _are(number: int) -> str:
    return f"{thousands(number)} {'is' if number == 1 else 'are'}"


def _none_of(number: int) -> str:
    return {1: "it is not", 2: "neither is"}.get(number, "none is")


def _may_be_open(asked: CaseFilter) -> bool:
    """Say whether cases not decided yet may be among those meant."""
    return bool(asked.received and not (asked.decided or asked.outcomes or asked.due))


_PARTS: Mapping[str, tuple[Callable[[Any], str], object]] = {
    "type": (lambda kind: f"{kind.label} councils", None),
    "category": (lambda category: category.label, None),
    "sub_category": (str, None),
    "outcomes": (lambda chosen: outcomes(chosen, capital=True), ()),
    "kind": (lambda kind: kind.label, None),
    "decided": (lambda year: f"decided in {year}", None),
    "since": (lambda first: f"decided on or after {day(first)}", None),
    "until": (lambda last: f"decided on or before {day(last)}", None),
    "received": (lambda year: f"received in {year}", None),
    "service": (lambda service: f"received as {service.label}", None),
    "remedied": (lambda _: "put right before the Ombudsman", False),
    "due": (lambda year: f"recommendation due in {year}", None),
    "compliance": (lambda found: f"recommendation {' or '.join(_COMPLIANCE[one] for one in found)}", ()),
}
"""Each other part of a filter: its words, and its value when it is not set."""


def about(row: DecisionRow | ListedDecision) -> str:
    """Return what a decision is about: "Housing: Homelessness"."""
    return f"{row.category.label}: {row.sub_category}" if row.sub_category else row.category.label

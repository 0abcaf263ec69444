"""The tables of the case register: cases numbered by the day of their decision, texts by those numbers."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol

from dashboard.build.content import CaseRow, ContentError, ReleaseContent
from dashboard.domain.years import ReportingYear

Row = tuple[object, ...]
Facet = tuple[str, str, str, str, str]
"""Type, year, outcome, kind and category of a decision."""
Sort = tuple[str, str | None, bool | None, str | None, str | None, str | None]
"""Category received in, outcome, satisfactory remedy, kind, category and sub-category of the decision."""

WORDS = "decision_words"
"""The index of words; its own tables begin with the same name."""


class _Referring(Protocol):
    @property
    def reference(self) -> str: ...


def case_tables(content: ReleaseContent) -> Iterator[tuple[str, Iterable[Row]]]:
    """Return the register's tables with their rows, in the order of their references.

    Raises ContentError, at the latest when the rows are gone through: a text of a case that is not
    published or not there, a published case without a text.
    """
    cases = sorted(content.cases, key=lambda case: (case.decided or date.max, case.reference))
    numbers = {case.reference: number for number, case in enumerate(cases, 1)}
    types = {council.slug: council.type.value for council in content.councils}
    councils = {slug: number for number, slug in enumerate(sorted({case.slug for case in cases}), 1)}
    sorts: dict[Sort, int] = {}
    facets: dict[Facet, int] = {}
    rows: list[Row] = []
    for number, case in enumerate(cases, 1):
        sort = sorts.setdefault(_sort(case), len(sorts) + 1)
        facet = facets.setdefault(_facet(case, types), len(facets) + 1) if case.published else None
        council = councils[case.slug]
        rows.append((number, facet, sort, council, case.decided, case.received, case.reference))
    yield "register_council", ((number, slug, _type(slug, types)) for slug, number in councils.items())
    yield "case_sort", ((number, *sort) for sort, number in sorts.items())
    yield "decision_facet", ((number, *facet) for facet, number in facets.items())
    yield "register_case", rows
    yield (
        "register_compliance",
        (
            (_number(row, numbers, "an outcome of a recommendation"), row.slug, row.due, row.met, row.outcome)
            for row in content.compliance
        ),
    )
    published = {case.reference: numbers[case.reference] for case in cases if case.published}
    yield "decision", _decisions(content, numbers, published)
    yield (
        "remedy",
        (
            (_number(row, published, "a remedy"), row.position, row.kind, row.text, row.amount)
            for row in content.remedies
        ),
    )
    yield (
        "improvement",
        (
            (_number(row, published, "an improvement"), row.position, row.kind, row.text, row.due, row.met)
            for row in content.improvements
        ),
    )


def index_words(connection: sqlite3.Connection) -> None:
    """Make the index of words from the texts, as one piece."""
    connection.execute(f"INSERT INTO {WORDS} ({WORDS}) VALUES ('rebuild')")  # noqa: S608
    connection.execute(f"INSERT INTO {WORDS} ({WORDS}) VALUES ('optimize')")  # noqa: S608


def _sort(case: CaseRow) -> Sort:
    if (case.decided is None) != (case.outcome is None):
        raise ContentError(f"Case {case.reference} has a day of decision and no outcome, or the reverse.")
    return (
        *(case.category, case.outcome, case.satisfactory_remedy, case.kind),
        *(case.decision_category, case.sub_category),
    )


def _facet(case: CaseRow, types: dict[str, str]) -> Facet:
    if not (case.decided and case.outcome and case.kind and case.decision_category):
        raise ContentError(
            f"Case {case.reference} is published but lacks the day, outcome, kind or category of it."
        )
    year = str(ReportingYear.of(case.decided))
    return _type(case.slug, types), year, case.outcome, case.kind, case.decision_category


def _type(slug: str, types: dict[str, str]) -> str:
    kind = types.get(slug)
    if kind is None:
        raise ContentError(f"There are cases of “{slug}”, which is no council of the release.")
    return kind


def _decisions(content: ReleaseContent, numbers: dict[str, int], published: dict[str, int]) -> Iterator[Row]:
    told: set[str] = set()
    for text in content.decisions:
        if text.reference in numbers and text.reference not in published:
            raise ContentError(f"There is a text of case {text.reference}, which is not to be published.")
        number = _number(text, published, "a text")
        told.add(text.reference)
        yield (
            *(number, text.subject, text.summary, text.fault, text.response),
            *(text.withdrawn_on, text.withdrawn_reason),
        )
    silent = min(published.keys() - told, default=None)
    if silent:
        raise ContentError(f"Case {silent} is published, and there is no text of it.")


def _number(row: _Referring, numbers: dict[str, int], what: str) -> int:
    number = numbers.get(row.reference)
    if number is None:
        raise ContentError(f"There is {what} of “{row.reference}”, which is no case it can be of.")
    return number

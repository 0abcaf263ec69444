"""What councils agreed to change: lists of improvements, and the subjects they fall into."""

import sqlite3
from collections.abc import Iterator

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionCategory, Remedy
from dashboard.repository.case_lists import Asked, page_of, published
from dashboard.repository.case_records import (
    ChangeAgreed,
    Excerpt,
    Improvement,
    ImprovementGroup,
    ImprovementPage,
)
from dashboard.repository.case_rows import BETWEEN, CLOSED, OPENED, excerpt_from, improvement_from

_COLUMNS = (
    "i.decision, i.position, i.kind, i.text, i.due, i.met, c.reference, c.decided, d.fault,"
    " o.slug, s.decision_category, s.sub_category"
)
_JOINS = (
    "CROSS JOIN improvement i ON i.decision = c.id CROSS JOIN decision d ON d.id = c.id"
    " JOIN case_sort s ON s.id = c.sort JOIN register_council o ON o.id = c.council"
)
_HIGHLIGHTED = (
    "SELECT highlight(decision_words, 3, ?, ?) FROM decision_words WHERE decision_words MATCH ? AND rowid = ?"
)


def improvements(connection: sqlite3.Connection, asked: CaseFilter, page: int, size: int) -> ImprovementPage:
    """Return a page of improvements, newest first."""
    told = published(asked)
    total = connection.execute(_counting(told), told.values).fetchone()[0]
    page, pages = page_of(total, page, size)
    rows = _listed(connection, told, "LIMIT ? OFFSET ?", (size, (page - 1) * size))
    return ImprovementPage(tuple(rows), total, page, pages, told.words.reading)


def every_improvement(connection: sqlite3.Connection, asked: CaseFilter) -> Iterator[Improvement]:
    """Go through all improvements a filter means, newest first."""
    yield from _listed(connection, published(asked), "", ())


def changes_agreed(connection: sqlite3.Connection, asked: CaseFilter) -> Iterator[ChangeAgreed]:
    """Go through all improvements a filter means, by council, subject and text alone."""
    told = published(asked)
    rows = connection.execute(
        "SELECT o.slug, s.decision_category, s.sub_category, i.text"  # noqa: S608
        f" FROM {told.source} CROSS JOIN improvement i ON i.decision = c.id"
        f" JOIN case_sort s ON s.id = c.sort JOIN register_council o ON o.id = c.council WHERE {told.where}",
        told.values,
    )
    for slug, category, sub_category, text in rows:
        yield ChangeAgreed(slug, sub_category or DecisionCategory(category).label, text)


def of_decision(connection: sqlite3.Connection, number: int) -> tuple[Improvement, ...]:
    """Return the improvements of one decision, in their order."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM register_case c {_JOINS} WHERE c.id = ? ORDER BY i.position",  # noqa: S608
        (number,),
    )
    return tuple(improvement_from(row, ((row["text"], False),)) for row in rows)


def groups(connection: sqlite3.Connection, asked: CaseFilter) -> tuple[ImprovementGroup, ...]:
    """Return the subjects of the improvements a filter means, most frequent first."""
    told = published(asked)
    found: dict[int, _Subject] = {}
    last = 0  # a case's improvements follow one another: it is the outer of the joined tables
    for sort, number, council, kind, fault in connection.execute(
        "SELECT c.sort, c.id, c.council, i.kind, d.fault"  # noqa: S608
        f" FROM {told.source} CROSS JOIN improvement i ON i.decision = c.id"
        f" CROSS JOIN decision d ON d.id = c.id WHERE {told.where}",
        told.values,
    ):
        subject = found.get(sort)
        if subject is None:
            subject = found[sort] = _Subject()
        kinds = subject.kinds
        kinds[kind] = kinds.get(kind, 0) + 1
        if number != last:
            last = number
            subject.add_case(council, fault)
    subjects: dict[tuple[str, str], _Subject] = {}
    for sort, category, sub in connection.execute(
        "SELECT id, decision_category, coalesce(sub_category, '') FROM case_sort"
    ):
        if sort in found:
            subjects.setdefault((category, sub), _Subject()).merge(found[sort])
    groups_found = (_group(category, sub, subject) for (category, sub), subject in subjects.items())
    return tuple(sorted(groups_found, key=lambda g: (-g.improvements, g.category, g.sub_category)))


class _Subject:
    """What is counted of one subject while its improvements are gone through, case by case."""

    def __init__(self) -> None:
        self.cases = 0
        self.councils: set[int] = set()
        self.faults: dict[str, int] = {}
        self.kinds: dict[str, int] = {}

    def add_case(self, council: int, fault: str | None) -> None:
        """Count a case, once."""
        self.cases += 1
        self.councils.add(council)
        if fault is not None:
            self.faults[fault] = self.faults.get(fault, 0) + 1

    def merge(self, other: "_Subject") -> None:
        """Add another, which has other cases."""
        self.cases += other.cases
        self.councils |= other.councils
        for mine, added in ((self.faults, other.faults), (self.kinds, other.kinds)):
            for name, number in added.items():
                mine[name] = mine.get(name, 0) + number


def _group(category: str, sub: str, subject: _Subject) -> ImprovementGroup:
    return ImprovementGroup(
        category=DecisionCategory(category),
        sub_category=sub,
        improvements=sum(subject.kinds.values()),
        cases=subject.cases,
        councils=len(subject.councils),
        faults=tuple(sorted(subject.faults.items(), key=lambda item: (-item[1], item[0]))),
        kinds=tuple(
            (Remedy(kind), number)
            for kind, number in sorted(subject.kinds.items(), key=lambda item: (-item[1], item[0]))
        ),
    )


def _counting(asked: Asked) -> str:
    if not asked.match and not asked.narrow:
        return "SELECT count(*) FROM improvement"
    joined = f"{asked.source} CROSS JOIN improvement i ON i.decision = c.id"
    return f"SELECT count(*) FROM {joined} WHERE {asked.where}"  # noqa: S608


def _listed(
    connection: sqlite3.Connection, asked: Asked, end: str, values: tuple[object, ...]
) -> Iterator[Improvement]:
    number_of = "decision_words.rowid" if asked.match else "c.id"  # the index of words is in that order
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM {asked.source} {_JOINS} WHERE {asked.where}"  # noqa: S608
        f" ORDER BY {number_of} DESC, i.position {end}",
        (*asked.values, *values),
    )
    number, texts = 0, dict[int, Excerpt]()
    for row in rows:
        if not asked.match:
            yield improvement_from(row, ((row["text"], False),))
            continue
        if row["decision"] != number:
            number, texts = row["decision"], _highlighted(connection, asked.match, row["decision"])
        yield improvement_from(row, texts[row["position"]])


def _highlighted(connection: sqlite3.Connection, match: str, number: int) -> dict[int, Excerpt]:
    """Return the improvements of a decision with the words found in them, by position."""
    (marked,) = connection.execute(_HIGHLIGHTED, (OPENED, CLOSED, match, number)).fetchone()
    positions = connection.execute(
        "SELECT position FROM improvement WHERE decision = ? ORDER BY position", (number,)
    )
    texts = marked.split(BETWEEN)
    return {position: excerpt_from(text) for (position,), text in zip(positions, texts, strict=True)}

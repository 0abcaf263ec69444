"""What councils agreed to change: lists of improvements, and the subjects they fall into."""

import sqlite3
from collections.abc import Iterator

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionCategory, Remedy
from dashboard.repository.case_lists import Asked, page_of, published
from dashboard.repository.case_records import Excerpt, Improvement, ImprovementGroup, ImprovementPage
from dashboard.repository.case_rows import BETWEEN, CLOSED, OPENED, excerpt_from, improvement_from

_COLUMNS = (
    "i.decision, i.position, i.kind, i.text, i.due, i.met, c.reference, c.decided, d.fault,"
    " o.slug, s.decision_category, s.sub_category"
)
_JOINS = (
    "JOIN improvement i ON i.decision = c.id JOIN decision d ON d.id = c.id"
    " JOIN case_sort s ON s.id = c.sort JOIN register_council o ON o.id = c.council"
)
_HIGHLIGHTED = (
    "SELECT highlight(decision_words, 3, ?, ?) FROM decision_words WHERE decision_words MATCH ? AND rowid = ?"
)


def improvements(connection: sqlite3.Connection, asked: CaseFilter, page: int, size: int) -> ImprovementPage:
    """Return a page of improvements, newest first."""
    told = published(asked)
    total = connection.execute(
        f"SELECT count(*) FROM {told.source} JOIN improvement i ON i.decision = c.id WHERE {told.where}",  # noqa: S608
        told.values,
    ).fetchone()[0]
    page, pages = page_of(total, page, size)
    rows = _listed(connection, told, "LIMIT ? OFFSET ?", (size, (page - 1) * size))
    return ImprovementPage(tuple(rows), total, page, pages, told.words.reading)


def every_improvement(connection: sqlite3.Connection, asked: CaseFilter) -> Iterator[Improvement]:
    """Go through all improvements a filter means, newest first."""
    yield from _listed(connection, published(asked), "", ())


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
    grouped = "s.decision_category, coalesce(s.sub_category, '') AS sub_category"
    joined = f"FROM {told.source} {_JOINS} WHERE {told.where}"
    rows = connection.execute(
        f"SELECT {grouped}, count(*), count(DISTINCT c.id), count(DISTINCT c.council) {joined}"
        " GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2",
        told.values,
    ).fetchall()
    faults: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for category, sub, fault, cases in connection.execute(
        f"SELECT {grouped}, d.fault, count(DISTINCT c.id) {joined} AND d.fault IS NOT NULL"
        " GROUP BY 1, 2, 3 ORDER BY 4 DESC, 3",
        told.values,
    ):
        faults.setdefault((category, sub), []).append((fault, cases))
    kinds: dict[tuple[str, str], list[tuple[Remedy, int]]] = {}
    for category, sub, kind, number in connection.execute(
        f"SELECT {grouped}, i.kind, count(*) {joined} GROUP BY 1, 2, 3 ORDER BY 4 DESC, 3",
        told.values,
    ):
        kinds.setdefault((category, sub), []).append((Remedy(kind), number))
    return tuple(
        ImprovementGroup(
            category=DecisionCategory(category),
            sub_category=sub,
            improvements=number,
            cases=cases,
            councils=councils,
            faults=tuple(faults.get((category, sub), ())),
            kinds=tuple(kinds[category, sub]),
        )
        for category, sub, number, cases, councils in rows
    )


def _listed(
    connection: sqlite3.Connection, asked: Asked, end: str, values: tuple[object, ...]
) -> Iterator[Improvement]:
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM {asked.source} {_JOINS} WHERE {asked.where}"  # noqa: S608
        f" ORDER BY c.id DESC, i.position {end}",
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

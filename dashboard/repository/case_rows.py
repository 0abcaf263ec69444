"""Rows of the case register as the records pages receive."""

import sqlite3
from datetime import date

from dashboard.domain.decisions import DecisionCategory, DecisionKind, Remedy
from dashboard.domain.outcomes import Compliance, Outcome
from dashboard.repository.case_records import (
    ComplianceTold,
    Decision,
    DecisionRow,
    Excerpt,
    Improvement,
    RemedyTold,
    Withdrawal,
)
from dashboard.repository.stored_values import stored_day

OPENED, CLOSED = "\x02", "\x03"
"""Marks around the words found: control characters, which no text of a release has."""
BETWEEN = "\x1e"
"""Between the improvements of a decision where the index of words has them as one text."""


def excerpt_from(marked: str) -> Excerpt:
    """Return a text marked by the index of words in pieces, each with whether it was searched for."""
    pieces: list[tuple[str, bool]] = []
    for position, part in enumerate(marked.split(OPENED)):
        found, closed, rest = part.partition(CLOSED) if position else ("", "", part)
        if position and not closed:
            found, rest = "", part
        pieces += [(found, True), (rest, False)]
    return tuple((text, is_found) for text, is_found in pieces if text)


def decision_row_from(row: sqlite3.Row, excerpt: Excerpt) -> DecisionRow:
    """Return a line of a list from its row."""
    return DecisionRow(
        reference=row["reference"],
        slug=row["slug"],
        kind=DecisionKind(row["kind"]),
        category=DecisionCategory(row["decision_category"]),
        sub_category=row["sub_category"] or "",
        outcome=Outcome(row["outcome"]),
        received=date.fromisoformat(row["received"]),
        decided=date.fromisoformat(row["decided"]),
        subject=row["subject"],
        excerpt=excerpt,
        improvements=row["improvements"],
        withdrawn=_withdrawal(row),
    )


def improvement_from(row: sqlite3.Row, text: Excerpt) -> Improvement:
    """Return an improvement from its row, which names the case it is of."""
    return Improvement(
        reference=row["reference"],
        slug=row["slug"],
        category=DecisionCategory(row["decision_category"]),
        sub_category=row["sub_category"] or "",
        fault=row["fault"],
        kind=Remedy(row["kind"]),
        text=text,
        agreed=date.fromisoformat(row["decided"]),
        due=stored_day(row["due"]),
        met=stored_day(row["met"]),
    )


def decision_from(
    row: sqlite3.Row,
    remedies: tuple[RemedyTold, ...],
    improvements: tuple[Improvement, ...],
    compliance: tuple[ComplianceTold, ...],
) -> Decision:
    """Return a decision from its row and what belongs to it."""
    return Decision(
        reference=row["reference"],
        slug=row["slug"],
        kind=DecisionKind(row["kind"]),
        category=DecisionCategory(row["decision_category"]),
        sub_category=row["sub_category"] or "",
        outcome=Outcome(row["outcome"]),
        received=date.fromisoformat(row["received"]),
        decided=date.fromisoformat(row["decided"]),
        subject=row["subject"],
        summary=row["summary"],
        fault=row["fault"],
        response=row["response"],
        satisfactory_remedy=bool(row["satisfactory_remedy"]),
        remedies=remedies,
        improvements=improvements,
        compliance=compliance,
        withdrawn=_withdrawal(row),
    )


def remedy_from(row: sqlite3.Row) -> RemedyTold:
    """Return one thing recommended from its row."""
    return RemedyTold(Remedy(row["kind"]), row["text"], row["amount"])


def compliance_from(row: sqlite3.Row) -> ComplianceTold:
    """Return what became of a recommendation from its row."""
    return ComplianceTold(date.fromisoformat(row["due"]), stored_day(row["met"]), Compliance(row["outcome"]))


def _withdrawal(row: sqlite3.Row) -> Withdrawal | None:
    if row["withdrawn_on"] is None:
        return None
    return Withdrawal(date.fromisoformat(row["withdrawn_on"]), row["withdrawn_reason"])

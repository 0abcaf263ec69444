"""Cases and pairs of a question from their rows."""

import sqlite3
from datetime import date

from dashboard.domain.outcomes import Compliance
from dashboard.repository.watch_records import WatchedCase, WatchedPair


def case_from(row: sqlite3.Row) -> WatchedCase:
    """Return a case that a question is about."""
    return WatchedCase(
        reference=row["reference"],
        published=bool(row["published"]),
        subject=row["subject"] or "",
        decided=_day(row["decided"]),
        due=_day(row["due"]),
        met=_day(row["met"]),
        found=None if row["outcome"] is None else Compliance(row["outcome"]),
    )


def pair_from(row: sqlite3.Row) -> WatchedPair:
    """Return a change agreed and done, and the later case."""
    day = date.fromisoformat
    return WatchedPair(
        earlier=row["earlier"],
        earlier_decided=day(row["earlier_decided"]),
        change=row["change"],
        due=_day(row["due"]),
        done=_day(row["met"]),
        later=row["later"],
        later_received=day(row["later_received"]),
        later_decided=day(row["later_decided"]),
        again=row["again"],
        sub_category=row["sub_category"],
        fault=row["fault"],
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)

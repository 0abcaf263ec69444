"""Cases and pairs of a question from their rows."""

import sqlite3
from datetime import date

from dashboard.domain.outcomes import Compliance
from dashboard.repository.stored_values import stored_day
from dashboard.repository.watch_records import WatchedCase, WatchedPair


def case_from(row: sqlite3.Row) -> WatchedCase:
    """Return a case that a question is about."""
    return WatchedCase(
        reference=row["reference"],
        published=bool(row["published"]),
        subject=row["subject"] or "",
        decided=stored_day(row["decided"]),
        due=stored_day(row["due"]),
        met=stored_day(row["met"]),
        found=None if row["outcome"] is None else Compliance(row["outcome"]),
    )


def pair_from(row: sqlite3.Row) -> WatchedPair:
    """Return a change agreed and done, and the later case."""
    day = date.fromisoformat
    return WatchedPair(
        earlier=row["earlier"],
        earlier_decided=day(row["earlier_decided"]),
        change=row["change"],
        due=stored_day(row["due"]),
        done=stored_day(row["met"]),
        later=row["later"],
        later_received=day(row["later_received"]),
        later_decided=day(row["later_decided"]),
        again=row["again"],
        sub_category=row["sub_category"],
        fault=row["fault"],
    )

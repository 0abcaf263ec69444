"""Decisions of a list, as pages receive them: facts the Ombudsman's own pages print, and no text."""

from dataclasses import dataclass
from datetime import date

from dashboard.domain.decisions import DecisionCategory, DecisionKind
from dashboard.domain.outcomes import Outcome
from dashboard.repository.case_records import Withdrawal


@dataclass(frozen=True, slots=True)
class ListedDecision:
    """One published decision of a list. ``outcome``, ``decided`` and ``kind`` are None where they were not
    seen; ``sub_category`` is empty where there is none. A list is a part of all decisions: nothing is
    counted from it."""

    reference: str
    slug: str
    category: DecisionCategory
    sub_category: str
    outcome: Outcome | None
    decided: date | None
    kind: DecisionKind | None = None
    withdrawn: Withdrawal | None = None


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A page of listed decisions, newest first, those without a day last. ``page`` is the one shown (the
    last for one beyond it), from 1; ``reading`` says how the words typed were read."""

    rows: tuple[ListedDecision, ...]
    total: int
    page: int
    pages: int
    reading: str


@dataclass(frozen=True, slots=True)
class ListedScope:
    """What a list is of: how many decisions, of how many councils, from when to when by those with a day,
    of how many the day and of how many the outcome was not seen, and whether any says what kind it is."""

    total: int
    councils: int
    first: date | None
    last: date | None
    undated: int
    no_outcome: int
    kinds_seen: bool

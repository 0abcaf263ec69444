"""What to watch, as pages receive it: questions, the cases they are about, and what could not be seen."""

from dataclasses import dataclass
from datetime import date

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.outcomes import Category, Compliance
from dashboard.domain.watch import Question


@dataclass(frozen=True, slots=True)
class WatchScope:
    """What a release's register lets be seen of a year.

    ``three``: it is whole for the two years before too, and what is told is of the three together; else only
    what fell due is looked at. ``services`` and ``faults`` are how many comparisons were made of services,
    and of faults, of councils. ``upheld`` are cases; of them ``published``, of those with a fault ``named``,
    of those some change was agreed in (``changed``), of those with a day for it (``dated``). ``due`` are the
    recommendations that fell due in the year. ``followed`` are cases after a promise, over all councils;
    ``expected`` how many would be if changes and later cases had nothing to do with each other.
    """

    year: str
    three: bool
    services: int
    faults: int
    upheld: int
    published: int
    named: int
    changed: int
    dated: int
    due: int
    followed: int
    expected: float


@dataclass(frozen=True, slots=True)
class WatchAsked:
    """Which questions are meant: of a year, and of what else is given. ``beyond``: only those that stand out
    among all that was looked at."""

    year: str
    question: Question | None = None
    type: AuthorityType | None = None
    region: str | None = None
    service: Category | None = None
    slug: str | None = None
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class WatchedCase:
    """A case that a question is about. ``subject`` is its title; empty where it is not published or its text
    was withdrawn. ``due``, ``met`` and ``found`` are of a recommendation that was late or not carried out."""

    reference: str
    published: bool
    subject: str
    decided: date | None
    due: date | None = None
    met: date | None = None
    found: Compliance | None = None


@dataclass(frozen=True, slots=True)
class WatchedPair:
    """A change agreed and done, and a later case of the same fault after which it was agreed again.

    ``done`` is the day the earlier change is recorded as done; ``due`` when it was due, where none is
    recorded (``done`` is None then).
    """

    earlier: str
    earlier_decided: date
    change: str
    due: date | None
    done: date | None
    later: str
    later_received: date
    later_decided: date
    again: str
    sub_category: str
    fault: str


@dataclass(frozen=True, slots=True)
class Watched:
    """A question about a service of a council, as ``dashboard.domain.watch.Raised`` says it.

    ``sub_category`` and ``fault`` are those of a fault that recurs; else empty.
    """

    id: int
    question: Question
    slug: str
    service: Category
    count: int
    base: int
    expected: float | None
    low: int | None
    high: int | None
    tail: float | None
    beyond: bool | None
    sub_category: str
    fault: str
    cases: tuple[WatchedCase, ...]
    pairs: tuple[WatchedPair, ...]


@dataclass(frozen=True, slots=True)
class WatchCount:
    """How many questions of one sort there are, of how many councils, and how many stand out."""

    question: Question
    questions: int
    councils: int
    beyond: int


@dataclass(frozen=True, slots=True)
class WatchPage:
    """A page of questions, by council from A to Z; ``page`` is the one shown, from 1."""

    rows: tuple[Watched, ...]
    total: int
    page: int
    pages: int

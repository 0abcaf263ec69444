"""Questions to watch a council by: what raises each, and the cases they are about."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Question(StrEnum):
    """What raises a question; the value is its id in addresses, files and databases.

    ``NUMBER``: more upheld than councils of the type with as many residents have; ``SHARE``: than those with
    as many investigations; ``LATE``: recommendations late or not carried out; ``REPEATED``: one fault upheld
    again and again; ``PROMISE``: the same fault, and the same change agreed, after that change was made.
    """

    NUMBER = "number"
    SHARE = "share"
    LATE = "late"
    REPEATED = "repeated"
    PROMISE = "promise"


WINDOW = 3
"""Years, the one asked for the last of them, over which upheld cases are looked at."""
REPEATED_FROM = 3
"""How often the same fault must have been upheld in these years to raise a question."""
FALSE_DISCOVERIES = 0.10
"""The part of what is said to be beyond chance that may be false, on average over all that was looked at."""

Fault = tuple[str, str]
"""Sub-category and fault of an upheld case: what it is about, and what had gone wrong."""
Change = tuple[str, str]
"""Kind and words of a change that was agreed (``dashboard.domain.same_change``): the same if both are."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """A change that a council agreed to in a case: its place among them, what it is, when it was done.

    ``done`` is the day it is recorded as done; where none is, the day it was due; None without either.
    """

    position: int
    change: Change
    done: date | None


@dataclass(frozen=True, slots=True)
class UpheldCase:
    """A published case that was upheld and whose fault is named. ``number`` is the release's own of it,
    ``type`` its council's, ``service`` the category it was received in."""

    number: int
    slug: str
    type: str
    service: str
    fault: Fault
    received: date
    decided: date
    agreed: tuple[Agreed, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """A change agreed and done, and a later case of the same fault after which it was agreed again."""

    earlier: int
    earlier_position: int
    later: int
    later_position: int


@dataclass(frozen=True, slots=True)
class Raised:
    """A question about a service of a council: ``count`` of ``base`` cases (of ``LATE`` recommendations, of
    ``NUMBER`` residents, those of the three years added up).

    ``expected`` is how many of the base there would be at the others' frequency, ``low`` to ``high`` what is
    usual, ``tail`` the chance of as many or more; None where nothing is compared. ``beyond``: it stands out
    among all that was looked at; None where none is held to that. ``cases`` are those it is about by number,
    in the order of their decisions, ``pairs`` those of a promise.
    """

    question: Question
    slug: str
    service: str
    count: int
    base: int
    expected: float | None = None
    low: int | None = None
    high: int | None = None
    tail: float | None = None
    beyond: bool | None = None
    cases: tuple[int, ...] = ()
    pairs: tuple[Pair, ...] = ()

"""A table of the torture set, and what must come of it: read exactly so, or refused in such words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Self

from tests.imports.torture.files import File

YEAR, LAST = "2025-26", "2024-25"
"""The year the tables are imported as, and the one before it."""

Values = Mapping[tuple[str, str, str], str]
"""What is read: of whom (a council's slug, a type, a case's reference), of which year ("" in a register),
what (a quantity, or ``average:`` and one), and its value in plain digits."""

_WHO = re.compile(r"(?P<who>.+?)(?: (?P<year>20\d\d-\d\d))?: (?P<what>.*)")


class Sort(StrEnum):
    """What a file is imported as: an annual table, or a case register."""

    TABLE = "table"
    REGISTER = "register"


@dataclass(frozen=True, slots=True)
class Expected:
    """What must come of a table.

    ``readings`` are those that are honest: none, and it must be refused. ``words`` must all stand in the
    refusal; None, and it must be read. ``never`` (in small letters) must not stand in one, in any case: a
    suggestion that would mislead.
    """

    readings: tuple[Values, ...] = ()
    words: tuple[str, ...] | None = None
    never: tuple[str, ...] = ()

    def never_saying(self, *texts: str) -> Self:
        """Return the same, with what a refusal must not say."""
        return replace(self, never=texts)


@dataclass(frozen=True, slots=True)
class Table:
    """One table: ``id`` tells it from all others, ``kind`` is the fault or the freedom it stands for.

    ``checked``: what the checks of a draft say of it counts too: an error or a warning that holds the words
    stops it as a refusal does.
    """

    id: str
    kind: str
    file: File
    expected: Expected
    year: str = YEAR
    sort: Sort = Sort.TABLE
    checked: bool = field(default=False)


def right(*lines: str) -> Expected:
    """Expect exactly these values and no others.

    >>> right("leeds-city-council: upheld 34").readings
    ({('leeds-city-council', '2025-26', 'upheld'): '34'},)
    """
    return Expected((values(*lines),))


def refused(*words: str) -> Expected:
    """Expect a refusal that holds these words."""
    return Expected((), words)


def right_or_refused(*readings: Values, words: tuple[str, ...] = ()) -> Expected:
    """Expect one of the readings, or a refusal that holds the words: where both are honest."""
    return Expected(readings, words)


def values(*lines: str, year: str = YEAR) -> Values:
    """Return values written as a line for each council: its slug, its year if another, and what is read."""
    found: dict[tuple[str, str, str], str] = {}
    for line in lines:
        told = _WHO.fullmatch(line)
        if told is None:
            raise ValueError(line)
        for part in told["what"].split(", "):
            if part:
                what, _, value = part.rpartition(" ")
                found[told["who"], told["year"] or year, what] = value
    return found


def case(*lines: str) -> Values:
    """Return values of a register: a line for each case, of no year."""
    return values(*lines, year="")

"""A difference between two releases as data: one flat record a change, whatever it is a change of."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a change is a change of; the order is that of every report."""

    YEAR = "year"
    COUNCIL = "council"
    FIGURE = "figure"
    COUNT = "count"
    CLASS = "class"
    COMPARISON = "comparison"
    AVERAGE = "average"
    LETTER = "letter"
    DECISION = "decision"
    CHECK = "check"

    @property
    def heading(self) -> str:
        """The heading of its section."""
        return _HEADINGS[self]


_HEADINGS = {
    Kind.YEAR: "Years",
    Kind.COUNCIL: "Councils",
    Kind.FIGURE: "Figures",
    Kind.COUNT: "Counts by category and outcome",
    Kind.CLASS: "Classes on the map",
    Kind.COMPARISON: "Comparisons with councils of the type",
    Kind.AVERAGE: "Averages of types",
    Kind.LETTER: "Letters",
    Kind.DECISION: "Published decisions",
    Kind.CHECK: "Failing checks",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs.

    ``council`` is a council's name (of an average, the type's), ``slug`` its slug, ``year`` a year or a
    span of three; ``what`` names what differs (a measure, "name", "letter", a decision's reference).
    ``was`` and ``became`` are words, empty where there is nothing.
    """

    kind: Kind
    council: str
    slug: str
    year: str
    what: str
    was: str
    became: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs from release ``before`` to release ``after`` (their names), in order."""

    before: str
    after: str
    changes: tuple[Change, ...]

    def of(self, kind: Kind) -> tuple[Change, ...]:
        """Return the changes of a kind."""
        return tuple(change for change in self.changes if change.kind is kind)

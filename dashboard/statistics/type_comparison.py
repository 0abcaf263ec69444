"""What goes into the comparison of a type's councils, and what comes out of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from dashboard.domain.comparison import ComparedWith, Comparison, NoComparison
from dashboard.domain.origin import Origin
from dashboard.statistics.chance import Luck
from dashboard.statistics.printed_average import PrintedAverage
from dashboard.statistics.usual_range import UsualRange
from dashboard.statistics.variation import Variation
from dashboard.statistics.who_is_compared import Quartiles


@dataclass(frozen=True, slots=True)
class Count:
    """A count of a base: k of n cases, or k events among n residents; None where it is not held.

    ``origin`` is that of the counts (the weakest of several); None where nothing is held.
    """

    numerator: int | None
    denominator: int | None
    origin: Origin | None

    @property
    def held(self) -> bool:
        """Whether both are."""
        return self.numerator is not None and self.denominator is not None


@dataclass(frozen=True, slots=True)
class TypeYear:
    """A type in one year: every council of it that existed then, held or not, and its printed average."""

    counts: Mapping[str, Count]
    printed: PrintedAverage | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What stands for a council in one year: its count, and whose it is.

    ``councils`` are left out of the others: the council itself, or its predecessors combined.
    """

    count: Count
    councils: frozenset[str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A council of the type, to be compared over one year or several: a part for each, ascending.

    ``barred`` is a reason that its counts do not show: ``PERCENTAGE_WITHOUT_COUNTS``, ``FIRST_YEAR`` (of a
    rate, in any of the years), ``NOT_APPLICABLE``, ``MEASURE_NOT_COMPARED``. It counts among its type's
    all the same.
    """

    council: str
    parts: tuple[Part, ...]
    barred: NoComparison | None = None


_NO_LUCK = Luck(0.0, 0.0)


class SpreadRule(Enum):
    """Whether the range of a share has the spread between councils in it. That of a rate always has."""

    WHERE_FOUND = auto()
    """Where councils of the type vary by more than chance: shares of outcomes."""
    ALWAYS = auto()
    """Always: what complaints are about differs between councils for good reasons."""


@dataclass(frozen=True, slots=True)
class CouncilComparison:
    """How one council stands beside its type.

    ``comparison`` is ``NONE`` exactly where ``reason`` says why, and then nothing else is given. ``usual``
    is the usual range of the numerator; ``without_spread`` the one that leaves the spread out, a second view
    to be named as such (None where no spread is in ``usual``). ``expected`` is the numerator at the average
    it was tested against. ``others_numerator`` and ``others_denominator`` are the others' sums over all
    years, where it was compared with them in every year; ``printed_years`` is in how many it was with the
    printed average. ``spread`` is the spread used (None: none).
    ``origin`` is the weakest of its parts: the council's own counts, the others', the average's, and those
    of all whose spread is used. ``luck`` is the chance of a mark without a real difference.
    """

    council: str
    comparison: Comparison
    reason: NoComparison | None
    usual: UsualRange | None = None
    without_spread: UsualRange | None = None
    expected: float | None = None
    compared_with: ComparedWith | None = None
    others_numerator: int | None = None
    others_denominator: int | None = None
    printed_years: int = 0
    spread: float | None = None
    origin: Origin | None = None
    luck: Luck = _NO_LUCK
    could_be_lower: bool = False
    could_be_higher: bool = False

    @property
    def could_differ(self) -> bool:
        """Whether any result would have been beyond chance; else there are too few cases to show one."""
        return self.could_be_lower or self.could_be_higher


@dataclass(frozen=True, slots=True)
class TypeComparison:
    """A type on one measure over one year or several.

    ``size`` is the number of its councils, ``held`` of how many the counts are held, ``enough`` how many of
    those have five cases or more (of a rate: all). ``judged`` says whether those held speak for the type
    (ten, and half of it); without it there are no ``variation``, ``spread`` and ``quartiles``. ``luck`` is
    how many marks luck alone would make among those compared.
    """

    councils: Mapping[str, CouncilComparison]
    size: int
    held: int
    enough: int
    judged: bool
    variation: Variation | None
    spread: float | None
    quartiles: Quartiles | None
    luck: Luck

    @property
    def compared(self) -> int:
        """How many councils are compared."""
        return sum(each.reason is None for each in self.councils.values())

    @property
    def marked(self) -> int:
        """How many stand out."""
        return sum(each.comparison.marked for each in self.councils.values())

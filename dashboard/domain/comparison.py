"""How a council stands beside the others of its type, in one word; and why where there is no word."""

from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.origin import Origin

SIGNIFICANT = 0.05
"""The size of the test for whether councils of a type vary by more than chance."""


class Comparison(StrEnum):
    """A council's number against the range usual for its type.

    *Lower* and *higher*: a tail below 0.025 on that side; *much*: below 0.001. No clear difference is
    not likeness: small numbers cannot show one. ``NONE``: not compared (see ``NoComparison``).
    """

    MUCH_LOWER = "much_lower"
    LOWER = "lower"
    NO_CLEAR_DIFFERENCE = "no_clear_difference"
    HIGHER = "higher"
    MUCH_HIGHER = "much_higher"
    NONE = "none"

    @property
    def marked(self) -> bool:
        """Whether the council stands out: its number is beyond what chance explains."""
        return self not in (Comparison.NO_CLEAR_DIFFERENCE, Comparison.NONE)


class NoComparison(StrEnum):
    """Why a council is not compared: one true reason, never a blank."""

    MEASURE_NOT_COMPARED = "measure_not_compared"
    """Compliance and volumes are never compared."""
    NOT_APPLICABLE = "not_applicable"
    """The measure did not exist in that year."""
    BEFORE_IT_BEGAN = "before_it_began"
    """The council did not exist yet: its whole predecessors are added together."""
    ENDED = "ended"
    """The council had ended: it is none of its type's any more."""
    NOT_HELD = "not_held"
    """The council's own counts are not held."""
    PERCENTAGE_WITHOUT_COUNTS = "percentage_without_counts"
    """A printed percentage is held, what it is of is not."""
    NO_CASES = "no_cases"
    """There was nothing to take a share of."""
    TOO_FEW_CASES = "too_few_cases"
    """A share of fewer than five cases."""
    FIRST_YEAR = "first_year"
    """A rate of a new council: complaints about its area may still stand under its predecessors."""
    PREDECESSORS_OF_ANOTHER_TYPE = "predecessors_of_another_type"
    """Of several years: councils of another type stand for it before it began."""
    SPREAD_NOT_KNOWN = "spread_not_known"
    """Too few of the type are held to know how far its councils vary."""
    NO_AVERAGE = "no_average"
    """Neither the counts of all others nor a printed average are held."""


class ComparedWith(StrEnum):
    """What a council was compared with."""

    OTHERS = "others"
    """All other councils of its type, itself left out."""
    PRINTED_AVERAGE = "printed average"
    """An average printed by the Ombudsman, which includes the council; of several years, in each."""
    IN_PART_PRINTED = "others, in part by printed averages"
    """Of several years: all others in some, in the rest an average printed by the Ombudsman."""


@dataclass(frozen=True, slots=True)
class Compared:
    """How one council's number stands beside its type: what pages say, and what the bar draws.

    ``comparison`` is ``NONE`` exactly where ``reason`` says why, and then nothing else is given. ``low`` to
    ``high`` is the usual range of the numerator (95%), ``far_low`` to ``far_high`` that of 99.8%;
    ``plain_low`` to ``plain_high`` the 95% range without the spread between councils, where ``low`` to
    ``high`` has it in it. ``expected`` is the numerator at the average it was tested against.
    ``others_numerator`` and ``others_denominator`` are the others' sums, where it was compared with them.
    ``spread`` is the spread between councils that the range has in it (None: none). ``origin`` is the
    weakest of all its parts. ``luck`` is the chance of a mark without a real difference, ``much_luck``
    of one beyond the 99.8% range. ``could_differ`` says whether any result would have been beyond chance.
    """

    comparison: Comparison
    reason: NoComparison | None
    low: int | None = None
    high: int | None = None
    far_low: int | None = None
    far_high: int | None = None
    plain_low: int | None = None
    plain_high: int | None = None
    expected: float | None = None
    compared_with: ComparedWith | None = None
    others_numerator: int | None = None
    others_denominator: int | None = None
    spread: float | None = None
    origin: Origin | None = None
    luck: float = 0.0
    much_luck: float = 0.0
    could_differ: bool = False

    @property
    def made(self) -> bool:
        """Whether there is a comparison."""
        return self.reason is None


def not_compared(reason: NoComparison) -> Compared:
    """Return that a council is not compared, and why."""
    return Compared(Comparison.NONE, reason)


@dataclass(frozen=True, slots=True)
class TypeCompared:
    """A type on one measure in one year, or in the three years ending with it: who could be compared.

    ``councils`` is how many the type had, ``held`` of how many the counts are held, ``enough`` how many of
    those have five cases or more (of a rate: all), ``compared`` how many were compared. ``judged`` says
    whether those held speak for the type (ten, and half of it); else there is no ``phi`` and no quartile.
    ``phi`` is Pearson's statistic per degree of freedom over ``phi_councils``, ``p_value`` its
    probability were there chance alone, ``spread`` the spread that the usual ranges have in them (None:
    none). The quartiles are in the measure's unit, over ``quartile_councils``. ``luck`` is how many marks
    luck alone would make, ``much_luck`` how many beyond the 99.8% range.
    """

    type: AuthorityType
    measure: str
    period: int
    year: str
    councils: int
    held: int
    enough: int
    compared: int
    judged: bool
    phi: float | None
    phi_councils: int | None
    p_value: float | None
    spread: float | None
    low_quartile: float | None
    median: float | None
    high_quartile: float | None
    quartile_councils: int | None
    luck: float
    much_luck: float

    @property
    def varies(self) -> bool:
        """Whether councils of the type vary by more than chance (5%)."""
        return self.p_value is not None and self.p_value < SIGNIFICANT

"""How a council stands beside the others of its type, in one word; and why where there is no word."""

from enum import StrEnum


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
    SPREAD_NOT_KNOWN = "spread_not_known"
    """Too few of the type are held to know how far its councils vary."""
    NO_AVERAGE = "no_average"
    """Neither the counts of all others nor a printed average are held."""


class ComparedWith(StrEnum):
    """What a council was compared with."""

    OTHERS = "others"
    """All other councils of its type, itself left out."""
    PRINTED_AVERAGE = "printed average"
    """An average printed by the Ombudsman, which includes the council; of several years, in one at least."""

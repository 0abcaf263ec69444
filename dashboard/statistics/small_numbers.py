"""When counts are too few to compare, and when they are few: below 5, and below 30 cases.

Sources of the thresholds: the Housing Ombudsman publishes a landlord's figures from 5 findings,
the Financial Ombudsman Service a firm's from 30 cases.
"""

from dashboard.domain.measure import Measure

TOO_FEW_BELOW = 5
FEW_BELOW = 30


def too_few_to_compare(cases: float) -> bool:
    """Whether so many cases are too few for any comparison or shading: the counts lead instead."""
    return cases < TOO_FEW_BELOW


def few(cases: float) -> bool:
    """Whether a figure is to be flagged "based on few cases"."""
    return cases < FEW_BELOW


def cases_of(measure: Measure, numerator: int | None, denominator: int | None) -> int | None:
    """Return what counts as a measure's cases: the base of a share, the events of a rate; None of a count."""
    if measure.is_share:
        return denominator
    return numerator if measure.is_rate else None


def counts_lead(measure: Measure, numerator: int | None, denominator: int | None) -> bool:
    """Whether a figure rests on so few cases that its counts lead and it is not shaded: everywhere alike."""
    cases = cases_of(measure, numerator, denominator)
    return cases is not None and too_few_to_compare(cases)

"""When counts are too few to compare, and when they are few: below 5, and below 30 cases.

Sources of the thresholds: the Housing Ombudsman publishes a landlord's figures from 5 findings,
the Financial Ombudsman Service a firm's from 30 cases.
"""

TOO_FEW_BELOW = 5
FEW_BELOW = 30


def too_few_to_compare(cases: float) -> bool:
    """Whether so many cases are too few for any comparison or shading: the counts lead instead."""
    return cases < TOO_FEW_BELOW


def few(cases: float) -> bool:
    """Whether a figure is to be flagged "based on few cases"."""
    return cases < FEW_BELOW

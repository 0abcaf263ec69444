"""The quantities held: what a value of ``held/values.csv`` may be of."""

from dashboard.domain.outcomes import Category, Outcome

COUNTS = (
    "dealt_with",
    "not_for_us_or_not_ready",
    "assessed_and_closed",
    "investigated",
    "upheld",
    "compliance_outcomes",
    "complied",
    "satisfactory_remedies",
    "satisfactory_remedy_base",
)
"""Counts with a name of their own."""

PRINTED = ("upheld_pct", "upheld_per_100k", "compliance_pct", "satisfactory_remedy_pct")
"""Percentages and rates, as printed."""

RECEIVED_TOTAL = "received:total"


def received_quantity(category: Category) -> str:
    """Return the quantity of complaints received in a category."""
    return f"received:{category.value}"


def decided_quantity(outcome: Outcome) -> str:
    """Return the quantity of complaints decided with an outcome; upheld has a name of its own."""
    return "upheld" if outcome is Outcome.UPHELD else f"decided:{outcome.value}"


QUANTITIES = frozenset(
    (
        *COUNTS,
        *PRINTED,
        RECEIVED_TOTAL,
        *(received_quantity(category) for category in Category),
        *(decided_quantity(outcome) for outcome in Outcome),
    )
)
"""Every quantity there is."""

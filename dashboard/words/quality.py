"""How completeness is said: the quantities looked at, and what is known of each, in few words."""

from dashboard.domain.measures import MEASURES
from dashboard.repository.quality_records import RECEIVED, Known
from dashboard.words.quantities import quantity_words
from dashboard.words.wording import capital


def quantities() -> tuple[str, ...]:
    """Return what completeness is told of: every measure, and complaints received."""
    return (*MEASURES, RECEIVED)


KNOWN = {
    Known.PUBLISHED: "Published",
    Known.REPORTED: "Reported",
    Known.DERIVED: "Derived",
    Known.SIMULATED: "Simulated",
    Known.NO_CASES: "Nothing to count",
    Known.NOT_HELD: "Not held",
    Known.NOT_APPLICABLE: "Not counted then",
}


def label(quantity: str) -> str:
    """Return a quantity as a heading: "Upheld per 100,000", "Complaints received"."""
    return MEASURES[quantity].label if quantity in MEASURES else capital(quantity_words(quantity))


def short_label(quantity: str) -> str:
    """Return a quantity as the heading of a narrow column. The share and the number upheld differ in it."""
    if quantity not in MEASURES:
        return "Received"
    short = MEASURES[quantity].short
    return f"{short}, %" if quantity == "upheld_pct" else short

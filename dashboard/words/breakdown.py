"""What a row of a breakdown is called: a category received, an outcome decided, or the total."""

from dashboard.domain.outcomes import Category, Outcome


def item_label(kind: str, item: str) -> str:
    """Return the field's label of a category, an outcome or the total."""
    if item == "total":
        return "Total"
    return Category(item).label if kind == "received" else Outcome(item).label

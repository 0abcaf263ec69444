"""The quantities a table holds, in words: "upheld_pct" is "the share of complaints upheld, %"."""

from dashboard.domain.outcomes import Category, Outcome

_WORDS = {
    "dealt_with": "complaints dealt with",
    "not_for_us_or_not_ready": "not for us, or not ready for us",
    "assessed_and_closed": "assessed and closed",
    "investigated": "investigated",
    "upheld": "upheld",
    "upheld_pct": "complaints upheld, %",
    "upheld_per_100k": "upheld per 100,000 residents",
    "complied": "recommendations complied with",
    "compliance_outcomes": "compliance outcomes",
    "compliance_pct": "compliance with recommendations, %",
    "satisfactory_remedies": "satisfactory remedies",
    "satisfactory_remedy_base": "upheld, as the base of satisfactory remedies",
    "satisfactory_remedy_pct": "satisfactory remedies, %",
    "received:total": "complaints received",
    **{f"received:{category.value}": f"received: {category.label}" for category in Category},
    **{f"decided:{outcome.value}": f"decided: {outcome.label}" for outcome in Outcome},
}


def quantity_words(quantity: str) -> str:
    """Return a quantity in words; one that is unknown as it is written."""
    return _WORDS.get(quantity, quantity)

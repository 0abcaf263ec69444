"""Singular and plural, lists, and the names of things in running text, in one place."""

from collections.abc import Sequence

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.formats import thousands
from dashboard.domain.measures import MEASURES

_WITH_ARTICLE = (
    "Borough Council of",
    "Borough of",
    "City of London",
    "City of Westminster",
    "Council of",
    "London Borough",
    "Royal Borough",
)

# What a measure's base is made of has its singular in the catalogue.
_SINGULAR = {
    "recommendations": "recommendation",
    "councils": "council",
    "outcomes": "outcome",
    "cases": "case",
    "figures": "figure",
    "decisions": "decision",
    "published decisions": "published decision",
    "service improvements": "service improvement",
    "public reports": "public report",
    "improvements": "improvement",
    "rates": "rate",
    "years": "year",
    "lines": "line",
}


def noun(count: int | None, plural: str) -> str:
    """Return the noun that goes with a count: one "investigation", other counts "investigations"."""
    if count != 1:
        return plural
    return _SINGULAR.get(plural) or next(m.words.one for m in MEASURES.values() if m.noun == plural)


def counted(count: int, plural: str) -> str:
    """Write a count with its noun: "1 investigation", "1,204 investigations"."""
    return f"{thousands(count)} {noun(count, plural)}"


def was(count: int) -> str:
    """Return the verb for a count: one "was", other counts "were"."""
    return "was" if count == 1 else "were"


def listed(items: Sequence[str]) -> str:
    """Join names as a sentence does: "A", "A and B", "A, B and C"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def capital(text: str) -> str:
    """Return the text with its first letter large and nothing else changed."""
    return text[:1].upper() + text[1:]


def council_name(name: str) -> str:
    """Return a council's name as it stands within a sentence: "the London Borough of Hounslow"."""
    return f"the {name}" if name.startswith(_WITH_ARTICLE) else name


def uncapital(text: str) -> str:
    """Return a label as it stands within a sentence; an abbreviation keeps its letters."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def council_of_type(kind: AuthorityType) -> str:
    """Return one council of a type in running text: "unitary council"."""
    return kind.councils.removesuffix("s")

"""Singular and plural, lists, and the names of things in running text, in one place."""

from collections.abc import Sequence

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.formats import thousands
from dashboard.domain.measures import COMPLIANCE, SATISFACTORY_REMEDY, UPHELD, Measure
from dashboard.repository.records import Council

_SINGULAR = {
    "investigations": "investigation",
    "compliance outcomes": "compliance outcome",
    "upheld complaints": "upheld complaint",
    "recommendations": "recommendation",
    "complaints": "complaint",
    "residents": "resident",
    "councils": "council",
    "outcomes": "outcome",
    "cases": "case",
}


def noun(count: int | None, plural: str) -> str:
    """Return the noun that goes with a count: one "investigation", other counts "investigations"."""
    return _SINGULAR[plural] if count == 1 else plural


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


def council_of_type(kind: AuthorityType) -> str:
    """Return one council of a type in running text: "unitary council"."""
    return kind.councils.removesuffix("s")


def base_words(measure: Measure, denominator: int) -> str:
    """Name a measure's base for a count of it: "9 investigations", "1 upheld complaint"."""
    if measure == COMPLIANCE:
        return f"{counted(denominator, 'compliance outcomes')}"
    return counted(denominator, measure.noun)


def numerator_words(measure: Measure) -> str:
    """Say in a word or two what a measure's numerator counts: "upheld", "complied with"."""
    return {UPHELD: "upheld", COMPLIANCE: "complied with", SATISFACTORY_REMEDY: "put right before"}.get(
        measure, "upheld"
    )


def existence(council: Council) -> str | None:
    """Say since when and until when a council exists, where it is not all along; None where it is."""
    if council.start and council.end:
        return f"Existed from {council.start.year} to {council.end.year}"
    if council.end:
        return f"Ended on {council.end.day} {council.end:%B %Y}"
    if council.start:
        return f"Since {council.start.day} {council.start:%B %Y}"
    return None

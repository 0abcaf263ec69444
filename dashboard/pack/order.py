"""The order of a paper's parts and their numbers: a sentence may name a part by the number it will have."""

from dataclasses import replace

from dashboard.pack.model import Section

ORDER = (
    "purpose",
    "recommendation",
    "background",
    "summary",
    "overview",
    "year",
    "trend",
    "received",
    "among",
    "similar",
    "compliance",
    "cases",
    "lessons",
    "questions",
    "implications",
    "appendices",
    "sources",
)
"""The numbered parts by id. Every paper has each of them: what is not held is said in its place."""

ANNEX = "A"
"""The letter of the annex of upheld cases; that of the Ombudsman’s letter is the next."""


def number(part: str) -> int:
    """Return the number of a part by its id. Raises ValueError for an id that names none."""
    return ORDER.index(part) + 1


def reference(part: str) -> str:
    """Name a part within a sentence: "section 12"."""
    return f"section {number(part)}"


def numbered(part: Section) -> Section:
    """Return a part with its number before its heading; an annex keeps its own."""
    if part.id not in ORDER:
        return part
    return replace(part, heading=f"{number(part.id)}. {part.heading}")

"""The order of a paper's parts and their numbers: a sentence may name a part by the number it will have."""

from dataclasses import replace

from dashboard.pack.model import Run, Section

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


def numeral(part: str) -> Run:
    """Return the number of a part within a sentence, as one that follows the part where it is moved."""
    return Run(str(number(part)), part=part)


def numbered(part: Section) -> Section:
    """Return a part with its number before its heading; an annex keeps its own."""
    if part.id not in ORDER:
        return part
    return replace(part, heading=f"{_before(part.id)}{part.heading}")


def unnumbered(part: Section) -> str:
    """Return the heading of a numbered part without its number, for who numbers headings itself."""
    return part.heading.removeprefix(_before(part.id)) if part.id in ORDER else part.heading


def _before(part: str) -> str:
    return f"{number(part)}. "

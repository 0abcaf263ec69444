"""What is said beside figures that makes them others than a council's of its year: changes, targets.

A heading or a group is known or refused; titles and the names of sections are free texts, and these are the
words of them that take the figures away.
"""

import re
from functools import lru_cache

from dashboard.imports.tables.years_said import part_said, years_named

_EARLIER = r"(?:previous|prior|preceding|earlier|last)(?:\s+financial)?\s+years?\b|year before|years? earlier"
_COMPARED = (
    r"changes?\b|differences?\b|variances?\b|movements?\b|increases?\b|decreases?\b|trends?\b"
    r"|ranks?\b|rankings?\b|quartiles?\b|deciles?\b|percentiles?\b|(?:lower|upper) limits?\b|confidence\b"
)
_PLANNED = r"targets?\b|forecasts?\b|projections?\b|projected\b|budgets?\b"
_TYPICAL = r"averages?\b|means?\b|medians?\b|similar authorities"
_EVERYONE = (
    r"(?:all )?england\b(?! and)|nation(?:al|ally|wide)\b|wales\b|scotland\b|united kingdom\b"
    r"|all (?:local |other )?(?:councils|authorities)"
)
_OTHER_SUBJECT = re.compile(
    r"housing ombudsman|parliamentary and health|\bstages? (?:[1-3]|one|two|three)\b"
    r"|complaints? to (?:the |your )?(?:councils?|authorit(?:y|ies))|\bthousands\b|\b000s\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    rf"(?:^|[:–—]\s*|\s-\s*)(?:the |of )?"
    rf"(?:{_EARLIER}|{_COMPARED}|{_PLANNED}|{_TYPICAL}|(?:national|england) (?:averages?|figures|totals?)\b)",
    re.IGNORECASE,
)
_SECTION = re.compile(
    rf"\b(?:{_EARLIER}|{_COMPARED}|{_PLANNED}|{_TYPICAL}|previous\b)|^\W*(?:{_EVERYONE})", re.IGNORECASE
)


@lru_cache(maxsize=1024)
def not_of_the_figures(title: str) -> str | None:
    """Return the words by which a title says that below it stand no figures of councils themselves.

    >>> not_of_the_figures("Change between 2024-25 and 2025-26")
    'Change'
    >>> not_of_the_figures("Decided 2025-26 (changes since 2024-25 are in table 4)")
    """
    found = _TITLE.search(title) or _OTHER_SUBJECT.search(title)
    return found[0].strip(" :–—-") if found else None


@lru_cache(maxsize=1024)
def not_of_the_year(section: str, year: str) -> bool:
    """Say whether the name of a section of rows takes what stands below it away from the year's figures.

    >>> not_of_the_year("2024-25", "2025-26"), not_of_the_year("South East", "2025-26")
    (True, False)
    """
    others = years_named(section) - {year}
    return bool(others) or part_said(section, year) is not None or _SECTION.search(section) is not None

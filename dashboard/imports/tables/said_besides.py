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
    r"|complaints? to (?:the |your )?(?:councils?|authorit(?:y|ies))"
    r"|\b(?:hundreds|thousands|millions|000s)\b|\b(?:test|dummy|sample) data\b",
    re.IGNORECASE,
)
_SHARES = re.compile(r"^percentages?\b", re.IGNORECASE)
_OF_SOME = re.compile(r"\b(?:excluding|except|only)\b", re.IGNORECASE)
_SHORT = 12
"""A title of so many words or fewer says what the table is of; a longer one is a remark."""
_SERVICE = re.compile(
    r"\b(?:adult (?:social )?care|education|children.?s|housing|planning|highways|transport|benefits"
    r"|council tax|environment(?:al)?)\b(?! ombudsman)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    rf"(?:^|[:–—]\s*|\s-\s*)(?:the |of )?"
    rf"(?:{_EARLIER}|{_COMPARED}|{_PLANNED}|{_TYPICAL}|(?:national|england) (?:averages?|figures|totals?)\b)",
    re.IGNORECASE,
)
_FIGURES_ARE = re.compile(
    r"\b(?:figures|data|statistics|numbers|table)\b[^.;:]{0,20}?\b"
    r"(?:(?:are|is) (?:all )?(?:those |figures |data )?(?:of|for|from)|relates? to|refers? to|covers?)\s",
    re.IGNORECASE,
)
_NEAR = 45
"""So many letters on, the year is named: “the year from 1 April 2024 to 31 March 2025”."""
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
    found = _TITLE.search(title) or _OTHER_SUBJECT.search(title) or _SHARES.search(title)
    if found is None and len(title.split()) <= _SHORT:
        found = _OF_SOME.search(title)
    return found[0].strip(" :–—-") if found else None


@lru_cache(maxsize=1024)
def of_another_subject(text: str) -> bool:
    """Say whether a text names what is no count of the Ombudsman's: complaints made to the council itself,
    one of its stages, numbers in thousands.

    >>> of_another_subject("Complaints to the council"), of_another_subject("Complaints to the Ombudsman")
    (True, False)
    """
    return _OTHER_SUBJECT.search(text) is not None


@lru_cache(maxsize=1024)
def of_one_service(title: str) -> str | None:
    """Return the service that a short title names: figures by outcome are then of that service alone.

    >>> of_one_service("Housing complaints decided 2025-26")
    'Housing'
    """
    found = _SERVICE.search(title) if len(title.split()) <= _SHORT else None
    return found[0] if found else None


def year_of_figures(footnote: str) -> frozenset[str]:
    """Return the years a footnote says the figures are of; none where it only speaks of a year.

    >>> sorted(year_of_figures("All figures are those of 2024-25."))
    ['2024-25']
    >>> year_of_figures("Figures for 2024-25 were revised after publication.")
    frozenset()
    """
    return frozenset(
        year
        for found in _FIGURES_ARE.finditer(footnote)
        for year in years_named(footnote[found.end() :][:_NEAR])
    )


def part_of_figures(footnote: str, year: str) -> str | None:
    """Return the words by which a footnote says that figures are of a part of a year, or of several; None
    where it only speaks of a time.

    >>> part_of_figures("Figures cover April to December only", "2025-26")
    'April to December'
    >>> part_of_figures("No new complaints were taken from March to June 2020.", "2020-21")
    """
    said = [footnote[found.end() :][:_NEAR] for found in _FIGURES_ARE.finditer(footnote)]
    if re.search(r"\bonly\b", footnote, re.IGNORECASE) and len(footnote.split()) <= _SHORT:
        said.append(footnote)
    return next((part for text in said if (part := part_said(text, year)) is not None), None)


@lru_cache(maxsize=1024)
def not_of_the_year(section: str, year: str) -> bool:
    """Say whether the name of a section of rows takes what stands below it away from the year's figures.

    >>> not_of_the_year("2024-25", "2025-26"), not_of_the_year("South East", "2025-26")
    (True, False)
    """
    others = years_named(section) - {year}
    return bool(others) or part_said(section, year) is not None or _SECTION.search(section) is not None

"""A filter of cases in words, for the title of a feed and the sentence above a list."""

from collections.abc import Callable

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionKind
from dashboard.domain.formats import day
from dashboard.domain.outcomes import Compliance
from dashboard.pages.wording import listed

_MOST_NAMED = 5
_LONGEST = 80
_FOUND = {
    Compliance.ON_TIME: "complied with on time",
    Compliance.LATE: "complied with late",
    Compliance.NOT_COMPLIED: "not complied with",
}


def described(asked: CaseFilter, name: Callable[[str], str]) -> str:
    """Return what a filter means, every part that is set: "Housing: Homelessness, decided in 2023-24".

    ``name`` gives a council's name by its slug. Empty where nothing is set.
    """
    parts = [*_about(asked), *_whose(asked, name), *_when(asked), *_found(asked)]
    if asked.words.strip():
        parts.append(f"with the words “{_short(asked.words)}”")
    return ", ".join(parts)


def _about(asked: CaseFilter) -> list[str]:
    parts = []
    if asked.category is not None:
        sub = f": {_short(asked.sub_category)}" if asked.sub_category else ""
        parts.append(f"{asked.category.label}{sub}")
    elif asked.sub_category:
        parts.append(_short(asked.sub_category))
    if asked.service is not None:
        parts.append(f"received as {asked.service.label}")
    if asked.kind is not None:
        parts.append("public interest reports" if asked.kind is DecisionKind.REPORT else "statements")
    return parts


def _whose(asked: CaseFilter, name: Callable[[str], str]) -> list[str]:
    parts = [asked.type.councils] if asked.type is not None else []
    if asked.councils:
        named = [name(slug) for slug in asked.councils[:_MOST_NAMED]]
        more = len(asked.councils) - len(named)
        parts.append(listed([*named, f"{more} more"] if more else named))
    return parts


def _when(asked: CaseFilter) -> list[str]:
    parts = [
        f"{verb} in {year}"
        for verb, year in (("decided", asked.decided), ("received", asked.received), ("due", asked.due))
        if year
    ]
    if asked.since is not None:
        parts.append(f"decided on or after {day(asked.since)}")
    if asked.until is not None:
        parts.append(f"decided on or before {day(asked.until)}")
    return parts


def _found(asked: CaseFilter) -> list[str]:
    parts = []
    if asked.outcomes:
        parts.append(" or ".join(outcome.label.lower() for outcome in asked.outcomes))
    if asked.compliance:
        parts.append(f"recommendations {' or '.join(_FOUND[found] for found in asked.compliance)}")
    if asked.remedied:
        parts.append("satisfactorily remedied before the complaint reached the Ombudsman")
    return parts


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"

"""Checks of texts that are to be published, and of the decisions of a list."""

from collections.abc import Iterator

from dashboard.addresses.urls import ombudsman_decision_path
from dashboard.checks.finding import Finding, Severity
from dashboard.checks.material import Material
from dashboard.domain.formats import day
from dashboard.domain.years import ReportingYear
from dashboard.imports.imported import PERSONAL as A_PERSON
from dashboard.imports.imported import ListedRow

PERSONAL = "personal"
DECISIONS = "decisions"
_CENTURY = 2000


def personal(material: Material) -> Iterator[Finding]:
    """A text to be published names no person: no name after Mr or Ms, no address, no number of one.

    What was found is told by its kind and place, and not repeated: a report is passed on. The text is named
    by its checksum, so that who accepts it accepts this text and no other.
    """
    for one in material.imported.found:
        if one.kind == A_PERSON:
            yield Finding(
                PERSONAL,
                Severity.WARNING,
                f"The {one.column.replace('_', '-')} of {one.reference} holds what looks like {one.what} "
                f"(text {one.text}).",
                one.slug or None,
                place=one.place,
                suggestion="Take it out of the file and import that; accept it where it is no person's.",
            )


def decisions(material: Material) -> Iterator[Finding]:
    """A decision of a list was made after its complaint came in, before today, about a council of its time,
    and has the address that the Ombudsman's rule gives: the one that will be shown.
    """
    for row in material.imported.decisions:
        said = _cannot_be(row, material)
        if said:
            yield Finding(
                DECISIONS,
                Severity.ERROR,
                f"{row.decision.reference} {said}.",
                row.decision.slug,
                place=row.place,
                suggestion="Put it right in the list, and import that.",
            )
        path = _path(row)
        if row.address and _path_of(row.address) != path:
            yield Finding(
                DECISIONS,
                Severity.WARNING,
                f"The address of {row.decision.reference} is not {path}, where its link will lead.",
                row.decision.slug,
                place=row.place,
                suggestion="Look whether category, sub-category and reference are those of its page.",
            )


def _cannot_be(row: ListedRow, material: Material) -> str:
    """Say in what way a decision cannot be; empty where it can."""
    one = row.decision
    council = material.reference.councils.get(one.slug)
    if one.decided is None or council is None:
        return ""
    received = ReportingYear(_CENTURY + int(one.reference[:2]))
    if one.decided < received.first_day:
        return f"was decided on {day(one.decided)}, before {received}, the year of its reference"
    if material.today is not None and one.decided > material.today:
        return f"was decided on {day(one.decided)}, a day that has not come"
    if council.start is not None and one.decided < council.start:
        return f"was decided on {day(one.decided)}, when {council.name} had not begun"
    return ""


def _path(row: ListedRow) -> str:
    one = row.decision
    return ombudsman_decision_path(one.category, one.sub_category, one.reference)


def _path_of(address: str) -> str:
    """Return the path of an address, host and query aside; whatever it is, it is only compared."""
    path = address.partition("://")[2].partition("/")[2] if "://" in address else address.lstrip("/")
    return f"/{path.partition('?')[0].partition('#')[0].rstrip('/')}".casefold()

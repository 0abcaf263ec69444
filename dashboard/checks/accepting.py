"""Accepting warnings: which of them are meant, and writing them down."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from dashboard.checks.acceptances import Acceptance, Judged, read_acceptances, write_acceptances
from dashboard.checks.finding import Finding


def accepting(
    judged: Judged,
    folder: Path,
    *,
    check: str,
    slug: str | None = None,
    year: str | None = None,
    quantity: str | None = None,
    reason: str,
    accepted_by: str,
    accepted_on: date,
) -> tuple[Finding, ...]:
    """Accept the warnings of a check that nobody accepted yet, of a council, year and quantity where given.

    They are added to the draft's acceptances, one line a warning; those that meet no warning any more
    stay, and are reported until a person takes them out. Returns the warnings accepted.
    """
    meant = tuple(
        finding
        for finding in judged.warnings
        if finding.check == check
        and slug in (None, finding.slug)
        and year in (None, finding.year)
        and quantity in (None, finding.quantity)
    )
    if meant:
        there: Sequence[Acceptance] = read_acceptances(folder)
        more = [Acceptance(*finding.key, reason, accepted_by, accepted_on) for finding in meant]
        write_acceptances(folder, (*there, *more))
    return meant

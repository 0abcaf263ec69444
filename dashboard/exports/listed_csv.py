"""Listed decisions as CSV, written while they are read: some of the Ombudsman's, and each row says so."""

from collections.abc import Callable, Iterable, Iterator

from dashboard.addresses.urls import ombudsman_decision
from dashboard.domain.origin import Origin
from dashboard.exports.csv_line import csv_line
from dashboard.exports.decisions_csv import SOURCES
from dashboard.repository.listed_records import ListedDecision
from dashboard.repository.records import Release

COLUMNS = (
    *("reference", "council", "kind", "category", "sub_category", "outcome", "decided"),
    *("withdrawn_on", "withdrawn_reason", "address", "list", "origin", "release", "source"),
)
SOME = "Some of the Ombudsman’s decisions: no figure follows from how many are listed"


def listed_csv(
    rows: Iterable[ListedDecision], release: Release, named: Callable[[str], str]
) -> Iterator[str]:
    """Yield the file line by line. What was not seen is empty; ``address`` is on the Ombudsman's own site,
    empty for a withdrawn decision. ``named`` names a council by its slug."""
    yield csv_line(COLUMNS)
    for row in rows:
        there = ombudsman_decision(row.category, row.sub_category, row.reference)
        yield csv_line(
            (
                row.reference,
                named(row.slug),
                row.kind.label if row.kind else "",
                row.category.label,
                row.sub_category,
                row.outcome.label if row.outcome else "",
                row.decided.isoformat() if row.decided else "",
                row.withdrawn.on.isoformat() if row.withdrawn else "",
                row.withdrawn.reason if row.withdrawn else "",
                "" if row.withdrawn else there,
                SOME,
                Origin.PUBLISHED.value,
                release.cited,
                SOURCES[Origin.PUBLISHED],
            )
        )

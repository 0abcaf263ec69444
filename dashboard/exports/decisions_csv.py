"""Decisions as CSV, written while they are read: the first line is the heading, every row complete."""

from collections.abc import Callable, Iterable, Iterator

from dashboard.domain.origin import Origin
from dashboard.domain.references import is_simulated
from dashboard.exports.csv_line import csv_line
from dashboard.repository.case_records import DecisionRow
from dashboard.repository.records import Release

COLUMNS = (
    *("reference", "council", "kind", "category", "sub_category", "outcome", "received", "decided"),
    *("subject", "summary", "service_improvements", "withdrawn_on", "withdrawn_reason", "address"),
    *("origin", "release", "source"),
)
SOURCES = {
    Origin.SIMULATED: "Made up for a demonstration: no real case is meant",
    Origin.PUBLISHED: "Local Government and Social Care Ombudsman, www.lgo.org.uk",
}


def decisions_csv(
    rows: Iterable[DecisionRow],
    release: Release,
    named: Callable[[str], str],
    address: Callable[[str], str],
) -> Iterator[str]:
    """Yield the file line by line.

    Origin, release and source are columns, not lines above the heading: a file with a preamble has to be
    repaired before it can be read. ``named`` names a council by its slug, ``address`` is the path of a
    decision's page by its reference. What a spreadsheet would run as a formula is made text.
    """
    yield csv_line(COLUMNS)
    for row in rows:
        origin = Origin.SIMULATED if is_simulated(row.reference) else Origin.PUBLISHED
        yield csv_line(
            (
                row.reference,
                named(row.slug),
                row.kind.label,
                row.category.label,
                row.sub_category,
                row.outcome.label,
                row.received.isoformat(),
                row.decided.isoformat(),
                row.subject,
                "".join(piece for piece, _ in row.excerpt),
                str(row.improvements),
                row.withdrawn.on.isoformat() if row.withdrawn else "",
                row.withdrawn.reason if row.withdrawn else "",
                address(row.reference),
                origin.value,
                release.cited,
                SOURCES[origin],
            )
        )

"""The rows of the files of decisions: one a decision, with its origin, release, source and the query."""

from collections.abc import Callable, Iterable

from dashboard.downloads.column import Cell, Column, Listing
from dashboard.exports.columns_shared import (
    CATEGORY,
    COUNCIL,
    ORIGIN,
    QUERY,
    RELEASE,
    SOURCE,
    SOURCES,
    SUB_CATEGORY,
    WITHDRAWN,
    origin_of,
)
from dashboard.repository.case_records import DecisionRow

COLUMNS = (
    Column(
        "reference",
        "Reference",
        "string",
        "The case’s reference; a simulated one begins with SIM.",
        required=True,
    ),
    COUNCIL,
    Column("kind", "Kind", "string", "A statement, or a public interest report."),
    CATEGORY,
    SUB_CATEGORY,
    Column("outcome", "Outcome", "string", "What the Ombudsman decided."),
    Column("received", "Received", "date", "The day the complaint was received."),
    Column("decided", "Decided", "date", "The day of the decision."),
    Column("subject", "Subject", "string", "The decision’s title."),
    Column("summary", "Summary", "string", "The Ombudsman’s summary."),
    Column("service_improvements", "Service improvements", "integer", "How many the council agreed to."),
    *WITHDRAWN,
    Column("address", "Address", "string", "The decision’s page on this site."),
    *(ORIGIN, RELEASE, SOURCE, QUERY),
)


def decisions_listing(
    rows: Iterable[DecisionRow],
    release: str,
    query: str,
    named: Callable[[str], str],
    address: Callable[[str], str],
) -> Listing:
    """Return decisions as a listing, read while it is written.

    ``release`` is its name as it is cited, ``query`` what was asked for in words. ``named`` names a council
    by its slug, ``address`` is the path of a decision's page by its reference.
    """

    def cells(row: DecisionRow) -> tuple[Cell, ...]:
        origin = origin_of(row.reference)
        return (
            row.reference,
            named(row.slug),
            row.kind.label,
            row.category.label,
            row.sub_category,
            row.outcome.label,
            row.received,
            row.decided,
            row.subject,
            "".join(piece for piece, _ in row.excerpt),
            row.improvements,
            row.withdrawn.on if row.withdrawn else None,
            row.withdrawn.reason if row.withdrawn else "",
            address(row.reference),
            *(origin.value, release, SOURCES[origin], query),
        )

    return Listing(COLUMNS, map(cells, rows))

"""The rows of the files of listed decisions: some of the Ombudsman's, and each row says so."""

from collections.abc import Callable, Iterable

from dashboard.addresses.urls import ombudsman_decision
from dashboard.domain.origin import Origin
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
)
from dashboard.repository.listed_records import ListedDecision

SOME = "Some of the Ombudsman’s decisions: no figure follows from how many are listed"
COLUMNS = (
    Column("reference", "Reference", "string", "The case’s reference.", required=True),
    COUNCIL,
    Column("kind", "Kind", "string", "A statement or a public interest report; empty where it was not seen."),
    CATEGORY,
    SUB_CATEGORY,
    Column("outcome", "Outcome", "string", "What the Ombudsman decided; empty where it was not seen."),
    Column("decided", "Decided", "date", "The day of the decision; empty where it was not seen."),
    *WITHDRAWN,
    Column("address", "Address", "string", "The decision on the Ombudsman’s site; empty once withdrawn."),
    Column("list", "List", "string", "What the list is of."),
    *(ORIGIN, RELEASE, SOURCE, QUERY),
)


def listed_listing(
    rows: Iterable[ListedDecision], release: str, query: str, named: Callable[[str], str]
) -> Listing:
    """Return listed decisions as a listing; what was not seen is empty.

    ``named`` names a council by its slug, ``release`` is its name as it is cited, ``query`` what was asked
    for in words.
    """

    def cells(row: ListedDecision) -> tuple[Cell, ...]:
        there = ombudsman_decision(row.category, row.sub_category, row.reference)
        return (
            row.reference,
            named(row.slug),
            row.kind.label if row.kind else "",
            row.category.label,
            row.sub_category,
            row.outcome.label if row.outcome else "",
            row.decided,
            row.withdrawn.on if row.withdrawn else None,
            row.withdrawn.reason if row.withdrawn else "",
            "" if row.withdrawn else there,
            SOME,
            *(Origin.PUBLISHED.value, release, SOURCES[Origin.PUBLISHED], query),
        )

    return Listing(COLUMNS, map(cells, rows))

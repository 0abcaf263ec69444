"""The rows of the files of improvements: one an improvement, each with its origin, release and case."""

from collections.abc import Callable, Iterable

from dashboard.domain.progress import progress
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
    origin_of,
)
from dashboard.repository.case_records import Improvement
from dashboard.repository.records import Council

COLUMNS = (
    ORIGIN,
    RELEASE,
    COUNCIL,
    Column("council_type", "Type of council", "string", "One of the Ombudsman’s five types."),
    Column("region", "Region", "string", "The region of England."),
    Column("agreed", "Agreed", "date", "The day of the decision, on which the council had agreed."),
    Column("case", "Case", "string", "The reference of the case it comes from.", required=True),
    CATEGORY,
    SUB_CATEGORY,
    Column("fault", "Fault", "string", "What had gone wrong, where the register says."),
    Column("change", "Sort of change", "string", "What sort of change it is."),
    Column("improvement", "Improvement", "string", "What the council agreed to do."),
    Column("due", "Due", "date", "When it fell due; empty where the register does not say."),
    Column("done", "Done", "date", "When it was done; empty where none is recorded."),
    Column("progress", "Progress", "string", "Whether it is recorded as done, and in time."),
    Column("address", "Address", "string", "The page of its case on this site."),
    *(SOURCE, QUERY),
)


def improvements_listing(
    improvements: Iterable[Improvement],
    release: str,
    query: str,
    council: Callable[[str], Council | None],
    address: Callable[[str], str],
) -> Listing:
    """Return improvements as a listing, read while it is written.

    ``release`` is its name as it is cited, ``query`` what was asked for in words. ``council`` returns a
    council by its slug, ``address`` a case's page by its reference.
    """

    def cells(one: Improvement) -> tuple[Cell, ...]:
        whose = council(one.slug)
        origin = origin_of(one.reference)
        return (
            *(origin.value, release),
            whose.name if whose else one.slug,
            whose.type.label if whose else "",
            whose.region if whose else "",
            one.agreed,
            one.reference,
            one.category.label,
            one.sub_category,
            one.fault or "",
            one.kind.label,
            "".join(text for text, _ in one.text),
            one.due,
            one.met,
            progress(one.due, one.met).label,
            address(one.reference),
            *(SOURCES[origin], query),
        )

    return Listing(COLUMNS, map(cells, improvements))

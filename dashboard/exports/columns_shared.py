"""Columns that files of cases share, and the words of where a case comes from."""

from dashboard.domain.origin import Origin
from dashboard.domain.references import is_simulated
from dashboard.downloads.column import Column

SOURCES = {
    Origin.SIMULATED: "Made up for a demonstration: no real case is meant",
    Origin.PUBLISHED: "Local Government and Social Care Ombudsman, www.lgo.org.uk",
}
ORIGIN = Column(
    *("origin", "Origin", "string"),
    "Where the row comes from: published by the Ombudsman, or simulated (made up for a demonstration).",
    required=True,
    values=tuple(SOURCES),
)
RELEASE = Column(
    "release", "Release", "string", "The release the row belongs to, for citing it.", required=True
)
SOURCE = Column("source", "Source", "string", "Whose the row is, in words.", required=True)
QUERY = Column("query", "Query", "string", "What was asked for when the file was made.", required=True)
COUNCIL = Column("council", "Council", "string", "The council’s official name today.", required=True)
CATEGORY = Column("category", "Category", "string", "The Ombudsman’s category of the decision.")
SUB_CATEGORY = Column(
    "sub_category", "Sub-category", "string", "Its sub-category; empty where there is none."
)
WITHDRAWN = (
    Column(
        "withdrawn_on", "Withdrawn on", "date", "When the decision was withdrawn; its texts are then empty."
    ),
    Column("withdrawn_reason", "Why withdrawn", "string", "The reason given."),
)


def origin_of(reference: str) -> Origin:
    """Return where a case comes from."""
    return Origin.SIMULATED if is_simulated(reference) else Origin.PUBLISHED

"""A decision of a list as an entry of a feed: its title, what was seen of it, the Ombudsman's page."""

from dashboard.addresses.urls import ombudsman_decision
from dashboard.domain.formats import day
from dashboard.domain.references import reference_slug
from dashboard.feeds.atom import Entry
from dashboard.feeds.entries import Setting, categories
from dashboard.repository.listed_records import ListedDecision
from dashboard.words.decisions import about
from dashboard.words.listed import NO_OUTCOME, title


def listed_entry(row: ListedDecision, given: Setting) -> Entry | None:
    """Return a decision as an entry; None where its day was not seen, as an entry needs one.

    Its id is that of the same decision with its text, so that a reader's copy is kept when a release has it.
    Once withdrawn it says so, and leads nowhere else than to our own page that says it, too.
    """
    if row.decided is None:
        return None
    place, name = given.place, title(given.name(row.slug), row.reference)
    outcome = row.outcome.label if row.outcome else NO_OUTCOME
    there = ombudsman_decision(row.category, row.sub_category, row.reference)
    summary = (
        f"{outcome}, decided on {day(row.decided)}. {about(row)}. The text is on the Ombudsman’s own site."
    )
    updated = row.decided
    if row.withdrawn:
        name, there = f"{name}, withdrawn", given.url(f"/decisions/{reference_slug(row.reference)}")
        summary = f"Withdrawn on {day(row.withdrawn.on)}: {row.withdrawn.reason}"
        updated = max(row.decided, row.withdrawn.on)
    return Entry(
        id=place.tag(f"decision/{reference_slug(row.reference)}"),
        title=name,
        url=there,
        published=row.decided,
        updated=updated,
        summary=summary,
        categories=categories(row.category, row.sub_category, place),
    )

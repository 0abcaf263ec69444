"""What kind of figures a release has and whether it is published, as pages and pictures say it."""

from dashboard.domain.statuses import Status, embargo_words
from dashboard.repository.records import Release

Said = tuple[str, str]
"""What is said strongly, and the rest of it."""

NOT_OFFICIAL = "This is not the Ombudsman’s own site."
REAL = "Published and reported figures only; what is not held is shown as not held."
"""What is said of a release without simulated figures."""


def demonstration(release: Release) -> Said | None:
    """Say that figures are simulated: all of them, or those not marked as real; None of real figures."""
    if release.is_all_simulated:
        return "Demonstration.", "Every figure is simulated, and none is of a real council."
    if release.is_demonstration:
        return (
            "Demonstration.",
            "Figures marked published, reported or derived are real; all others are simulated.",
        )
    return None


def unpublished(release: Release) -> Said | None:
    """Say of a draft and of what is under embargo that it is not published; None of other releases."""
    match Status(release.status):
        case Status.DRAFT:
            return "Draft, not published.", "Any figure here may still change. Do not quote it."
        case Status.EMBARGOED:
            until = f" until {embargo_words(release.embargoed_until)}" if release.embargoed_until else ""
            return f"Embargoed{until}.", "Not published: do not quote it or pass it on before."
        case _:
            return None


def superseded(release: Release) -> Said | None:
    """Say that another release took the place of this one; None where it did not."""
    if Status(release.status) is not Status.SUPERSEDED:
        return None
    return (
        "Superseded.",
        f"These are the figures of release “{release.name}”, as they were published then.",
    )

"""The status of a release: what it is, who may see it, and how it is told in words everywhere."""

from datetime import UTC, datetime
from enum import StrEnum

from dashboard.domain.formats import day


class Status(StrEnum):
    """Draft, embargoed and bundled are a release's own; live and superseded are what publishing makes it."""

    DRAFT = "draft"
    EMBARGOED = "embargoed"
    BUNDLED = "bundled"
    LIVE = "live"
    SUPERSEDED = "superseded"

    @property
    def public(self) -> bool:
        """Whether readers may see it: it is or was live, or comes with the project."""
        return self in (Status.BUNDLED, Status.LIVE, Status.SUPERSEDED)


BUILT = (Status.DRAFT, Status.EMBARGOED, Status.BUNDLED)
"""The statuses a release can be built with."""


def embargo_end(text: str) -> datetime:
    """Return the moment an embargo ends: ``2026-07-22`` (its first moment) or ``2026-07-22T09:30+01:00``.

    Without an offset the time is UTC. Raises ValueError for anything else, with a sentence.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(
            f"“{text}” is not when an embargo ends: write 2026-07-22 or 2026-07-22T09:30+01:00."
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def embargo_words(text: str) -> str:
    """Write the end of an embargo: "22 July 2026", "22 July 2026, 08:30 UTC"."""
    moment = embargo_end(text).astimezone(UTC)
    if (moment.hour, moment.minute) == (0, 0):
        return day(moment.date())
    return f"{day(moment.date())}, {moment:%H:%M} UTC"


def status_words(status: str, embargoed_until: str | None = None, live: str | None = None) -> str:
    """Write a status as every page and file says it; ``live`` is the release that took its place."""
    match Status(status):
        case Status.DRAFT:
            return "draft, not published"
        case Status.EMBARGOED:
            until = f" until {embargo_words(embargoed_until)}" if embargoed_until else ""
            return f"embargoed{until}, not published"
        case Status.BUNDLED:
            return "comes with the project, not published by anyone"
        case Status.LIVE:
            return "live"
        case Status.SUPERSEDED:
            return f"superseded by release “{live}”" if live else "superseded"

"""How far an agreed action has come, from the day it fell due and the day it was done."""

from datetime import date
from enum import StrEnum


class Progress(StrEnum):
    """What is known of an agreed action; the value is its id in files."""

    ON_TIME = "on_time"
    LATE = "late"
    NOT_YET = "not_yet"
    UNDATED = "undated"

    @property
    def label(self) -> str:
        """The state in a few words. Nothing is judged by today's date: a page of a release never changes."""
        return _LABELS[self]


_LABELS = {
    Progress.ON_TIME: "done on time",
    Progress.LATE: "done late",
    Progress.NOT_YET: "not recorded as done",
    Progress.UNDATED: "no dates held",
}


def progress(due: date | None, met: date | None) -> Progress:
    """Return how far an action has come; without a day due nothing can be said."""
    if due is None:
        return Progress.UNDATED
    if met is None:
        return Progress.NOT_YET
    return Progress.ON_TIME if met <= due else Progress.LATE

"""What pages say of a list of some decisions: how many are held, and that they are not all there are.

Nothing here sets the list beside the statistics: it is a part, and no number follows from its length.
"""

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.formats import day, thousands
from dashboard.repository.listed_interface import beyond_a_list
from dashboard.repository.listed_records import ListedPage, ListedScope
from dashboard.words.wording import counted

A_PART = (
    "This is a part of what the Ombudsman publishes. How many are listed here says nothing about how many "
    "there are, and no figure on this site is counted from them."
)
READ_THERE = "Each title leads to the decision on the Ombudsman’s own site."
NUMBERS = "The numbers count this list alone."
_NOT_ALL = "That says nothing about how many there are."
NO_OUTCOME, NO_DAY = "Outcome not seen", "day not seen"
BEYOND = (
    "This list does not say when or as what a complaint was received, whether it had been put right before, "
    "or what became of recommendations: the search was made without."
)
REPORTS_NOT_SEEN = "The list held here does not say which decisions are public reports."
NO_REPORTS = (
    "None of the decisions held here is a public report, which says nothing about how many there are."
)


def held(scope: ListedScope, about: str = "") -> str:
    """Say how many of the Ombudsman's decisions are held; ``about`` says about whom, in which year.

    "Some of the Ombudsman’s decisions about Leeds City Council: 3 are held here."
    """
    if scope.total == 0:
        return f"None of the Ombudsman’s decisions{about} is held here. {_NOT_ALL}"
    if scope.total == 1:
        return f"Some of the Ombudsman’s decisions{about}: one is held here."
    return f"Some of the Ombudsman’s decisions{about}: {thousands(scope.total)} are held here."


def held_in_all(scope: ListedScope) -> str:
    """Say how many decisions a release's list holds, about how many councils, from when to when."""
    span = f", decided from {day(scope.first)} to {day(scope.last)}" if scope.first and scope.last else ""
    of = f", about {counted(scope.councils, 'councils')}{span}"
    verb = "is" if scope.total == 1 else "are"
    return f"Some of the Ombudsman’s decisions: {thousands(scope.total)} {verb} held here{of}."


def how_many(found: ListedPage, *, narrowed: bool) -> str:
    """Say how many decisions were found, and which page of them is shown."""
    if not found.total:
        return "No decision held here fits" if narrowed else "No decision is held here"
    told = f"{counted(found.total, 'decisions')} held here"
    if found.pages > 1:
        told += f", page {thousands(found.page)} of {thousands(found.pages)}"
    return told


def undated(number: int, *, timed: bool) -> str:
    """Say of how many decisions the day was not seen, and where that puts them; empty for none.

    ``timed``: a year or days were asked for, which these are in none of.
    """
    if not number:
        return ""
    if timed:
        more = "one more decision" if number == 1 else f"{thousands(number)} more"
        rest = "it is" if number == 1 else "they are"
        return f"For {more} the day was not seen: {rest} under no year."
    some, rest = ("one", "it stands") if number == 1 else (thousands(number), "they stand")
    return f"For {some} of them the day was not seen: {rest} last."


def outcomes_unseen(number: int) -> str:
    """Say of how many decisions the outcome was not seen; empty for none. They are counted under none."""
    if not number:
        return ""
    return f"For {'one' if number == 1 else thousands(number)} of them the outcome was not seen."


def without_time(asked: CaseFilter) -> CaseFilter:
    """Return a filter without the year and the days it asks for."""
    return asked.changed(decided=None, since=None, until=None)


def is_timed(asked: CaseFilter) -> bool:
    """Say whether a filter asks for a year or days."""
    return bool(asked.decided or asked.since or asked.until)


def asks_beyond(asked: CaseFilter) -> bool:
    """Say whether a filter asks what a list cannot answer."""
    return beyond_a_list(asked) != CaseFilter()


def title(council: str, reference: str) -> str:
    """Return a decision's title, as the Ombudsman's own page has it: the council and the reference."""
    return f"{council} ({reference})"

"""How a letter opens: to whom it is written, and what is unusual of the council in that year."""

from collections.abc import Sequence

from dashboard.domain.formats import day
from dashboard.domain.years import ReportingYear
from dashboard.letters.editions import Edition
from dashboard.letters.model import Paragraph, Run
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council, LineageLink
from dashboard.words.wording import capital, council_name, listed


def addressee(council: Council, edition: Edition, repository: Repository) -> tuple[str, ...]:
    """Return the lines of the address: the chief executive, or the successors' after a council's end."""
    office = f"The {edition.addressed_to}"
    successors: list[str] = []
    if has_ended(council, edition.year):
        successors = _names(council.heirs(repository.successors(council.slug)), repository)
    if not successors:
        return (office, council.name)
    if len(successors) == 1:
        return (office, successors[0], f"as successor to {council.name}")
    return (f"{office}s", listed(successors), f"as successors to {council.name}")


def has_ended(council: Council, year: str) -> bool:
    """Say whether a council was no more when the letters of a year are written: after the year's end."""
    return council.end is not None and council.end <= ReportingYear.parse(year).last_day


def opening(council: Council, edition: Edition, repository: Repository) -> tuple[Paragraph, ...]:
    """Return the first paragraphs: what this is, what is unusual of the council, what is of the year."""
    ends = day(ReportingYear.parse(edition.year).last_day)
    name = council_name(council.name)
    first = (
        f"I write with the complaint statistics of {name} for the year ended {ends}. I hope they "
        "help you, your councillors and your officers to see what complaints can teach."
    )
    notes = [f"Note: {note}" for note in edition.notes]  # a reader's guide, in nobody's voice
    texts = [first, *_standing(council, edition.year, repository), *edition.opening, *notes]
    return tuple((Run(text),) for text in texts)


def _standing(council: Council, year: str, repository: Repository) -> list[str]:
    span = ReportingYear.parse(year)
    if council.end is not None and has_ended(council, year):
        after = _names(council.heirs(repository.successors(council.slug)), repository)
        heirs = "the council that took its place" if len(after) == 1 else "the councils that took its place"
        ended = f"{capital(council_name(council.name))} ended on {day(council.end)}"
        if repository.existed(council.slug, year):
            office = "chief executive" if len(after) == 1 else "chief executives"
            to = f", and I write to you as {office} of {heirs}" if after else ""
            return [f"{ended}{to}. This letter covers its last year."]
        return [
            f"{ended}. We still decided complaints about it in this year, and I record them here for "
            f"{heirs}. There is no average to set beside them."
        ]
    if council.start == span.first_day:
        formed = _formed(repository.predecessors(council.slug), repository)
        return [
            f"This is the first year of your council{formed}. Complaints about earlier events may have been "
            "decided in the name of the councils before it."
        ]
    return []


def _formed(links: Sequence[LineageLink], repository: Repository) -> str:
    """Say what a council was formed from: whole councils, and those of which it has a part."""
    whole, part = (
        _names([link.predecessor for link in links if (link.change == "split") is split], repository)
        for split in (False, True)
    )
    parts = f"a part of {listed(part)}" if part else ""
    told = ", and from ".join(filter(None, (listed(whole) if whole else "", parts)))
    return f", formed from {told}" if told else ""


def _names(slugs: Sequence[str], repository: Repository) -> list[str]:
    found = [council.name for council in map(repository.council, slugs) if council is not None]
    return sorted(found)

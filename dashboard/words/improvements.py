"""What lists of improvements say of themselves: what is shown, how much of it, which years are held."""

from collections.abc import Callable, Sequence

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.formats import thousands
from dashboard.repository.case_records import ImprovementGroup
from dashboard.words.decisions import asked_parts, shortened
from dashboard.words.wording import counted

TITLE = "What councils agreed to change"
NOT_HELD = (
    "Improvements are not held in this release: it holds the figures, and not the cases behind them. "
    "The Ombudsman publishes its decisions, with what councils agreed to do, on its own site."
)
SIMULATED = (
    "Simulated: every case and every improvement listed here is made up for this demonstration. "
    "No council agreed to any of them."
)
PUBLISHED = "Published by the Ombudsman with its decisions"


def scope(asked: CaseFilter, whose: str, named: Callable[[str], str]) -> str:
    """Return in words which improvements are meant; empty for all.

    ``whose`` names a group of councils in words; ``named`` returns a council's name from its slug.
    """
    parts = [text for text, _ in asked_parts(asked, named)]
    return ", ".join([*parts, *([whose] if whose else [])])


def how_many(total: int, page: int, pages: int) -> str:
    """Say how many improvements there are, and which page of them this is."""
    if not total:
        return "No improvements found"
    which = f", page {thousands(page)} of {thousands(pages)}" if pages > 1 else ""
    return f"{counted(total, 'improvements')}{which}"


def shown(total: int, groups: Sequence[ImprovementGroup], told: str, *, several: bool) -> str:
    """Say which improvements are shown and how many cases they come from: ``told`` is their scope.

    ``several``: they are of more councils than one.
    """
    everything = "of all councils and years held" if several else "of all years held"
    of_which = f": {told}" if told else f", {everything}"
    if total == 0:
        return f"No improvement is held that meets all of this{of_which}."
    cases = sum(group.cases for group in groups)
    return f"Agreed in {counted(cases, 'cases')}{of_which}. The numbers of “Narrow this list” count cases."


def words_read(reading: str) -> str:
    """Say how words were read, and that a case is found whole; empty without any."""
    whole = "A case with the words is listed with all its improvements."
    return f"{reading.strip().rstrip('.')}. {whole}" if reading else ""


def years_held(years: Sequence[str]) -> str:
    """Say which years are held, beside the Ombudsman's own practice."""
    held = years[0] if len(years) == 1 else f"{years[0]} to {years[-1]}"
    return (
        "The Ombudsman shows the improvements a council agreed to for five years, and those of public "
        f"interest reports for ten. This release holds those of the published decisions of {held}."
    )


def title_of(told: str, page: int, title: str = TITLE) -> str:
    """Return the page's title: its scope, and the number of a page after the first."""
    about = f"{title}: {shortened(told)}" if told else title
    return f"{about}, page {thousands(page)}" if page > 1 else about

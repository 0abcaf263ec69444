"""What set figures apart from those of the years before, in words. Which measures it concerns, these say."""

from dataclasses import dataclass

from dashboard.domain.measure import Measure
from dashboard.domain.measures import BEGAN, OVERVIEW, PANDEMIC, SELECTION, THREE_MEASURES, headline
from dashboard.domain.years import ReportingYear
from dashboard.words.wording import listed, uncapital


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened before a reporting year: ``label`` in two short lines for a chart, ``words``
    in full. ``caution`` is what to mind in comparing a figure with another year's (None: nothing more than
    ``words``). ``lasting`` is a change of method: figures after it are alike; else the year alone is odd.
    """

    label: tuple[str, str]
    words: str
    caution: str | None = None
    lasting: bool = True


EVENTS = {
    BEGAN: Event(
        ("New", "outcomes"),
        "From April 2014 complaints are upheld or not upheld; earlier outcomes were worded otherwise.",
    ),
    THREE_MEASURES: Event(
        ("Three", "measures"), "The three measures begin: upheld, compliance and satisfactory remedy."
    ),
    PANDEMIC: Event(
        ("Covid", "pause"),
        "No new complaints were taken from March to June 2020, so fewer were decided.",
        "The Ombudsman took no new complaints from March to June 2020: compare 2020-21 with care.",
        lasting=False,
    ),
    SELECTION: Event(
        ("Selection", "change"),
        "A new way of choosing which complaints to investigate raises upheld rates, and the rate for the "
        "population is printed for the first time.",
        "From 2022-23 the Ombudsman chooses differently which complaints to investigate, which raises "
        "the share upheld: compare councils with each other, not with earlier years.",
    ),
    OVERVIEW: Event(("New", "overview"), "The overview of all complaints dealt with begins."),
}
"""What happened, by the first reporting year after it."""


def concerned(year: ReportingYear) -> str:
    """Say which measures a break belongs to: their lines are broken there, or only marked."""
    broken = [_name(measure) for measure in headline() if year in measure.interrupted_at]
    marked = [_name(measure) for measure in headline() if year in measure.marked_at]
    told = []
    if broken:
        told.append(f"It breaks {listed(broken)}.")
    if marked:
        told.append(f"{'Of the others, it' if broken else 'It'} is marked on {listed(marked)}.")
    return " ".join(told) or "It concerns the overview alone."


def _name(measure: Measure) -> str:
    return f"“{uncapital(measure.label)}”"

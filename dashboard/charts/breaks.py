"""Where figures before and after cannot be read as one series: each measure's breaks, drawn on its trend."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.measure import Measure
from dashboard.domain.years import ReportingYear
from dashboard.words.breaks import EVENTS


@dataclass(frozen=True, slots=True)
class Break:
    """A break before a reporting year: ``label`` in two short lines for a chart, ``words`` in full.

    ``interrupts`` says that no line, change or trend runs across it; else it is only marked.
    """

    year: str
    label: tuple[str, str]
    words: str
    interrupts: bool = True


def breaks_of(measure: Measure, years: Sequence[str]) -> tuple[Break, ...]:
    """Return the breaks of a measure that lie between the first and the last of the years, ascending."""
    if not years:
        return ()
    first, last = ReportingYear.parse(years[0]), ReportingYear.parse(years[-1])
    return tuple(
        Break(str(at), EVENTS[at].label, EVENTS[at].words, at in measure.interrupted_at)
        for at in measure.breaks_in_series
        if first < at <= last
    )


BREAKS = tuple(Break(str(at), event.label, event.words) for at, event in EVENTS.items())
"""Every break of any measure, ascending."""

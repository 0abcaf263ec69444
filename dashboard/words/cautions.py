"""What a reader has to know before comparing a map with another year's."""

from dashboard.domain.measures import Measure
from dashboard.domain.years import ReportingYear

PANDEMIC = ReportingYear(2020)
SELECTION = ReportingYear(2022)


def cautions(measure: Measure, year: str, period: int) -> tuple[str, ...]:
    """Return the cautions that apply to a measure in a year, or in the years pooled up to it."""
    last = ReportingYear.parse(year)
    first = last.shifted(1 - period)
    told = []
    if first <= PANDEMIC <= last:
        told.append(
            "The Ombudsman took no new complaints from March to June 2020: compare 2020-21 with care."
        )
    if SELECTION in measure.interrupted_at and (last == SELECTION or first < SELECTION <= last):
        told.append(
            "From 2022-23 the Ombudsman chooses differently which complaints to investigate, which raises "
            "the share upheld: compare councils with each other, not with earlier years."
        )
    return tuple(told)

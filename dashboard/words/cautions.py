"""What a reader has to know before comparing a map with another year's."""

from dashboard.domain.measure import Measure
from dashboard.domain.years import ReportingYear
from dashboard.words.breaks import EVENTS, Event


def cautions(measure: Measure, year: str, period: int) -> tuple[str, ...]:
    """Return the cautions that apply to a measure in a year, or in the years pooled up to it."""
    last = ReportingYear.parse(year)
    first = last.shifted(1 - period)
    told = [
        event.caution
        for at in measure.breaks_in_series
        if (event := EVENTS[at]).caution is not None and _applies(event, at, first, last)
    ]
    across = pooled_across(measure, year, period)
    return (*told, across) if across else tuple(told)


def pooled_across(measure: Measure, year: str, period: int) -> str | None:
    """Say that the years pooled up to one lie on both sides of a break, and how they are compared then.

    None where they do not, and of what is never compared.
    """
    last = ReportingYear.parse(year)
    across = measure.interruption(last.shifted(1 - period), last)
    if across is None or not measure.compared:
        return None
    return (
        f"The years pooled lie on both sides of {across}: each council is compared with what the same "
        "years would bring a council of its type, year by year."
    )


def _applies(event: Event, at: ReportingYear, first: ReportingYear, last: ReportingYear) -> bool:
    """Whether figures of these years are set apart. After a lasting change the years are alike."""
    return first <= at <= last and not (event.lasting and first == at < last)

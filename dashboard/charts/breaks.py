"""Where figures before and after cannot be read as one series: drawn on every trend."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.years import ReportingYear


@dataclass(frozen=True, slots=True)
class Break:
    """A break before a reporting year: ``label`` in two short lines for a chart, ``words`` in full."""

    year: str
    label: tuple[str, str]
    words: str


BREAKS = (
    Break(
        "2014-15",
        ("New", "outcomes"),
        "From April 2014 complaints are upheld or not upheld; earlier outcomes were worded otherwise.",
    ),
    Break(
        "2018-19",
        ("Three", "measures"),
        "The three measures begin: upheld, compliance and satisfactory remedy.",
    ),
    Break(
        "2020-21",
        ("Covid", "pause"),
        "No new complaints were taken from March to June 2020, so fewer were decided.",
    ),
    Break(
        "2022-23",
        ("Selection", "change"),
        "A new way of choosing which complaints to investigate raises upheld rates, and the rate for the "
        "population is printed for the first time.",
    ),
    Break(
        "2024-25",
        ("New", "overview"),
        "The overview of all complaints dealt with begins.",
    ),
)


def breaks_within(years: Sequence[str]) -> tuple[Break, ...]:
    """Return the breaks that lie between the first and the last of the years, ascending."""
    if not years:
        return ()
    first, last = ReportingYear.parse(years[0]), ReportingYear.parse(years[-1])
    return tuple(b for b in BREAKS if first < ReportingYear.parse(b.year) <= last)

"""The catalogue of measures: what each counts, over what, in which unit, since when, and its caveat."""

from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain.years import ReportingYear


class Unit(StrEnum):
    """How a measure's value is read."""

    PERCENT = "percent"
    PER_100K = "per_100k"
    COUNT = "count"


PER = {Unit.PERCENT: 100, Unit.PER_100K: 100_000, Unit.COUNT: 1}
"""What a value of each unit is counted per."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure.

    ``numerator`` and ``denominator`` are ids of counts (``denominator`` is ``population`` for a
    rate and None for a count). ``decimals`` is how many are printed. ``breaks`` are the lower
    bounds of the map's classes above the first, fixed across years. ``compared`` says whether a
    council may be called higher or lower than its type on it at all. ``first_year`` is the first
    year in which the Ombudsman counted it so.
    """

    id: str
    label: str
    short: str
    unit: Unit
    numerator: str
    denominator: str | None
    noun: str
    decimals: int
    breaks: tuple[float, ...]
    compared: bool
    first_year: ReportingYear
    explanation: str
    caveat: str

    @property
    def on_map(self) -> bool:
        """Whether the measure can colour the map."""
        return bool(self.breaks)


UPHELD = Measure(
    id="upheld_pct",
    label="Complaints upheld",
    short="Upheld",
    unit=Unit.PERCENT,
    numerator="upheld",
    denominator="investigated",
    noun="investigations",
    decimals=0,
    breaks=(60, 70, 80, 90),
    compared=True,
    first_year=ReportingYear(2014),
    explanation=(
        "The share of completed investigations in which the Ombudsman found fault, including those "
        "where the council accepted fault or had already offered a suitable remedy."
    ),
    caveat="A high share can mean an open council. Neither end is “good”.",
)
COMPLIANCE = Measure(
    id="compliance_pct",
    label="Recommendations complied with",
    short="Compliance",
    unit=Unit.PERCENT,
    numerator="complied",
    denominator="compliance_outcomes",
    noun="compliance outcomes",
    decimals=0,
    breaks=(85, 90, 95, 100),
    compared=False,
    first_year=ReportingYear(2018),
    explanation=(
        "The share of recommendations that fell due in the year and were carried out, on time or late."
    ),
    caveat="The base is what fell due in the year, not the year’s upheld complaints.",
)
SATISFACTORY_REMEDY = Measure(
    id="satisfactory_remedy_pct",
    label="Satisfactory remedy before the Ombudsman",
    short="Satisfactory remedy",
    unit=Unit.PERCENT,
    numerator="satisfactory_remedies",
    denominator="satisfactory_remedy_base",
    noun="upheld complaints",
    decimals=0,
    breaks=(5, 10, 20, 30),
    compared=True,
    first_year=ReportingYear(2018),
    explanation=(
        "The share of upheld complaints in which the council had already put things right, to the "
        "Ombudsman’s satisfaction, before the complaint reached it."
    ),
    caveat="Numbers are small for most councils.",
)
UPHELD_RATE = Measure(
    id="upheld_per_100k",
    label="Upheld per 100,000 residents",
    short="Upheld per 100,000",
    unit=Unit.PER_100K,
    numerator="upheld",
    denominator="population",
    noun="residents",
    decimals=1,
    breaks=(2, 4, 6, 9),
    compared=True,
    first_year=ReportingYear(2022),
    explanation=(
        "Upheld complaints for every 100,000 residents, by the mid-year population estimate before "
        "the year starts."
    ),
    caveat="Printed by the Ombudsman from 2022-23; earlier years are derived by us.",
)
DEALT_WITH_RATE = Measure(
    id="dealt_with_per_100k",
    label="Complaints dealt with per 100,000 residents",
    short="Dealt with per 100,000",
    unit=Unit.PER_100K,
    numerator="dealt_with",
    denominator="population",
    noun="residents",
    decimals=1,
    breaks=(15, 25, 35, 50),
    compared=False,
    first_year=ReportingYear(2018),
    explanation="Complaints and enquiries the Ombudsman dealt with for every 100,000 residents.",
    caveat="Volume is no score: more complaints can mean a council that tells people how to complain.",
)


def _count(quantity: str, label: str, explanation: str) -> Measure:
    return Measure(
        id=quantity,
        label=label,
        short=label,
        unit=Unit.COUNT,
        numerator=quantity,
        denominator=None,
        noun="complaints",
        decimals=0,
        breaks=(),
        compared=False,
        first_year=ReportingYear(2014),
        explanation=explanation,
        caveat="A count, not a score.",
    )


COUNTS = (
    _count("dealt_with", "Dealt with", "All complaints and enquiries decided in the year."),
    _count(
        "not_for_us_or_not_ready",
        "Not for us, or not ready for us",
        "Invalid or incomplete, advice given, or referred back to the council.",
    ),
    _count("assessed_and_closed", "Assessed and closed", "Closed after initial enquiries."),
    _count("investigated", "Investigated", "Investigations completed: upheld and not upheld."),
    _count("upheld", "Upheld", "Investigations that found fault."),
)

MAP_MEASURES = (UPHELD, COMPLIANCE, SATISFACTORY_REMEDY, UPHELD_RATE, DEALT_WITH_RATE)
MEASURES: dict[str, Measure] = {m.id: m for m in (*MAP_MEASURES, *COUNTS)}

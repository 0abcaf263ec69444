"""The catalogue of measures: what each counts, over what, how it is spoken of, and where it is shown.

Everything that is said or shown of a measure by its kind stands here, and every list of measures is one of
the selections below: a measure added to ``MEASURES`` is on the map, in the panel, in the files. What is
written about one measure alone (a letter's sentences, a paper's section) names it.
"""

from dashboard.domain.measure import POPULATION, Measure, MeasureWords, Unit
from dashboard.domain.years import ReportingYear

BEGAN, THREE_MEASURES, PANDEMIC, SELECTION, OVERVIEW = (
    ReportingYear(year) for year in (2014, 2018, 2020, 2022, 2024)
)
"""What set figures apart from those before: outcomes as they are, the three measures, the pause of 2020,
another choice of what to investigate, the printed overview. Each measure says which set it apart."""

UPHELD = Measure(
    id="upheld_pct",
    label="Complaints upheld",
    short="Upheld",
    unit=Unit.PERCENT,
    numerator="upheld",
    denominator="investigated",
    words=MeasureWords(
        noun="investigations",
        one="investigation",
        done="upheld",
        nothing="no investigations",
        no_cases="No investigations were completed in this period, so there is no upheld rate.",
        no_cases_letter=(
            "We completed no investigations about your council in the year, so there is no upheld rate"
        ),
        made_of="complaints upheld, out of completed investigations",
        in_short="share upheld",
        enough="five investigations or more",
        had="of their investigations upheld",
        typical="Of {base}, a typical {typical} would have {usual} upheld; {had}",
    ),
    decimals=0,
    breaks=(60, 70, 80, 90),
    compared=True,
    first_year=BEGAN,
    explanation=(
        "The share of completed investigations in which the Ombudsman found fault, including those "
        "where the council accepted fault or had already offered a suitable remedy."
    ),
    caveat="A high share can mean an open council. Neither end is “good”.",
    interrupted_at=(BEGAN, SELECTION),
    marked_at=(PANDEMIC,),
    headline=True,
    charted=True,
    pooled=True,
    letter_part="upheld",
)
COMPLIANCE = Measure(
    id="compliance_pct",
    label="Recommendations complied with",
    short="Compliance",
    unit=Unit.PERCENT,
    numerator="complied",
    denominator="compliance_outcomes",
    words=MeasureWords(
        noun="compliance outcomes",
        one="compliance outcome",
        done="complied with",
        nothing="no recommendations due",
        no_cases="No recommendations were due in this period, so there is no compliance rate.",
        no_cases_letter="No recommendations fell due in the year, so there is no compliance rate",
        made_of="recommendations complied with, out of those that fell due in the year",
        in_short="compliance",
    ),
    decimals=0,
    breaks=(85, 90, 95, 100),
    compared=False,
    first_year=THREE_MEASURES,
    explanation=(
        "The share of recommendations that fell due in the year and were carried out, on time or late."
    ),
    caveat="The base is what fell due in the year, not the year’s upheld complaints.",
    interrupted_at=(THREE_MEASURES,),
    marked_at=(PANDEMIC,),
    headline=True,
    letter_part="compliance",
)
SATISFACTORY_REMEDY = Measure(
    id="satisfactory_remedy_pct",
    label="Satisfactory remedy before the Ombudsman",
    short="Satisfactory remedy",
    unit=Unit.PERCENT,
    numerator="satisfactory_remedies",
    denominator="satisfactory_remedy_base",
    words=MeasureWords(
        noun="upheld complaints",
        one="upheld complaint",
        done="put right beforehand",
        nothing="nothing upheld",
        no_cases="Nothing was upheld in this period, so there is no remedy rate.",
        no_cases_letter="We upheld no complaints in the year, so there is no satisfactory remedy rate",
        made_of="satisfactory remedies, out of complaints upheld",
        in_short="satisfactory remedies",
        enough="five upheld complaints or more",
        had="of their upheld complaints put right beforehand",
        typical="Of {base}, a typical {typical} would have put right {usual} beforehand; {had}",
    ),
    decimals=0,
    breaks=(5, 10, 20, 30),
    compared=True,
    first_year=THREE_MEASURES,
    explanation=(
        "The share of upheld complaints in which the council had already put things right, to the "
        "Ombudsman’s satisfaction, before the complaint reached it."
    ),
    caveat="Numbers are small for most councils.",
    interrupted_at=(THREE_MEASURES,),
    marked_at=(PANDEMIC,),
    headline=True,
    charted=True,
    pooled=True,
    letter_part="remedy",
)
UPHELD_RATE = Measure(
    id="upheld_per_100k",
    label="Upheld per 100,000 residents",
    short="Upheld per 100,000",
    unit=Unit.PER_100K,
    numerator="upheld",
    denominator=POPULATION,
    words=MeasureWords(
        noun="residents",
        one="resident",
        done="upheld",
        nothing="no cases",
        no_cases="No residents are counted for this council, so there is no rate.",
        no_cases_letter="There are no residents to relate the figure to",
        made_of="complaints upheld, for every 100,000 residents",
        in_short="upheld per 100,000 residents",
        enough="complaints or residents enough to be compared",
        had="complaints upheld per 100,000 residents",
        typical="A typical {typical} of this size would have {usual} upheld; {had}",
    ),
    decimals=1,
    breaks=(2, 4, 6, 9),
    compared=True,
    first_year=SELECTION,
    derived_from=BEGAN,
    explanation=(
        "Upheld complaints for every 100,000 residents, by the mid-year population estimate before "
        "the year starts."
    ),
    caveat="Printed by the Ombudsman from 2022-23; earlier years are derived by us.",
    interrupted_at=(BEGAN, PANDEMIC, SELECTION),
    headline=True,
    charted=True,
    letter_part="rate",
)
DEALT_WITH_RATE = Measure(
    id="dealt_with_per_100k",
    label="Complaints dealt with per 100,000 residents",
    short="Dealt with per 100,000",
    unit=Unit.PER_100K,
    numerator="dealt_with",
    denominator=POPULATION,
    words=MeasureWords(
        noun="residents",
        one="resident",
        done="dealt with",
        nothing="no cases",
        no_cases="No residents are counted for this council, so there is no rate.",
        made_of="complaints dealt with, for every 100,000 residents",
        in_short="dealt with per 100,000 residents",
    ),
    decimals=1,
    breaks=(15, 25, 35, 50),
    compared=False,
    first_year=THREE_MEASURES,
    explanation="Complaints and enquiries the Ombudsman dealt with for every 100,000 residents.",
    caveat="Volume is no score: more complaints can mean a council that tells people how to complain.",
    interrupted_at=(PANDEMIC,),
    in_files=False,
)


def _count(quantity: str, label: str, explanation: str, *, of_overview: bool = False) -> Measure:
    return Measure(
        id=quantity,
        label=label,
        short=label,
        unit=Unit.COUNT,
        numerator=quantity,
        denominator=None,
        words=MeasureWords(
            noun="complaints",
            one="complaint",
            done=label.lower(),
            nothing="no cases",
            no_cases="No complaints in this period.",
            made_of=explanation.rstrip(".").lower(),
            in_short="counts",
        ),
        decimals=0,
        breaks=(),
        compared=False,
        first_year=BEGAN,
        explanation=explanation,
        caveat="A count, not a score.",
        interrupted_at=(PANDEMIC, *((OVERVIEW,) if of_overview else ())),
    )


_CATALOGUE = (
    *(UPHELD, COMPLIANCE, SATISFACTORY_REMEDY, UPHELD_RATE, DEALT_WITH_RATE),
    _count("dealt_with", "Dealt with", "All complaints and enquiries decided in the year.", of_overview=True),
    _count(
        "not_for_us_or_not_ready",
        "Not for us, or not ready for us",
        "Invalid or incomplete, advice given, or referred back to the council.",
        of_overview=True,
    ),
    _count(
        *("assessed_and_closed", "Assessed and closed", "Closed after initial enquiries."), of_overview=True
    ),
    _count("investigated", "Investigated", "Investigations completed: upheld and not upheld."),
    _count("upheld", "Upheld", "Investigations that found fault."),
)

MEASURES: dict[str, Measure] = {measure.id: measure for measure in _CATALOGUE}
"""Every measure by its id, in the order in which they are shown."""


def on_map() -> tuple[Measure, ...]:
    """Return the measures that can colour the map."""
    return tuple(measure for measure in MEASURES.values() if measure.on_map)


def headline() -> tuple[Measure, ...]:
    """Return the measures that a council's year is told by, on its page, in a comparison, in its paper."""
    return tuple(measure for measure in MEASURES.values() if measure.headline)


def charted() -> tuple[Measure, ...]:
    """Return the headline measures whose trend is drawn; the others' years are told in a table."""
    return tuple(measure for measure in headline() if measure.charted)


def compared() -> tuple[Measure, ...]:
    """Return the headline measures on which a council is compared with its type."""
    return tuple(measure for measure in headline() if measure.compared)


def counts() -> tuple[Measure, ...]:
    """Return the counts, which are shown and never compared."""
    return tuple(measure for measure in MEASURES.values() if measure.unit is Unit.COUNT)


def in_files() -> tuple[Measure, ...]:
    """Return the measures of the figures for scripts, the headline ones first."""
    return tuple(measure for measure in MEASURES.values() if measure.in_files)


def in_letter() -> tuple[Measure, ...]:
    """Return the measures that a part of the annual letter states."""
    return tuple(measure for measure in MEASURES.values() if measure.letter_part is not None)

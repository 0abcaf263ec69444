"""The catalogue of measures: what each counts, over what, how it is spoken of, and where it is shown.

Everything that is said or shown of a measure by its kind stands here, and every list of measures is one of
the selections below: a measure added to ``MEASURES`` is on the map, in the panel, in the files. What is
written about one measure alone (a letter's sentences, a paper's section) names it.
"""

from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain.years import ReportingYear

POPULATION = "population"
"""The denominator of a rate: residents, who are no complaints."""


class Unit(StrEnum):
    """How a measure's value is read."""

    PERCENT = "percent"
    PER_100K = "per_100k"
    COUNT = "count"


PER = {Unit.PERCENT: 100, Unit.PER_100K: 100_000, Unit.COUNT: 1}
"""What a value of each unit is counted per."""


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """How a measure is spoken of, in every place.

    ``noun`` is what its base is made of, in the plural, ``one`` the same in the singular; ``done`` stands
    after a number of what is counted ("27 of 33 upheld"); ``nothing`` and ``no_cases`` say that there was
    nothing to count, short and as a sentence, ``no_cases_letter`` as the Ombudsman would (without its full
    stop). ``made_of`` says what is divided by what. ``enough`` is a base large enough to be compared,
    ``had`` what councils had, after a percentage or rate. ``in_short`` names the measure in a list within a
    sentence. ``typical`` says what a typical council would have, with the places ``{base}``, ``{typical}``,
    ``{usual}``, ``{had}``; None of what is never compared.
    """

    noun: str
    one: str
    done: str
    nothing: str
    no_cases: str
    made_of: str
    in_short: str
    no_cases_letter: str = ""
    enough: str = ""
    had: str = ""
    typical: str | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure.

    ``numerator`` and ``denominator`` are ids of counts (``denominator`` is ``POPULATION`` for a
    rate and None for a count). ``decimals`` is how many are printed. ``breaks`` are the lower
    bounds of the map's classes above the first, fixed across years. ``compared`` says whether a
    council may be called higher or lower than its type on it at all. ``first_year`` is the first
    year in which the Ombudsman counted it so, ``derived_from`` an earlier one from which it can be worked
    out of what was counted. ``interrupted_at`` are the years before which a line through it is broken,
    ``marked_at`` those only marked: the breaks that belong to it.

    Its places: ``headline`` (council's page and panel, comparison, paper), ``charted`` (trend), ``in_files``
    (figures for scripts), ``pooled`` (three years together are offered where cases are few),
    ``letter_part`` (the part of the annual letter that states it, if any), and by ``breaks`` the map.
    """

    id: str
    label: str
    short: str
    unit: Unit
    numerator: str
    denominator: str | None
    words: MeasureWords
    decimals: int
    breaks: tuple[int, ...]
    compared: bool
    first_year: ReportingYear
    explanation: str
    caveat: str
    derived_from: ReportingYear | None = None
    interrupted_at: tuple[ReportingYear, ...] = ()
    marked_at: tuple[ReportingYear, ...] = ()
    headline: bool = False
    charted: bool = False
    in_files: bool = True
    pooled: bool = False
    letter_part: str | None = None

    @property
    def on_map(self) -> bool:
        """Whether the measure can colour the map."""
        return bool(self.breaks)

    @property
    def noun(self) -> str:
        """What its base is made of, in the plural: "investigations"."""
        return self.words.noun

    @property
    def head(self) -> str:
        """Its heading in a narrow column: "Put right beforehand", "Upheld per 100,000 residents"."""
        done = self.words.done
        said = f"{done} per 100,000 residents" if self.is_rate else done
        return said[:1].upper() + said[1:]

    @property
    def is_share(self) -> bool:
        """Whether it is a part of its own base, in percent."""
        return self.unit is Unit.PERCENT

    @property
    def is_rate(self) -> bool:
        """Whether it is counted among residents."""
        return self.denominator == POPULATION

    @property
    def breaks_in_series(self) -> tuple[ReportingYear, ...]:
        """The years that set figures apart from earlier ones, interrupted before or marked, ascending."""
        return tuple(sorted((*self.interrupted_at, *self.marked_at)))

    def interruption(self, before: ReportingYear, after: ReportingYear) -> ReportingYear | None:
        """The last year after one, up to another, before which its line is broken; None where none is."""
        return max((year for year in self.interrupted_at if before < year <= after), default=None)

    @property
    def worked_out_since(self) -> ReportingYear:
        """The first year for which it can be worked out."""
        return self.derived_from or self.first_year


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

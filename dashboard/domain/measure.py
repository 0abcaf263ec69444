"""What a measure is: what it counts, over what, how it is spoken of, and where it is shown."""

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

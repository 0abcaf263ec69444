"""What a paper is written from: a council's year, read once."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import Links
from dashboard.domain.figures import Figure, State
from dashboard.domain.measure import Measure
from dashboard.domain.measures import UPHELD
from dashboard.domain.origin import Origin
from dashboard.domain.years import ReportingYear
from dashboard.repository.cases_interface import Cases
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council, CountRow
from dashboard.words import figure as say


@dataclass(frozen=True, slots=True)
class Known:
    """A council's year. ``ended`` where it had ended before it: there is then no average to set beside it.

    ``release`` is the release's name as links must carry it, or None. ``cases`` is None where the release
    does not hold all cases behind its figures of the year.
    """

    council: Council
    year: str
    repository: Repository
    links: Links
    figures: Mapping[str, Figure]
    received: tuple[CountRow, ...]
    decided: tuple[CountRow, ...]
    cases: Cases | None
    ended: bool

    @property
    def before(self) -> str:
        """The year before."""
        return str(ReportingYear.parse(self.year).shifted(-1))

    def history(self, measure: Measure) -> list[Figure]:
        """Return a measure's years up to this one, ascending."""
        return [f for f in self.repository.history(self.council.slug, measure.id) if f.year <= self.year]

    def counted(self, measure: Measure) -> dict[str, Figure]:
        """Return the years of a measure that have a figure, up to this one."""
        return {f.year: f for f in self.history(measure) if f.state is State.VALUE}

    @property
    def upheld(self) -> tuple[int, int] | None:
        """Upheld and investigated, where both are held and anything was investigated."""
        return say.counts_of(self.figures[UPHELD.id])


def know(here: CouncilYear) -> Known | None:
    """Read a council's year; None for a year in which it neither existed nor has figures."""
    if here.year not in here.repository.years_of(here.council.slug):
        return None
    return Known(
        council=here.council,
        year=here.year,
        repository=here.repository,
        links=here.links,
        figures=here.repository.figures(here.council.slug, here.year),
        received=here.repository.breakdown(here.council.slug, here.year, "received"),
        decided=here.repository.breakdown(here.council.slug, here.year, "decided"),
        cases=here.repository.cases_of(here.year),
        ended=not here.repository.existed(here.council.slug, here.year),
    )


def simulated(*origins: Origin | None) -> str:
    """Return the mark of a figure any part of which is simulated, to stand after it."""
    return ", simulated" if Origin.SIMULATED in origins else ""


def of(rows: tuple[CountRow, ...], item: str) -> CountRow | None:
    """Return one row of a breakdown, where its count is held."""
    return next((row for row in rows if row.item == item and row.count is not None), None)

"""A council among those of its type on one measure: what is drawn and what is said."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.charts.peers import Peer, peer
from dashboard.charts.period import period_compared
from dashboard.charts.ready import Ready
from dashboard.charts.type_counts import TypeCounts
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import TypeCompared
from dashboard.domain.figures import Benchmark, Figure, State
from dashboard.domain.measure import Measure
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.words.figure import counts_of


@dataclass(frozen=True, slots=True)
class Among:
    """A council among its type: over ``period`` years ending with ``year``.

    ``own`` is the council itself (None: it has no counts), ``counts`` the type in numbers, ``compared`` how
    the type could be compared, ``ready`` what the pictures of all its councils share.
    """

    council: Council
    measure: Measure
    year: str
    period: int
    own: Peer | None
    counts: TypeCounts
    compared: TypeCompared | None
    benchmark: Benchmark | None
    ready: Ready

    @property
    def kind(self) -> AuthorityType:
        """The council's type."""
        return self.council.type

    @property
    def judged(self) -> bool:
        """Whether enough of the type is held to speak of the type as a whole."""
        return self.compared is not None and self.compared.judged


@dataclass(frozen=True, slots=True)
class OfType:
    """What is read once for all measures of a council's page: the period shown, and what is ready-made."""

    council: Council
    year: str
    period: int
    figures: Mapping[str, Figure]
    drawn: Mapping[str, Mapping[str, str]]
    repository: Repository

    def among(self, measure: Measure) -> Among:
        """Return the council among its type on a measure."""
        kind = self.council.type
        ready = Ready(self.drawn[measure.id])
        known = self.repository
        figure = self.figures[measure.id]
        held = figure.state is State.VALUE and counts_of(figure) is not None
        return Among(
            council=self.council,
            measure=measure,
            year=self.year,
            period=self.period,
            own=peer(figure, self.council.short_name) if held else None,
            counts=ready.counts,
            compared=known.type_compared(kind, self.year, measure.id, self.period),
            benchmark=known.benchmark(kind, self.year, measure.id, self.period),
            ready=ready,
        )


def of_type(council: Council, year: str, repository: Repository) -> OfType:
    """Return what is shared by the measures of a council in a year in which it existed."""
    period = period_compared(council, year, repository)
    return OfType(
        council,
        year,
        period,
        repository.figures(council.slug, year, period),
        repository.drawn(council.type, year, period),
        repository,
    )

"""The councils of one type on one measure: what their funnel, their strip and their table are drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Comparison
from dashboard.domain.figures import Benchmark, Figure, State
from dashboard.domain.measures import PER, Measure
from dashboard.domain.origin import Origin
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.statistics.chance import expected_marks
from dashboard.statistics.of_figure import JUDGED, luck_of, z_of
from dashboard.statistics.overdispersion import Dispersion, dispersion
from dashboard.statistics.small_numbers import counts_lead
from dashboard.words.figure import of_counts


@dataclass(frozen=True, slots=True)
class Peer:
    """One council with counts. ``value`` is computed from them, in the measure's unit; ``text`` is as shown.

    ``lies`` is its comparison with the type (NONE where none is made), ``z``
    its distance from the benchmark in standard errors where it is compared. ``few``: below five cases.
    """

    slug: str
    name: str
    events: int
    base: int
    value: float
    text: str
    lies: Comparison
    z: float | None
    few: bool
    simulated: bool

    @property
    def judged(self) -> bool:
        """Whether it has cases enough to be compared."""
        return self.lies in JUDGED


@dataclass(frozen=True, slots=True)
class Group:
    """The councils of a type that existed in a year, on one measure and period.

    ``peers`` are those with counts, A to Z; ``without`` says of each other, by slug, why it has none.
    ``luck`` is how many councils luck alone would put outside of the exact limits.
    """

    kind: AuthorityType
    measure: Measure
    year: str
    period: int
    chosen: str
    peers: tuple[Peer, ...]
    without: Mapping[str, State]
    benchmark: Benchmark | None
    luck: float

    @property
    def own(self) -> Peer | None:
        """The council whose page it is, where it has counts."""
        return next((peer for peer in self.peers if peer.slug == self.chosen), None)

    @property
    def judged(self) -> tuple[Peer, ...]:
        """The councils with cases enough to be compared, A to Z."""
        return tuple(peer for peer in self.peers if peer.judged)

    @property
    def councils(self) -> int:
        """How many councils the type had."""
        return len(self.peers) + len(self.without)

    @property
    def dispersion(self) -> Dispersion | None:
        """How far the councils compared vary, None where none is."""
        return dispersion([peer.z for peer in self.peers if peer.z is not None])


def group_of_type(
    council: Council, year: str, measure: Measure, period: int, repository: Repository
) -> Group:
    """Return a council's type on a measure, in a year or the three years ending with it."""
    kind = council.type
    councils = [each for each in repository.councils(year) if each.type is kind]
    figures = repository.year_figures(year, measure.id, period)
    peers, without = [], dict[str, State]()
    for each in sorted(councils, key=lambda one: one.short_name.casefold()):
        figure = figures[each.slug]
        if figure.state is State.VALUE and figure.numerator is not None and figure.denominator:
            peers.append(_peer(figure, figure.numerator, figure.denominator, each.short_name, measure))
        else:
            without[each.slug] = figure.state
    benchmark = repository.benchmark(kind, year, measure.id, period)
    luck = expected_marks(luck_of(figures[each.slug]) for each in councils)
    return Group(kind, measure, year, period, council.slug, tuple(peers), without, benchmark, luck.marked)


def _peer(figure: Figure, events: int, base: int, name: str, measure: Measure) -> Peer:
    return Peer(
        slug=figure.slug,
        name=name,
        events=events,
        base=base,
        value=PER[measure.unit] * events / base,
        text=_text(figure, events, base, measure),
        lies=figure.comparison,
        z=z_of(figure),
        few=counts_lead(measure, events, base),
        simulated=figure.origin is Origin.SIMULATED,
    )


def _text(figure: Figure, events: int, base: int, measure: Measure) -> str:
    return of_counts(measure, figure.shown, events, base) if figure.shown is not None else ""

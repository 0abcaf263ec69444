"""The councils of one type on one measure: what their funnel, their strip and their table are drawn from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Comparison, TypeCompared
from dashboard.domain.figures import Benchmark, Figure, State
from dashboard.domain.measure import PER, Measure
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.repository.records import Council
from dashboard.statistics.small_numbers import counts_lead
from dashboard.words.values import of_figure

FAR = frozenset({Comparison.MUCH_LOWER, Comparison.MUCH_HIGHER})


@dataclass(frozen=True, slots=True)
class Peer:
    """One council with counts. ``value`` is computed from them, in the measure's unit; ``text`` is as shown.

    ``figure`` is where it comes from, with its comparison: a mark in a picture is the test's. ``few``: below
    five cases, when the counts lead.
    """

    figure: Figure
    name: str
    events: int
    base: int
    value: float
    text: str
    few: bool

    @property
    def slug(self) -> str:
        """The council's slug."""
        return self.figure.slug

    @property
    def marked(self) -> bool:
        """Whether the test marks it."""
        return self.figure.comparison.marked

    @property
    def far(self) -> bool:
        """Whether the test marks it beyond the 99.8% range."""
        return self.figure.comparison in FAR

    @property
    def simulated(self) -> bool:
        """Whether its figure is simulated."""
        return self.figure.origin is Origin.SIMULATED


@dataclass(frozen=True, slots=True)
class Group:
    """The councils of a type that existed in a year, on one measure and period.

    ``peers`` are those with counts, A to Z; ``without`` says of each other, by slug, why it has none.
    ``compared`` says how the type could be compared (None of a measure that never is).
    """

    kind: AuthorityType
    measure: Measure
    year: str
    period: int
    peers: tuple[Peer, ...]
    without: Mapping[str, State]
    benchmark: Benchmark | None
    compared: TypeCompared | None


def group(
    councils: Iterable[Council],
    figures: Mapping[str, Figure],
    benchmark: Benchmark | None,
    compared: TypeCompared | None,
    *,
    period: int,
) -> Group:
    """Return the councils of a type (at least one) on the measure of their figures, which are by slug."""
    ordered = sorted(councils, key=lambda council: council.short_name.casefold())
    peers, without = [], dict[str, State]()
    for council in ordered:
        figure = figures[council.slug]
        if figure.state is State.VALUE and figure.numerator is not None and figure.denominator:
            peers.append(peer(figure, council.short_name))
        else:
            without[council.slug] = figure.state
    first = figures[ordered[0].slug]
    measure = MEASURES[first.measure]
    return Group(ordered[0].type, measure, first.year, period, tuple(peers), without, benchmark, compared)


def peer(figure: Figure, name: str) -> Peer:
    """Return a council with counts as one of its type."""
    measure = MEASURES[figure.measure]
    events, base = figure.numerator or 0, figure.denominator or 0
    return Peer(
        figure=figure,
        name=name,
        events=events,
        base=base,
        value=PER[measure.unit] * events / base,
        text=of_figure(figure) or "",
        few=counts_lead(measure, events, base),
    )

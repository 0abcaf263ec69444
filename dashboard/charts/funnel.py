"""The funnel of a type: where each council lies, and the limits between which chance alone would put it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dashboard.charts.peers import Group, Peer
from dashboard.charts.scale import Scale, percent_scale, scale_from_nought
from dashboard.domain.comparison import Comparison
from dashboard.domain.measures import PER, Unit
from dashboard.statistics.comparison import TypeRate, type_rate
from dashboard.statistics.funnel import FunnelLimits, funnel, rate_funnel

BEYOND_998 = frozenset({Comparison.MUCH_LOWER, Comparison.MUCH_HIGHER})
_RATE_SAMPLES = 160  # Limits of a rate are drawn at so many numbers of residents: about every 4 pixels.


@dataclass(frozen=True, slots=True)
class FunnelChart:
    """One view of a group: exact limits (``phi`` 1) or widened ones.

    ``limits`` are those drawn, ascending by cases (or residents); ``places`` is where each council
    lies within this view's limits, by slug (TOO_FEW and NONE are kept: those are not judged).
    """

    group: Group
    phi: float
    centre: float
    x: Scale
    y: Scale
    limits: tuple[FunnelLimits, ...]
    places: Mapping[str, Comparison]

    @property
    def widened(self) -> bool:
        """Whether the limits are widened for overdispersion."""
        return self.phi > 1

    @property
    def beyond(self) -> tuple[Peer, ...]:
        """The councils beyond the 99.8% limits, A to Z."""
        return tuple(peer for peer in self.group.peers if self.places[peer.slug] in BEYOND_998)

    def count(self, *places: Comparison) -> int:
        """Count the councils that lie in one of these places."""
        return sum(place in places for place in self.places.values())


def funnel_chart(group: Group, phi: float = 1.0) -> FunnelChart | None:
    """Return a group's funnel; None for a measure that is never compared, or without average or councils."""
    if not group.measure.compared or group.benchmark is None or not group.peers:
        return None
    share = group.measure.unit is Unit.PERCENT
    benchmark = type_rate(group.benchmark, group.measure)
    largest = max(peer.base for peer in group.peers)
    x = scale_from_nought(largest, 6 if share else 5)
    centre = PER[group.measure.unit] * benchmark.value
    values = [peer.value for peer in group.peers]
    return FunnelChart(
        group=group,
        phi=phi,
        centre=centre,
        x=x,
        y=percent_scale([*values, centre]) if share else scale_from_nought(max(*values, centre)),
        limits=_share_limits(benchmark, round(x.high), phi)
        if share
        else _rate_limits(benchmark, round(x.high), phi),
        places=_places(group, benchmark, phi),
    )


def widened_chart(group: Group) -> FunnelChart | None:
    """Return the view with widened limits where councils vary by more than chance, else None."""
    spread = group.dispersion
    return funnel_chart(group, spread.phi) if spread is not None and spread.overdispersed else None


def _places(group: Group, benchmark: TypeRate, phi: float) -> dict[str, Comparison]:
    if phi <= 1:
        return {peer.slug: peer.lies for peer in group.peers}
    limits = _at(group.measure.unit, benchmark, sorted({peer.base for peer in group.judged}), phi)
    by_base = {at.n: at for at in limits}
    return {
        peer.slug: by_base[peer.base].place(peer.events) if peer.judged else peer.lies for peer in group.peers
    }


def _at(unit: Unit, benchmark: TypeRate, bases: Sequence[int], phi: float) -> list[FunnelLimits]:
    return (funnel if unit is Unit.PERCENT else rate_funnel)(benchmark, bases, phi)


@lru_cache(maxsize=256)
def _share_limits(benchmark: TypeRate, most: int, phi: float) -> tuple[FunnelLimits, ...]:
    return tuple(funnel(benchmark, range(1, most + 1), phi))


@lru_cache(maxsize=256)
def _rate_limits(benchmark: TypeRate, most: int, phi: float) -> tuple[FunnelLimits, ...]:
    sizes = [max(1, most * index // _RATE_SAMPLES) for index in range(1, _RATE_SAMPLES + 1)]
    return tuple(rate_funnel(benchmark, sizes, phi))

"""The strip of a type: every council as a dot along one measure, and where the middle half lies."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from statistics import quantiles

from dashboard.charts.peers import Group, Peer
from dashboard.charts.scale import Scale, percent_scale, scale_from_nought
from dashboard.domain.measures import Unit

_FEWEST_FOR_QUARTERS = 8
_COLUMNS = 70  # About the number of dots side by side on a phone.
_DOT, _SMALL_DOT, _OWN_DOT = 3.2, 2.0, 6.0
_HIGHEST_PILE = 66.0
_LOWEST = 16.0
_SCALE = 24


@dataclass(frozen=True, slots=True)
class Strip:
    """Dots along a scale. ``quarters`` are the ends of the middle half of the councils with cases enough.

    They are None of fewer than eight councils, whose quarters would be two councils each.
    """

    dots: tuple[tuple[Peer, float], ...]
    scale: Scale
    quarters: tuple[float, float] | None
    own: Peer | None
    unit: str


def strip(group: Group) -> Strip | None:
    """Return the strip of a group on a share or a rate; None without a council."""
    if not group.peers:
        return None
    percent = group.measure.unit is Unit.PERCENT
    values = [peer.value for peer in group.peers]
    return Strip(
        dots=tuple((peer, peer.value) for peer in group.peers),
        scale=percent_scale(values) if percent else scale_from_nought(max(values)),
        quarters=middle_half([peer.value for peer in group.peers if not peer.few]),
        own=group.own,
        unit="%" if percent else "",
    )


def missed_strip(group: Group) -> Strip | None:
    """Return the strip of how many recommendations each council did not comply with: a count."""
    if not group.peers:
        return None
    missed = tuple((peer, float(peer.base - peer.events)) for peer in group.peers)
    return Strip(missed, scale_from_nought(max(4.0, *(m for _, m in missed))), None, group.own, "")


def middle_half(values: Sequence[float]) -> tuple[float, float] | None:
    """Return the lower and the upper quartile (of the values themselves, R's type 7), or None of too few."""
    if len(values) < _FEWEST_FOR_QUARTERS:
        return None
    low, _, high = quantiles(values, n=4, method="inclusive")
    return low, high


def strip_svg(drawn: Strip, alt: str) -> str:
    """Draw a strip: dots in the same place are piled up, closer where the pile is high."""
    piles: dict[int, list[tuple[Peer, float]]] = {}
    others = [pair for pair in drawn.dots if pair[0] != drawn.own]
    for pair in others:
        piles.setdefault(round(_COLUMNS * drawn.scale.share(pair[1])), []).append(pair)
    tallest = max((len(pile) for pile in piles.values()), default=1)
    apart = min(2 * _DOT + 0.6, _HIGHEST_PILE / tallest)
    ground = max(_LOWEST, tallest * apart) + 2 * _OWN_DOT
    parts = [_band(drawn, ground), _ground(ground), *_ticks(drawn, ground)]
    for pile in piles.values():
        for index, (peer, value) in enumerate(sorted(pile, key=lambda pair: pair[0].few)):
            parts.append(_dot(drawn.scale, peer, value, ground - _DOT - 1 - index * apart))
    parts += [
        f'<circle class="point own{" simulated" if peer.simulated else ""}" '
        f'cx="{_x(drawn.scale, value)}%" cy="{ground:g}" r="{_OWN_DOT:g}"/>'
        for peer, value in drawn.dots
        if peer == drawn.own
    ]
    return (
        f'<svg class="strip-plot" role="img" aria-label="{escape(alt)}" width="100%" '
        f'height="{ground + _SCALE:g}" focusable="false">{"".join(parts)}</svg>'
    )


def _dot(scale: Scale, peer: Peer, value: float, y: float) -> str:
    css = f"point{' simulated' if peer.simulated else ''}{' few' if peer.few else ''}"
    radius = _SMALL_DOT if peer.few else _DOT
    return f'<circle class="{css}" cx="{_x(scale, value)}%" cy="{y:.1f}" r="{radius:g}"/>'


def _band(drawn: Strip, ground: float) -> str:
    if drawn.quarters is None:
        return ""
    low, high = (_x(drawn.scale, end) for end in drawn.quarters)
    return (
        f'<rect class="strip-band" x="{low}%" y="0" width="{max(0.4, high - low):.2f}%" height="{ground:g}"/>'
    )


def _ground(ground: float) -> str:
    return f'<line class="funnel-axis" x1="0" x2="100%" y1="{ground:g}" y2="{ground:g}"/>'


def _ticks(drawn: Strip, ground: float) -> list[str]:
    last = len(drawn.scale.ticks) - 1
    parts = []
    for index, value in enumerate(drawn.scale.ticks):
        anchor = "end" if index == last else "middle" if index else "start"
        place = f'x="{_x(drawn.scale, value)}%" y="{ground + 20:g}" text-anchor="{anchor}"'
        parts.append(f'<text class="funnel-tick" {place}>{value:g}{drawn.unit}</text>')
    return parts


def _x(scale: Scale, value: float) -> float:
    return round(100 * scale.share(value), 2)

"""The funnel of a type in numbers: where each council lies, and the limits around the type's average.

Worked out once at build and kept in the release as compact numbers; screen and paper draw from them, and
put the page's own council on top. A council is marked where its test marks it (``figure.comparison``), not
where a line happens to leave it out: each council is tested against the others without itself.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum
from typing import NamedTuple

from dashboard.charts.peers import Group, Peer
from dashboard.charts.scale import Scale, percent_scale, scale_from_nought
from dashboard.domain.comparison import ComparedWith
from dashboard.domain.figures import BenchmarkKind
from dashboard.domain.measure import PER
from dashboard.statistics.funnel import Average, Limits, limits_of_rates, limits_of_shares, value_of
from dashboard.statistics.predictive import Others
from dashboard.statistics.printed_average import PrintedAverage
from dashboard.statistics.small_numbers import TOO_FEW_BELOW
from dashboard.words import comparisons
from dashboard.words.wording import uncapital

GRID = 1000
"""Steps of a limit's coordinates, along the plot and up it."""
_SAMPLES = 60
_SIDE_BY_SIDE, _WIDEST_TIE = 4.0, 16.0
_MOST_NAMES = 6

Line = tuple[tuple[int, int], ...]
"""A limit as points: steps along the plot, and up from its foot (below 0 or above ``GRID``: out of it)."""


class Point(NamedTuple):
    """A council's place: per cent of the plot along and down; councils with the same counts stand ``shift``
    pixels apart. ``look`` is some of "few", "outside" and "simulated"; ``said`` names it with its figure."""

    slug: str
    name: str
    x: float
    y: float
    shift: float
    look: str
    said: str


class Around(NamedTuple):
    """What a funnel stands around: the average in the measure's unit, the type's counts that it comes from
    (None: it is a printed one), and whether the limits have the spread between councils in them."""

    average: float
    numerator: int | None
    denominator: int | None
    spread: bool

    @property
    def printed(self) -> bool:
        """Whether it is an average that was printed."""
        return self.numerator is None


@dataclass(frozen=True, slots=True)
class Funnel:
    """A type's funnel. ``limits`` are low and high at 95%, low and high at 99.8%; ``plain`` the same by
    chance alone, where the limits have the spread between councils in them (else empty). ``named`` are the
    slugs of those the test marks that are named in the picture."""

    unit: str
    x: Scale
    y: Scale
    around: Around
    points: tuple[Point, ...]
    named: tuple[str, ...]
    limits: tuple[Line, ...]
    plain: tuple[Line, ...]

    def point(self, slug: str) -> Point | None:
        """Return a council's point, or None where it has no counts."""
        return next((point for point in self.points if point.slug == slug), None)

    def to_json(self) -> str:
        """Return the funnel as the release keeps it."""
        told = [
            *(self.unit, _scale_told(self.x), _scale_told(self.y), self.around),
            *(self.points, self.named, self.limits, self.plain),
        ]
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Funnel":
        """Read it again."""
        unit, x, y, around, points, named, limits, plain = json.loads(text)
        return cls(
            *(unit, Scale(*x), Scale(*y), Around(*around)),
            tuple(Point(*point) for point in points),
            tuple(named),
            *(tuple(tuple((x, y) for x, y in line) for line in lines) for lines in (limits, plain)),
        )


def funnel(group: Group) -> Funnel | None:
    """Return a group's funnel; None where nothing is compared that limits could be drawn around."""
    average = _average(group)
    if average is None:
        return None
    share = group.measure.is_share
    per = PER[group.measure.unit]
    x = scale_from_nought(max(peer.base for peer in group.peers), 6 if share else 5)
    centre = per * value_of(average)
    values = [*(peer.value for peer in group.peers), centre]
    y = percent_scale(values) if share else scale_from_nought(max(values))
    spread = (group.compared.spread if group.compared else None) or 0.0
    return Funnel(
        unit="%" if share else "",
        x=x,
        y=y,
        around=_around(average, centre, bool(spread)),
        points=tuple(_points(group, x, y)),
        named=_named(group),
        limits=_lines(_limits(group, average, spread, round(x.high)), x, y, per),
        plain=_lines(_limits(group, average, 0.0, round(x.high)), x, y, per) if spread else (),
    )


def _around(average: Average, centre: float, spread: bool) -> Around:
    if isinstance(average, PrintedAverage):
        return Around(round(centre, 4), None, None, spread)
    return Around(round(centre, 4), average.numerator, average.denominator, spread)


def _average(group: Group) -> Average | None:
    """Return what the councils were tested against: the counts of the type, or its printed average."""
    tested = {peer.figure.compared.compared_with for peer in group.peers} - {None}
    if not tested:
        return None
    known = group.benchmark
    if ComparedWith.OTHERS in tested:
        if known is not None and known.numerator is not None and known.denominator:
            return Others(known.numerator, known.denominator)
        return Others(sum(peer.events for peer in group.peers), sum(peer.base for peer in group.peers))
    if known is None or known.kind is not BenchmarkKind.PRINTED:
        return None
    return PrintedAverage.of(known.value, group.measure.decimals, PER[group.measure.unit], known.origin)


def _limits(group: Group, average: Average, spread: float, most: int) -> tuple[Limits, ...]:
    """Return the limits at sizes that stand closer where limits bend more."""
    sizes = {round(most * (index / _SAMPLES) ** 2) for index in range(1, _SAMPLES + 1)}
    bases = [peer.base for peer in group.peers]
    if group.measure.is_share:  # below five cases nothing is compared
        cases = sorted({TOO_FEW_BELOW, *(size for size in sizes if size > TOO_FEW_BELOW)})
        return limits_of_shares(average, spread, _size(bases), cases)
    events = [base * value_of(average) for base in bases]
    return limits_of_rates(average, spread, _size(events), sorted(size for size in sizes if size))


def _size(sizes: Sequence[float]) -> float:
    """Return the mean size of a type's councils, each weighed by its size, as their test has it."""
    whole = fsum(sizes)
    return fsum(size * size for size in sizes) / whole if whole else 0.0


def _lines(limits: Sequence[Limits], x: Scale, y: Scale, per: int) -> tuple[Line, ...]:
    scaled = [at.scaled(per) for at in limits]
    along = [round(GRID * x.share(at.n)) for at in limits]
    return tuple(
        tuple((place, round(GRID * y.share(row[column]))) for place, row in zip(along, scaled, strict=True))
        for column in range(4)
    )


def _points(group: Group, x: Scale, y: Scale) -> list[Point]:
    """Return the councils by cases, then value; those with the same counts side by side."""
    tied: dict[tuple[int, int], list[Peer]] = {}
    for peer in group.peers:
        tied.setdefault((peer.base, peer.events), []).append(peer)
    points = []
    for peer in sorted(group.peers, key=lambda one: (one.base, one.value, one.name)):
        alike = tied[peer.base, peer.events]
        apart = min(_SIDE_BY_SIDE, _WIDEST_TIE / len(alike))
        shift = (alike.index(peer) - (len(alike) - 1) / 2) * apart
        across, down = round(100 * x.share(peer.base), 2), round(100 - 100 * y.share(peer.value), 2)
        points.append(Point(peer.slug, peer.name, across, down, shift, look(peer), said(peer)))
    return points


def look(peer: Peer) -> str:
    """Return how a council's point looks: some of "few", "outside" and "simulated"."""
    looks = (("few", peer.few and not peer.marked), ("outside", peer.marked), ("simulated", peer.simulated))
    return " ".join(word for word, there in looks if there)


def said(peer: Peer) -> str:
    """Name a council with its figure, how it stands, and its origin where that is simulated."""
    stands = uncapital(comparisons.short(peer.figure))
    return f"{peer.name}, {peer.text}, {stands}{', simulated' if peer.simulated else ''}"


def _named(group: Group) -> tuple[str, ...]:
    """Return those that are named in the picture: all marked ones, or where that is many those far out."""
    marked = [peer for peer in group.peers if peer.marked]
    if len(marked) > _MOST_NAMES:
        marked = [peer for peer in marked if peer.far]
    return tuple(peer.slug for peer in marked)


def _scale_told(scale: Scale) -> tuple[float, float, float]:
    return scale.low, scale.high, scale.step

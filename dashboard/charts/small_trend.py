"""A measure's years as a small picture beside its figure: points, a line where one may be drawn, no axis.

Places across are percentages of the width, so it fits any column without a script and its strokes and
letters keep their size.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from dashboard.charts.breaks import breaks_of
from dashboard.charts.series import Point, council_points, interrupted, is_cut, points_text, year_number
from dashboard.domain.figures import Figure
from dashboard.domain.measure import Measure, Unit

HEIGHT = 64
_TOP, _FOOT = 8, 42  # px between which values lie
_FROM, _TO = 3.0, 84.0  # per cent of the width between which years lie; the last value's label is beyond
_NARROWEST = 288  # px: the column on the narrowest phone, where a label of many letters needs most room
_GAP, _LETTER = 9, 8.5  # px from the last point to its label, and what a bold letter of it takes
_FEWEST = 2  # years with a point: of fewer there is nothing to draw


def small_trend(history: Sequence[Figure], measure: Measure, council: str) -> tuple[str, str] | None:
    """Draw a history, ascending by year, from the first year drawn; return it with its note.

    None for fewer than two years. A share of fewer than five cases is not drawn; what is simulated is open;
    no line runs across a break of the measure, and none at all through a measure that is never charted.
    """
    return small_trend_of(council_points(history), measure, council)


def small_trend_of(points: Sequence[Point], measure: Measure, whose: str) -> tuple[str, str] | None:
    """Draw points, ascending by year, as ``small_trend`` does: those of England too, which is no council."""
    drawn = [point for point in points if point.value is not None and not point.too_few]
    if len(drawn) < _FEWEST:
        return None
    first = drawn[0].year
    points = [point for point in points if point.year >= first]
    years = [point.year for point in points]
    cuts = interrupted(breaks_of(measure, years))
    across = _Across(years, until=_room_before(drawn[-1].text))
    top = _top(drawn, measure)
    places = [(year_number(p.year), across.at(year_number(p.year)), _down(p, top)) for p in drawn]
    parts = [
        f'<line class="trend-cut" x1="{x}%" x2="{x}%" y1="{_TOP - 4}" y2="{_FOOT + 4}"/>'
        for cut in sorted(cuts)
        for x in [across.at(cut - 0.5)]
    ]
    if measure.charted:
        parts += [
            f'<line class="trend-line" x1="{x}%" y1="{y}" x2="{a}%" y2="{b}"/>'
            for (before, x, y), (after, a, b) in pairwise(places)
            if after == before + 1 and not is_cut(before, after, cuts)
        ]
    parts += [
        f'<circle class="trend-point{" simulated" if point.simulated else ""}" cx="{x}%" cy="{y}" '
        f'r="{4 if point is drawn[-1] else 2.75}"/>'
        for point, (_, x, y) in zip(drawn, places, strict=True)
    ]
    parts += _labels(drawn[-1], places[-1], years, across)
    alt = points_text(points, measure, whose)
    svg = (
        f'<svg class="trend-plot" role="img" aria-label="{escape(alt)}" width="100%" height="{HEIGHT}" '
        f'focusable="false">{"".join(parts)}</svg>'
    )
    return svg, _note(points, drawn, cuts)


@dataclass(frozen=True, slots=True)
class _Across:
    """Where years lie across: between ``_FROM`` and ``until``, in per cent of the width."""

    years: Sequence[str]
    until: float

    def at(self, year: float) -> float:
        first, last = year_number(self.years[0]), year_number(self.years[-1])
        return round(_FROM + (self.until - _FROM) * (year - first) / max(last - first, 1), 2)


def _room_before(label: str) -> float:
    """Return where the last year may lie, in per cent, so that its label ends within the narrowest picture:
    "12 upheld" takes more room than "82%"."""
    return min(_TO, 100 * (1 - (_GAP + _LETTER * len(label)) / _NARROWEST))


def _labels(last: Point, place: tuple[int, float, float], years: Sequence[str], across: _Across) -> list[str]:
    _, x, y = place
    ends = [
        f'<text class="trend-value" x="{x}%" dx="{_GAP}" y="{y + 5:g}">{escape(last.text)}</text>',
        f'<text class="trend-year" x="{across.at(year_number(years[0]))}%" y="{HEIGHT - 4}" dx="-4">'
        f"{years[0]}</text>",
    ]
    if years[-1] != years[0]:
        at = across.at(year_number(years[-1]))
        ends.append(
            f'<text class="trend-year" text-anchor="end" x="{at}%" dx="9" y="{HEIGHT - 4}">{years[-1]}</text>'
        )
    return ends


def _note(points: Sequence[Point], drawn: Sequence[Point], cuts: frozenset[int]) -> str:
    """Explain the marks that this picture has, and no others."""
    told = []
    if any(point.simulated for point in drawn):
        told.append("open: simulated")
    if cuts:
        told.append("dashed: not to be compared across")
    if any(point.too_few for point in points):
        told.append("years with fewer than five cases are not drawn")
    said = "; ".join(told)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def _top(drawn: Sequence[Point], measure: Measure) -> float:
    return 100.0 if measure.unit is Unit.PERCENT else max(point.value or 0.0 for point in drawn) or 1.0


def _down(point: Point, top: float) -> float:
    share = min((point.value or 0.0) / top, 1.0)
    return round(_FOOT - share * (_FOOT - _TOP), 1)

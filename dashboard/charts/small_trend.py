"""A measure's years as a small picture beside its figure: points, a line where one may be drawn, no axis.

Places across are percentages of the width, so it fits any column without a script and its strokes and
letters keep their size.
"""

from collections.abc import Sequence
from html import escape
from itertools import pairwise

from dashboard.charts.breaks import breaks_of
from dashboard.charts.series import Point, council_points, interrupted, is_cut, points_text, year_number
from dashboard.domain.figures import Figure
from dashboard.domain.measure import Measure, Unit

HEIGHT = 64
_TOP, _FOOT = 8, 42  # px between which values lie
_FROM, _TO = 3.0, 84.0  # per cent of the width between which years lie; the last value's label is beyond
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
    places = [(year_number(p.year), *_place(p, years, _top(drawn, measure))) for p in drawn]
    parts = [
        f'<line class="trend-cut" x1="{x}%" x2="{x}%" y1="{_TOP - 4}" y2="{_FOOT + 4}"/>'
        for cut in sorted(cuts)
        for x in [_across(cut - 0.5, years)]
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
    parts += _labels(drawn, places, years)
    alt = points_text(points, measure, whose)
    svg = (
        f'<svg class="trend-plot" role="img" aria-label="{escape(alt)}" width="100%" height="{HEIGHT}" '
        f'focusable="false">{"".join(parts)}</svg>'
    )
    return svg, _note(points, drawn, cuts)


def _labels(
    drawn: Sequence[Point], places: Sequence[tuple[int, float, float]], years: list[str]
) -> list[str]:
    _, x, y = places[-1]
    last = drawn[-1]
    ends = [
        f'<text class="trend-value" x="{x}%" dx="9" y="{y + 5:g}">{escape(last.text)}</text>',
        f'<text class="trend-year" x="{_across(year_number(years[0]), years)}%" y="{HEIGHT - 4}" dx="-4">'
        f"{years[0]}</text>",
    ]
    if years[-1] != years[0]:
        at = _across(year_number(years[-1]), years)
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


def _place(point: Point, years: list[str], top: float) -> tuple[float, float]:
    share = min((point.value or 0.0) / top, 1.0)
    return _across(year_number(point.year), years), round(_FOOT - share * (_FOOT - _TOP), 1)


def _across(at: float, years: list[str]) -> float:
    first, last = year_number(years[0]), year_number(years[-1])
    return round(_FROM + (_TO - _FROM) * (at - first) / max(last - first, 1), 2)

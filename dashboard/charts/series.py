"""A council's history as points: the value drawn and the words said of it, from the same figure."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from dashboard.charts.breaks import Break
from dashboard.domain.figures import Figure, State
from dashboard.domain.formats import fraction, interval, thousands
from dashboard.domain.measure import Measure, Unit
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.domain.years import ReportingYear
from dashboard.statistics.small_numbers import counts_lead
from dashboard.words.figure import leads_with_counts
from dashboard.words.states import within
from dashboard.words.values import value


@dataclass(frozen=True, slots=True)
class Point:
    """One year: ``value`` is None where there is none, and ``text`` then says why.

    ``text`` is what leads, ``counts`` what stands after it: the value and its counts, or, below five cases,
    the counts and their value. ``too_few`` marks a share of so few, which no line is drawn through.
    """

    year: str
    value: float | None
    low: float | None
    high: float | None
    text: str
    counts: str
    interval: str
    origin_words: str
    simulated: bool
    too_few: bool

    @property
    def hover(self) -> str:
        """The point in one line, its fraction, interval and origin included."""
        parts = [f"{self.text} ({self.counts})" if self.counts else self.text]
        if self.interval:
            parts.append(f"95% interval {self.interval}")
        if self.origin_words:
            parts.append(self.origin_words)
        return f"{self.year}: {', '.join(parts)}"


def year_number(year: str) -> int:
    """Return a year's place on the axis: 2023 for 2023-24."""
    return ReportingYear.parse(year).start_year


def interrupted(breaks: Iterable[Break]) -> frozenset[int]:
    """Return the places on the axis at which a line begins anew."""
    return frozenset(year_number(each.year) for each in breaks if each.interrupts)


def is_cut(before: int, after: int, cuts: Collection[int]) -> bool:
    """Say whether no line may join two years: a break that interrupts lies between them."""
    return any(before < cut <= after for cut in cuts)


def line_through(
    years: Sequence[str], values: Sequence[float | None], cuts: Collection[int]
) -> tuple[list[float], list[float | None]]:
    """Return where a line runs and its values: None where it stops, in a year without one and at a cut."""
    along: list[float] = []
    drawn: list[float | None] = []
    before: int | None = None
    for year, told in zip(years, values, strict=True):
        at = year_number(year)
        if before is not None and is_cut(before, at, cuts):
            along.append(at - 0.5)
            drawn.append(None)
        along.append(at)
        drawn.append(told)
        before = at
    return along, drawn


def council_points(history: Sequence[Figure]) -> list[Point]:
    """Return a history's points, one a year, ascending as given."""
    return [_point(figure, MEASURES[figure.measure]) for figure in history]


def points_text(points: Sequence[Point], measure: Measure, council: str) -> str:
    """Say a series in words for those who do not see it: every value with its fraction, gaps named."""
    said = "; ".join(_said(point) for point in points)
    return f"Line chart. {measure.label}, {council}: {said or 'nothing held'}."


def _said(point: Point) -> str:
    details = [detail for detail in (point.counts, "simulated" if point.simulated else "") if detail]
    return f"{point.year} {point.text}" + (f" ({', '.join(details)})" if details else "")


def _point(figure: Figure, measure: Measure) -> Point:
    shown = figure.shown
    if shown is None or figure.state not in (State.VALUE, State.PERCENTAGE_ONLY):
        return _without_value(figure)
    bounds = ""
    if figure.low is not None and figure.high is not None:
        bounds = interval(measure, figure.low, figure.high)
    text, counts = value(figure) or "", _counts(figure, measure)
    lead = leads_with_counts(figure)
    return Point(
        year=figure.year,
        value=float(shown),
        low=figure.low,
        high=figure.high,
        text=counts if lead else text,
        counts=text if lead else counts,
        interval=bounds,
        origin_words=_origin_words(figure),
        simulated=figure.shown_origin is Origin.SIMULATED,
        too_few=measure.is_share and counts_lead(measure, figure.numerator, figure.denominator),
    )


def _without_value(figure: Figure) -> Point:
    """Return a year without a value; that nothing was counted is a figure, and keeps its origin."""
    counted = figure.origin if figure.state is State.NO_CASES else None
    return Point(
        year=figure.year,
        value=None,
        low=None,
        high=None,
        text=within(figure.state),
        counts="",
        interval="",
        origin_words=counted.value if counted else "",
        simulated=counted is Origin.SIMULATED,
        too_few=False,
    )


def _origin_words(figure: Figure) -> str:
    """Return the origin in a word, and that of the counts after it where it is simulated and differs."""
    if figure.shown_origin is None:
        return ""
    if figure.origin is Origin.SIMULATED and figure.shown_origin is not Origin.SIMULATED:
        return f"{figure.shown_origin.value}, counts simulated"
    return figure.shown_origin.value


def _counts(figure: Figure, measure: Measure) -> str:
    if figure.numerator is not None and figure.denominator is not None:
        if measure.unit is Unit.PER_100K:
            return f"{thousands(figure.numerator)} upheld"
        return fraction(figure.numerator, figure.denominator)
    return within(State.PERCENTAGE_ONLY)

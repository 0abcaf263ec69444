"""England beside the map: what became of all complaints looked into, in words and over the years held."""

from collections.abc import Mapping

from dashboard.charts.series import Point
from dashboard.charts.small_trend import small_trend_of
from dashboard.domain.formats import fraction
from dashboard.domain.measures import UPHELD
from dashboard.domain.origin import Origin
from dashboard.domain.years import ReportingYear
from dashboard.markup import elements as html
from dashboard.markup.markup import Markup
from dashboard.markup.parts import Child, source_link
from dashboard.repository.interface import Repository
from dashboard.repository.records import NationalFigure

NOTE = "As reported of the Ombudsman’s annual reviews."


def england(repository: Repository) -> list[Child]:
    """Return the section on England; nothing, where a release holds no figure for it."""
    held = {
        year: figure
        for year in repository.release().years
        for figure in repository.national(year)
        if figure.metric == UPHELD.id
    }
    if not held:
        return []
    last = max(held)
    now = held[last]
    said: list[Child] = [
        html.Strong(f"{_percent(now)} of complaints looked into were upheld"),
        f"{f' ({_counts(now)})' if _counts(now) else ''} in {last}{_before(held, last)}.",
    ]
    return [
        html.Section(
            [
                html.H2("England"),
                html.P(said),
                *_trend(held),
                html.P([NOTE, *source_link(now.source_url, f"England, {last}")], className="small"),
            ],
            className="telling",
        )
    ]


def _before(held: Mapping[str, NationalFigure], last: str) -> str:
    """Say the value of the first year that the last one may be compared with, where there is one."""
    end = ReportingYear.parse(last)
    alike = [
        year
        for year in sorted(held)
        if year < last and UPHELD.interruption(ReportingYear.parse(year), end) is None
    ]
    if not alike:
        return ""
    return f"; {_percent(held[alike[0]])} in {alike[0]}, the first year it may be compared with"


def _trend(held: Mapping[str, NationalFigure]) -> list[Child]:
    drawn = small_trend_of([_point(held[year]) for year in sorted(held)], UPHELD, "England")
    if drawn is None:
        return []
    svg, note = drawn
    return [
        html.Div(
            [
                Markup(svg, className="trend-picture"),
                *([html.P(note, className="trend-note")] if note else []),
            ],
            className="small-trend",
        )
    ]


def _point(figure: NationalFigure) -> Point:
    """Return a year of England: as printed, and reported, for none is held from the Ombudsman's own site."""
    return Point(
        year=figure.year,
        value=float(figure.value),
        low=None,
        high=None,
        text=_percent(figure),
        counts=_counts(figure),
        interval="",
        origin_words=Origin.REPORTED.value,
        simulated=False,
        too_few=False,
    )


def _counts(figure: NationalFigure) -> str:
    if figure.numerator is None or figure.denominator is None:
        return ""
    return fraction(figure.numerator, figure.denominator)


def _percent(figure: NationalFigure) -> str:
    return f"{figure.value.normalize():f}%"

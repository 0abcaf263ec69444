"""What differs between two releases in the figures, classes, comparisons and averages of shared years."""

from collections.abc import Iterator

from dashboard.addresses.view_state import first_year_pooled
from dashboard.diff.model import Change, Kind
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import Benchmark, Figure, State
from dashboard.domain.formats import fraction, thousands, worked_out
from dashboard.domain.measures import MEASURES
from dashboard.mapview.classes import by_figure, class_label
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council, CountRow
from dashboard.words import values
from dashboard.words.comparisons import short
from dashboard.words.states import within
from dashboard.words.wording import capital

PERIODS = (1, 3)
_KINDS = ("received", "decided")


def figure_changes(council: Council, year: str, a: Repository, b: Repository) -> Iterator[Change]:
    """Yield what differs in a council's figures of a year, pooled ones by their class and comparison only."""
    for period in PERIODS:
        before, after = (repository.figures(council.slug, year, period) for repository in (a, b))
        span = _span(year, period)
        for measure, label in ((m.id, m.label) for m in MEASURES.values()):
            was, became = before.get(measure), after.get(measure)
            if was == became:
                continue
            told = (council.name, council.slug, span, label)
            if period == 1 and figure_words(was) != figure_words(became):
                yield Change(Kind.FIGURE, *told, figure_words(was), figure_words(became))
            if class_words(was) != class_words(became):
                yield Change(Kind.CLASS, *told, class_words(was), class_words(became))
            if comparison_words(was) != comparison_words(became):
                yield Change(Kind.COMPARISON, *told, comparison_words(was), comparison_words(became))


def count_changes(council: Council, year: str, a: Repository, b: Repository) -> Iterator[Change]:
    """Yield what differs in a council's counts by category received and by outcome decided."""
    for kind in _KINDS:
        before, after = (
            {row.item: row for row in repository.breakdown(council.slug, year, kind)} for repository in (a, b)
        )
        for item in dict.fromkeys((*before, *after)):
            was, became = _count_words(before.get(item)), _count_words(after.get(item))
            if was != became:
                what = f"{capital(kind)}: {item.replace('_', ' ')}"
                yield Change(Kind.COUNT, council.name, council.slug, year, what, was, became)


def average_changes(year: str, a: Repository, b: Repository) -> Iterator[Change]:
    """Yield what differs in the averages that councils of each type are shown against."""
    for kind in AuthorityType:
        for period in PERIODS:
            for measure in MEASURES:
                was, became = (
                    average_words(repository.benchmark(kind, year, measure, period), measure)
                    for repository in (a, b)
                )
                if was != became:
                    label = MEASURES[measure].label
                    yield Change(Kind.AVERAGE, kind.label, "", _span(year, period), label, was, became)


def figure_words(figure: Figure | None) -> str:
    """Write a figure with all that is said of it: "67% (6 of 9), published"; "not held"."""
    if figure is None:
        return ""
    words = values.of_figure(figure) or within(figure.state)
    if figure.printed is not None and figure.value not in (None, figure.printed):
        counts = worked_out(MEASURES[figure.measure], figure.numerator or 0, figure.denominator)
        words = f"{words}, printed so; counts give {counts}"
    origins = dict.fromkeys(str(o) for o in (figure.printed_origin, figure.origin) if o)
    return ", ".join((words, *([" and ".join(origins)] if origins else [])))


def class_words(figure: Figure | None) -> str:
    """Write the class a figure has on the map; nothing for a measure that is not drawn."""
    if figure is None or not MEASURES[figure.measure].on_map:
        return ""
    return class_label(by_figure(figure), MEASURES[figure.measure])


def comparison_words(figure: Figure | None) -> str:
    """Write how a figure stands against its type; nothing for a measure that is never compared."""
    if figure is None or not MEASURES[figure.measure].compared:
        return ""
    return short(figure)


def average_words(benchmark: Benchmark | None, measure: str) -> str:
    """Write an average: "79%, printed, published"; "74% (812 of 1,097), pooled, derived"."""
    if benchmark is None:
        return ""
    words = values.average(benchmark, MEASURES[measure])
    if benchmark.numerator is not None and benchmark.denominator is not None:
        words = f"{words} ({fraction(benchmark.numerator, benchmark.denominator)})"
    return f"{words}, {benchmark.kind}, {benchmark.origin}"


def _count_words(row: CountRow | None) -> str:
    if row is None or row.count is None:
        return within(State.NOT_HELD)
    return f"{thousands(row.count)}, {row.origin}" if row.origin else thousands(row.count)


def _span(year: str, period: int) -> str:
    return year if period == 1 else f"{first_year_pooled(year, period)} to {year}"

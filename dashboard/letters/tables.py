"""The letter's tables: breakdowns of earlier editions, and the annex of every figure stated."""

from collections.abc import Mapping, Sequence

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import Figure, State
from dashboard.domain.formats import fraction, thousands, value_text
from dashboard.domain.measures import COMPLIANCE, MEASURES, SATISFACTORY_REMEDY, UPHELD, UPHELD_RATE
from dashboard.domain.outcomes import Category, Outcome
from dashboard.letters.model import Paragraph, Run, Table
from dashboard.repository.records import CountRow

NOT_HELD = (Run("not held"),)
_EMPTY = {State.NO_CASES: "no cases", State.NOT_HELD: "not held", State.NOT_APPLICABLE: "not applicable"}


def breakdown(rows: Sequence[CountRow], kind: str, year: str) -> Table | None:
    """Return received by service or decided by outcome, or None where no row of it is held."""
    if not any(row.count is not None for row in rows):
        return None
    caption = f"Complaints {kind} in {year}"
    head = ("Service" if kind == "received" else "Outcome", "Number")
    return Table(caption, head, tuple((_label(row), _count(row)) for row in rows))


def annex(figures: Mapping[str, Figure], kind: AuthorityType, year: str, *, averages: bool) -> Table:
    """Return every headline figure of the letter with its counts and the average of similar authorities."""
    rows = []
    for measure in (UPHELD, COMPLIANCE, SATISFACTORY_REMEDY, UPHELD_RATE):
        figure = figures[measure.id]
        row: list[Paragraph] = [(Run(measure.label),), _value(figure), _counts(figure)]
        if averages:
            row.append(_average(figure))
        rows.append(tuple(row))
    head = ("Measure", "Your council", "Counts")
    return Table(
        f"The figures of this letter, {year}",
        (*head, f"Average of {kind.councils}") if averages else head,
        tuple(rows),
    )


def _value(figure: Figure) -> Paragraph:
    if figure.shown is None or figure.state in _EMPTY:
        counted = figure.origin if figure.state is State.NO_CASES else None
        return (Run(_EMPTY.get(figure.state, "not held"), counted),)
    return (Run(value_text(MEASURES[figure.measure], figure.shown), figure.shown_origin),)


def _counts(figure: Figure) -> Paragraph:
    if figure.numerator is None or not figure.denominator:
        return (Run("–"),)
    origin = figure.origin if figure.origin is not figure.shown_origin else None
    if figure.measure == UPHELD_RATE.id:
        return (Run(f"{thousands(figure.numerator)} upheld"),)
    return (Run(fraction(figure.numerator, figure.denominator), origin),)


def _average(figure: Figure) -> Paragraph:
    benchmark = figure.benchmark
    if benchmark is None:
        return NOT_HELD
    return (Run(value_text(MEASURES[figure.measure], benchmark.value), benchmark.origin),)


def _label(row: CountRow) -> Paragraph:
    if row.item == "total":
        return (Run("Total"),)
    label = Category(row.item).label if row.kind == "received" else Outcome(row.item).label
    return (Run(label),)


def _count(row: CountRow) -> Paragraph:
    return NOT_HELD if row.count is None else (Run(thousands(row.count), row.origin),)

"""The letter's tables: breakdowns of earlier editions, and the annex of every figure stated."""

from collections.abc import Mapping, Sequence

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import Figure, State
from dashboard.domain.formats import fraction, thousands
from dashboard.domain.measures import MEASURES, UPHELD_RATE
from dashboard.domain.origin import Origin, derived_from
from dashboard.domain.outcomes import Category, Outcome
from dashboard.letters.editions import Edition, Part, measures_stated
from dashboard.letters.model import Block, Paragraph, Run, Table
from dashboard.repository.records import CountRow
from dashboard.words.states import within
from dashboard.words.values import average, value
from dashboard.words.wording import capital

OVERVIEW = tuple(
    MEASURES[name]
    for name in ("dealt_with", "not_for_us_or_not_ready", "assessed_and_closed", "investigated")
)
NOT_HELD = (Run(within(State.NOT_HELD)),)
_MEANINGS = {
    Origin.PUBLISHED: "by the Ombudsman",
    Origin.REPORTED: "by a council or the press",
    Origin.DERIVED: "by this project, from published or reported figures",
    Origin.SIMULATED: "invented for this demonstration, and no figure of the council",
}


def breakdown(rows: Sequence[CountRow], kind: str, year: str) -> Table | None:
    """Return received by service or decided by outcome, or None where no row of it is held."""
    if not any(row.count is not None for row in rows):
        return None
    caption = f"Complaints {kind} in {year}"
    head = ("Service" if kind == "received" else "Outcome", "Number")
    return Table(caption, head, tuple((_label(row), _count(row, rows)) for row in rows), frozenset({1}))


def annex(
    figures: Mapping[str, Figure],
    edition: Edition,
    kind: AuthorityType,
    *,
    averages: bool,
    former: bool = False,
) -> tuple[Block, ...]:
    """Return every headline figure of the letter: its counts first, its origin, the average beside it.

    Nothing for an edition before the measures, whose figures stand in its tables.
    """
    measures = measures_stated(edition)
    if Part.UPHELD not in edition.parts:
        return ()
    head = ["Measure", "Counts", "The council" if former else "Your council", "Origin"]
    if averages:
        head += [f"Average of {kind.councils}", "Origin of the average"]
    rows = tuple(_row(figures[measure.id], measure.label, averages=averages) for measure in measures)
    numbers = frozenset({1, 2, 4} if averages else {1, 2})
    blocks: list[Block] = [Table(f"The measures of {edition.year}", tuple(head), rows, numbers, marked=False)]
    if Part.OVERVIEW in edition.parts:
        counted = tuple(_overview(figures.get(measure.id), measure.label) for measure in OVERVIEW)
        blocks.append(
            Table(
                f"What was dealt with in {edition.year}",
                ("Complaints and enquiries", "Number", "Origin"),
                counted,
                frozenset({1}),
                marked=False,
            )
        )
    return (*blocks, _explained(blocks))


def _row(figure: Figure, label: str, *, averages: bool) -> tuple[Paragraph, ...]:
    row = [(Run(label),), _counts(figure), _value(figure), _origins(figure)]
    if averages:
        row += [_average(figure), (Run(_said(figure.benchmark.origin if figure.benchmark else None)),)]
    return tuple(row)


def _overview(figure: Figure | None, label: str) -> tuple[Paragraph, ...]:
    if figure is None or figure.shown is None:
        return ((Run(label),), NOT_HELD, (Run("–"),))
    number = Run(thousands(int(figure.shown)), figure.shown_origin)
    return ((Run(label),), (number,), (Run(_said(figure.shown_origin)),))


def _origins(figure: Figure) -> Paragraph:
    """Say where a figure comes from; of its counts only where that is elsewhere."""
    said = _said(figure.origin if figure.state is State.NO_CASES else figure.shown_origin)
    counted = figure.numerator is not None and figure.denominator and figure.origin is not None
    if counted and figure.shown_origin is not None and figure.origin is not figure.shown_origin:
        said += f"; counts {_said(figure.origin)}"
    return (Run(said),)


def _said(origin: Origin | None) -> str:
    return origin.value if origin else "–"


def _explained(tables: Sequence[Block]) -> Paragraph:
    """Say what the origins that stand in the tables mean."""
    found = {
        run.origin
        for table in tables
        if isinstance(table, Table)
        for row in table.rows
        for cell in row
        for run in cell
        if run.origin is not None
    }
    meanings = [f"{origin.value}: {_MEANINGS[origin]}" for origin in Origin if origin in found]
    return (Run(f"{capital('; '.join(meanings))}."),)


def _value(figure: Figure) -> Paragraph:
    text = value(figure)
    if text is None:
        counted = figure.origin if figure.state is State.NO_CASES else None
        return (Run(within(figure.state), counted),)
    return (Run(text, figure.shown_origin),)


def _counts(figure: Figure) -> Paragraph:
    if figure.numerator is None or not figure.denominator:
        return (Run("–"),)
    if figure.measure == UPHELD_RATE.id:
        residents = f"{thousands(figure.numerator)} upheld, {thousands(figure.denominator)} residents"
        return (Run(residents, figure.origin),)
    return (Run(fraction(figure.numerator, figure.denominator), figure.origin),)


def _average(figure: Figure) -> Paragraph:
    benchmark = figure.benchmark
    if benchmark is None:
        return NOT_HELD
    return (Run(average(benchmark, MEASURES[figure.measure]), benchmark.origin),)


def _label(row: CountRow) -> Paragraph:
    if row.item == "total":
        return (Run("Total"),)
    label = Category(row.item).label if row.kind == "received" else Outcome(row.item).label
    return (Run(label),)


def _count(row: CountRow, rows: Sequence[CountRow]) -> Paragraph:
    if row.count is not None:
        return (Run(thousands(row.count), row.origin),)
    parts = [other for other in rows if other.item != "total"]
    counts = [part.count for part in parts if part.count is not None]
    origins = [part.origin for part in parts if part.origin is not None]
    if row.item == "total" and len(counts) == len(parts):
        return (Run(thousands(sum(counts)), derived_from(*origins)),)
    return NOT_HELD

"""One measure of every council of a group in one year, as a table: figure, interval, type, origin."""

from collections.abc import Iterable, Mapping, Sequence

from dashboard.compare.entries import entry_of, entry_of_group, small_of
from dashboard.compare.group_totals import Together, together
from dashboard.compare.predecessors import YearOf
from dashboard.compare.tables import Cell, Row, Table
from dashboard.domain.figures import Figure, State
from dashboard.domain.formats import thousands
from dashboard.domain.formats import words as in_words
from dashboard.domain.measure import Measure
from dashboard.domain.measures import COMPLIANCE
from dashboard.words import figure as say
from dashboard.words import figure_in_table as words
from dashboard.words.standings import group_lead, standings
from dashboard.words.wording import capital, counted, listed, noun, was

Codes = Mapping[str, str]

_HEADS = ("95% interval", "Average of its type", "Compared with its type", "Origin")


def measure_table(measure: Measure, stands: Sequence[YearOf], codes: Codes, year: str) -> Table:
    """Return a measure's table: a row a council, A to Z, then the group put together in two named ways."""
    compliance = measure == COMPLIANCE
    figures = [stand.figures.get(measure.id) for stand in stands]
    rows = [_row(stand, codes[stand.council.slug], measure) for stand in stands]
    rows += [_together(put, year, measure) for put in together(figures, measure)]
    heads = ("Fell due", "Not complied with", "Complied with", "Average of its type", "Origin")
    return Table(
        id=measure.id.replace("_", "-"),
        title=measure.label,
        caption=f"{measure.label}, {year}",
        heads=("Council", "Type", *(heads if compliance else (_figure_head(measure), *_HEADS))),
        rows=tuple(rows),
        numbers=frozenset({2, 3, 4} if compliance else {2, 3}),
        lead=(
            _compliance_lead(figures) if compliance else group_lead(standings(figures)),
            measure.explanation,
            measure.caveat,
        ),
        notes=(*_printed_notes(stands, measure), *explained(rows)),
        measure=measure.id,
    )


def explained(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return the sentences for the short words that occur in some rows."""
    text = " ".join(cell.whole for row in rows for cell in row.cells)
    return tuple(sentence for word, sentence in words.EXPLAINED.items() if word in text)


def _figure_head(measure: Measure) -> str:
    return f"{measure.short} (of {measure.noun})" if measure.noun != "residents" else measure.short


def _row(stand: YearOf, code: str, measure: Measure) -> Row:
    entry = entry_of(stand, code, measure)
    figure = stand.figures.get(measure.id)
    empty = figure is None or figure.shown is None
    name = Cell(stand.council.short_name, small_of(stand), slug=stand.council.slug)
    kind = Cell(stand.council.type.label)
    cell = Cell(entry.shown, entry.cases, entry, soft=empty)
    average = Cell(entry.average or words.NOTHING)
    origin = Cell(entry.origin or words.NOTHING)
    if measure == COMPLIANCE:
        return Row((name, kind, *_due(figure), cell, average, origin))
    span = Cell(words.NOTHING if figure is None else words.interval(figure))
    return Row((name, kind, cell, span, average, Cell(entry.compared or words.NOTHING), origin))


def _due(figure: Figure | None) -> tuple[Cell, Cell]:
    counts = None if figure is None else say.counts_of(figure)
    if counts is None:
        due = "0" if figure is not None and figure.state is State.NO_CASES else words.NOTHING
        return Cell(due), Cell(words.NOTHING)
    return Cell(thousands(counts[1])), Cell(thousands(counts[1] - counts[0]))


def _together(put: Together, year: str, measure: Measure) -> Row:
    entry = entry_of_group(put, year, measure, measure.label, measure.explanation)
    cell = Cell(put.text, put.whose, entry, soft=put.value is None)
    origin = Cell(entry.origin or words.NOTHING)
    dash = Cell(words.NOTHING)
    name = Cell(put.name)
    if measure == COMPLIANCE:
        known = put.numerator is not None and put.denominator is not None
        due, missed = (put.denominator or 0), (put.denominator or 0) - (put.numerator or 0)
        counts = (Cell(thousands(due)), Cell(thousands(missed))) if known else (dash, dash)
        return Row((name, dash, *counts, cell, dash, origin), of_group=True)
    return Row((name, dash, cell, Cell(put.interval), dash, dash, origin), of_group=True)


def _compliance_lead(figures: Sequence[Figure | None]) -> str:
    pairs = [pair for f in figures if f is not None and (pair := say.counts_of(f)) is not None]
    if not pairs:
        return "No compliance outcomes of these councils are held with their counts."
    due = sum(n for _, n in pairs)
    missed = due - sum(k for k, _ in pairs)
    whose = f"{capital(in_words(len(pairs)))} {noun(len(pairs), 'councils')} with counts"
    recommendations = counted(due, "recommendations")
    if missed == 0:
        return f"{whose}: of {recommendations} that fell due, every one was carried out."
    return (
        f"{whose}: of {recommendations} that fell due, {thousands(missed)} {was(missed)} not complied with."
    )


def _printed_notes(stands: Sequence[YearOf], measure: Measure) -> list[str]:
    """Return the councils' own notes, such as a printed value that does not follow from its counts.

    One that several share is said once, with their names.
    """
    said: dict[str, list[str]] = {}
    for stand in stands:
        figure = stand.figures.get(measure.id)
        if stand.existed and figure is not None and figure.note:
            said.setdefault(figure.note, []).append(stand.council.short_name)
    return [f"{listed(names)}: {note}" for note, names in said.items()]

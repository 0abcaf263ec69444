"""One measure of every council of a group over seven years, with the breaks in the series named."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.charts.breaks import Break, breaks_of
from dashboard.compare.entries import entry_of, entry_of_group
from dashboard.compare.group_totals import together
from dashboard.compare.measure_tables import Codes, explained
from dashboard.compare.predecessors import COMBINED, YearOf, sentences_of
from dashboard.compare.tables import Cell, Row, Table
from dashboard.domain.figures import Figure, State
from dashboard.domain.measure import Measure
from dashboard.words import figure_in_table as words
from dashboard.words.changes import change_in_short

NO_CHANGE = "–"


def years_table(
    measure: Measure, by_year: Mapping[str, Sequence[YearOf]], codes: Mapping[str, Codes]
) -> Table:
    """Return a measure's table: a row a council, a column a year, the change on the last year at the end.

    ``by_year`` has the same councils, A to Z, in every year, ascending; ``codes`` their codes then.
    """
    years = list(by_year)
    rows = []
    for stands in zip(*by_year.values(), strict=True):
        rows.append(_row(stands, measure, codes))
    put = [together([s.figures.get(measure.id) for s in by_year[year]], measure) for year in years]
    for of_kind in zip(*put, strict=True):
        cells = []
        for each, year in zip(of_kind, years, strict=True):
            entry = entry_of_group(each, year, measure, measure.label, measure.explanation)
            small = ", ".join(part for part in (_span(each.interval), each.whose, entry.origin) if part)
            cells.append(Cell(each.text, small, entry, soft=each.value is None))
        rows.append(Row((Cell(of_kind[0].name), *cells, Cell(NO_CHANGE)), of_group=True))
    breaks = breaks_of(measure, years)
    starts = {b.year for b in breaks if b.interrupts}
    heads = [f"{year} (break)" if year in starts else year for year in years]
    return Table(
        id=measure.id.replace("_", "-"),
        title=measure.label,
        caption=f"{measure.label}, {years[0]} to {years[-1]}",
        heads=("Council", *heads, f"Change on the year before {years[-1]}"),
        rows=tuple(rows),
        numbers=frozenset(range(1, len(years) + 1)),
        lead=(measure.explanation, measure.caveat),
        notes=(
            *(_break(each) for each in breaks),
            *_combined(by_year),
            *explained(rows),
        ),
        measure=measure.id,
    )


def _row(stands: Sequence[YearOf], measure: Measure, codes: Mapping[str, Codes]) -> Row:
    council = stands[0].council
    cells = []
    for stand in stands:
        entry = entry_of(stand, codes[stand.year][council.slug], measure)
        figure = stand.figures.get(measure.id)
        cells.append(Cell(entry.shown, _small(stand, figure, entry.origin), entry, soft=entry.value is None))
    own = {s.year: s.figures[measure.id] for s in stands if _has(s, measure)}
    said = change_in_short(own, stands[-1].year, measure)
    told = said or NO_CHANGE
    last = cells[-1]
    if said and last.entry is not None:
        cells[-1] = replace(last, entry=replace(last.entry, change=told))
    return Row((Cell(council.short_name, slug=council.slug), *cells, Cell(told)))


def _break(each: Break) -> str:
    if each.interrupts:
        return f"Break in {each.year}: {each.words} Years before and after it are not one series."
    return f"{each.year}: {each.words} Read that year with care."


def _small(stand: YearOf, figure: Figure | None, origin: str) -> str:
    """Return what stands below a figure: interval, few cases, origin, and whose figures they are."""
    if figure is None or figure.shown is None:
        return ""
    few = words.few(figure)
    combined = COMBINED if stand.combined else ""
    return ", ".join(part for part in (_span(words.interval(figure)), few, origin, combined) if part)


def _span(interval: str) -> str:
    return "" if interval == words.NOTHING else interval


def _has(stand: YearOf, measure: Measure) -> bool:
    figure = stand.figures.get(measure.id)
    return stand.existed and figure is not None and figure.state is State.VALUE and measure.compared


def _combined(by_year: Mapping[str, Sequence[YearOf]]) -> list[str]:
    return sentences_of(stand for stands in by_year.values() for stand in stands)

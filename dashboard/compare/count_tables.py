"""Counts of every council of a group in one year: the overview, received by category, decided by outcome."""

from collections.abc import Sequence

from dashboard.compare.entries import entry_of, entry_of_count, entry_of_group, small_of
from dashboard.compare.group_totals import MEAN, SUM, Together, together, total
from dashboard.compare.measure_tables import Codes, explained
from dashboard.compare.predecessors import YearOf
from dashboard.compare.tables import Cell, Entry, Row, Table
from dashboard.domain.measures import DEALT_WITH_RATE, counts
from dashboard.domain.outcomes import Category, Outcome
from dashboard.repository.records import CountRow
from dashboard.words import figure_in_table as words
from dashboard.words.breakdown import item_label

_BREAKDOWNS = {
    "received": ("Received, by service", "Complaints and enquiries received, by category", Category),
    "decided": ("Decided, by outcome", "Complaints and enquiries decided, by outcome", Outcome),
}
_SAID = {
    "received": "A complaint may be received in one year and decided in another.",
    "decided": "Investigations are the last two: not upheld and upheld.",
}
VOLUME = "Volume is no score: more complaints can mean a council that tells people how to complain."
SERVICES = (
    "Districts and counties run different services. A council has no cases of a service it does not run."
)


def overview_table(stands: Sequence[YearOf], codes: Codes, year: str) -> Table:
    """Return what was dealt with and what became of it, with the rate for the population."""
    measures = (*counts(), DEALT_WITH_RATE)
    rows = []
    for stand in stands:
        entries = [entry_of(stand, codes[stand.council.slug], measure) for measure in measures]
        rows.append(_row(stand, entries))
    put = [together([stand.figures.get(m.id) for stand in stands], m) for m in measures]
    if len(stands) > 1:
        named = [
            entry_of_group(p[0], year, m, m.label, m.explanation) for p, m in zip(put, measures, strict=True)
        ]
        rows.append(_group_row(SUM, named, [p[0] for p in put]))
        rate = put[-1][1]
        entry = entry_of_group(
            rate, year, DEALT_WITH_RATE, DEALT_WITH_RATE.label, DEALT_WITH_RATE.explanation
        )
        blank = [Cell(words.NOTHING) for _ in counts()]
        cells = (Cell(MEAN), *blank, Cell(rate.text, rate.whose, entry), Cell(entry.origin or words.NOTHING))
        rows.append(Row(cells, of_group=True))
    return Table(
        id="overview",
        title="Dealt with, and what became of it",
        caption=f"Complaints and enquiries dealt with, {year}",
        heads=("Council", *(m.label for m in counts()), DEALT_WITH_RATE.short, "Origin"),
        rows=tuple(rows),
        numbers=frozenset(range(1, len(measures) + 1)),
        lead=(VOLUME,),
        notes=explained(rows),
    )


def breakdown_table(kind: str, stands: Sequence[YearOf], codes: Codes, year: str, *, crossing: bool) -> Table:
    """Return ``received`` or ``decided``: a row a council, a column an item, the total last."""
    title, caption, items = _BREAKDOWNS[kind]
    named = [*(item.value for item in items), "total"]
    rows, columns = [], dict[str, list[CountRow | None]]()
    for stand in stands:
        held = {row.item: row for row in stand.rows.get(kind, ())}
        entries = []
        for item in named:
            label = f"{title.split(',')[0]}: {item_label(kind, item)}"
            entries.append(
                entry_of_count(
                    stand, codes[stand.council.slug], held.get(item), label, f"{caption}. {_SAID[kind]}"
                )
            )
            columns.setdefault(item, []).append(held.get(item))
        rows.append(_row(stand, entries))
    if len(stands) > 1:
        put = [_sum(columns[item]) for item in named]
        labels = [f"{title.split(',')[0]}: {item_label(kind, item)}" for item in named]
        entries = [
            entry_of_group(p, year, None, label, caption) for p, label in zip(put, labels, strict=True)
        ]
        rows.append(_group_row(SUM, entries, put))
    return Table(
        id=kind,
        title=title,
        caption=f"{caption}, {year}",
        heads=("Council", *(item_label(kind, item) for item in named), "Origin"),
        rows=tuple(rows),
        numbers=frozenset(range(1, len(named) + 1)),
        lead=(_SAID[kind], *((SERVICES,) if crossing and kind == "received" else ())),
        notes=explained(rows),
    )


def _row(stand: YearOf, entries: Sequence[Entry]) -> Row:
    name = Cell(stand.council.short_name, small_of(stand), slug=stand.council.slug)
    cells = [Cell(entry.shown, "", entry, soft=entry.value is None) for entry in entries]
    return Row((name, *cells, Cell(origins(entries))))


def _group_row(name: str, entries: Sequence[Entry], put: Sequence[Together]) -> Row:
    cells = [
        Cell(entry.shown, "" if each.value is None else each.whose, entry, soft=each.value is None)
        for entry, each in zip(entries, put, strict=True)
    ]
    return Row((Cell(name), *cells, Cell(origins(entries))), of_group=True)


def _sum(rows: Sequence[CountRow | None]) -> Together:
    """Add a column up; only where every council's count is held, or a part would pass for the whole."""
    counts = [row.count for row in rows if row is not None and row.count is not None]
    known = [row.origin for row in rows if row is not None and row.origin is not None]
    return total(counts, known, len(rows))


def origins(entries: Sequence[Entry]) -> str:
    """Name the origins of a row's figures: one for all, or the commonest and which are otherwise.

    "simulated", "simulated; published: Total, Upheld".
    """
    by_origin: dict[str, list[str]] = {}
    for entry in entries:
        if entry.origin:
            by_origin.setdefault(entry.origin, []).append(_short(entry))
    if not by_origin:
        return words.NOTHING
    first, *others = sorted(by_origin, key=lambda origin: -len(by_origin[origin]))
    return "; ".join([first, *(f"{origin}: {', '.join(by_origin[origin])}" for origin in others)])


def _short(entry: Entry) -> str:
    """Return a column's name: a measure's short one, or a breakdown's item."""
    return _SHORT.get(entry.measure) or entry.measure.split(": ")[-1]


_SHORT = {measure.label: measure.short for measure in (*counts(), DEALT_WITH_RATE)}

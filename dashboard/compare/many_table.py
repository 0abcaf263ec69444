"""The one table as its files have it: a row a council, a column a measure and year."""

from dashboard.compare.many import Many
from dashboard.compare.many_words import counted, notes, verdict
from dashboard.compare.measure_tables import explained
from dashboard.compare.tables import Cell, Row, Table

TITLE = "Several measures"


def as_table(many: Many) -> Table:
    """Return the table. Every cell of the page is a cell of it."""
    rows = [
        Row(
            (
                Cell(line.council.short_name, slug=line.council.slug),
                *(Cell(s.entry.shown, entry=s.entry) for of in line.cells for s in of),
            )
        )
        for line in many.lines
    ]
    rows += [
        Row((Cell(each.name), *(Cell(e.shown, entry=e) for of in each.cells for e in of)), of_group=True)
        for each in many.averages
    ]
    heads = [f"{measure.label}, {year}" for measure in many.measures for year in many.years]
    told = (verdict(many), counted(many))
    return Table(
        id="many",
        title=TITLE,
        caption=f"{TITLE}, {spanned(many.years)}",
        heads=("Council", *heads),
        rows=tuple(rows),
        numbers=frozenset(range(1, len(heads) + 1)),
        lead=tuple(sentence for sentence in told if sentence),
        notes=(*notes(many), *explained(rows)),
    )


def spanned(years: tuple[str, ...]) -> str:
    """Name years: "2020-21 to 2024-25" where they follow one another, else each; one alone by itself."""
    if len(years) == 1:
        return years[0]
    first, last = (int(year[:4]) for year in (years[0], years[-1]))
    if last - first == len(years) - 1:
        return f"{years[0]} to {years[-1]}"
    return f"{', '.join(years[:-1])} and {years[-1]}"

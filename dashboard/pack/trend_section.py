"""The years up to this one: a drawing of the share upheld, and a table of all measures."""

from dashboard.charts.breaks import breaks_of
from dashboard.charts.paper import PAPER, PHONE
from dashboard.charts.paper_trend import paper_trend
from dashboard.charts.series import council_points, points_text
from dashboard.domain.figures import Benchmark, State
from dashboard.domain.measure import Measure
from dashboard.domain.measures import UPHELD, charted
from dashboard.domain.years import ReportingYear
from dashboard.pack.council_year import Known
from dashboard.pack.model import (
    Block,
    Picture,
    Points,
    Run,
    Section,
    Table,
    cells,
    quietly,
    said,
    text,
)
from dashboard.pack.row_origin import told
from dashboard.words import figure_in_table as words
from dashboard.words.breaks import concerned
from dashboard.words.changes import change, verdict
from dashboard.words.figure import range_text
from dashboard.words.wording import council_name

_MOST_YEARS = 7


def trend_section(known: Known) -> Section:
    """Return the section; of a council's first year, one that says that there is nothing before it."""
    years = _years(known)
    blocks: list[Block] = []
    if len(years) < 2:
        blocks.append(said(_no_series(known)))
    else:
        blocks += _verdicts(known)
        blocks += _picture(known, years)
        blocks.append(_table(known, years))
        blocks += _breaks(years)
    return Section("trend", "Trend", tuple(blocks))


def _years(known: Known) -> list[str]:
    """Return the last seven years that have a figure of any measure shown, up to this one."""
    held = {
        f.year
        for m in charted()
        for f in known.history(m)
        if f.shown is not None or f.state is State.NO_CASES
    }
    return sorted(held)[-_MOST_YEARS:]


def _no_series(known: Known) -> str:
    started = known.council.start
    if started and not known.ended:
        return (
            f"There are no earlier years to set beside this one: {council_name(known.council.name)} began in "
            f"{started.year}. What is held of the councils before it is on their own pages."
        )
    return "No earlier years are held for this council, so there is no trend to show."


def _verdicts(known: Known) -> list[Block]:
    by_year = known.counted(UPHELD)
    found = [say for tell in (change, verdict) if (say := tell(by_year, known.year, UPHELD))]
    return [said(f"{UPHELD.label}. {' '.join(found)}")] if found else []


def _breaks(years: list[str]) -> list[Block]:
    """Name the breaks of the measures in the table, those that interrupt apart from those only marked."""
    found = {each.year: each for m in charted() for each in breaks_of(m, years)}
    if not found:
        return []
    items = [
        text(Run(each.year, strong=True), f": {each.words} {concerned(ReportingYear.parse(each.year))}")
        for _, each in sorted(found.items())
    ]
    said_of = "Breaks. No change or trend is read across one that breaks a measure:"
    return [quietly(said_of), Points(tuple(items))]


def _averages(known: Known, measure: Measure) -> dict[str, Benchmark]:
    repository, council = known.repository, known.council
    history = repository.benchmark_history(council.type, measure.id)
    return {
        year: average
        for year, average in history.items()
        if year <= known.year and repository.existed(council.slug, year)
    }


def _picture(known: Known, years: list[str]) -> list[Block]:
    history = [f for f in known.history(UPHELD) if f.year >= years[0]]
    averages = {y: a for y, a in _averages(known, UPHELD).items() if y >= years[0]}
    if sum(f.shown is not None for f in history) < 2:
        return []
    name = known.council.short_name
    wide, narrow = (paper_trend(history, averages, UPHELD, name, width) for width in (PAPER, PHONE))
    if wide is None or narrow is None:
        return []
    alt = points_text(council_points(history), UPHELD, name)
    caption = (
        f"Complaints upheld, % of investigations, {years[0]} to {years[-1]}: {name} with its 95% interval, "
        f"and the average of {known.council.type.councils}"
    )
    return [Picture("trend-upheld", caption, alt, wide, narrow)]


def _table(known: Known, years: list[str]) -> Table:
    by = {m.id: {f.year: f for f in known.history(m)} for m in charted()}
    averages = _averages(known, UPHELD)
    rows = []
    for year in years:
        upheld = by[UPHELD.id].get(year)
        interval = (range_text(upheld) if upheld else None) or words.NOTHING
        average = words.average(averages[year], UPHELD) if year in averages else "None applies"
        if year not in averages and known.repository.existed(known.council.slug, year):
            average = words.NOT_HELD
        (share, *others), origin = told([by[m.id].get(year) for m in charted()])
        rows.append(cells(year, share, interval, average, *others, origin))
    return Table(
        caption=f"{known.council.name} by year",
        head=(
            "Year",
            UPHELD.short,
            "95% interval",
            f"Average of {known.council.type.councils}",
            *(m.head for m in charted() if m != UPHELD),
            "Origin",
        ),
        rows=tuple(rows),
    )

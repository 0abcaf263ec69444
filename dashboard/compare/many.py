"""Several measures of a group over chosen years, cell by cell: one table for the page and its files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.charts.bars import Usual
from dashboard.compare.entries import UNITS, entry_of
from dashboard.compare.group import Group
from dashboard.compare.predecessors import YearOf, year_of
from dashboard.compare.tables import Entry
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Comparison
from dashboard.domain.figures import Benchmark, Figure, State
from dashboard.domain.measure import Measure, Unit
from dashboard.domain.origin import Origin
from dashboard.domain.years import ReportingYear
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.words import figure_in_table as words
from dashboard.words.values import average_in_files
from dashboard.words.wording import capital


@dataclass(frozen=True, slots=True)
class Sight:
    """One cell: a measure of a council in a year. ``figure`` is None where nothing is known of it at all."""

    measure: Measure
    stand: YearOf
    figure: Figure | None
    entry: Entry

    @property
    def place(self) -> Usual | None:
        """Where it is drawn: what is compared, beside its usual range. What is not compared is not drawn."""
        figure = self.figure
        if figure is None or not figure.compared.made or figure.numerator is None or not figure.denominator:
            return None
        return Usual.of(figure)

    @property
    def marked(self) -> bool:
        """Whether it is beyond what chance explains."""
        return self.comparison.marked

    @property
    def comparison(self) -> Comparison:
        """How it stands beside its type."""
        return Comparison.NONE if self.figure is None else self.figure.comparison

    @property
    def simulated(self) -> bool:
        """Whether what is shown, or what it is made of, is simulated."""
        return Origin.SIMULATED.value in self.entry.origin


@dataclass(frozen=True, slots=True)
class Line:
    """A council's row: its cells by measure, each over the years. ``own``: it is the one marked."""

    council: Council
    own: bool
    cells: tuple[tuple[Sight, ...], ...]


@dataclass(frozen=True, slots=True)
class Average:
    """A type's row: its averages by measure, each over the years."""

    kind: AuthorityType
    cells: tuple[tuple[Entry, ...], ...]

    @property
    def name(self) -> str:
        """What heads the row."""
        return average_of(self.kind)


@dataclass(frozen=True, slots=True)
class Many:
    """The one table: measures by years, a line a council, then an average a type."""

    measures: tuple[Measure, ...]
    years: tuple[str, ...]
    lines: tuple[Line, ...]
    averages: tuple[Average, ...]

    @property
    def sights(self) -> Iterator[Sight]:
        """Every council's cells, line by line."""
        return (sight for line in self.lines for of in line.cells for sight in of)

    @property
    def stands(self) -> Iterator[YearOf]:
        """What each council is compared by, year by year."""
        return (sight.stand for line in self.lines for sight in line.cells[0])

    def broken_before(self, measure: Measure, place: int) -> bool:
        """Say whether a measure's years at a place and before it are not one series."""
        if place == 0:
            return False
        before, after = (ReportingYear.parse(year) for year in self.years[place - 1 : place + 1])
        return measure.interruption(before, after) is not None


def many_of(group: Group, measures: Sequence[Measure], years: Sequence[str], repository: Repository) -> Many:
    """Return the table of a group, a council's figures of a year read once."""
    lines = []
    for council in group.members:
        stands = [year_of(council, year, repository, counts=False) for year in years]
        codes = {year: repository.code_in_year(council.slug, year) for year in years}
        cells = tuple(tuple(_sight(s, m, codes) for s in stands) for m in measures)
        lines.append(Line(council, council == group.base and len(group.members) > 1, cells))
    averages = [_average(kind, measures, years, repository) for kind in group.types]
    return Many(tuple(measures), tuple(years), tuple(lines), tuple(a for a in averages if a is not None))


def average_of(kind: AuthorityType) -> str:
    """Name a type's average."""
    return f"{capital(kind.councils)}: average"


def _sight(stand: YearOf, measure: Measure, codes: Mapping[str, str]) -> Sight:
    entry = entry_of(stand, codes[stand.year], measure)
    return Sight(measure, stand, stand.figures.get(measure.id), entry)


def _average(
    kind: AuthorityType, measures: Sequence[Measure], years: Sequence[str], repository: Repository
) -> Average | None:
    """Return a type's averages; None where none of them is known."""
    known = [[repository.benchmark(kind, year, measure.id) for year in years] for measure in measures]
    if not any(each for row in known for each in row):
        return None
    cells = tuple(
        tuple(_of_type(kind, year, measure, each) for year, each in zip(years, row, strict=True))
        for measure, row in zip(measures, known, strict=True)
    )
    return Average(kind, cells)


def _of_type(kind: AuthorityType, year: str, measure: Measure, known: Benchmark | None) -> Entry:
    said, state = words.average(known, measure), State.NOT_HELD if known is None else State.VALUE
    if measure.unit is Unit.COUNT or ReportingYear.parse(year) < measure.worked_out_since:
        said, state = words.NOT_APPLICABLE, State.NOT_APPLICABLE
    return Entry(
        *(average_of(kind), "", kind.label, "", year, measure.label, UNITS[measure.unit]),
        shown=said,
        state=state.value,
        numerator=None if known is None else known.numerator,
        denominator=None if known is None else known.denominator,
        value=None if known is None else average_in_files(known, measure),
        origin="" if known is None else known.origin.value,
        definition=measure.explanation,
    )

"""What a comparison's tables are made of: the same rows go to the page, the CSV and the XLSX."""

from dataclasses import dataclass
from decimal import Decimal

from dashboard.words.comparison_in_files import InFiles


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure as it is shown, with all that is said of it: a row of the files.

    ``shown`` is the text on the page; ``low`` and ``high`` are the 95% interval in the measure's unit,
    as shown; ``cases`` flags five to 29 of them; ``change`` is on the year before, in the last of several
    years; an origin is one of the words published, reported, derived, simulated. ``beside`` is how the
    figure stands beside its type, None of what is never compared.
    """

    council: str
    code: str
    type: str
    region: str
    year: str
    measure: str
    unit: str
    shown: str
    state: str
    numerator: int | None = None
    denominator: int | None = None
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    average: str = ""
    average_value: Decimal | None = None
    compared: str = ""
    cases: str = ""
    change: str = ""
    origin: str = ""
    note: str = ""
    source_url: str = ""
    definition: str = ""
    beside: InFiles | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, a smaller line below, and the figure it shows, if any.

    ``slug`` and ``year`` name the page a council's cell leads to. ``soft`` marks the words that stand
    where there is no figure.
    """

    text: str
    small: str = ""
    entry: Entry | None = None
    slug: str = ""
    soft: bool = False

    @property
    def whole(self) -> str:
        """The cell in one line, as files have it."""
        return f"{self.text}; {self.small}" if self.small else self.text


@dataclass(frozen=True, slots=True)
class Row:
    """A row, headed by its first cell. ``of_group`` marks those that put the councils together."""

    cells: tuple[Cell, ...]
    of_group: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: ``id`` is its anchor and the name of its sheet, ``notes`` stand below it.

    ``numbers`` are the columns aligned right. ``measure`` is set where a chart can be drawn of it.
    """

    id: str
    title: str
    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    numbers: frozenset[int]
    lead: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    measure: str | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every figure in it, row by row."""
        return tuple(cell.entry for row in self.rows for cell in row.cells if cell.entry is not None)

"""One measure of one year as columns, a value a council, in the councils' order: small and quick to read."""

from collections.abc import Sequence

from dashboard.domain.comparison import Comparison
from dashboard.domain.figures import Benchmark, Figure, State
from dashboard.domain.formats import value_text
from dashboard.domain.measures import MEASURES, Unit
from dashboard.domain.origin import Origin
from dashboard.domain.rounding import plain
from dashboard.mapview.classes import MapClass, by_comparison, by_figure
from dashboard.mapview.names import shown_origin

CLASSES = tuple(MapClass)
COMPARISONS = tuple(Comparison)
STATES = tuple(State)
ORIGINS = tuple(Origin)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
NONE = "-"


def letters(kinds: Sequence[object]) -> dict[str, str]:
    """Return the letter each member stands as in a column, by letter."""
    return {_LETTERS[i]: str(kind) for i, kind in enumerate(kinds)}


class ColumnPool:
    """The number columns of a year, each held once: several measures stand on the same counts."""

    def __init__(self) -> None:
        self.columns: list[list[int]] = []

    def add(self, numbers: Sequence[int | None]) -> int:
        """Return the index of a column; -1 stands for None."""
        column = [-1 if number is None else number for number in numbers]
        if column not in self.columns:
            self.columns.append(column)
        return self.columns.index(column)


def encode(figures: Sequence[Figure], pool: ColumnPool) -> dict[str, object]:
    """Return one measure's figures as columns.

    ``n`` and ``d`` are indices into the pool. ``fill``, ``standing``, ``state``, ``comparison``,
    ``origin`` (of the counts) and ``shownOrigin`` hold a letter a council. ``shown`` maps a council's
    index to a value that its counts do not give, ``notes`` to its note.
    """
    return {
        "n": pool.add([f.numerator for f in figures]),
        "d": pool.add([f.denominator for f in figures]),
        "fill": _column(CLASSES, [by_figure(f) for f in figures]),
        "standing": _column(CLASSES, [by_comparison(f) for f in figures]),
        "state": _column(STATES, [f.state for f in figures]),
        "comparison": _column(COMPARISONS, [f.comparison for f in figures]),
        "origin": _column(ORIGINS, [f.origin for f in figures]),
        "shownOrigin": _column(ORIGINS, [shown_origin(f) for f in figures]),
        "shown": {
            str(i): plain(f.shown) for i, f in enumerate(figures) if f.shown is not None and _differs(f)
        },
        "notes": {str(i): f.note for i, f in enumerate(figures) if f.note},
        "average": _column("01", ["0" if f.benchmark is None else "1" for f in figures], "01"),
    }


def average(benchmark: Benchmark, measure: str) -> list[str]:
    """Return a type's average as its text, kind and origin."""
    return [value_text(MEASURES[measure], benchmark.value), benchmark.kind.value, benchmark.origin.value]


def _differs(figure: Figure) -> bool:
    """Whether what is shown is not what the script works out from the counts, half up."""
    if figure.numerator is None or not figure.denominator:
        return True
    per = 100 if MEASURES[figure.measure].unit is Unit.PERCENT else 1_000_000
    scaled = (2 * per * figure.numerator + figure.denominator) // (2 * figure.denominator)
    shown = figure.shown
    return shown is None or shown != (scaled if per == 100 else type(shown)(scaled) / 10)


def _column(kinds: Sequence[object], values: Sequence[object], alphabet: str = _LETTERS) -> str:
    place = {kind: alphabet[i] for i, kind in enumerate(kinds)}
    return "".join(NONE if value is None else place[value] for value in values)

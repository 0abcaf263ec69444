"""One measure of one year as columns, a value a council, in the councils' order: small and quick to read."""

from collections.abc import Sequence

from dashboard.domain.comparison import Comparison
from dashboard.domain.figures import Benchmark, Figure, State
from dashboard.domain.formats import worked_out
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.domain.rounding import plain
from dashboard.mapview.classes import MapClass, by_comparison, by_figure
from dashboard.mapview.names import shown_origin
from dashboard.words import values
from dashboard.words.comparisons import on_map

CLASSES = tuple(MapClass)
COMPARISONS = tuple(Comparison)
STATES = tuple(State)
ORIGINS = tuple(Origin)
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
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


class Wordings:
    """The texts said of councils' comparisons in a file, each once: a column has their letters."""

    def __init__(self) -> None:
        self.by_letter: dict[str, str] = {}
        self._letters: dict[str, str] = {}

    def column(self, texts: Sequence[str]) -> str:
        """Return a column of letters, one a text. Raises IndexError for more texts than there are letters."""
        return "".join(self._letter(text) for text in texts)

    def _letter(self, text: str) -> str:
        if text not in self._letters:
            letter = _LETTERS[len(self._letters)]
            self._letters[text] = letter
            self.by_letter[letter] = text
        return self._letters[text]


def encode(figures: Sequence[Figure], pool: ColumnPool, said: Wordings) -> dict[str, object]:
    """Return one measure's figures as columns.

    ``n`` and ``d`` are indices into the pool. ``fill``, ``standing``, ``state``, ``comparison``, ``said``
    (how it stands in words, or why it is not compared), ``origin`` (of the counts) and ``shownOrigin`` hold
    a letter a council. ``shown`` maps a council's index to a value that its counts do not give, ``notes`` to
    its note.
    """
    return {
        "n": pool.add([f.numerator for f in figures]),
        "d": pool.add([f.denominator for f in figures]),
        "fill": _column(CLASSES, [by_figure(f) for f in figures]),
        "standing": _column(CLASSES, [by_comparison(f) for f in figures]),
        "state": _column(STATES, [f.state for f in figures]),
        "comparison": _column(COMPARISONS, [f.comparison for f in figures]),
        "said": said.column([on_map(f) for f in figures]),
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
    return [values.average(benchmark, MEASURES[measure]), benchmark.kind.value, benchmark.origin.value]


def _differs(figure: Figure) -> bool:
    """Whether what is shown is not what the script works out from the counts."""
    if figure.numerator is None or not figure.denominator:
        return True
    computed = worked_out(MEASURES[figure.measure], figure.numerator, figure.denominator)
    return values.value(figure) != computed


def _column(kinds: Sequence[object], values: Sequence[object], alphabet: str = _LETTERS) -> str:
    place = {kind: alphabet[i] for i, kind in enumerate(kinds)}
    return "".join(NONE if value is None else place[value] for value in values)

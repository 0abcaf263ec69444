"""How wide words are in print, and the columns of a table by them: no word or number is ever broken.

Widths are those of Arial (Helvetica's metrics, which Liberation Sans shares): the face of the Word document,
and wider than that of the PDF, so that what fits the one fits the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.charts.lettering import thousandths

MARGINS = 3.8
"""Millimetres of a cell that are not for text: Word's own 1.9 on either side."""
SIZES = (8.5, 8.0, 7.5, 7.0)
"""Sizes of a table's text in points, the first for all that fits."""
_SLACK = 0.6  # mm
_MM_OF_POINT = 25.4 / 72
_BOLD = 1.15  # at most: Arial Bold's narrow letters are wider by more, its digits by nothing
_WIDEST_SHARE, _NARROW = 0.62, 36.0  # of the line, of a wide column; mm, of any other
_TO_NARROW = 0.4  # of the room that words leave, where there are wide columns to take the rest


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table in millimetres, and the size of its text in points."""

    widths: tuple[float, ...]
    size: float


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width in millimetres of a text on one line at a size in points.

    >>> round(width_of("1,170,238", 8.5), 1)
    13.3
    """
    return thousandths(text) / 1000 * size * _MM_OF_POINT * (_BOLD if bold else 1)


def layout(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    bold: Sequence[bool],
    wide: frozenset[int],
    line: float,
) -> Layout:
    """Return columns that share a line (mm), each at least as wide as its longest word.

    ``bold`` says of each row whether it is set bold, as the head is. ``wide`` are the columns that take what
    room there is before others do. The size is the largest at which all words fit; at the smallest, where
    they do not even then, the columns share the line by their words.
    """
    for size in SIZES:
        columns = [_column(index, head, rows, bold, size) for index in range(len(head))]
        least = [each.word for each in columns]
        if sum(least) <= line or size == SIZES[-1]:
            return Layout(tuple(_shared(columns, wide, line)), size)
    raise AssertionError("one of the sizes is the last")


def lines_of(text: str, width: float, size: float) -> int:
    """Return how many lines a text takes in a column of a width (mm), words unbroken."""
    room, lines = max(width - MARGINS, 1.0), 0
    for part in text.split("\n"):
        used, space = 0.0, width_of(" ", size)
        lines += 1
        for word in part.split():
            wanted = width_of(word, size)
            if used and used + space + wanted > room:
                lines, used = lines + 1, 0.0
            used += wanted + (space if used else 0)
    return lines


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column asks for (mm): for its longest word, for its cells unbroken, and for its head too."""

    word: float
    cells: float
    whole: float


def _column(
    index: int, head: Sequence[str], rows: Sequence[Sequence[str]], bold: Sequence[bool], size: float
) -> _Column:
    body = [(row[index], strong) for row, strong in zip(rows, bold, strict=True)]
    word = cells = 0.0
    for text, strong in [(head[index], True), *body]:
        word = max(word, *(width_of(one, size, bold=strong) for one in (text.split() or [""])))
    for text, strong in body:
        cells = max(cells, *(width_of(part, size, bold=strong) for part in text.split("\n")))
    whole = max(cells, width_of(head[index], size, bold=True))
    edges = MARGINS + _SLACK
    return _Column(word + edges, max(word, cells) + edges, max(word, whole) + edges)


def _shared(columns: Sequence[_Column], wide: frozenset[int], line: float) -> list[float]:
    """Share a line: first the longest words, then what cells want up to a bound, then what heads do, the rest
    to wide columns. So a head takes a second line before a fraction in a cell below it does."""
    widths = [each.word for each in columns]
    spare = line - sum(widths)
    if spare <= 0:
        return [width * line / sum(widths) for width in widths]
    narrow = frozenset(range(len(columns))) - wide
    for group, heads in ((narrow, False), (wide, False), (narrow, True), (wide, True)):
        most = _WIDEST_SHARE * line if group is wide else _NARROW
        asking = [each.whole if heads else each.cells for each in columns]
        wants = {i: max(0.0, min(asking[i], most) - widths[i]) for i in group}
        asked = sum(wants.values())
        room = spare if group is wide or not wide else _TO_NARROW * spare
        share = min(1.0, room / asked) if asked else 0.0
        for i, want in wants.items():
            widths[i] += want * share
        spare = line - sum(widths)
    taking = sorted(wide) or range(len(columns))
    return [width + (spare / len(taking) if i in taking else 0.0) for i, width in enumerate(widths)]

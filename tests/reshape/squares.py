"""Small maps of squares, whose right answers can be counted on the squares themselves."""

from collections import Counter
from collections.abc import Iterable, Mapping

from shapely import box, coverage_union_all
from shapely.geometry.base import BaseGeometry

from dashboard.mapview.shapes import Shapes
from dashboard.reshape.drawing import draw

SIDE = 20
"""The side of a square in units; a unit is 200 m, so a square is 16 square kilometres."""

SQUARE_KM = 16.0

Square = tuple[int, int]


def frame(tier: str) -> Shapes:
    """Return an empty map of a tier in 2025."""
    return Shapes(tier, 2025, "EPSG:27700", 200, (0, 0), 400, 400, ())


def slug(square: Square) -> str:
    """Return the council of one square: ``c2-r0`` in the third column of the first row."""
    return f"c{square[0]}-r{square[1]}"


def area(square: Square) -> BaseGeometry:
    """Return a square's polygon."""
    column, row = square
    return box(column * SIDE + 4, row * SIDE + 4, column * SIDE + SIDE + 4, row * SIDE + SIDE + 4)


def lower(squares: Iterable[Square]) -> Shapes:
    """Return a lower tier with one council a square."""
    return draw(frame("lower"), {slug(square): area(square) for square in squares})


def upper(counties: Mapping[str, Iterable[Square]]) -> Shapes:
    """Return an upper tier whose councils are made up of squares; their outlines keep every corner."""
    return draw(frame("upper"), {name: coverage_union_all([*map(area, of)]) for name, of in counties.items()})


def beside(square: Square) -> list[Square]:
    """Return the four squares that share a side with one."""
    column, row = square
    return [(column, row - 1), (column + 1, row), (column, row + 1), (column - 1, row)]


def groups(squares: Iterable[Square]) -> list[set[Square]]:
    """Return squares in groups that hang together side by side."""
    left, found = set(squares), []
    while left:
        group, waiting = set(), [min(left)]
        while waiting:
            here = waiting.pop()
            if here in left:
                left.remove(here)
                group.add(here)
                waiting += beside(here)
        found.append(group)
    return found


def sides_shared(of: Mapping[str, Iterable[Square]]) -> Counter[tuple[str, str]]:
    """Return how many sides of squares every two councils share, both ways."""
    owner = {square: name for name, squares in of.items() for square in squares}
    return Counter(
        (name, owner[other])
        for square, name in owner.items()
        for other in beside(square)
        if owner.get(other, name) != name
    )

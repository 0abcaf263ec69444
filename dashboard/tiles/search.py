"""Finding a good layout: councils change tiles at random, at first freely, then only for the better.

No exact method finds the best of so many layouts (it is a quadratic assignment); this one is deterministic,
since its chances come from a seed and no rule of it depends on the machine.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from dashboard.tiles.grid import ROW, Cell, Point, around, centre
from dashboard.tiles.wishes import APART, FARTHER, TURNED, WRONG_SIDE, Wishes

_MARGIN = 3  # tiles free around where the councils begin
_TOUCH = 1.1  # widths squared, below which two tiles touch
_REACH = 6.5  # widths squared of a move


@dataclass(frozen=True, slots=True)
class Pace:
    """How long is searched, for each council, and how much worse a change may be at first; by which seed."""

    moves: int
    freedom: float
    seed: int


class Start(NamedTuple):
    """Where each council begins, in widths of a tile, and what each width away from there costs it."""

    points: Sequence[Point]
    hold: Sequence[float]


class Board:
    """Councils on tiles, all of them numbered; every council on one, no tile with two."""

    def __init__(self, wishes: Wishes, contacts: list[list[float]], start: Start) -> None:
        self.cells = window(start.points)
        self.centres = [centre(cell) for cell in self.cells]
        place = {cell: index for index, cell in enumerate(self.cells)}
        self.touching = [[place[one] for one in around(cell) if one in place] for cell in self.cells]
        self.wishes = [[(w.other, w.x, w.y, w.weight, w.touching) for w in of] for of in wishes]
        self.contacts = contacts
        self.away = [
            [hold * _far(point, middle) for middle in self.centres]
            for point, hold in zip(start.points, start.hold, strict=True)
        ]
        self.at: list[int] = []
        self.holder: list[int] = [-1] * len(self.cells)
        for council, point in enumerate(start.points):
            free = (index for index, holder in enumerate(self.holder) if holder < 0)
            nearest = min(free, key=lambda index: (_far(point, self.centres[index]), index))
            self.at.append(nearest)
            self.holder[nearest] = council

    def cost(self, council: int, tile: int, swapped: int = -1, with_tile: int = -1) -> float:
        """Return what it costs a council to stand on a tile; ``swapped`` (-1: nobody) takes ``with_tile``."""
        x, y = self.centres[tile]
        total = self.away[council][tile]
        centres, at = self.centres, self.at
        for other, wished_x, wished_y, weight, touches in self.wishes[council]:
            other_x, other_y = centres[with_tile if other == swapped else at[other]]
            dx, dy = x - other_x, y - other_y
            if touches and dx * dx + dy * dy > _TOUCH:
                total += APART * weight
            along = dx * wished_x + dy * wished_y
            if along < 0:
                total += weight * (WRONG_SIDE - TURNED * along)
            dx -= wished_x
            dy -= wished_y
            square = dx * dx + dy * dy
            total += weight * (square**0.5 + FARTHER * square)
        contact, holder = self.contacts[council], self.holder
        for beside in self.touching[tile]:
            other = holder[beside]
            if other == council:
                other = swapped
            elif other == swapped:
                other = council
            if other >= 0 and other != council:
                total += contact[other]
        return total

    def change(self, council: int, tile: int) -> float:
        """Return how much worse it gets when a council moves to a tile, and who is on it to the council's."""
        here, other = self.at[council], self.holder[tile]
        if other < 0:
            return self.cost(council, tile) - self.cost(council, here)
        after = self.cost(council, tile, other, here) + self.cost(other, here, council, tile)
        return after - self.cost(council, here) - self.cost(other, tile)

    def move(self, council: int, tile: int) -> None:
        """Put a council on a tile, and who is on it on the council's."""
        here, other = self.at[council], self.holder[tile]
        self.at[council], self.holder[tile], self.holder[here] = tile, council, other
        if other >= 0:
            self.at[other] = here

    @property
    def total(self) -> float:
        """What the whole layout costs."""
        return sum(self.cost(council, tile) for council, tile in enumerate(self.at))


def search(board: Board, pace: Pace) -> None:
    """Change the board's layout for the better."""
    near = [
        [other for other, point in enumerate(board.centres) if 0 < _square(point, here) < _REACH]
        for here in board.centres
    ]
    councils = len(board.at)
    steps = pace.moves * councils
    chances = np.random.default_rng(pace.seed).random((steps, 4)).tolist()
    for step, (which, how, where, luck) in enumerate(chances):
        council = int(which * councils)
        here = board.at[council]
        wishes = board.wishes[council]
        if how < 0.5 or not wishes:
            tiles = near[here]
        else:
            tiles = board.touching[board.at[wishes[int((how - 0.5) * 2 * len(wishes))][0]]]
        tile = tiles[int(where * len(tiles))]
        if tile != here and board.change(council, tile) < pace.freedom * (1 - step / steps) ** 2 * luck:
            board.move(council, tile)


def window(points: Sequence[Point]) -> list[Cell]:
    """Return the tiles of a rectangle that holds the points, with a margin of free ones."""
    left, top = (int(min(ends)) - _MARGIN for ends in zip(*points, strict=True))
    right = int(max(x for x, _ in points)) + _MARGIN
    rows = range(int(top / ROW) - 1, int(max(y for _, y in points) / ROW) + _MARGIN + 1)
    return [(column, row) for row in rows for column in range(left, right + 1)]


def _square(one: Point, other: Point) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _far(one: Point, other: Point) -> float:
    return float(_square(one, other) ** 0.5)

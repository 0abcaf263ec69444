"""Laying out the tiles of a map: anew, or from the layout of another vintage."""

from dataclasses import dataclass

from dashboard.tiles.grid import Cell, Tiles, from_nought
from dashboard.tiles.ground import Ground
from dashboard.tiles.quality import merit
from dashboard.tiles.search import Board, Pace, Start, search
from dashboard.tiles.spread import carried, spread
from dashboard.tiles.wishes import contacts_of, wishes_of

_ANEW = tuple(Pace(moves=1500, freedom=6.0, seed=seed) for seed in (1, 2, 3))
_FROM_ANOTHER = Pace(moves=300, freedom=0.5, seed=1)
_HOLD = 0.04  # of a width: where a council begins matters little
_STAY = 0.5  # of a width, for who had a tile before


@dataclass(frozen=True, slots=True)
class Laid:
    """A layout, and the ground it was made for."""

    ground: Ground
    tiles: Tiles


def lay_out(ground: Ground) -> Laid:
    """Return, of some layouts that regard no other, the one of most merit."""
    if not ground.slugs:
        return Laid(ground, {})
    start = Start(spread(ground), [_HOLD] * len(ground.slugs))
    boards = [_searched(ground, start, pace) for pace in _ANEW]
    layouts = [from_nought(_tiles(ground, board)) for board in boards]
    return Laid(ground, max(layouts, key=lambda tiles: merit(ground, tiles)))


def lay_out_from(ground: Ground, before: Laid) -> Laid:
    """Return a layout much like that of another vintage: who was on it stays on its tile or close to it."""
    if not before.tiles or not ground.slugs:
        return lay_out(ground)
    hold = [_STAY if slug in before.tiles else _HOLD for slug in ground.slugs]
    start = Start(carried(ground, before.ground, before.tiles), hold)
    return Laid(ground, _tiles(ground, _searched(ground, start, _FROM_ANOTHER)))


def _searched(ground: Ground, start: Start, pace: Pace) -> Board:
    board = Board(wishes_of(ground), contacts_of(ground), start)
    search(board, pace)
    return board


def _tiles(ground: Ground, board: Board) -> dict[str, Cell]:
    return {slug: board.cells[tile] for slug, tile in zip(ground.slugs, board.at, strict=True)}

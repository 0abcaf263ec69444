"""Polygons on an integer grid as SVG path data, as short as the grammar allows, and back.

A path is one ``m`` with absolute whole units for its first ring, then relative commands only: implicit
``l``, ``h``, ``v``, ``z``, and a relative ``m`` from the start of the ring before. Rings are closed by ``z``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

Point = tuple[int, int]
Ring = Sequence[Point]

_TOKEN = re.compile(r"[mlhvz]|-?\d+")
_FORM = re.compile(r"[-0-9mlhvz ]*")
_ARITY = {"m": 2, "l": 2, "h": 1, "v": 1, "z": 0}


def encode(rings: Iterable[Ring]) -> str:
    """Return path data for rings of whole-unit points, each open (its first point is not repeated).

    Raises ValueError for a ring of fewer than three points, or one that repeats a point at once.
    """
    parts: list[str] = []
    start = (0, 0)
    for ring in rings:
        if len(ring) < 3:
            raise ValueError(f"a ring needs three points, not {len(ring)}")
        parts.append("m" + _numbers(ring[0][0] - start[0], ring[0][1] - start[1]))
        parts.append(_lines(ring))
        start = ring[0]
    return "".join(parts)


def decode(path: str) -> list[list[Point]]:
    """Return the rings of path data, each open. Raises ValueError where ``encode`` would not write it so."""
    if not _FORM.fullmatch(path):
        raise ValueError("path data holds something other than m, l, h, v, z and whole numbers")
    rings: list[list[Point]] = []
    here = start = (0, 0)
    for command, values in _commands(path):
        if command == "m":
            here = start = (start[0] + values[0], start[1] + values[1])
            rings.append([here])
            continue
        if not rings:
            raise ValueError("path data does not begin with m")
        if command == "z":
            here = start
            continue
        dx = values[0] if command in "lh" else 0
        dy = values[-1] if command in "lv" else 0
        here = (here[0] + dx, here[1] + dy)
        rings[-1].append(here)
    return rings


def _commands(path: str) -> Iterator[tuple[str, list[int]]]:
    tokens = _TOKEN.findall(path)
    position, command = 0, ""
    while position < len(tokens):
        if tokens[position] in _ARITY:
            command = tokens[position]
            position += 1
        elif command == "m":
            command = "l"
        elif command in ("", "z"):
            raise ValueError("path data has a number that belongs to no command")
        values = tokens[position : position + _ARITY[command]]
        if len(values) < _ARITY[command] or any(value in _ARITY for value in values):
            raise ValueError(f"the command {command} lacks a number")
        position += len(values)
        yield command, [int(value) for value in values]


def _lines(ring: Ring) -> str:
    written, command = [], "m"  # after m, pairs of numbers are lines
    for (x0, y0), (x1, y1) in pairwise(ring):
        dx, dy = x1 - x0, y1 - y0
        if not dx and not dy:
            raise ValueError(f"the point {x1},{y1} stands twice in a row")
        now, numbers = ("h", str(dx)) if not dy else ("v", str(dy)) if not dx else ("l", _numbers(dx, dy))
        continued = now == command or (now == "l" and command == "m")
        written.append((" " if numbers[0] != "-" else "") + numbers if continued else now + numbers)
        command = now
    return "".join(written) + "z"


def _numbers(x: int, y: int) -> str:
    return f"{x}{y}" if y < 0 else f"{x} {y}"

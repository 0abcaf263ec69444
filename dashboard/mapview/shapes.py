"""The map's shapes as ``data/boundaries`` holds them, read back and checked. Standard library only."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

_PATH = re.compile(r"m-?\d+[ -]\d[-0-9mlhvz ]*z")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class ShapesError(ValueError):
    """A boundaries file is not of the form it must have; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The slug in each arrow direction, None where nothing lies ahead."""

    up: str | None
    right: str | None
    down: str | None
    left: str | None


@dataclass(frozen=True, slots=True)
class Shape:
    """One council's outline.

    ``d`` is SVG path data in the map's units; ``x`` and ``y`` the label point inside it, ``r`` how many
    units that point is from the nearest edge, rounded down (0 for a shape too thin to hold a mark).
    """

    slug: str
    d: str
    x: int
    y: int
    r: int
    neighbours: Neighbours


@dataclass(frozen=True, slots=True)
class Shapes:
    """One map: all councils of a tier in a vintage, or London's boroughs.

    ``tier`` is ``upper``, ``lower`` or ``london``; ``vintage`` the first year it holds for. The grid runs
    from (0, 0) to (``width``, ``height``), y downwards; unit (0, 0) lies ``origin`` metres east and
    north in British National Grid, one unit is ``metres_per_unit`` metres.
    """

    tier: str
    vintage: int
    crs: str
    metres_per_unit: int
    origin: tuple[int, int]
    width: int
    height: int
    shapes: tuple[Shape, ...]

    @property
    def view_box(self) -> str:
        """The ``viewBox`` that holds all shapes, with a small margin."""
        return f"0 0 {self.width} {self.height}"


def load_shapes(path: Path) -> Shapes:
    """Read one boundaries file. Raises ShapesError when it is missing, no JSON, or not of the form above."""
    try:
        return parse_shapes(path.read_bytes())
    except OSError as error:
        raise ShapesError(f"The boundaries file {path} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise ShapesError(f"The boundaries file {path} is not as it must be: {error}.") from error


def parse_shapes(content: bytes) -> Shapes:
    """Return the shapes of a file's content. Raises ValueError, KeyError or TypeError if malformed."""
    told = json.loads(content)
    shapes = tuple(_shape(entry) for entry in told["shapes"])
    slugs = {shape.slug for shape in shapes}
    if len(slugs) != len(shapes):
        raise ValueError("a council stands in it twice")
    for shape in shapes:
        strange = {shape.neighbours.up, shape.neighbours.right, shape.neighbours.down, shape.neighbours.left}
        if strange - slugs - {None}:
            raise ValueError(f"{shape.slug} has a neighbour that is not on the map")
    west, north = told["origin"]
    return Shapes(
        tier=str(told["tier"]),
        vintage=int(told["vintage"]),
        crs=str(told["crs"]),
        metres_per_unit=int(told["metres_per_unit"]),
        origin=(int(west), int(north)),
        width=int(told["width"]),
        height=int(told["height"]),
        shapes=shapes,
    )


def _shape(entry: dict[str, object]) -> Shape:
    slug, d, neighbours = entry["slug"], entry["d"], entry["neighbours"]
    if not isinstance(slug, str) or not _SLUG.fullmatch(slug):
        raise ValueError(f"“{slug}” is no slug")
    if not isinstance(d, str) or not _PATH.fullmatch(d):
        raise ValueError(f"the outline of {slug} is no path data")
    if not isinstance(neighbours, list) or len(neighbours) != 4:
        raise ValueError(f"{slug} needs a neighbour or null for each of the four directions")
    up, right, down, left = neighbours
    return Shape(
        slug, d, _int(entry["x"]), _int(entry["y"]), _int(entry["r"]), Neighbours(up, right, down, left)
    )


def _int(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"“{value}” is no whole number")
    return value

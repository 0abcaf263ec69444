"""Equal-area tiles: one hexagon a council, for every tier and vintage of the map.

Source: Open Innovations' hexjson layouts (MIT), which hold the lower tier at 2018, 2019, 2020, 2021
and 2023 and the upper tier at 2019 alone. The others of the upper tier are made from that one: a council
with one predecessor or successor takes its tile, and where one council became two, the tiles
between it and the nearest empty place move by one to make room beside it.
"""

import json
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.domain.authority_types import AuthorityType, Tier
from dashboard.releases.on_disk import write_whole
from derive.artefacts import Table
from derive.councils import Councils
from derive.source import DerivationError, SourceFolder

LAYOUTS = {
    (Tier.LOWER, 2014): "hex/oi_hex_uk_lad_2018.hexjson",
    (Tier.LOWER, 2019): "hex/oi_hex_uk_lad_2019.hexjson",
    (Tier.LOWER, 2020): "hex/oi_hex_uk_lad_2020.hexjson",
    (Tier.LOWER, 2021): "hex/oi_hex_uk_lad_2021.hexjson",
    (Tier.LOWER, 2023): "hex/oi_hex_uk_lad_2023.hexjson",
    (Tier.UPPER, 2019): "hex/oi_hex_england_utla_2019.hexjson",
}
FILLED = {
    (Tier.UPPER, 2014): 2019,
    (Tier.UPPER, 2020): 2019,
    (Tier.UPPER, 2021): 2020,
    (Tier.UPPER, 2023): 2021,
}
"""The vintages for which no layout is published, and the one each is made from."""

Cell = tuple[int, int]
Tiles = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class HexInputs:
    """What the tiles are checked against and filled by.

    ``councils`` holds the slugs of each tier and vintage, ``kin`` the pairs (predecessor, successor).
    """

    councils: Mapping[tuple[Tier, int], frozenset[str]]
    kin: frozenset[tuple[str, str]]


def hex_inputs(councils: Councils, lineage: Table) -> HexInputs:
    """Return the councils of every tier and vintage, and who succeeded whom, from the derived tables."""
    kinds, starts, ends = (councils.column(name) for name in ("type", "start", "end"))
    held = {
        (tier, vintage): frozenset(
            slug
            for slug, kind in kinds.items()
            if tier in AuthorityType(kind).tiers
            and starts[slug] <= f"{vintage}-04-01" <= (ends[slug] or "9999")
        )
        for tier, vintage in (*LAYOUTS, *FILLED)
    }
    return HexInputs(held, frozenset((row[0], row[1]) for row in lineage.rows))


def derive_hexes(
    source: Path | SourceFolder, out: Path, slug_for_code: Callable[[str], str], inputs: HexInputs
) -> list[Path]:
    """Write ``hex/<tier>-<vintage>.json`` under ``out`` and return the paths.

    Raises DerivationError when a layout does not hold exactly the councils of its vintage, each on a
    tile of its own.
    """
    folder = source if isinstance(source, SourceFolder) else SourceFolder(source)
    drawn = {key: read_layout(folder, path, slug_for_code) for key, path in LAYOUTS.items()}
    for key, base in FILLED.items():
        drawn[key] = refill(drawn[key[0], base], inputs.councils[key], inputs.kin)
    written = []
    for (tier, vintage), tiles in sorted(drawn.items()):
        name = f"{tier.value}-{vintage}"
        _check(name, tiles, inputs.councils[tier, vintage])
        target = out / "hex" / f"{name}.json"
        write_whole(target, _json(tier, vintage, tiles))
        written.append(target)
    return written


def read_layout(folder: SourceFolder, relative: str, slug_for_code: Callable[[str], str]) -> Tiles:
    """Return a hexjson layout's English councils as (column, row), rows downwards, odd rows shifted right.

    Raises DerivationError when the file is not in the layout ``odd-r``.
    """
    told = json.loads(folder.bytes_of(relative))
    if told.get("layout") != "odd-r":
        raise DerivationError(f"The source file {relative} is not laid out odd-r.")
    english = {code: cell for code, cell in told["hexes"].items() if code.startswith("E")}
    top = max(cell["r"] for cell in english.values())
    top += top % 2  # an even row stays even when counted from the top
    left = min(cell["q"] for cell in english.values())
    return {slug_for_code(code): (cell["q"] - left, top - cell["r"]) for code, cell in english.items()}


def refill(tiles: Tiles, councils: frozenset[str], kin: Iterable[tuple[str, str]]) -> Tiles:
    """Return the tiles of another vintage made from these: the new councils stand beside their kin.

    Raises DerivationError for a new council without predecessor or successor among the tiles.
    """
    related = set(kin)
    related |= {(b, a) for a, b in related}
    kept = {slug: cell for slug, cell in tiles.items() if slug in councils}
    gone = {slug: cell for slug, cell in tiles.items() if slug not in councils}
    new = sorted(councils - set(tiles), key=lambda s: (sum((s, old) in related for old in gone), s))
    placed = dict(kept)
    for slug in new:
        homes = [old for old in sorted(gone) if (slug, old) in related]
        if not homes:
            raise DerivationError(f"{slug} has no predecessor or successor on the tiles.")
        free = [gone[old] for old in homes if gone[old] not in placed.values()]
        placed[slug] = free[0] if free else _make_room(placed, gone[homes[0]])
    return placed


def around(cell: Cell) -> list[Cell]:
    """Return the six cells around one, where odd rows are shifted right by half a tile."""
    column, row = cell
    shift = row % 2
    return [
        (column - 1, row),
        (column + 1, row),
        (column - 1 + shift, row - 1),
        (column + shift, row - 1),
        (column - 1 + shift, row + 1),
        (column + shift, row + 1),
    ]


def _make_room(placed: Tiles, beside: Cell) -> Cell:
    """Empty a cell next to one by moving the tiles on the shortest way to an empty cell, and return it."""
    holder = {cell: slug for slug, cell in placed.items()}
    came: dict[Cell, Cell] = {beside: beside}
    queue = deque([beside])
    while queue:
        here = queue.popleft()
        if here not in holder:
            break
        for cell in around(here):
            if cell not in came and min(cell) >= 0:
                came[cell] = here
                queue.append(cell)
    while came[here] != beside:
        placed[holder[came[here]]] = here
        here = came[here]
    return here


def _check(name: str, tiles: Tiles, councils: frozenset[str]) -> None:
    if set(tiles) != councils:
        raise DerivationError(f"The tiles {name} do not hold its councils: {sorted(set(tiles) ^ councils)}.")
    if len(set(tiles.values())) != len(tiles):
        raise DerivationError(f"Two councils share a tile in {name}.")


def _json(tier: Tier, vintage: int, tiles: Tiles) -> str:
    head = {
        "tier": tier.value,
        "vintage": vintage,
        "layout": "odd-r",
        "published": (tier, vintage) in LAYOUTS,
        "columns": max(column for column, _ in tiles.values()) + 1,
        "rows": max(row for _, row in tiles.values()) + 1,
    }
    lines = ",\n".join(
        json.dumps({"slug": slug, "column": column, "row": row}, separators=(",", ":"))
        for slug, (column, row) in sorted(tiles.items())
    )
    return json.dumps(head, separators=(",", ":"))[:-1] + ',"tiles":[\n' + lines + "\n]}\n"

"""Equal-area tiles: complete for every vintage, and filled by moving as little as possible."""

import json
from pathlib import Path
from typing import Any

import pytest

from derive.hex import Tiles, around, read_layout, refill
from derive.source import DerivationError, SourceFolder

DATA = Path(__file__).parents[2] / "data"
VINTAGES = [f"{tier}-{year}" for tier in ("lower", "upper") for year in (2014, 2019, 2020, 2021, 2023)]


def tiles_of(name: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((DATA / "hex" / f"{name}.json").read_text("utf-8"))
    return told


@pytest.mark.data
@pytest.mark.parametrize("name", VINTAGES)
def test_every_council_of_the_map_has_one_tile_of_its_own(name: str) -> None:
    told = tiles_of(name)
    drawn = json.loads((DATA / "boundaries" / f"{name}.json").read_text("utf-8"))["shapes"]
    cells = [(tile["column"], tile["row"]) for tile in told["tiles"]]
    assert {tile["slug"] for tile in told["tiles"]} == {shape["slug"] for shape in drawn}
    assert len(set(cells)) == len(cells) == len(drawn)
    assert all(0 <= column < told["columns"] and 0 <= row < told["rows"] for column, row in cells)


@pytest.mark.data
@pytest.mark.parametrize(
    ("name", "published"), [(name, name.startswith("lower") or name == "upper-2019") for name in VINTAGES]
)
def test_a_layout_made_by_us_says_so(name: str, published: bool) -> None:
    assert tiles_of(name)["published"] is published


@pytest.mark.data
def test_north_is_up_and_east_is_right() -> None:
    at = {tile["slug"]: (tile["column"], tile["row"]) for tile in tiles_of("upper-2023")["tiles"]}
    assert (
        at["northumberland-county-council"][1] < at["leeds-city-council"][1] < at["devon-county-council"][1]
    )
    assert at["cornwall-council"][0] < at["hampshire-county-council"][0] < at["kent-county-council"][0]


@pytest.mark.data
@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("upper-2021", "north-northamptonshire-council", "west-northamptonshire-council"),
        ("upper-2023", "cumberland-council", "westmorland-and-furness-council"),
    ],
)
def test_councils_made_of_one_stand_side_by_side(name: str, one: str, other: str) -> None:
    at = {tile["slug"]: (tile["column"], tile["row"]) for tile in tiles_of(name)["tiles"]}
    assert at[other] in around(at[one])


@pytest.mark.data
def test_filling_moves_few_councils() -> None:
    published = {t["slug"]: (t["column"], t["row"]) for t in tiles_of("upper-2019")["tiles"]}
    filled = {t["slug"]: (t["column"], t["row"]) for t in tiles_of("upper-2023")["tiles"]}
    moved = [slug for slug in published.keys() & filled.keys() if published[slug] != filled[slug]]
    assert len(moved) <= 3


@pytest.mark.parametrize("cell", [(3, 2), (3, 3)])
def test_the_cells_around_one_see_it_too(cell: tuple[int, int]) -> None:
    assert len(set(around(cell))) == 6
    assert all(cell in around(other) for other in around(cell))


def test_a_successor_takes_the_tile_of_its_predecessor() -> None:
    tiles: Tiles = {"old": (0, 0), "stays": (1, 0)}
    assert refill(tiles, frozenset({"new", "stays"}), [("old", "new")]) == {"new": (0, 0), "stays": (1, 0)}


def test_two_from_one_stand_together_and_push_the_way_to_the_edge() -> None:
    row: Tiles = {f"c{i}": (i, 0) for i in range(3)} | {f"d{i}": (i, 1) for i in range(3)}
    filled = refill(row, frozenset(set(row) - {"c1"} | {"a", "b"}), [("c1", "a"), ("c1", "b")])
    assert filled["a"] == (1, 0)
    assert filled["b"] in around((1, 0))
    assert len(set(filled.values())) == 7


def test_a_council_from_nowhere_is_refused() -> None:
    with pytest.raises(DerivationError, match="new has no predecessor or successor"):
        refill({"old": (0, 0)}, frozenset({"new"}), [])


@pytest.mark.parametrize(
    ("top", "rows"), [(3, {"E1": 1, "E2": 3, "E3": 4}), (2, {"E1": 0, "E2": 2, "E3": 3})]
)
def test_rows_are_counted_from_the_top_and_keep_their_shift(
    top: int, rows: dict[str, int], tmp_path: Path
) -> None:
    layout = {
        "layout": "odd-r",
        "hexes": {
            "E1": {"q": 4, "r": top},
            "E2": {"q": 5, "r": top - 2},
            "E3": {"q": 6, "r": top - 3},
            "W1": {"q": 0, "r": 9},
        },
    }
    (tmp_path / "a.hexjson").write_text(json.dumps(layout))
    read = read_layout(SourceFolder(tmp_path), "a.hexjson", str)
    assert {code: row for code, (_, row) in read.items()} == rows
    assert {code: column for code, (column, _) in read.items()} == {"E1": 0, "E2": 1, "E3": 2}


def test_another_layout_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.hexjson").write_text('{"layout": "even-q", "hexes": {}}')
    with pytest.raises(DerivationError, match="not laid out odd-r"):
        read_layout(SourceFolder(tmp_path), "a.hexjson", str)

"""The committed map: every council of every vintage, no gaps or overlaps, reachable by arrow keys, small."""

import csv
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely

DATA = Path(__file__).parents[2] / "data"
BOUNDARIES = DATA / "boundaries"

COUNCILS = {
    ("lower", 2014): 326,
    ("lower", 2019): 317,
    ("lower", 2020): 314,
    ("lower", 2021): 309,
    ("lower", 2023): 296,
    ("upper", 2014): 152,
    ("upper", 2019): 151,
    ("upper", 2020): 151,
    ("upper", 2021): 152,
    ("upper", 2023): 153,
}
MAPS = [*(f"{tier}-{vintage}" for tier, vintage in COUNCILS), "london"]

pytestmark = pytest.mark.data


def drawn(name: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((BOUNDARIES / f"{name}.json").read_text("utf-8"))
    return told


def rings_of(path: str) -> Iterator[list[tuple[int, int]]]:
    """A second reading of path data, written apart from the product's: commands one by one, no shortcuts."""
    assert re.fullmatch(r"(m-?\d+[ -]\d+([lhv]?[ -]?\d+([ -]\d+)?)+z)+", path), path[:80]
    x = y = 0
    for subpath in re.findall(r"[^z]+z", path):
        steps = re.findall(r"([mlhv ]?)(-?\d+)", subpath)
        numbers = [(command.strip(), int(value)) for command, value in steps]
        x, y = x + numbers[0][1], y + numbers[1][1]
        start, ring, command, at = (x, y), [(x, y)], "l", 2
        while at < len(numbers):
            command = numbers[at][0] or command
            value = numbers[at][1]
            if command == "l":
                x, y, at = x + value, y + numbers[at + 1][1], at + 2
            elif command == "h":
                x, at = x + value, at + 1
            else:
                y, at = y + value, at + 1
            ring.append((x, y))
        yield ring
        x, y = start


def polygon_of(path: str) -> Any:
    """Return the (multi)polygon of a path under the even-odd rule."""
    shape = shapely.Polygon()
    for ring in rings_of(path):
        assert len(set(ring)) == len(ring), "a ring passes a point twice"
        shape = shape.symmetric_difference(shapely.Polygon(ring))
    return shape


@pytest.fixture(scope="module", params=MAPS)
def named(request: pytest.FixtureRequest) -> tuple[str, dict[str, Any], np.ndarray]:
    told = drawn(request.param)
    return request.param, told, np.asarray([polygon_of(s["d"]) for s in told["shapes"]])


@pytest.mark.parametrize(("tier", "vintage"), COUNCILS)
def test_a_vintage_holds_exactly_its_councils(tier: str, vintage: int) -> None:
    day = f"{vintage}-04-01"
    kinds = {"lower": {"district"}, "upper": {"county"}}[tier] | {"unitary", "metropolitan", "london"}
    expected = {
        row["slug"]
        for row in _councils()
        if row["type"] in kinds and row["start"] <= day <= (row["end"] or "9")
    }
    slugs = [shape["slug"] for shape in drawn(f"{tier}-{vintage}")["shapes"]]
    assert len(slugs) == len(set(slugs)) == COUNCILS[tier, vintage]
    assert set(slugs) == expected


def test_the_inset_holds_the_london_boroughs_of_every_vintage() -> None:
    boroughs = {shape["slug"] for shape in drawn("london")["shapes"]}
    assert boroughs == {row["slug"] for row in _councils() if row["type"] == "london"}
    assert len(boroughs) == 33


def test_no_councils_overlap_or_fail_to_meet(named: tuple[str, dict[str, Any], np.ndarray]) -> None:
    _, _, shapes = named
    assert shapely.is_valid(shapes).all()
    assert not shapely.is_empty(shapes).any()
    assert shapely.coverage_is_valid(shapes)
    assert shapely.union_all(shapes).area == shapely.area(shapes).sum()


def test_every_edge_belongs_to_one_council_or_to_two_neighbours(
    named: tuple[str, dict[str, Any], np.ndarray],
) -> None:
    _, told, shapes = named
    edges: Counter[tuple[tuple[float, float], ...]] = Counter()
    for shape in shapes:
        for part in shapely.get_parts(shape):
            for ring in (part.exterior, *part.interiors):
                edges.update(tuple(sorted(edge)) for edge in pairwise(ring.coords))
    assert set(edges.values()) == {1, 2}
    vertices = shapely.STRtree(shapely.points(sorted({point for edge in edges for point in edge})))
    crossed, _ = vertices.query(shapely.linestrings([*edges]), predicate="intersects")
    assert set(Counter(crossed.tolist()).values()) == {2}, "an edge passes through a vertex of another"
    assert len(told["shapes"]) == len(shapes)


def test_no_sliver_of_nothing_lies_between_councils(named: tuple[str, dict[str, Any], np.ndarray]) -> None:
    name, told, shapes = named
    land = shapely.union_all(shapes)
    holes = [shapely.Polygon(ring) for part in shapely.get_parts(land) for ring in part.interiors]
    square_km = [hole.area * (told["metres_per_unit"] / 1000) ** 2 for hole in holes]
    assert len(holes) <= 4, name
    assert all(4 <= area < 12 for area in square_km), "only tidal lakes such as Breydon Water stay open"


def test_label_points_lie_inside_by_the_distance_told(named: tuple[str, dict[str, Any], np.ndarray]) -> None:
    _, told, shapes = named
    for entry, shape in zip(told["shapes"], shapes, strict=True):
        point = shapely.Point(entry["x"], entry["y"])
        assert shape.contains_properly(point), entry["slug"]
        assert 0 <= shape.boundary.distance(point) - entry["r"] < 1, entry["slug"]


def test_the_grid_holds_every_shape(named: tuple[str, dict[str, Any], np.ndarray]) -> None:
    _, told, shapes = named
    left, top, right, bottom = shapely.total_bounds(shapes)
    assert left >= 1
    assert top >= 1
    assert right <= told["width"] - 1
    assert bottom <= told["height"] - 1


def test_arrow_keys_lead_from_every_council_to_every_other(
    named: tuple[str, dict[str, Any], np.ndarray],
) -> None:
    _, told, _ = named
    ahead = {shape["slug"]: {n for n in shape["neighbours"] if n} for shape in told["shapes"]}
    behind: dict[str, set[str]] = {slug: set() for slug in ahead}
    for slug, ends in ahead.items():
        for end in ends:
            behind[end].add(slug)
    start = next(iter(ahead))
    assert _reached(start, ahead) == _reached(start, behind) == set(ahead)


def test_an_arrow_leads_in_its_direction_and_never_twice_to_the_same(
    named: tuple[str, dict[str, Any], np.ndarray],
) -> None:
    _, told, _ = named
    at = {shape["slug"]: (shape["x"], shape["y"]) for shape in told["shapes"]}
    for shape in told["shapes"]:
        ends = [end for end in shape["neighbours"] if end]
        assert len(ends) == len(set(ends))
        assert shape["slug"] not in ends
        for end, (dx, dy) in zip(shape["neighbours"], ((0, -1), (1, 0), (0, 1), (-1, 0)), strict=True):
            if end:
                step = (at[end][0] - at[shape["slug"]][0]) * dx + (at[end][1] - at[shape["slug"]][1]) * dy
                assert step > 0, (shape["slug"], end)


def test_most_arrows_lead_back_by_the_opposite_key(named: tuple[str, dict[str, Any], np.ndarray]) -> None:
    _, told, _ = named
    by_slug = {shape["slug"]: shape["neighbours"] for shape in told["shapes"]}
    steps = [(slug, d, end) for slug, ends in by_slug.items() for d, end in enumerate(ends) if end]
    assert sum(by_slug[end][(d + 2) % 4] == slug for slug, d, end in steps) > 0.7 * len(steps)


@pytest.mark.parametrize(
    ("slug", "direction", "end"),
    [
        ("leeds-city-council", "up", "north-yorkshire-council"),
        ("leeds-city-council", "left", "city-of-bradford-metropolitan-district-council"),
        ("city-of-london-corporation", "right", "london-borough-of-tower-hamlets"),
        ("cornwall-council", "left", "council-of-the-isles-of-scilly"),
        ("council-of-the-isles-of-scilly", "right", "cornwall-council"),
        ("isle-of-wight-council", "up", "southampton-city-council"),
        ("council-of-the-isles-of-scilly", "left", None),
    ],
)
def test_arrows_lead_where_a_reader_of_the_map_expects(slug: str, direction: str, end: str | None) -> None:
    shape = next(s for s in drawn("upper-2023")["shapes"] if s["slug"] == slug)
    assert shape["neighbours"][("up", "right", "down", "left").index(direction)] == end


@pytest.mark.parametrize("name", MAPS)
def test_the_shapes_fit_their_budget(name: str) -> None:
    markup = "".join(f'<path d="{shape["d"]}"/>' for shape in drawn(name)["shapes"])
    budget = {"upper": 23_000, "lower": 33_000, "london": 5_000}[name.split("-", maxsplit=1)[0]]
    assert len(gzip.compress(markup.encode(), 9)) <= budget


@pytest.mark.parametrize("tier", ["upper", "lower"])
def test_the_smallest_councils_are_drawn_about_their_size(tier: str) -> None:
    told = drawn(f"{tier}-2023")
    shapes = {shape["slug"]: polygon_of(shape["d"]) for shape in told["shapes"]}
    unit = (told["metres_per_unit"] / 1000) ** 2
    assert shapes["city-of-london-corporation"].area * unit == pytest.approx(2.9, rel=0.25)
    assert shapes["council-of-the-isles-of-scilly"].area * unit == pytest.approx(16.4, rel=0.2)
    assert len(shapely.get_parts(shapes["council-of-the-isles-of-scilly"])) >= 4
    assert sum(shape.area for shape in shapes.values()) * unit == pytest.approx(130_400, rel=0.01)


def _councils() -> list[dict[str, str]]:
    with (DATA / "reference" / "councils.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _reached(start: str, steps: dict[str, set[str]]) -> set[str]:
    seen, waiting = {start}, [start]
    while waiting:
        fresh = steps[waiting.pop()] - seen
        seen |= fresh
        waiting += fresh
    return seen

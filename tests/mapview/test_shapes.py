"""Reading the map's shapes: what comes out, and what is refused with a sentence."""

import json
from pathlib import Path
from typing import Any

import pytest

from dashboard.mapview.shapes import Neighbours, Shape, ShapesError, load_shapes, parse_shapes

BOUNDARIES = Path(__file__).parents[2] / "data" / "boundaries"


def entry(slug: str = "a-council", **changes: Any) -> dict[str, Any]:
    sides = [None, None, None, None]
    return {"slug": slug, "d": "m0 0h4v4h-4z", "x": 2, "y": 2, "r": 2, "neighbours": sides} | changes


def content(*shapes: dict[str, Any], **changes: Any) -> bytes:
    head = {"tier": "upper", "vintage": 2023, "crs": "EPSG:27700", "metres_per_unit": 200}
    size = {"origin": [80000, 660000], "width": 3000, "height": 3300}
    return json.dumps({**head, **size, "shapes": shapes, **changes}).encode()


def test_a_file_is_read_into_shapes() -> None:
    north = entry("b-council", neighbours=[None, None, "a-council", None])
    shapes = parse_shapes(content(entry(neighbours=["b-council", None, None, None]), north))
    assert shapes.view_box == "0 0 3000 3300"
    assert shapes.origin == (80000, 660000)
    assert shapes.shapes[0] == Shape(
        "a-council", "m0 0h4v4h-4z", 2, 2, 2, Neighbours(up="b-council", right=None, down=None, left=None)
    )


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (b"", "Expecting value"),
        (b"[]", "list indices"),
        (content(), None),
        (content(entry(), entry()), "a council stands in it twice"),
        (content(entry("A Council")), "“A Council” is no slug"),
        (content(entry('a"onload')), "is no slug"),
        (content(entry(d='m0 0h4z"/><script>')), "the outline of a-council is no path data"),
        (content(entry(d="")), "is no path data"),
        (content(entry(x=2.5)), "“2.5” is no whole number"),
        (content(entry(r=True)), "is no whole number"),
        (content(entry(neighbours=[None])), "for each of the four directions"),
        (content(entry(neighbours=["b-council", None, None, None])), "a neighbour that is not on the map"),
        (content(entry(neighbours=[1, None, None, None])), "a neighbour that is not on the map"),
        (content(entry(), origin=[1]), "not enough values"),
        (content(entry(), width="wide"), "invalid literal"),
        (b'{"shapes": []}', "origin"),
    ],
)
def test_what_is_malformed_is_refused_by_name(broken: bytes, reason: str | None, tmp_path: Path) -> None:
    file = tmp_path / "upper-2023.json"
    file.write_bytes(broken)
    if reason is None:
        assert load_shapes(file).shapes == ()
        return
    with pytest.raises(ShapesError, match=reason) as refused:
        load_shapes(file)
    assert "upper-2023.json" in str(refused.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ShapesError, match="cannot be read: No such file"):
        load_shapes(tmp_path / "none.json")


@pytest.mark.data
@pytest.mark.parametrize("file", sorted(BOUNDARIES.glob("*.json")), ids=lambda file: file.stem)
def test_every_committed_file_is_read(file: Path) -> None:
    shapes = load_shapes(file)
    assert file.stem in {shapes.tier, f"{shapes.tier}-{shapes.vintage}"}
    assert len(shapes.shapes) >= 33

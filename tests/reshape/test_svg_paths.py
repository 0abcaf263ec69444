"""Path data: as short as the grammar allows, and read back to the same points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.reshape.svg_paths import Point, decode, encode

SQUARE = [(0, 0), (2, 0), (2, 2), (0, 2)]

_points = st.tuples(st.integers(-4000, 4000), st.integers(-4000, 4000))
_rings = st.lists(st.lists(_points, min_size=3, max_size=12, unique=True), min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("rings", "path"),
    [
        ([SQUARE], "m0 0h2v2h-2z"),
        ([[(5, 7), (8, 11), (4, 12)]], "m5 7 3 4-4 1z"),
        ([[(5, -7), (4, -8), (3, -9)]], "m5-7-1-1-1-1z"),
        ([[(0, 0), (1, 0), (3, 0), (3, 1)]], "m0 0h1 2v1z"),
        ([[(0, 0), (1, 0), (2, 1), (3, 3)]], "m0 0h1l1 1 1 2z"),
        ([SQUARE, [(10, 1), (11, 1), (11, 2)]], "m0 0h2v2h-2zm10 1h1v1z"),
        ([], ""),
    ],
)
def test_paths_are_written_short(rings: list[list[Point]], path: str) -> None:
    assert encode(rings) == path
    assert decode(path) == rings


@given(_rings)
def test_what_is_written_is_read_back(rings: list[list[Point]]) -> None:
    assert decode(encode(rings)) == rings


@given(_rings)
def test_no_path_is_longer_than_plain_lines(rings: list[list[Point]]) -> None:
    plain = "".join("M" + "L".join(f"{x} {y}" for x, y in ring) + "z" for ring in rings)
    close = [[(x // 400, y // 400) for x, y in ring] for ring in rings]
    if all(len(set(ring)) == len(ring) for ring in close):
        assert len(encode(close)) <= len(plain)


@pytest.mark.parametrize("ring", [[], [(0, 0)], [(0, 0), (1, 1)], [(0, 0), (0, 0), (1, 1)]])
def test_what_is_no_ring_is_refused(ring: list[Point]) -> None:
    with pytest.raises(ValueError, match=r"ring needs three points|twice in a row"):
        encode([ring])


@pytest.mark.parametrize(
    "path",
    ["M0 0h2v2z", "m0 0h2.5v2z", "h2v2z", "m0 0 1", "m0 0h", "m0 0z5", "m0 0,1 1z", "l1 1z", "mz", "7"],
)
def test_what_is_no_path_of_ours_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match=r"path data|command"):
        decode(path)

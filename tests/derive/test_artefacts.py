"""Artefacts are the same bytes from the same rows, in whatever order the rows come."""

import gzip
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from derive.artefacts import encode, sorted_table, write

CELL = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=8)
ROWS = st.lists(st.tuples(CELL, CELL), max_size=8)


@given(ROWS, st.randoms())
def test_the_order_of_rows_does_not_matter(rows: list[tuple[str, str]], random: object) -> None:
    shuffled = list(reversed(rows))
    for path in ("t.csv", "t.csv.gz"):
        assert encode(sorted_table(path, ("a", "b"), rows)) == encode(
            sorted_table(path, ("a", "b"), shuffled)
        )


def test_text_is_utf_8_with_lf() -> None:
    table = sorted_table("t.csv", ("a", "b"), [("2", "x,y"), ("1", "é")])
    assert encode(table) == 'a,b\n1,é\n2,"x,y"\n'.encode()


def test_compressed_files_hold_no_time(tmp_path: Path) -> None:
    table = sorted_table("part/t.csv.gz", ("a",), [("1",)])
    write(table, tmp_path)
    content = (tmp_path / "part/t.csv.gz").read_bytes()
    assert content[4:8] == bytes(4)
    assert gzip.decompress(content) == b"a\n1\n"

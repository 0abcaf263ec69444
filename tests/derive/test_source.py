"""Reading the source folder: what is wrong with it is said, with the place."""

import gzip
import hashlib
from pathlib import Path

import pytest

from derive.source import DerivationError, SourceFolder


def folder(root: Path, content: bytes, name: str = "t.csv") -> SourceFolder:
    (root / name).write_bytes(content)
    return SourceFolder(root)


def test_rows_are_read_with_their_place_and_the_checksum_kept(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbfcode,name\r\nE1, Poole \r\n"
    source = folder(tmp_path, content)
    (row,) = source.table("t.csv", ("code", "name"))
    assert (row["code"], row["name"], row.place) == ("E1", "Poole", "t.csv, line 2")
    assert source.read == {"t.csv": hashlib.sha256(content).hexdigest()}


def test_a_compressed_table_is_read(tmp_path: Path) -> None:
    source = folder(tmp_path, gzip.compress(b"code\nE1\n"), "t.csv.gz")
    assert [row["code"] for row in source.table("t.csv.gz", ("code",))] == ["E1"]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("t.csv", b"code\nE1\n", r"t\.csv has no column name"),
        ("t.csv", b"", r"t\.csv has no column code, name"),
        ("t.csv", b"code,name\n", r"t\.csv has no rows"),
        ("t.csv", b"code,name\nE1\n", r"t\.csv, line 2: 1 cells where the header has 2"),
        ("t.csv", b"code,name\nE1,\xff\n", r"t\.csv cannot be read as UTF-8"),
        ("t.csv.gz", b"not compressed", r"t\.csv\.gz cannot be read"),
    ],
)
def test_an_odd_table_is_refused(tmp_path: Path, name: str, content: bytes, sentence: str) -> None:
    with pytest.raises(DerivationError, match=sentence):
        folder(tmp_path, content, name).table(name, ("code", "name"))


def test_a_missing_file_is_named_with_its_folder(tmp_path: Path) -> None:
    with pytest.raises(DerivationError, match=rf"t\.csv is missing from {tmp_path}"):
        SourceFolder(tmp_path).table("t.csv", ("code",))

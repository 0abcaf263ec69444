"""The record of what was made of what, and the command that makes it all."""

import argparse
import hashlib
import json
from pathlib import Path

import pytest

from dashboard.cli import CommandError
from dashboard.cli import derive as command
from dashboard.reference.sources import altered_artefacts, load_sources
from derive.provenance import write_provenance
from derive.publications import PUBLICATIONS, SOURCE_FILES, Publication, SourceFile
from derive.source import DerivationError
from tests.derive.small_source import write_small_source

OFFICE = Publication("office", "A list", "The Office", "An open licence", "© The Office", None)
UNUSED = Publication("unused", "Another list", "The Office", "An open licence", "© The Office", None)
LIST = SourceFile("list.csv", "office", ("made/*.csv",), "everything")


def record(out: Path, *, made: dict[str, str], read: dict[str, str]) -> dict[str, object]:
    for path, content in made.items():
        (out / path).parent.mkdir(exist_ok=True)
        (out / path).write_text(content)
    write_provenance(out, read, dict.fromkeys(made, 1), (LIST,), (OFFICE, UNUSED))
    told: dict[str, object] = json.loads((out / "provenance.json").read_text("utf-8"))
    return told


def test_the_record_names_source_licence_and_checksums(tmp_path: Path) -> None:
    told = record(tmp_path, made={"made/a.csv": "x\n1\n"}, read={"list.csv": "abc"})
    assert told["publications"] == [
        {
            "id": "office",
            "title": "A list",
            "publisher": "The Office",
            "licence": "An open licence",
            "attribution": "© The Office",
            "url": None,
        }
    ]
    assert told["sources"] == [
        {
            "path": "list.csv",
            "publication": "office",
            "sha256": "abc",
            "use": "everything",
            "artefacts": ["made/a.csv"],
        }
    ]
    digest = hashlib.sha256(b"x\n1\n").hexdigest()
    assert told["artefacts"] == {"made/a.csv": {"sha256": digest, "bytes": 4, "rows": 1}}


def test_the_readable_page_says_the_same(tmp_path: Path) -> None:
    record(tmp_path, made={"made/a.csv": "x\n1\n"}, read={"list.csv": "abc"})
    page = (tmp_path / "PROVENANCE.md").read_text("utf-8")
    for words in (
        "A list",
        "An open licence",
        "© The Office",
        "`list.csv`",
        "`abc`",
        "`made/a.csv`",
        "--source",
    ):
        assert words in page
    assert "Another list" not in page


def test_what_is_not_made_again_keeps_its_record(tmp_path: Path) -> None:
    record(tmp_path, made={"made/a.csv": "x\n1\n", "made/gone.csv": "x\n"}, read={"list.csv": "abc"})
    (tmp_path / "made/gone.csv").unlink()
    told = record(tmp_path, made={"made/b.csv": "y\n1\n"}, read={})
    assert list(told["artefacts"]) == ["made/a.csv", "made/b.csv"]  # type: ignore[call-overload]
    assert told["sources"][0]["sha256"] == "abc"  # type: ignore[index]


def test_a_source_keeps_the_checksum_its_artefacts_were_made_of(tmp_path: Path) -> None:
    record(tmp_path, made={"made/a.csv": "x\n1\n"}, read={"list.csv": "abc"})
    told = record(tmp_path, made={}, read={"list.csv": "changed since"})
    assert told["sources"][0]["sha256"] == "abc"  # type: ignore[index]
    told = record(tmp_path, made={"made/a.csv": "x\n2\n"}, read={"list.csv": "changed since"})
    assert told["sources"][0]["sha256"] == "changed since"  # type: ignore[index]


def test_what_is_not_declared_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DerivationError, match=r"other\.csv is not declared"):
        record(tmp_path, made={"made/a.csv": ""}, read={"other.csv": "abc"})
    with pytest.raises(DerivationError, match=r"stray\.csv is made of no source file"):
        record(tmp_path, made={"stray.csv": ""}, read={"list.csv": "abc"})


def test_a_broken_record_is_not_built_upon(tmp_path: Path) -> None:
    (tmp_path / "provenance.json").write_text("{")
    with pytest.raises(DerivationError, match="is not JSON"):
        record(tmp_path, made={"made/a.csv": ""}, read={"list.csv": "abc"})


def test_declared_files_name_declared_publications_once() -> None:
    paths = [file.path for file in SOURCE_FILES]
    ids = [publication.id for publication in PUBLICATIONS]
    assert len(set(paths)) == len(paths)
    assert len(set(ids)) == len(ids)
    assert {file.publication for file in SOURCE_FILES} == set(ids)
    assert all(p.licence and p.attribution and p.publisher for p in PUBLICATIONS)


def test_the_command_writes_tables_and_says_which(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "data"
    command.derive(write_small_source(tmp_path / "source"), out, "tables")
    printed = capsys.readouterr().out
    assert "reference/councils.csv: 5 rows" in printed
    assert "held/values.csv: 7 rows" in printed
    assert "no population for mid-2013: 4 councils of 2014-15" in printed
    assert altered_artefacts(out) == []
    assert {source.id for source in load_sources(out)} >= {"ombudsman", "mysociety"}
    first = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    command.derive(tmp_path / "source", out, "tables")
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == first


def test_the_command_writes_nothing_from_an_odd_source(tmp_path: Path) -> None:
    source = write_small_source(tmp_path / "source")
    (source / "published/published_national.csv").unlink()
    with pytest.raises(DerivationError):
        command.derive(source, tmp_path / "data", "tables")
    assert not (tmp_path / "data").exists()


def test_the_command_ends_with_a_sentence(tmp_path: Path) -> None:
    told = argparse.Namespace(source=tmp_path / "nowhere", out=tmp_path / "data", only="tables", anew=False)
    with pytest.raises(CommandError, match="is missing from"):
        command.run(told)

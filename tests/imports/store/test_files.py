"""The store: copies by checksum, read only, and a draft that is replaced whole."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dashboard.imports.drafts.importing import Asked, import_files
from dashboard.imports.drafts.read_draft import read_draft
from dashboard.imports.problems import ImportRefusedError
from dashboard.imports.store import files as stores
from dashboard.imports.store.draft import Draft, DraftInput, draft_names, load_draft
from dashboard.reference.load import Reference
from tests.support.stores import put_draft

RECEIVED = "Authority,Adult Care Services,Housing,Total\nAdur,1,2,3\n"
DECIDED = "Authority,Upheld,Not Upheld,Total decided\nAdur,1,2,3\n"


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def bring(store: Path, reference: Reference, *paths: Path, year: str = "2023-24", **more: object) -> Draft:
    return import_files(store, Asked("draft", paths, (year,), **more), reference).draft  # type: ignore[arg-type]


def test_a_copy_is_kept_read_only_under_its_checksum(
    store: Path, tmp_path: Path, reference: Reference
) -> None:
    path = put(tmp_path, "received.csv", RECEIVED)
    (one,) = bring(store, reference, path).inputs
    copy = store / "files" / one.sha256 / "received.csv"
    assert copy.read_bytes() == path.read_bytes()
    assert copy.stat().st_mode & 0o222 == 0
    assert (one.bytes, one.rows) == (len(RECEIVED), 1)
    assert stores.stored_file(store, one.sha256, one.name) == copy


def test_years_add_up_in_a_draft(store: Path, tmp_path: Path, reference: Reference) -> None:
    received = put(tmp_path, "received.csv", RECEIVED)
    bring(store, reference, received, year="2022-23")
    bring(store, reference, received, put(tmp_path, "decided.csv", DECIDED), year="2023-24")
    read = read_draft(store, "draft", reference)
    assert read.years == ("2022-23", "2023-24")
    assert [(one.kind, one.year) for one in read.inputs] == [
        ("received", "2022-23"),
        ("received", "2023-24"),
        ("decided", "2023-24"),
    ]


def test_the_same_file_again_changes_nothing(store: Path, tmp_path: Path, reference: Reference) -> None:
    path = put(tmp_path, "received.csv", RECEIVED)
    first = bring(store, reference, path)
    assert [one.sha256 for one in bring(store, reference, path).inputs] == [
        one.sha256 for one in first.inputs
    ]


def test_another_file_of_the_same_table_takes_its_place_only_when_told(
    store: Path, tmp_path: Path, reference: Reference
) -> None:
    before = bring(store, reference, put(tmp_path, "received.csv", RECEIVED))
    better = put(tmp_path, "corrected.csv", RECEIVED.replace("1,2,3", "1,3,4"))
    with pytest.raises(
        ImportRefusedError, match=r"has the table “received” of 2023-24 already: received.csv"
    ):
        bring(store, reference, better)
    assert load_draft(store, "draft") == before
    assert [one.name for one in bring(store, reference, better, replacing=True).inputs] == ["corrected.csv"]


def test_two_tables_that_contradict_each_other_are_told_with_both_places(
    store: Path, tmp_path: Path, reference: Reference
) -> None:
    remedies = "Authority,Compliance outcomes,Satisfactory remedies,Uphold rate (%)\nAdur,5,0,50%\n"
    decided = DECIDED.replace("Total decided\n", "Total decided,Uphold rate (%)\n").replace(
        "1,2,3", "1,2,3,33%"
    )
    bring(store, reference, put(tmp_path, "decided.csv", decided), put(tmp_path, "remedies.csv", remedies))
    with pytest.raises(ImportRefusedError) as told:
        read_draft(store, "draft", reference)
    assert "50 stands here, and 33 for the same council in decided.csv, row 2" in str(told.value)


@pytest.mark.parametrize("change", ["content", "time"])
def test_a_file_changed_while_it_is_read_is_refused(
    store: Path, tmp_path: Path, reference: Reference, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    path = put(tmp_path, "received.csv", RECEIVED)
    digest = stores._digest

    def meddled(read, write=None):
        told = digest(read, write)
        if write is not None:  # between the first reading and the second
            before = path.stat()
            if change == "content":
                path.write_text(RECEIVED.replace("1", "7"), "utf-8")
                os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
            else:
                os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
        return told

    monkeypatch.setattr(stores, "_digest", meddled)
    with pytest.raises(ImportRefusedError, match=r"received.csv: The file was changed while it was read"):
        bring(store, reference, path)
    assert draft_names(store) == ()


def test_a_copy_that_was_altered_or_is_missing_is_noticed(
    store: Path, tmp_path: Path, reference: Reference
) -> None:
    (one,) = bring(store, reference, put(tmp_path, "received.csv", RECEIVED)).inputs
    copy = stores.stored_path(store, one.sha256, one.name)
    copy.chmod(0o644)
    copy.write_text(RECEIVED.replace("1", "7"), "utf-8")
    with pytest.raises(ImportRefusedError, match="copy was altered"):
        read_draft(store, "draft", reference)
    copy.unlink()
    with pytest.raises(ImportRefusedError, match="copy is missing"):
        read_draft(store, "draft", reference)


@pytest.mark.parametrize("name", ["", "Draft", "../x", "a/b", "live", "demo", "held-figures", "a" * 80])
def test_a_name_no_draft_can_have(store: Path, reference: Reference, name: str) -> None:
    with pytest.raises(ImportRefusedError):
        import_files(store, Asked(name, (Path("x.csv"),)), reference)
    assert not (store / "drafts").exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"kind": "odd", "inputs": []}', '{"kind": "real"}'])
def test_a_damaged_draft_is_told(store: Path, text: str) -> None:
    put_draft(
        store, Draft("draft", inputs=(DraftInput("a" * 64, "x.csv", "received", "2023-24", "t", 1, 1),))
    )
    (store / "drafts" / "draft" / "draft.json").write_text(text, "utf-8")
    with pytest.raises(ImportRefusedError, match="The draft cannot be read"):
        load_draft(store, "draft")


def test_an_import_goes_on_beside_another_and_both_are_kept(
    store: Path, tmp_path: Path, reference: Reference
) -> None:
    decided = put(tmp_path, "decided.csv", DECIDED)

    def meanwhile(_said: str) -> None:
        if not draft_names(store):
            bring(store, reference, decided)

    received = Asked("draft", (put(tmp_path, "received.csv", RECEIVED),), ("2023-24",))
    import_files(store, received, reference, meanwhile)
    assert [one.kind for one in load_draft(store, "draft").inputs] == ["decided", "received"]
    assert not list((store / "incoming").iterdir())


def test_what_a_killed_import_left_goes_and_what_is_in_use_stays(store: Path) -> None:
    with stores.incoming(store) as first:
        (store / "incoming" / "left").mkdir()
        with stores.incoming(store) as second:
            assert {path.name for path in (store / "incoming").iterdir()} == {first.name, second.name}
    assert not list((store / "incoming").iterdir())


def test_a_killed_import_leaves_the_draft_as_it_was(
    store: Path, tmp_path: Path, reference: Reference
) -> None:
    before = bring(store, reference, put(tmp_path, "received.csv", RECEIVED))
    decided = put(tmp_path, "decided.csv", DECIDED)
    command = [
        sys.executable,
        "-m",
        "dashboard",
        "import",
        "--name",
        "draft",
        "--year",
        "2023-24",
        str(decided),
    ]
    for hundredths in (20, 60, 90, 110, 130):
        process = subprocess.Popen(
            command, env={**os.environ, "DASHBOARD_STORE": str(store)}, stderr=subprocess.DEVNULL
        )
        time.sleep(hundredths / 100)
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=30)
        after = load_draft(store, "draft")
        assert after.inputs[:1] == before.inputs
        assert all(stores.stored_file(store, one.sha256, one.name) for one in after.inputs)
    assert len(bring(store, reference, decided).inputs) == 2
    assert not list((store / "incoming").iterdir())


@pytest.mark.parametrize("name", ["rece\x1bived.csv", "rece\nived.csv", "\udcff.csv"])
def test_a_name_that_cannot_be_shown_is_refused(
    store: Path, tmp_path: Path, reference: Reference, name: str
) -> None:
    """It stands on /data as the source of every value."""
    path = put(tmp_path, "received.csv", RECEIVED)
    path = path.rename(path.with_name(name))
    with pytest.raises(
        ImportRefusedError, match=r"\.csv: The file's name holds (U\+[0-9A-F]{4} |a tab or).* Rename it\."
    ):
        bring(store, reference, path)
    assert draft_names(store) == ()

"""The right to change a store: nothing is written without it, and nothing is lost with it."""

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dashboard.releases.changing import changing
from dashboard.releases.on_disk import sync_tree, write_whole


def test_a_file_is_written_with_the_folders_above_it(tmp_path: Path) -> None:
    with changing(tmp_path / "store", "The store") as held:
        held.write(tmp_path / "store" / "drafts" / "spring" / "draft.json", "{}")
    assert (tmp_path / "store" / "drafts" / "spring" / "draft.json").read_text() == "{}"


def test_the_right_ends_with_its_context(tmp_path: Path) -> None:
    with changing(tmp_path, "The store") as held:
        pass
    with pytest.raises(RuntimeError, match="may not be written now"):
        held.write(tmp_path / "names.csv", "")
    assert not (tmp_path / "names.csv").exists()


@pytest.mark.parametrize("place", ["elsewhere/names.csv", "names.csv"])
def test_the_right_is_of_one_folder(tmp_path: Path, place: str) -> None:
    with changing(tmp_path / "store", "The store") as held, pytest.raises(RuntimeError):
        held.write(tmp_path / place, "")
    assert not (tmp_path / place).exists()


def test_what_a_killed_writer_left_goes_with_the_next(tmp_path: Path) -> None:
    (tmp_path / ".part-half").write_text("ha")
    with changing(tmp_path, "The store") as held:
        held.write(tmp_path / "names.csv", "whole")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", "names.csv"]


def test_many_that_change_at_once_all_count(tmp_path: Path) -> None:
    """Read, add one, write: what six hands do to one file at once."""
    file = tmp_path / "count"

    def add_one(_: int) -> None:
        with changing(tmp_path, "The store", wait=60) as held:
            held.write(file, str(int(file.read_text() if file.exists() else "0") + 1))

    with ThreadPoolExecutor(6) as hands:
        list(hands.map(add_one, range(60)))
    assert file.read_text() == "60"


def test_what_is_put_and_removed(tmp_path: Path) -> None:
    made = tmp_path / "made"
    (made / "sub").mkdir(parents=True)
    (made / "sub" / "file").write_text("one")
    sync_tree(made)
    with changing(tmp_path / "store", "The store") as held:
        held.put(made, tmp_path / "store" / "drafts" / "spring")
        assert (tmp_path / "store" / "drafts" / "spring" / "sub" / "file").read_text() == "one"
        held.remove(tmp_path / "store" / "drafts" / "spring")
        held.remove(tmp_path / "store" / "nothing")
    assert list((tmp_path / "store" / "drafts").iterdir()) == []


@pytest.mark.parametrize("fails", ["fsync", "write", "replace"])
def test_a_disk_that_fails_leaves_what_was_there_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    write_whole(tmp_path / "names.csv", "as it was")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    target = {"fsync": "os.fsync", "write": "os.fdopen", "replace": "pathlib.Path.replace"}[fails]
    monkeypatch.setattr(target, full)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "names.csv", "new")
    monkeypatch.undo()
    assert [path.name for path in tmp_path.iterdir()] == ["names.csv"]
    assert (tmp_path / "names.csv").read_text() == "as it was"


def test_names_are_brought_to_disk_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is on disk and whose name is not is lost by a power cut; so is one in a folder that is."""
    synced: list[Path] = []
    fsync = os.fsync

    def watched(descriptor: int) -> None:
        synced.append(Path(f"/proc/self/fd/{descriptor}").readlink())
        fsync(descriptor)

    monkeypatch.setattr("os.fsync", watched)
    write_whole(tmp_path / "a" / "b" / "file", "one")
    assert [path.name for path in synced[:2]] == [tmp_path.name, "a"]
    assert synced[2].name.startswith(".part-")
    assert synced[3] == tmp_path / "a" / "b"

"""What the machine may do to any command: it says so in a sentence, and changes nothing."""

import errno
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.cli import COMMANDS, main, trouble
from dashboard.reference.load import load_reference
from dashboard.releases import lock
from dashboard.releases.changing import changing
from dashboard.releases.directories import locked
from dashboard.releases.publication_file import read_publications
from dashboard.reorganise.keeping import Handed, keep
from tests.support.office import MISSING, SERVICES, WHO, YEAR, Office, begun, of_its_own
from tests.support.published import record_live
from tests.support.stores import WHY
from tests.support.tiny_cases import HOMELESS, content_with_cases
from tests.support.tiny_release import build_tiny, tiny_content

PROJECT = Path(__file__).resolve().parents[2]
DRAFT = "spring"
OF = ("--council", "leeds-city-council", "--year", YEAR, "--measure", SERVICES[0])
WORDS: dict[str, list[str]] = {
    "serve": ["serve", "--release", "one", "--workers", "1", "--port", "1"],
    "build": ["build", DRAFT, "DATA"],
    "check": ["check", DRAFT, "DATA"],
    "import": ["import", "--name", DRAFT, "--year", "2024-25", "other.csv", "DATA"],
    "names": ["names", "accept", "Leedes", "leeds-city-council", *WHO, "DATA"],
    "reorganise": ["reorganise", "remove", "blackpool-2027", *WHO, "DATA"],
    "headings": ["headings", "accept", "Homes", "received:housing", "--table", "received", *WHO],
    "copy": ["copy", DRAFT, "summer"],
    "correct": ["correct", DRAFT, *OF, "--from", "30", "--to", "31", *WHO, "DATA"],
    "accept": ["accept", DRAFT, "councils", "--council", MISSING[0], *WHO, "DATA"],
    "drop": ["drop", DRAFT, "received.csv", *WHO],
    "embargo": ["embargo", DRAFT, "--until", "2099-01-01"],
    "sign": ["sign", DRAFT, "--as", "A. Person, Ombudsman", *WHO],
    "log": ["log"],
    "releases": ["releases", "DATA"],
    "diff": ["diff", "one", "two", "--csv", "difference.csv"],
    "publish": ["publish", "two", *WHO, "DATA"],
    "rollback": ["rollback", *WHO],
    "prune": ["prune", "--yes"],
    "letters": ["letters", "--release", "one", "--year", "2023-24", "--out", "letters"],
    "withdraw": ["withdraw", HOMELESS, "--reason", "It tells who complained"],
    "figures": ["figures", "--release", "one"],
    "export": ["export", "site", "--release", "one"],
    "renew": ["renew", "population", "none.xlsx", "--year", "2040", "--out", "derived"],
    "derive": ["derive", "--source", "source", "--out", "derived"],
}
"""Each command as it would do something in the office below."""

READ_THE_STORE = {"build", "check", "correct", "copy", "accept", "drop", "embargo", "sign", "log"}
CHANGE_THE_STORE = {"check", "import", "names", "headings", "copy", "correct", "accept", "drop", "embargo"}
CHANGE_THE_STORE |= {"sign", "reorganise"}
CHANGE_RELEASES = {"publish", "rollback", "prune", "withdraw", "build"}
USE_THE_RELEASES = {*CHANGE_RELEASES, "releases", "diff", "letters", "figures", "export", "serve"}
WITH_DATA = {name for name, words in WORDS.items() if "DATA" in words}


TO_COME = Handed(
    "blackpool-2027.csv",
    b"name,code,type,start,predecessors\nFylde Coast Council,,unitary,2027-04-01,Blackpool|Preston\n",
    "blackpool-2027",
)
"""Of years that no draft of the office is of."""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with a draft that needs one acceptance, a live release, one before it, drafts, decisions."""
    folder = tmp_path_factory.mktemp("office")
    taken_back = ["--remove", "--council", MISSING[0], *WHO, *Office(folder).data]
    place = begun(folder, DRAFT, ["accept", DRAFT, "councils", *taken_back])
    for name in ("one", "two", "three"):
        build_tiny(place.releases, tiny_content(name, status="draft"))
    build_tiny(place.releases, content_with_cases("demo"))
    record_live(place.releases, "three", "one")
    place.table("other.csv", "2024-25")
    keep(place.store, TO_COME, load_reference(Path(place.data[1])), WHY)
    return place.folder


@pytest.fixture
def place(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    folder = tmp_path / "office"
    own = of_its_own(Office(prepared), folder, monkeypatch)
    monkeypatch.chdir(folder)
    return own


def given(name: str, place: Office, data: str | None = None) -> list[str]:
    words = WORDS[name]
    told = place.data if data is None else ("--data", data)
    return [*words[:-1], *told] if words[-1] == "DATA" else words


def is_told(said: str) -> None:
    assert said.strip()
    assert "Traceback" not in said
    assert "Errno" not in said
    assert re.search(r"[.:]\s*$", said), said


def test_every_command_is_tried() -> None:
    assert sorted(WORDS) == sorted(COMMANDS)


@pytest.mark.parametrize("name", sorted({*READ_THE_STORE, *CHANGE_THE_STORE, *CHANGE_RELEASES} - {"build"}))
def test_it_does_something_where_nothing_is_wrong(name: str, place: Office) -> None:
    """What is tried below would otherwise go well: what stops it is what is tried."""
    assert main(given(name, place)) == (1 if name == "check" else 0)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO])
@pytest.mark.parametrize("name", sorted({*CHANGE_THE_STORE, "publish", "rollback", "withdraw"}))
def test_a_disk_that_takes_no_more(
    name: str, number: int, place: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    before = _content(place)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("dashboard.releases.on_disk.os.fsync", refuse)
    assert main(given(name, place)) == 1
    monkeypatch.undo()
    said = capsys.readouterr().err
    is_told(said)
    if number == errno.ENOSPC:
        assert "The disk is full" in said
    assert _content(place) == before


def _content(place: Office) -> dict[str, bytes]:
    """Every file of the store and the releases, but the locks and what says that something was begun."""
    found = [path for folder in (place.store, place.releases) for path in folder.rglob("*") if path.is_file()]
    return {str(path): path.read_bytes() for path in found if not path.name.startswith(".lock")}


@pytest.mark.parametrize("name", sorted({*READ_THE_STORE, *CHANGE_THE_STORE, "publish"} - {"publish"}))
def test_a_file_stands_where_the_store_should_be(
    name: str, place: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(place.store)
    place.store.write_text("no folder")
    capsys.readouterr()
    status = main(given(name, place))
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert status == 1 or name == "log"
    assert place.store.read_text() == "no folder"


@pytest.mark.parametrize("name", sorted(USE_THE_RELEASES))
@pytest.mark.parametrize("instead", ["nothing", "file"])
def test_the_releases_folder_is_missing_or_no_folder(
    name: str, instead: str, place: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(place.releases)
    if instead == "file":
        place.releases.write_text("no folder")
    capsys.readouterr()
    status = main(given(name, place))
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert "Errno" not in said.err
    assert status in ((0,) if name in ("releases", "prune") else (1, 2)), said
    assert instead == "nothing" or place.releases.read_text() == "no folder"


@pytest.mark.parametrize("name", sorted(WITH_DATA - {"releases", "publish"}))
def test_the_committed_data_is_missing(name: str, place: Office, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(given(name, place, "/nowhere")) == 1
    assert "reference/councils.csv is missing from /nowhere." in capsys.readouterr().err


@pytest.mark.parametrize("name", sorted(CHANGE_THE_STORE))
def test_another_has_the_store(
    name: str, place: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lock, "WAIT", 0.05)
    before = _content(place)
    capsys.readouterr()
    lock.command.set("import 2025-26")
    with changing(place.store, "The store"):
        assert main(given(name, place)) == 1
    assert f"is being changed by “import 2025-26” (process {os.getpid()}, since " in capsys.readouterr().err
    assert _content(place) == before


@pytest.mark.parametrize("name", sorted(CHANGE_RELEASES - {"build"}))
def test_another_has_the_releases(
    name: str, place: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lock, "WAIT", 0.05)
    live = read_publications(place.releases)
    capsys.readouterr()
    with changing(place.releases, "The releases"):
        assert main(given(name, place)) == 1
    assert "is being changed by “" in capsys.readouterr().err
    assert read_publications(place.releases) == live


@pytest.mark.parametrize(
    ("name", "release"), [("publish", "two"), ("rollback", "three"), ("withdraw", "demo")]
)
def test_another_has_the_release(
    name: str,
    release: str,
    place: Office,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(lock, "WAIT", 0.05)
    capsys.readouterr()
    with locked(place.releases / release):
        assert main(given(name, place)) == 1
    said = capsys.readouterr().err
    assert f"Release “{release}” is being changed by “" in said
    assert name != "withdraw" or said.endswith("Run the command again: it finishes what is left.\n")


def shell(
    *words: str, stdout: object = subprocess.PIPE, **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "dashboard", *words],
        check=False,
        env={**os.environ, "PYTHONPATH": str(PROJECT), **environment},
        stdout=stdout,  # type: ignore[arg-type]
        stderr=subprocess.PIPE,
        timeout=120,
    )


@pytest.mark.parametrize("name", ["figures", "releases", "log"])
def test_what_is_printed_goes_to_a_full_disk(name: str, place: Office) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = shell(*given(name, place), stdout=full)
    assert ended.stderr.decode() == f"The disk is full. {trouble.AS_IT_WAS}\n"
    assert ended.returncode == (2 if name == "figures" else 1)


ASCII = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize("name", ["names", "log", "embargo", "releases"])
def test_a_terminal_that_has_no_sign_for_a_quote_is_written_to(name: str, place: Office) -> None:
    ended = shell(*given(name, place), **ASCII)
    assert ended.returncode == 0, ended.stderr
    ended.stdout.decode("ascii")


def test_figures_are_utf_8_whatever_the_terminal_is(place: Office) -> None:
    plain, ascii_only = (shell(*WORDS["figures"], **more) for more in ({}, ASCII))
    assert plain.stdout.decode("utf-8") == ascii_only.stdout.decode("utf-8")
    assert "’" in plain.stdout.decode("utf-8")


def test_a_name_that_the_locale_cannot_write_is_a_sentence(place: Office) -> None:
    (place.folder / "other.csv").rename(place.folder / "größe.csv")
    ended = shell("import", "--name", DRAFT, "--year", "2024-25", "größe.csv", *place.data, **ASCII)
    said = ended.stderr.decode("ascii")
    assert ended.returncode in (0, 1)
    assert "Traceback" not in said
    assert ended.returncode == 0 or "set LC_ALL=C.UTF-8" in said


def test_a_reader_that_has_seen_enough_is_no_trouble(place: Office) -> None:
    command = f"{sys.executable} -m dashboard log | head -0"
    ended = subprocess.run(
        ["bash", "-c", command],
        check=False,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        timeout=60,
    )
    assert ended.stderr == b""


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "The disk is full."),
        (OSError(errno.ENOSPC, "No space left on device", "a.csv"), "The disk is full: a.csv."),
        (OSError(errno.EROFS, "Read-only", "a.csv"), "The disk can only be read: a.csv."),
        (OSError(errno.EACCES, "Permission denied", b"a.csv"), "This user may not do that: a.csv."),
        (OSError(errno.ENOENT, "No such file", "a", None, "b"), "There is no such file or folder: a and b."),
        (OSError(errno.ELOOP, "Too many levels", "a"), "Too many levels: a."),
        (OSError("odd"), "odd."),
        (MemoryError(), "There is not enough memory."),
    ],
)
def test_the_sentence_of_a_trouble(error: BaseException, said: str) -> None:
    assert trouble.sentence(error) == f"{said} {trouble.AS_IT_WAS}"

"""``letters``: all letters of a year as files, whatever happens meanwhile."""

import csv
import errno
import hashlib
import os
import re
import signal
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from dashboard.cli import main
from dashboard.letters.official import logical_name
from dashboard.letters.pdf_errors import PdfError
from dashboard.mailing import one_letter
from dashboard.mailing.one_letter import Order, Writer
from dashboard.pdf.tagged import read
from dashboard.releases.on_disk import write_whole
from tests.support.tiny_release import BLACKPOOL, build_tiny, tiny_content

LETTER = "blackpool-borough-council-annual-review-letter-2023-24.pdf"
YEAR = ("--year", "2023-24")


def _blank() -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    saved = BytesIO()
    pdf.save(saved)
    return saved.getvalue()


BLANK = _blank()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("releases")
    build_tiny(folder)
    for name, status in (("next", "draft"), ("secret", "embargoed")):
        build_tiny(folder, tiny_content(name, "real", status))
    build_tiny(
        folder,
        tiny_content("official"),
        {
            logical_name("blackpool-borough-council", "2023-24"): BLANK,
            logical_name("barnsley-metropolitan-borough-council", "2023-24"): b"no PDF at all",
        },
    )
    return folder


@pytest.fixture
def folder(built: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DASHBOARD_RELEASES", str(built))
    monkeypatch.delenv("DASHBOARD_RELEASE", raising=False)
    return built


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def letters(out: Path, *more: str, release: str = "held-figures") -> int:
    return main(["letters", "--release", release, *YEAR, "--out", str(out), *more])


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_letter_is_written_with_its_index(folder: Path, tmp_path: Path) -> None:
    assert letters(tmp_path, "--council", "E06000009") == 0
    told = read((tmp_path / LETTER).read_bytes())
    assert "The Chief Executive Blackpool Borough Council" in told.text
    assert "67% (6 of 9)" in told.text
    (row,) = rows(tmp_path / "index.csv")
    assert (row["council"], row["file"], row["pages"]) == (BLACKPOOL.slug, LETTER, str(told.pages))
    assert row["sha256"] == sha256(tmp_path / LETTER)
    assert not (tmp_path / "problems.csv").exists()


def test_missing_figures_are_named_and_the_rest_is_written(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert letters(tmp_path) == 1
    problems = {row["council"]: row["sentence"] for row in rows(tmp_path / "problems.csv")}
    assert (
        problems["cumberland-council"]
        == "Not written: No figure of Cumberland Council for 2023-24 is held, so no letter is written."
    )
    assert problems["barnsley-metropolitan-borough-council"].startswith(
        "The letter says that these figures are not held: Upheld per 100,000 residents"
    )
    written = {row["council"] for row in rows(tmp_path / "index.csv")}
    assert written == {
        "blackpool-borough-council",
        "barnsley-metropolitan-borough-council",
        "cumbria-county-council",
    }
    assert "Cumberland Council: Not written" in capsys.readouterr().err


def test_a_run_goes_on_where_the_last_one_ended(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letters(tmp_path)
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.glob("*.pdf")}
    (tmp_path / LETTER).write_bytes(b"altered")
    capsys.readouterr()
    letters(tmp_path)
    after = {path.name: path.stat().st_mtime_ns for path in tmp_path.glob("*.pdf")}
    assert {name for name in before if before[name] != after[name]} == {LETTER}
    assert "1 letter written, 2 there already" in capsys.readouterr().out
    assert (tmp_path / LETTER).read_bytes().startswith(b"%PDF")


def test_another_release_is_written_anew(folder: Path, tmp_path: Path) -> None:
    letters(tmp_path, "--council", BLACKPOOL.slug)
    letters(tmp_path, "--council", BLACKPOOL.slug, release="next")
    (row,) = rows(tmp_path / "index.csv")
    assert row["release"] == "next"


@pytest.mark.parametrize(("release", "says"), [("next", "Draft"), ("secret", "Embargoed")])
def test_an_unpublished_letter_is_marked(folder: Path, tmp_path: Path, release: str, says: str) -> None:
    assert letters(tmp_path, "--council", BLACKPOOL.slug, release=release) == 0
    told = read((tmp_path / LETTER).read_bytes())
    assert all(any(text.startswith(says) for text in artefacts) for artefacts in told.artefacts)


def test_an_official_letter_is_taken_and_an_unreadable_one_named(folder: Path, tmp_path: Path) -> None:
    assert letters(tmp_path, release="official") == 1
    assert (tmp_path / LETTER).read_bytes() == BLANK
    (row,) = (row for row in rows(tmp_path / "index.csv") if row["council"] == BLACKPOOL.slug)
    assert (row["letter"], row["pages"]) == ("official", "1")
    problems = {row["council"]: row["sentence"] for row in rows(tmp_path / "problems.csv")}
    assert problems["barnsley-metropolitan-borough-council"] == (
        "Not written: the official letter cannot be used: it is not a PDF, or a damaged one."
    )
    assert not (tmp_path / LETTER.replace("blackpool", "barnsley-metropolitan")).exists()


def test_emails_are_written_to_those_who_have_a_contact(folder: Path, tmp_path: Path) -> None:
    contacts = tmp_path / "contacts.csv"
    contacts.write_text(
        "Council,Name,Email\nBlackpool Borough Council,Ada Example,ada@example.gov.uk\n"
        "barnsley-metropolitan-borough-council,Bo,nowhere\nAtlantis,C,c@example.org\n",
        encoding="utf-8",
    )
    assert letters(tmp_path / "out", "--emails", "--contacts", str(contacts)) == 1
    text = (tmp_path / "out" / "blackpool-borough-council-covering-email-2023-24.txt").read_text("utf-8")
    assert text.startswith(
        "To: Ada Example <ada@example.gov.uk>\n"
        "Subject: Annual review letter 2023-24: Blackpool Borough Council\n"
        f"Attachment: {LETTER}\n\nDear Ada Example,\n"
    )
    told = [row["sentence"] for row in rows(tmp_path / "out" / "problems.csv")]
    assert "No e-mail is written: no contact is given." in told
    assert "No e-mail is written: contacts.csv, row 3: “nowhere” is no e-mail address." in told
    assert "contacts.csv, row 4: “Atlantis” is no council of this year." in told
    assert len(list((tmp_path / "out").glob("*.txt"))) == 1


_CONTACTS = f"council,name,email\n{BLACKPOOL.slug},Ada Öz,ada@example.org\n"


def test_contacts_of_councils_not_asked_for_are_no_problem(folder: Path, tmp_path: Path) -> None:
    contacts = tmp_path / "contacts.csv"
    contacts.write_text(f"{_CONTACTS}cumbria-county-council,Bo,bo@example.org\n", encoding="utf-8")
    asked = ("--council", BLACKPOOL.slug, "--emails", "--contacts", str(contacts))
    assert letters(tmp_path / "out", *asked) == 0
    assert len(list((tmp_path / "out").glob("*.txt"))) == 1


def test_a_disk_too_full_for_the_lists_is_named_for_each_council(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert letters(tmp_path) == 1
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    (tmp_path / LETTER).unlink()
    capsys.readouterr()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    for name in ("write_index", "write_problems"):
        monkeypatch.setattr(f"dashboard.mailing.run.{name}", full)
    assert letters(tmp_path) == 1
    told = capsys.readouterr()
    assert "problems.csv is as it was before this run: No space left on device." in told.err
    assert "index.csv is as it was before this run: No space left on device." in told.err
    assert "Barnsley Metropolitan Borough Council: " in told.err
    assert "lists them" not in told.out
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_letter_that_is_gone_and_cannot_be_written_is_in_no_index(folder: Path, tmp_path: Path) -> None:
    assert letters(tmp_path, "--council", BLACKPOOL.slug) == 0
    (tmp_path / LETTER).unlink()
    (tmp_path / LETTER).mkdir()  # nothing can be put in its place
    (tmp_path / LETTER / "kept").touch()
    assert letters(tmp_path, "--council", BLACKPOOL.slug) == 1
    (row,) = rows(tmp_path / "problems.csv")
    assert row["sentence"].startswith("Not written: Is a directory")
    assert rows(tmp_path / "index.csv") == []


def test_the_peak_memory_is_printed(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert letters(tmp_path, "--council", BLACKPOOL.slug) == 0
    assert re.search(
        r"Peak memory: \d+ MB together; the largest of 2 processes \d+ MB", capsys.readouterr().out
    )


def test_a_full_disk_is_named_and_leaves_nothing(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / LETTER).write_bytes(b"what stood there")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("dashboard.releases.on_disk.os.fsync", full)
    done = Writer(built / "held-figures", "2023-24", tmp_path).write(Order(BLACKPOOL.slug, None, None))
    assert done.entry is None
    assert [problem.sentence for problem in done.problems] == ["Not written: the disk is full."]
    assert [path.name for path in tmp_path.iterdir()] == [LETTER]
    assert (tmp_path / LETTER).read_bytes() == b"what stood there"


def test_a_letter_that_reads_back_wrong_is_not_put_in_place(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = build_pdf_of_another(built)
    monkeypatch.setattr(one_letter, "compile_pdf", lambda *_a, **_k: other)
    done = Writer(built / "held-figures", "2023-24", tmp_path).write(Order(BLACKPOOL.slug, None, None))
    assert "has the title “Annual review letter 2023-24, Cumbria" in done.problems[0].sentence
    assert list(tmp_path.iterdir()) == []


def build_pdf_of_another(built: Path) -> bytes:
    out = built / "another"
    out.mkdir(exist_ok=True)
    Writer(built / "held-figures", "2023-24", out).write(Order("cumbria-county-council", None, None))
    return (out / LETTER.replace("blackpool-borough", "cumbria-county")).read_bytes()


def test_a_check_that_fails_leaves_what_stood_there(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"before")

    def refuse(_content: bytes) -> int:
        raise PdfError("not this")

    with pytest.raises(PdfError, match="not this"):
        write_whole(path, b"after", refuse)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_run_that_is_ended_can_be_gone_on_with(folder: Path, tmp_path: Path, how: signal.Signals) -> None:
    command = [sys.executable, "-m", "dashboard", "letters", "--release", "held-figures", *YEAR]
    run = subprocess.Popen(
        [*command, "--out", str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    for _ in range(400):  # until the first letter is begun
        if any(tmp_path.glob(".part-*")) or any(tmp_path.glob("*.pdf")) or run.poll() is not None:
            break
        time.sleep(0.005)
    run.send_signal(how)
    run.communicate(timeout=120)
    for path in tmp_path.glob("*.pdf"):
        assert read(path.read_bytes()).pages > 0
    if how is not signal.SIGKILL:
        assert not list(tmp_path.glob(".part-*"))
    assert letters(tmp_path) == 1
    assert len(rows(tmp_path / "index.csv")) == len(list(tmp_path.glob("*.pdf"))) == 3
    assert not list(tmp_path.glob(".part-*"))


def test_a_process_whose_parent_ended_while_it_started_ends_too() -> None:
    command = [sys.executable, "-m", "tests.support.orphaned"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout) == (-signal.SIGKILL, "started\n")


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (["--year", "2033-34"], "has 2022-23 to 2024-25, and not 2033-34"),
        (["--year", "2023"], "is not a reporting year"),
        (["--year", "2023-24", "--council", "atlantis"], "is neither the ONS code nor the slug"),
        (["--year", "2022-23", "--council", "cumberland-council"], "There is no letter to Cumberland"),
        (["--year", "2023-24", "--emails"], "--emails needs --contacts"),
        (["--year", "2023-24", "--contacts", "c.csv"], "add --emails"),
        (["--year", "2023-24", "--emails", "--contacts", "nowhere.csv"], "nowhere.csv cannot be read"),
        (["--year", "2023-24", "--release", "none"], "There is no release “none”"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], told: list[str], says: str
) -> None:
    assert main(["letters", "--release", "held-figures", "--out", str(tmp_path / "out"), *told]) == 1
    assert says in capsys.readouterr().err


def test_a_folder_with_another_index_is_left_alone(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "index.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert letters(tmp_path) == 1
    assert "is not an index of letters" in capsys.readouterr().err
    assert (tmp_path / "index.csv").read_text(encoding="utf-8") == "a,b\n1,2\n"

"""A draft from import to release by its commands: checked, corrected, accepted, built, and read back."""

import csv
import re
from pathlib import Path

import pytest

from dashboard.addresses.links import UNNAMED
from dashboard.cli import main
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.origin import Origin
from dashboard.pages.site import quality as quality_page
from dashboard.releases.verify import verify
from dashboard.repository.manifest import read_manifest
from dashboard.repository.quality_records import RECEIVED, Known
from dashboard.repository.sqlite import SqliteRepository
from tests.support.html_text import html_of, text_of

pytestmark = pytest.mark.data
HEAD = (
    *("Authority Name", "Invalid or Incomplete", "Advice given", "Referred back for local resolution"),
    *("Closed after initial enquiries", "Not Upheld", "Upheld", "Total", "Uphold rate (%)"),
)
LEEDS, YORK = "leeds-city-council", "city-of-york-council"
ROWS = (
    ("Leeds City Council", 10, 4, 60, 50, 12, 36, 172, "75%"),
    ("City of York Council", 2, 1, 20, 15, 3, 9, 50, "74%"),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DASHBOARD_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("DASHBOARD_RELEASES", str(tmp_path / "releases"))
    return tmp_path


def table(path: Path, *rows: tuple[object, ...]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("Complaints decided 2025-26",), (), HEAD, *rows])
    return path


def test_a_draft_is_checked_corrected_accepted_and_built(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*words: str) -> tuple[int, str]:
        capsys.readouterr()
        status = main([*words])
        told = capsys.readouterr()
        return status, told.out + told.err

    file = table(folder / "decided.csv", *ROWS)
    assert run("import", "--name", "spring", "--year", "2025-26", str(file))[0] == 0

    status, told = run("check", "spring")
    assert status == 1
    assert "WARNINGS that nobody accepted" in told
    assert "City of York Council, 2025-26: complaints upheld, % is printed as 74, and 9 of 12 is 75%." in (
        " ".join(told.split())
    )
    assert re.search(r"Councils missing, or not there in that year \[councils\]: 315 findings", told)
    report = folder / "store" / "drafts" / "spring" / "report.html"
    page = report.read_text("utf-8")
    assert page.count("<h1>") == 1
    assert 'lang="en-GB"' in page
    assert "This draft can be built once 317 warnings have been looked at" in page
    assert "http" not in re.sub(r"http://www\.w3\.org/2000/svg", "", page)

    status, told = run("build", "spring")
    assert status == 1
    assert "spring is not built." in told
    assert not (folder / "releases" / "spring").exists()

    def correct(measure: str, was: str, became: str) -> tuple[int, str]:
        of_york = ("--council", "City of York Council", "--year", "2025-26", "--measure", measure)
        why = ("--reason", "One came late.", "--by", "A. P.")
        return run("correct", "spring", *of_york, "--from", was, "--to", became, *why)

    corrections = folder / "store" / "drafts" / "spring" / "corrections.csv"
    status, told = correct("decided:not_upheld", "4", "2")
    assert (status, corrections.exists()) == (1, False)
    assert "the correction is of 4, and the source says 3. Nothing was written." in " ".join(told.split())
    assert correct("decided:not_upheld", "3", "2")[0] == 0
    corrections.write_text(corrections.read_text().replace("not_upheld,3,2", "not_upheld,4,2"))
    status, told = run("check", "spring")
    assert "the correction is of 4, and the source says 3." in " ".join(told.split())
    assert "corrections.csv, row 2" in told
    corrections.write_text(corrections.read_text().replace("not_upheld,4,2", "not_upheld,3,2"))
    status, told = run("check", "spring")
    assert "complaints dealt with is 50, and its 6 parts add up to 49." in " ".join(told.split())
    assert correct("dealt_with", "50", "49")[0] == 0

    told_why = ("--reason", "Looked up with the publisher.", "--by", "A. Person")
    assert (
        run("accept", "spring", "sums", *told_why)[0] == 1
    )  # errors cannot be accepted, nor what is not there
    status, told = run("accept", "spring", "councils", *told_why)
    assert (status, "315 of councils are meant by this." in told) == (1, True)
    for which in (("--all-of", "councils", "--expect", "315"), ("rows",), ("percentages",)):
        assert run("accept", "spring", *which, *told_why)[0] == 0
    status, told = run("check", "spring")
    assert (status, "ACCEPTED (317)" in told) == (0, True)
    assert "This draft can be built: no errors, and no warnings that nobody accepted." in told

    assert run("build", "spring")[0] == 0
    release = folder / "releases" / "spring"
    assert verify(release) == []
    _is_as_decided(release)


def _is_as_decided(release: Path) -> None:
    manifest = read_manifest(release)
    assert (manifest.kind, manifest.status, manifest.years[-1]) == ("real", "draft", "2025-26")
    assert [(c["council"], c["quantity"], c["was"], c["became"]) for c in manifest.corrections] == [
        (YORK, "decided:not_upheld", "3", "2"),
        (YORK, "dealt_with", "50", "49"),
    ]
    repository = SqliteRepository(release)
    leeds = repository.figures(LEEDS, "2025-26")["upheld_pct"]
    assert (leeds.numerator, leeds.denominator, leeds.shown) == (36, 48, 75)
    assert leeds.shown_origin is Origin.PUBLISHED
    assert repository.figures(LEEDS, "2025-26")["upheld"].origin is Origin.PUBLISHED
    york = repository.figures(YORK, "2025-26")["upheld_pct"]
    assert (york.numerator, york.denominator, york.origin) == (9, 11, Origin.DERIVED)
    assert "Printed as 74%; 9 of 11 is 82%." in (york.note or "")
    assert repository.figures("blackpool-borough-council", "2023-24")["upheld_pct"].printed == 67

    quality = repository.quality()
    assert [(c.slug, c.was, c.became, c.decided_by) for c in quality.corrections()] == [
        (YORK, 50, 49, "A. P."),
        (YORK, 3, 2, "A. P."),
    ]
    assert len(quality.accepted()) == 317
    assert {a.check for a in quality.accepted()} == {"councils", "rows", "percentages"}
    (file,) = quality.inputs()
    assert (file.name, file.kind, file.year, len(file.sha256)) == ("decided.csv", "decided", "2025-26", 64)
    known = quality.councils("2025-26", AuthorityType.METROPOLITAN)
    assert known[LEEDS]["upheld_pct"] is Known.PUBLISHED
    assert known[LEEDS][RECEIVED] is Known.NOT_HELD

    page = quality_page.render(repository, "2025-26", AuthorityType.UNITARY, UNNAMED)
    text = text_of(page)
    assert "of the 317 councils that existed in 2025-26, the share of complaints upheld is known of 2" in (
        text.lower()
    )
    for said in ("One came late.", "Looked up with the publisher.", file.sha256, "A. Person"):
        assert said in text
    assert html_of(page).count("<h1") == 1


def test_a_release_that_has_been_live_is_not_built_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", "--name", "spring", "--year", "2025-26", str(table(folder / "d.csv", *ROWS[:1]))])
    for which in (["--all-of", "councils", "--expect", "316"], ["rows"]):
        main(["accept", "spring", *which, "--reason", "A part.", "--by", "A. P."])
    (folder / "releases").mkdir()
    (folder / "releases" / "live").write_text("spring")
    capsys.readouterr()
    assert main(["build", "spring"]) == 1
    assert "A release “spring” has been live, and stays as it was published." in capsys.readouterr().err


def test_data_that_change_while_a_draft_is_read_make_no_release(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when next year's population is put in between: what was read is then of neither."""
    main(["import", "--name", "spring", "--year", "2025-26", str(table(folder / "d.csv", *ROWS[:1]))])
    for which in (["--all-of", "councils", "--expect", "316"], ["rows"]):
        main(["accept", "spring", *which, "--reason", "A part.", "--by", "A. P."])
    checksums = iter(["of the data that were read", *["of other data"] * 9])
    monkeypatch.setattr("dashboard.build.assemble.inputs_checksum", lambda *_: next(checksums))
    capsys.readouterr()
    assert main(["build", "spring"]) == 1
    assert "The data were changed while this was built: build it again." in capsys.readouterr().err
    assert not (folder / "releases" / "spring").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("check", "autumn"),
        ("build", "autumn"),
        ("accept", "autumn", "rows", "--reason", "why", "--by", "who"),
        (*("correct", "autumn", "--council", "Leeds", "--year", "2025-26", "--measure", "upheld"),
         *("--from", "1", "--to", "2", "--reason", "why", "--by", "who")),
    ],
)  # fmt: skip
def test_a_draft_that_is_not_there_is_a_sentence(
    folder: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(list(words)) == 1
    assert re.search(r"no draft\s+of this name", capsys.readouterr().err)


def test_an_acceptance_without_words_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["accept", "spring", "rows", "--reason", " ", "--by", "who"]) == 1
    assert capsys.readouterr().err == "An acceptance needs a reason: it is published with the figures.\n"

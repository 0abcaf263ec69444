"""The shortest path of ``docs/publishing.md`` and the pages beside it are done as they are written."""

import re
import shlex
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from dashboard.checks.stored import check_draft
from dashboard.cli import main
from dashboard.imports.store.draft import load_draft
from dashboard.reference.held import load_held
from dashboard.reference.load import load_reference
from dashboard.releases.publication_file import read_publications
from tests.support.office import TABLE, Office, office

DOCS = Path(__file__).resolve().parents[2] / "docs"
NAME, YEAR = "2024-25", "2024-25"
SHORTEST = "## The shortest path"
READS_DATA = ("import", "check", "accept", "build", "publish", "releases", "names accept")
ROWS = TABLE.format(year=YEAR, leeds=30)


def commands(page: str, heading: str = "") -> list[str]:
    """Return the commands of a page's fenced blocks, of one of its chapters where a heading is given."""
    text = (DOCS / page).read_text("utf-8")
    chapter = text.partition(heading)[2].partition("\n## ")[0] if heading else text
    blocks = re.findall(r"^ *```sh\n(.*?)^ *```", chapter, re.MULTILINE | re.DOTALL)
    lines = [line.strip() for block in blocks for line in block.splitlines() if line.strip()]
    assert all(line.startswith("python -m dashboard ") for line in lines)
    return [line.removeprefix("python -m dashboard ") for line in lines]


@dataclass
class Step:
    """How a command ends, and what it says."""

    begins: str
    status: int
    says: str


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A fresh install: committed data of a few councils, a table of the year, nothing built or live."""
    place = office(tmp_path)
    monkeypatch.chdir(tmp_path)
    for name, value in place.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("DASHBOARD_RELEASE", raising=False)
    put(place, "received.csv", ROWS)
    return place


def put(place: Office, name: str, text: str) -> None:
    path = place.folder / "files" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def begun(place: Office) -> None:
    """The draft with its table, every warning accepted, and built."""
    for command in commands("publishing.md", SHORTEST)[:-1]:
        for words in arguments(command.replace("files/2024-25/*.csv", "files/received.csv"), place):
            main(words)


def warnings(place: Office) -> Counter[str]:
    data = place.folder / "data"
    checked = check_draft(place.store, NAME, load_reference(data), load_held(data))
    assert checked.judged.errors == ()
    return Counter(finding.check for finding in checked.judged.warnings)


def arguments(command: str, place: Office) -> list[list[str]]:
    """Return a command as a shell gives it; once for each kind of warning where it says CHECK and NUMBER."""
    words = shlex.split(command)
    if any(command.startswith(name) for name in READS_DATA):
        words += place.data
    found = [sorted(map(str, Path().glob(word))) if "*" in word else [word] for word in words]
    words = [word for several in found for word in several]
    if "CHECK" not in words:
        return [words]
    kinds = sorted(warnings(place).items())
    assert kinds
    return [[{"CHECK": kind, "NUMBER": str(number)}.get(w, w) for w in words] for kind, number in kinds]


def changed_heading(place: Office) -> None:
    put(place, "received.csv", ROWS.replace(",Housing\n", ",Homes\n"))


def new_body(place: Office) -> None:
    put(place, "received.csv", ROWS + "Mersey Crossings Agency,0,0,0,1,0\n")


def new_council(place: Office) -> None:
    put(place, "received.csv", ROWS + "East Surrey Council,3,1,4,1,5\n")


def second_version(place: Office) -> None:
    put(place, "second/received.csv", ROWS.replace("30,22", "31,22"))


def loaded(place: Office) -> None:
    second_version(place)
    assert main(["import", "--name", NAME, "--year", YEAR, "files/received.csv", *place.data]) == 0


PAGES: dict[str, tuple[Callable[[Office], None], tuple[Step, ...]]] = {
    "changed-heading.md": (
        changed_heading,
        (
            Step("import", 1, "The heading “Homes” is not known"),
            Step("headings accept", 0, "from now on."),
            Step("import", 0, "has 1 input."),
            Step("headings list", 0, "The publisher's new word"),
            Step("headings remove", 0, "Taken back: “Homes”"),
        ),
    ),
    "new-body.md": (
        new_body,
        (
            Step("import", 1, "“Mersey Crossings Agency”"),
            Step("names accept", 0, "from now on."),
            Step("import", 0, "1 body off the map"),
            Step("names remove", 0, "Taken back: “Mersey Crossings Agency”"),
        ),
    ),
    "new-council.md": (
        new_council,
        (
            Step("names accept", 0, "is Blackpool Borough Council from now on."),
            Step("import", 1, "“East Surrey Council” is no name in the register."),
            Step("import", 0, "Left out: 1 row or column set aside."),
        ),
    ),
    "wrong-acceptance.md": (
        begun,
        (
            Step("accept", 0, "Preston City Council"),
            Step("check", 1, "Preston City Council"),
            Step("releases", 0, "changed since it was built"),
            Step("copy", 0, "“2024-25-2” has the inputs"),
        ),
    ),
    "same-file-twice.md": (
        loaded,
        (
            Step("import", 0, "has 1 input."),
            Step("import", 1, "The draft has the table “received” of 2024-25 already: received.csv."),
            Step("import", 0, "has 1 input."),
            Step("check", 1, "Preston City Council"),
            Step("drop", 0, "received.csv"),
        ),
    ),
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_done_as_it_is_written(
    place: Office, page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    begin, steps = PAGES[page]
    begin(place)
    told = commands(f"publishing/{page}")
    assert len(told) == len(steps)
    for command, step in zip(told, steps, strict=True):
        assert command.startswith(step.begins)
        capsys.readouterr()
        (words,) = arguments(command, place)
        status = main(words)
        said = " ".join("".join(capsys.readouterr()).split())
        assert (status, step.says in said) == (step.status, True), (command, said)


def test_a_row_left_out_is_said_by_the_report(place: Office, capsys: pytest.CaptureFixture[str]) -> None:
    new_council(place)
    left_out = commands("publishing/new-council.md")[-1]
    assert main(arguments(left_out, place)[0]) == 0
    assert load_draft(place.store, NAME).inputs[0].aside.rows == (6,)
    capsys.readouterr()
    main(["check", NAME, *place.data])
    said = " ".join(capsys.readouterr().out.split())
    assert "row 6 set aside: A new council, not in the data yet (Head of data)" in said
    assert "East Surrey" not in said


def test_the_shortest_path_leads_from_nothing_to_a_live_release(place: Office) -> None:
    put(place, "2024-25/received.csv", ROWS)
    assert read_publications(place.releases).live is None
    for command in commands("publishing.md", SHORTEST):
        for words in arguments(command, place):
            assert main(words) == (1 if words[0] == "check" else 0), words
    assert read_publications(place.releases).live == NAME


def test_the_commands_are_as_many_as_the_guide_says() -> None:
    text = (DOCS / "publishing.md").read_text("utf-8")
    assert len(commands("publishing.md", SHORTEST)) == 5
    assert "five commands" in text


def test_every_page_is_led_to() -> None:
    text = (DOCS / "publishing.md").read_text("utf-8")
    assert set(re.findall(r"\(publishing/([a-z-]+\.md)\)", text)) == set(PAGES)
    assert {path.name for path in (DOCS / "publishing").iterdir()} == set(PAGES)

"""The year in full of ``docs/publishing.md`` is done as it is written, on a year of simulated files."""

import re
import shlex
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from urllib.request import urlopen

import pytest

from dashboard.build.data import DATA
from dashboard.checks.stored import check_draft
from dashboard.cli import main
from dashboard.domain.rounding import percentage
from dashboard.imports.store.files import store_directory
from dashboard.metrics.counts import counts_from_cases
from dashboard.reference.held import load_held
from dashboard.reference.load import load_reference
from dashboard.releases.publication_file import read_publications
from dashboard.simulate.register import simulate_register
from tests.support.annual_tables import LAYOUTS, write_tables
from tests.support.tiny_cases import content_with_cases
from tests.support.tiny_release import build_tiny, tiny_content

PROJECT = Path(__file__).resolve().parents[2]
GUIDE = PROJECT / "docs" / "publishing.md"
WHO = ("--by", "Head of data", "--reason", "Figures of 2023-24")
LEEDS, BLACKPOOL = "leeds-city-council", "blackpool-borough-council"


def commands() -> list[str]:
    """Return the commands of the guide's year in full, in order."""
    _, _, in_full = GUIDE.read_text("utf-8").partition("## A year in full")
    blocks = re.findall(r"^```sh\n(.*?)^```", in_full, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.strip()]
    assert all(line.startswith("python -m dashboard ") for line in lines)
    return [line.removeprefix("python -m dashboard ") for line in lines]


@dataclass
class Step:
    """What a command must do: how it ends, what it says, and what is true afterwards."""

    begins: str
    status: int = 0
    says: tuple[str, ...] = ()
    after: Callable[[Path], object] = lambda folder: None


def _live(name: str) -> Callable[[Path], object]:
    def check(folder: Path) -> None:
        assert read_publications(folder / "releases").live == name

    return check


def _files(*names: str) -> Callable[[Path], object]:
    def check(folder: Path) -> None:
        for name in names:
            assert (folder / name).stat().st_size > 100

    return check


def _in_the_ledger(folder: Path) -> None:
    assert "SIM 23 000 001" in (folder / "releases" / "withdrawn.csv").read_text("utf-8")


STEPS = (
    Step("import --name 2024-25 --year 2023-24", 0, ("Draft “2024-25” (demonstration) has 3 inputs.",)),
    Step("import --name 2024-25 --year 2024-25", 1, ("Blackpool (Lancs)",)),
    Step("names accept", 0, ("“Blackpool (Lancs)” is Blackpool Borough Council from now on.",)),
    Step("import --name 2024-25 --year 2024-25", 0, ("has 6 inputs.",)),
    Step("check 2024-25", 1, ("Leeds City Council, 2024-25",), _files("store/drafts/2024-25/report.html")),
    Step("correct 2024-25", 0, ("Written to store/drafts/2024-25/corrections.csv.",)),
    Step("accept 2024-25 --all-of type", 0, ("Accepted: ",)),
    Step("accept 2024-25 --all-of last-year", 0, ("Accepted: ",)),
    Step("check 2024-25", 0, ("This draft can be built",)),
    Step("log 2024-25", 0, ("correct 2024-25: leeds-city-council 2024-25 received:housing: from",)),
    Step("embargo 2024-25", 0, ("embargoed until 22 July 2099",)),
    Step("build 2024-25", 0, ("built in",), _live("2023-24")),
    Step("releases", 0, ("embargoed until 2099-07-22", "2023-24 live")),
    Step("serve --release 2024-25", 0),
    Step(
        "diff 2023-24 2024-25",
        1,
        ("2024-25 added: 317 councils.",),
        _files("difference.html", "difference.csv"),
    ),
    Step(
        "letters --release 2024-25",
        0,
        (),
        lambda folder: len(list(folder.glob("letters/2024-25/*.pdf"))) == 2,
    ),
    Step("publish 2024-25", 1, ("is embargoed until 22 July 2099",), _live("2023-24")),
    Step("publish 2024-25", 0, ("Release “2024-25” is live instead of “2023-24”.",), _live("2024-25")),
    Step("rollback", 0, ("Release “2023-24” is live instead of “2024-25”.",), _live("2023-24")),
    Step("copy 2024-25 2024-25-2", 0, ("“2024-25-2” has the inputs, corrections and acceptances",)),
    Step("prune", 0, ("old-draft: a draft, would be removed.",)),
    Step("prune --yes", 0, ("old-draft: removed.",)),
    Step("withdraw", 0, ("Decision SIM 23 000 001 is withdrawn.",), _in_the_ledger),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A working folder with two years of files, the release of the year before live, and an old draft."""
    monkeypatch.chdir(tmp_path)
    for name in ("DASHBOARD_RELEASES", "DASHBOARD_STORE", "DASHBOARD_RELEASE"):
        monkeypatch.delenv(name, raising=False)
    _write_files(tmp_path / "files")
    earlier = sorted(map(str, (tmp_path / "files" / "2023-24").iterdir()))
    kind = ["--kind", "demonstration"]
    assert main(["import", "--name", "2023-24", "--year", "2023-24", *kind, *earlier]) == 0
    for check, number in _open_warnings("2023-24").items():
        counted = ["--all-of", check, "--expect", str(number)]
        assert main(["accept", "2023-24", *counted, "--by", "Data manager", "--reason", "Confirmed"]) == 0
    assert main(["build", "2023-24"]) == 0
    assert main(["publish", "2023-24", *WHO, "--demonstration"]) == 0
    build_tiny(tmp_path / "releases", replace(content_with_cases("demo"), status="bundled"))
    build_tiny(tmp_path / "releases", tiny_content("old-draft", status="draft"))
    return tmp_path


def _open_warnings(name: str) -> Counter[str]:
    """Return how many warnings nobody has accepted, by the id of their check."""
    checked = check_draft(store_directory(), name, load_reference(DATA), load_held(DATA))
    assert not checked.judged.errors
    return Counter(finding.check for finding in checked.judged.warnings)


def _write_files(folder: Path) -> None:
    """Write two years of the demonstration as tables; the later with a name unknown and a count wrong."""
    reference = load_reference(DATA)
    register = simulate_register(reference, load_held(DATA))
    for year in ("2023-24", "2024-25"):
        roll = [(council.slug, year) for council in reference.councils_in(year)]
        figures: dict[str, dict[str, Decimal]] = {}
        for row in counts_from_cases(register.cases, register.compliance, roll).itertuples():
            if row.year == year:
                figures.setdefault(row.slug, {})[row.quantity] = Decimal(int(row.count))
        named = {}
        for slug, counts in figures.items():
            _add_shares(counts)
            late = year == "2024-25"
            if late and slug == LEEDS:
                counts["received:housing"] += 2
            name = reference.councils[slug].name
            named["Blackpool (Lancs)" if late and slug == BLACKPOOL else name] = counts
        write_tables(folder / year, year, named, LAYOUTS[0])


def _add_shares(counts: dict[str, Decimal]) -> None:
    counts["satisfactory_remedy_base"] = counts["upheld"]
    for share, part, whole in (
        ("upheld_pct", "upheld", "investigated"),
        ("satisfactory_remedy_pct", "satisfactory_remedies", "upheld"),
        ("compliance_pct", "complied", "compliance_outcomes"),
    ):
        if counts[whole]:
            counts[share] = percentage(int(counts[part]), int(counts[whole]))


def _arguments(command: str, folder: Path) -> list[str]:
    """Return a command's words as a shell gives them: file patterns filled in, WRONG, RIGHT and NUMBER looked
    up."""
    housing = _housing_of_leeds(folder)
    words: list[str] = []
    for word in shlex.split(command):
        filled = {"WRONG": str(housing), "RIGHT": str(housing - 2)}.get(word, word)
        filled = str(_open_warnings("2024-25")[words[-2]]) if word == "NUMBER" else filled
        words += sorted(map(str, folder.glob(filled))) if "*" in filled else [filled]
    return words


def _housing_of_leeds(folder: Path) -> int:
    lines = (folder / "files/2024-25/received-2024-25.csv").read_text("utf-8").splitlines()
    head = next(line for line in lines if line.startswith("Authority"))
    leeds = next(line for line in lines if line.startswith("Leeds City Council"))
    return int(leeds.split(",")[head.split(",").index("Housing")])


def _preview(arguments: list[str], folder: Path) -> None:
    """Serve as the guide says, on a port that is free, and look at a page."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = str(found.getsockname()[1])
    words = [port if word == "8051" else word for word in arguments]
    command = [sys.executable, "-m", "dashboard", *words, "--workers", "1"]
    environment = {"PYTHONPATH": str(PROJECT), "PATH": "/usr/bin:/bin"}
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=-3, stderr=-3) as server:
        try:
            answer = _fetched(f"http://127.0.0.1:{port}/")
            page = answer.read().decode()
        finally:
            server.terminate()
    assert "<strong>Embargoed until 22 July 2099.</strong>" in page
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert "no-store" in answer.headers["Cache-Control"]


def _fetched(url: str):
    for _ in range(150):
        try:
            return urlopen(url, timeout=10)  # noqa: S310
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"{url} did not answer")


def test_the_guide_has_a_step_for_every_command_of_publishing() -> None:
    told = commands()
    assert len(told) == len(STEPS)
    assert f"{len(told)} commands, from the files" in GUIDE.read_text("utf-8")
    for command, step in zip(told, STEPS, strict=True):
        assert command.startswith(step.begins)


@pytest.mark.slow
def test_the_guide_is_done_as_it_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    for command, step in zip(commands(), STEPS, strict=True):
        arguments = _arguments(command, folder)
        if step.begins.startswith("serve"):
            _preview(arguments, folder)
            continue
        status = main(arguments)
        told = capsys.readouterr()
        assert status == step.status, (command, told.out, told.err)
        for words in step.says:
            assert words in re.sub(r"\s+", " ", told.out + told.err) or words in told.out, (command, told)
        assert step.after(folder) is not False, command

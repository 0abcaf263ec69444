"""A renewal is in the data with the record of its file, or nothing is; the command says so."""

import json
from pathlib import Path
from typing import Any

import pytest

from dashboard.cli import main
from dashboard.cli import renew as command
from dashboard.reference.load import POPULATION, load_reference
from dashboard.reference.neighbours import NEIGHBOURS, load_neighbours
from dashboard.reference.sources import altered_artefacts, load_sources
from dashboard.releases.lock import locked
from derive.renewal import keep, neighbours
from tests.derive.small_source import write_small_source
from tests.support.official_files import (
    FIRST,
    NEXT,
    data_folder,
    estimates,
    mye2_rows,
    neighbour_rows,
    write_csv,
    write_mye2,
)

pytestmark = pytest.mark.data


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return data_folder(tmp_path)


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_mye2(
        tmp_path_factory.mktemp("office") / "mye25tablesuk.xlsx", mye2_rows(estimates(NEXT), NEXT)
    )


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_csv(tmp_path_factory.mktemp("office") / "global.csv", neighbour_rows("ons_global"))


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def sources(data: Path) -> dict[str, Any]:
    told = json.loads((data / "provenance.json").read_text("utf-8"))
    return {one["path"]: one for one in told["sources"]}


def of_population(workbook: Path, data: Path, *more: str) -> list[str]:
    return ["renew", "population", str(workbook), "--year", str(NEXT), "--out", str(data), *more]


def of_neighbours(lists: Path, data: Path, *more: str) -> list[str]:
    words = ["--method", "ons_global", "--from", str(FIRST), "--out", str(data)]
    return ["renew", "neighbours", str(lists), *words, *more]


def test_what_is_renewed_is_read_and_its_file_is_recorded_with_its_licence(
    data: Path, workbook: Path, lists: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sources(data)
    assert main(of_population(workbook, data)) == 0
    assert main(of_neighbours(lists, data)) == 0
    assert f"{POPULATION} has it, and provenance.json says whence." in capsys.readouterr().out
    assert load_reference(data).population("adur-district-council", NEXT) == estimates(NEXT)["E07000223"]
    assert any(row.from_year == FIRST for row in load_neighbours(data) if row.method == "ons_global")
    assert altered_artefacts(data) == []
    now = sources(data)
    assert {path: now[path] for path in before} == before
    new = {path: one["artefacts"] for path, one in now.items() if path not in before}
    assert new == {
        f"renewed/population/{NEXT}/mye25tablesuk.xlsx": [POPULATION],
        f"renewed/neighbours/{FIRST}/ons_global/global.csv": [NEIGHBOURS],
    }
    titles = {source.title: source.licence for source in load_sources(data)}
    assert titles[f"Mid-year population estimates, mid-{NEXT} (MYE2)"] == "Open Government Licence v3.0"
    assert f"renewed/population/{NEXT}/mye25tablesuk.xlsx" in (data / "PROVENANCE.md").read_text("utf-8")


def test_a_second_file_of_the_same_year_takes_the_place_of_the_first(data: Path, workbook: Path) -> None:
    again = workbook.with_name("mye25revised.xlsx")
    again.write_bytes(workbook.read_bytes())
    assert main(of_population(workbook, data)) == 0
    once = (data / POPULATION).read_bytes()
    assert main(of_population(again, data)) == 1
    assert main(of_population(again, data, "--replace")) == 0
    assert (data / POPULATION).read_bytes() == once
    assert [path for path in sources(data) if path.startswith(f"renewed/population/{NEXT}/")] == [
        f"renewed/population/{NEXT}/mye25revised.xlsx"
    ]


def test_a_trial_changes_nothing(data: Path, workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = content(data)
    assert main(of_population(workbook, data, "--dry-run")) == 0
    assert capsys.readouterr().out.endswith("Nothing was changed.\n")
    assert content(data) == before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["population", "none.xlsx", "--year", "2025"], "There is no file none.xlsx."),
        (["postcodes", __file__, "--edition", "June"], "“June” is no edition: write its month and year"),
        (["neighbours", __file__, "--method", "dfe", "--from", "2026"], "invalid choice: 'dfe'"),
        (["population", __file__, "--year", "25"], "“25” is no year such as 2025"),
    ],
)
def test_what_is_refused_changes_nothing(
    data: Path, words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = content(data)
    try:
        status = main(["renew", *words, "--out", str(data)])
    except SystemExit as ended:
        status = int(str(ended.code))
    assert status
    assert sentence in capsys.readouterr().err
    assert content(data) == before


def test_where_writing_fails_all_is_as_it_was(
    data: Path, workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(data)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(keep, "write_provenance", full)
    assert main(of_population(workbook, data)) == 1
    assert content(data) == before


def test_one_command_at_a_time_changes_the_data(
    data: Path, workbook: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("dashboard.releases.lock.WAIT", 0.05)
    with locked(data.with_name(".data.lock"), "The data"):
        assert main(of_population(workbook, data)) == 1
    assert "is being changed by" in capsys.readouterr().err


def test_deriving_anew_does_not_lose_silently_what_was_renewed(
    tmp_path: Path, data: Path, workbook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "source"
    write_small_source(source)
    derive = ["derive", "--source", str(source), "--out", str(data), "--only", "tables"]
    assert main(of_population(workbook, data)) == 0
    before = content(data)
    assert main(derive) == 1
    said = capsys.readouterr().err
    assert f"renewed/population/{NEXT}/mye25tablesuk.xlsx" in said
    assert "With --anew that is lost" in said
    assert content(data) == before
    assert main([*derive, "--anew"]) == 0
    assert not [path for path in sources(data) if path.startswith("renewed/")]


def test_the_lists_that_may_be_named_are_those_that_are_read() -> None:
    assert command.METHODS == neighbours.METHODS

"""The commands that read the publisher's files: what they say, and their exit status."""

from pathlib import Path

import pytest

from dashboard.cli import main
from tests.imports.register.test_register import LABELS
from tests.imports.register.test_register import write as write_register

TABLE = "Authority,Adult Care Services,Housing,Total\n{name},1,2,3\nTransport for London,0,0,0\nTotal,1,2,3\n"


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DASHBOARD_STORE", str(tmp_path / "store"))
    return tmp_path / "store"


def bring(tmp_path: Path, name: str, *more: str) -> int:
    path = tmp_path / "received.csv"
    path.write_text(TABLE.format(name=name), "utf-8")
    return main(["import", "--name", "2023-24", "--year", "2023-24", *more, str(path)])


def test_an_import_says_what_it_read_and_what_comes_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring(tmp_path, "Adur District Council") == 0
    said = capsys.readouterr().out
    assert "received.csv: received of 2023-24, 1 row (sha256 " in said
    assert "Left out: 1 body off the map.\nLeft out: 1 row of totals.\n" in said
    assert said.endswith("Next: python -m dashboard check 2023-24\n")


def test_a_name_is_accepted_by_a_person_and_then_read(
    tmp_path: Path, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring(tmp_path, "Adurr Dist. Council") == 1
    told = capsys.readouterr().err
    command = (
        "python -m dashboard names accept 'Adurr Dist. Council' adur-district-council --by WHO --reason WHY"
    )
    assert command in told
    assert told.endswith("Nothing was imported; the draft is as it was.\n")
    accept = ["names", "accept", "Adurr Dist. Council", "adur-district-council"]
    assert main([*accept, "--by", "A. Clerk", "--reason", "a misprint"]) == 0
    assert bring(tmp_path, "Adurr Dist. Council") == 0
    capsys.readouterr()
    assert main(["names", "list"]) == 0
    assert "“Adurr Dist. Council” is adur-district-council: a misprint (A. Clerk, " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["Adurr", "no-council"], "“no-council” is no council."),
        (["Adurr", "adur-district-council", "--year", "2023"], "“2023” is not a reporting year"),
        ([" ", "adur-district-council"], "The name is empty."),
    ],
)
def test_a_name_that_cannot_be_accepted(
    store: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert main(["names", "accept", *arguments, "--by", "me", "--reason", "why"]) == 1
    assert sentence in capsys.readouterr().err
    assert not (store / "names.csv").exists()


def test_a_year_that_is_none_is_refused_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        bring(tmp_path, "Adur", "--year", "2023")
    assert ended.value.code == 2
    assert "“2023” is not a reporting year such as 2023-24." in capsys.readouterr().err


def test_a_list_says_that_it_makes_no_figure_and_names_no_one_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(
        "Reference,Authority,Category,Sub-category,Outcome,Decided\n"
        "23 001 001,Adur District Council,Housing,Homelessness,Upheld,2024-01-31\n"
        "23 001 002,Anna Example t/a Kindly Care Ltd,Housing,Homelessness,Upheld,2024-01-31\n",
        "utf-8",
    )
    assert main(["import", "--name", "spring", "--decisions", str(path)]) == 0
    said = capsys.readouterr().out
    assert "decisions.csv: decisions, a list of which no figure is made, 2 rows (sha256 " in said
    assert "Left out, about no council: 1 care provider or other company.\n" in said
    assert "Anna" not in said


def test_a_register_says_what_it_is_whole_for_and_what_is_kept_private(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_register(tmp_path, [{**LABELS, "Summary": "Mrs Example, SW1A 1AA\x1b"}])
    bring_register = ["import", "--name", "spring", "--register", str(path)]
    assert main(bring_register) == 0
    said = capsys.readouterr().out
    assert "whole for no year (--year says which): no figure follows from it, 1 row (sha256 " in said
    assert "column “Summary”: U+001B (escape) cannot be shown or printed; a space" in said
    assert "1 text may name a person: the check says which, by row and column.\n" in said
    assert "2 recommendations for persons stay in the store and are in no release" in said
    assert main([*bring_register, "--with-personal-remedies", "--replace"]) == 0
    assert "recommendations for persons" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--ignore-row", "0"), "“0” is not a number of one or more"),
        (("--ignore-row", "-1"), "“-1” is not a number of one or more"),
        (("--expect-cases", "-1"), "“-1” is not a number of none or more"),
    ],
)
def test_a_number_that_counts_nothing_is_refused_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, str], sentence: str
) -> None:
    with pytest.raises(SystemExit):
        bring(tmp_path, "Adur", *words)
    assert sentence in capsys.readouterr().err


def test_what_says_nothing_of_a_table_is_not_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring(tmp_path, "Adur", "--expect-cases", "7") == 1
    assert "This is an annual table, and has no cases. Leave --expect-cases out." in capsys.readouterr().err

"""What a name means: a council, or no council; one, or many at once; never another council's own name."""

from pathlib import Path

import pytest

from dashboard.build.data import DATA
from dashboard.cli import main
from dashboard.imports.drafts.read_draft import read_draft
from dashboard.imports.store.headings_file import accepted_headings
from dashboard.imports.store.log import read_log
from dashboard.imports.store.names_file import read_names
from dashboard.reference.load import load_reference
from tests.support.office import WHO, YEAR

HEAD = "Authority,Adult Care Services,Housing,Total\n"


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DASHBOARD_STORE", str(tmp_path / "store"))
    return tmp_path / "store"


def bring(folder: Path, *rows: str) -> int:
    path = folder / "received.csv"
    path.write_text(HEAD + "".join(f"{row},1,2,3\n" for row in rows), "utf-8")
    return main(["import", "--name", "spring", "--year", YEAR, str(path)])


def test_a_body_that_is_no_council_is_left_out_once_that_was_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring(tmp_path, "Leeds City Council", "The Avon Gorge Board of Keepers") == 1
    accept = ["names", "accept", "The Avon Gorge Board of Keepers", "off-the-map", *WHO]
    assert main(accept) == 0
    assert "“The Avon Gorge Board of Keepers” is no council from now on." in capsys.readouterr().out
    assert bring(tmp_path, "Leeds City Council", "the avon gorge board of keepers") == 0
    assert "Left out: 1 body off the map." in capsys.readouterr().out
    assert main([*accept, "--year", YEAR]) == 1
    assert "is none in any year" in capsys.readouterr().err


def test_many_are_accepted_by_one_file(
    tmp_path: Path, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "names.csv"
    lines = ["Leedes,leeds-city-council,", f"Yorke,city-of-york-council,{YEAR}", "Keepers,off-the-map,"]
    file.write_text("\n".join(["text,slug,year", *lines, ""]), "utf-8")
    assert main(["names", "accept", "--file", str(file), *WHO]) == 0
    assert capsys.readouterr().out == "3 names are accepted from now on.\n"
    assert [(name.text, name.slug, name.year, name.by) for name in read_names(store)] == [
        ("Leedes", "leeds-city-council", "", "A. Person"),
        ("Yorke", "city-of-york-council", YEAR, "A. Person"),
        ("Keepers", "off-the-map", "", "A. Person"),
    ]


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (["Leedes,leeds,"], "names.csv, line 2: “leeds” is no council."),
        (
            ["A,leeds-city-council,", "B,leeds-city-council,2023"],
            "names.csv, line 3: “2023” is not a reporting",
        ),
        ([",leeds-city-council,"], "names.csv, line 2: The name is empty."),
        (["*,leeds-city-council,"], "“*”: It has no letter and no digit: an empty cell would mean the same."),
        (["??,off-the-map,"], "“??”: It has no letter and no digit"),
        (["Leedes,leeds-city-council"], "names.csv, line 2: 2 cells where there should be 3."),
        (
            ["A,leeds-city-council,", "a,city-of-york-council,"],
            "“a”: It is given as leeds-city-council and as",
        ),
        (
            ["Bradford,leeds-city-council,"],
            "This is a name of City of Bradford Metropolitan District Council",
        ),
        ([], "has no line below its heading (text, slug, year)."),
    ],
)
def test_one_line_that_cannot_be_refuses_the_whole_file(
    tmp_path: Path, store: Path, capsys: pytest.CaptureFixture[str], lines: list[str], sentence: str
) -> None:
    file = tmp_path / "names.csv"
    file.write_text("\n".join(["text,slug,year", *lines, ""]), "utf-8")
    assert main(["names", "accept", "--file", str(file), *WHO]) == 1
    assert sentence in capsys.readouterr().err
    assert read_names(store) == ()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("Bradford", "leeds-city-council", ""), "City of Bradford Metropolitan District Council itself"),
        (("LEEDS  CITY council", "city-of-york-council", ""), "Leeds City Council itself"),
        (("Leeds City Council", "off-the-map", ""), "Leeds City Council itself"),
        (
            ("Bolton MBC", "bury-metropolitan-borough-council", ""),
            "Bolton Metropolitan Borough Council itself",
        ),
        (("LB of Camden [note 2]", "off-the-map", ""), "London Borough of Camden itself"),
        (("Dorset Council", "dorset-county-council", ""), "For a year in which that council did not exist"),
        (("Dorset Council", "dorset-county-council", "2024-25"), "Dorset Council itself"),
    ],
)
def test_a_councils_own_name_means_no_other(
    store: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, str, str], sentence: str
) -> None:
    text, slug, year = words
    assert main(["names", "accept", text, slug, "--year", year, *WHO]) == 1
    assert sentence in capsys.readouterr().err
    assert read_names(store) == ()


@pytest.mark.parametrize(
    ("text", "slug", "year"),
    [
        ("Leeds City Council", "leeds-city-council", ""),
        ("Dorset Council", "dorset-county-council", "2017-18"),  # before Dorset Council began
        ("Leeds Town Hall", "leeds-city-council", ""),
    ],
)
def test_what_may_be_accepted(store: Path, text: str, slug: str, year: str) -> None:
    assert main(["names", "accept", text, slug, "--year", year, *WHO]) == 0
    assert [(name.text, name.slug, name.year) for name in read_names(store)] == [(text, slug, year)]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "Give the text and the council it means, or --file with many."),
        (["Leedes"], "Give the text and the council it means"),
        (
            ["Leedes", "leeds-city-council", "--file", "x.csv"],
            "With --file, texts, councils and years are in",
        ),
        (["--file", "nowhere.csv"], "There is no file nowhere.csv."),
    ],
)
def test_what_is_not_clear_is_refused(
    capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    assert main(["names", "accept", *words, *WHO]) == 1
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["Cases", "received:housing", "--table", "decided"],
            "“received:housing” heads no column of tables decided",
        ),
        (
            ["Not upheld", "upheld", "--table", "decided"],
            "is known to mean decided:not_upheld in tables decided",
        ),
        (["[note 1]", "upheld", "--table", "decided"], "The heading says nothing."),
    ],
)
def test_a_heading_that_cannot_be_accepted(
    capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    assert main(["headings", "accept", *words, *WHO]) == 1
    assert sentence in capsys.readouterr().err


def test_short_names_of_every_council_are_taught_by_one_file(tmp_path: Path, store: Path) -> None:
    """A year's table in which each is called as nobody has called it before; then it is imported whole."""
    england = load_reference(DATA)
    of_the_year = enumerate(england.councils_in("2024-25"))
    councils = {f"Cncl {one.short_name} /{number}": one.slug for number, one in of_the_year}
    assert len(councils) == 317
    table = tmp_path / "decided.csv"
    rows = "".join(f'"{name}",3,2\n' for name in councils)
    table.write_text(f"Authority,Upheld,Not upheld\n{rows}", "utf-8")
    words = ["import", "--name", "spring", "--year", "2024-25", str(table)]
    assert main(words) == 1
    file = tmp_path / "names.csv"
    lines = "".join(f'"{name}",{slug},\n' for name, slug in councils.items())
    file.write_text(f"text,slug,year\n{lines}", "utf-8")
    assert main(["names", "accept", "--file", str(file), *WHO]) == 0
    assert main(words) == 0
    read = read_draft(store, "spring", england)
    assert {value.slug for value in read.values} == set(councils.values())


def test_what_takes_the_place_of_another_answer_says_which(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["names", "accept", "Leedes", "city-of-york-council", *WHO]) == 0
    assert main(["names", "accept", "LEEDES", "leeds-city-council", "--by", "B", "--reason", "Asked"]) == 0
    told = capsys.readouterr().out
    assert "Until now it was: “Leedes” is city-of-york-council: Looked up (A. Person, " in told
    assert "in place of “Leedes” is city-of-york-council (A. Person" in read_log(store)[-1].what
    assert [name.slug for name in read_names(store)] == ["leeds-city-council"]


def test_two_headings_that_are_read_apart_are_kept_apart(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = ("--table", "decided")
    assert main(["headings", "accept", "Cases borne out", "upheld", *table, *WHO]) == 0
    assert main(["headings", "accept", "Cases borne out (%)", "upheld_pct", *table, *WHO]) == 0
    assert {(one.text, one.quantity) for one in accepted_headings(store)} == {
        ("Cases borne out", "upheld"),
        ("Cases borne out (%)", "upheld_pct"),
    }
    assert main(["headings", "accept", "Number of CASES borne out", "investigated", *table, *WHO]) == 0
    assert "Until now it was upheld: Looked up (A. Person, " in capsys.readouterr().out
    assert {one.quantity for one in accepted_headings(store)} == {"investigated", "upheld_pct"}

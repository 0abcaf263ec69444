"""The figures to take away: the same rows in each form, every column explained, the same bytes each time."""

import csv
import hashlib
import io
import json
from pathlib import Path

import openpyxl
import pytest

from dashboard.downloads.columns import FIGURES
from dashboard.downloads.files import figures_csv, figures_json, figures_xlsx
from dashboard.downloads.make import downloads
from dashboard.repository.downloads import CSV, CSVW, PACKAGE, TYPES
from dashboard.repository.sqlite import SqliteRepository
from tests.support.tiny_release import build_tiny, tiny_content


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> SqliteRepository:
    return SqliteRepository(build_tiny(tmp_path_factory.mktemp("releases"), tiny_content("spring")))


@pytest.fixture(scope="module")
def rows(repository: SqliteRepository) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(figures_csv(repository).decode("utf-8-sig"))))


def _plain(value: object) -> str:
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)


def test_json_holds_the_rows_of_the_csv(repository: SqliteRepository, rows: list[dict[str, str]]) -> None:
    told = json.loads(figures_json(repository))
    assert [{name: _plain(value) for name, value in row.items()} for row in told["figures"]] == rows
    assert told["release"]["name"] == "spring"
    assert told["columns"].keys() == rows[0].keys()


def test_the_workbook_holds_the_rows_of_the_csv(
    repository: SqliteRepository, rows: list[dict[str, str]]
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(figures_xlsx(repository)), read_only=True)
    head, *body = book["Figures"].iter_rows(values_only=True)
    assert [dict(zip(head, map(_plain, row), strict=True)) for row in body] == rows
    about = dict(row[:2] for row in book["About"].iter_rows(values_only=True))
    assert about["Release"].startswith("spring, built ")
    assert "/data?release=spring" in about["Status"]
    explained = {row[1] for row in book["About"].iter_rows(values_only=True)}
    assert {column.meaning for column in FIGURES} <= explained
    assert {row[0] for row in book["Measures"].iter_rows(min_row=2, values_only=True)} == {
        row["measure"] for row in rows
    }
    book.close()


def test_the_csv_begins_with_the_mark_by_which_excel_reads_its_letters(repository: SqliteRepository) -> None:
    assert figures_csv(repository).startswith(b"\xef\xbb\xbfauthority_code,")


def test_the_metadata_explains_exactly_the_columns_there_are(
    repository: SqliteRepository, rows: list[dict[str, str]]
) -> None:
    files = downloads(repository)
    assert files.keys() == TYPES.keys()
    csvw, package = json.loads(files[CSVW]), json.loads(files[PACKAGE])
    assert [column["titles"] for column in csvw["tableSchema"]["columns"]] == list(rows[0])
    assert [field["name"] for field in package["resources"][0]["schema"]["fields"]] == list(rows[0])
    assert csvw["url"] == "figures.csv?release=spring"
    assert package["resources"][0]["path"] == "figures.csv?release=spring"
    digest = hashlib.sha256(files[CSV]).hexdigest()
    assert package["resources"][0]["hash"] == f"sha256:{digest}"
    assert package["resources"][0]["bytes"] == len(files[CSV])
    assert {note["measure"] for note in csvw["notes"]} == {row["measure"] for row in rows}
    assert all(note["unit"] and note["meaning"] for note in csvw["notes"])
    (licence,) = package["licenses"]
    assert licence["title"] == "Free re-use with acknowledgement"


def test_every_row_is_as_the_metadata_says(rows: list[dict[str, str]]) -> None:
    keys = [(row["authority_code"], row["year"], row["measure"]) for row in rows]
    assert len(set(keys)) == len(keys)
    read = {"integer": int, "number": float, "string": str}
    for row in rows:
        for column in FIGURES:
            cell = row[column.name]
            assert cell or not column.required, (column.name, row)
            assert not cell or not column.values or cell in column.values
            assert not cell or read[column.type](cell) is not None


def test_the_same_release_gives_the_same_bytes(repository: SqliteRepository) -> None:
    assert downloads(repository) == downloads(repository)


def test_a_demonstration_says_so_in_every_file(tmp_path: Path) -> None:
    release = SqliteRepository(build_tiny(tmp_path, tiny_content("demo", "demonstration")))
    files = downloads(release)
    assert "simulated" in files[CSV].decode()
    for name in (CSVW, PACKAGE, "data/figures.json"):
        assert "A demonstration: rows whose origin says simulated are invented" in files[name].decode()

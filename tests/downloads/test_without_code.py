"""A council that has no code yet: its rows are still told from every other's, and the file says how."""

import csv
import json
from dataclasses import replace
from io import StringIO
from pathlib import Path

from dashboard.downloads.columns import FIGURES
from dashboard.downloads.make import downloads
from dashboard.repository.downloads import CSV, CSVW, PACKAGE
from dashboard.repository.sqlite import SqliteRepository
from tests.support.tiny_release import build_tiny, tiny_content

KEY = ("authority_code", "year", "measure")


def test_two_councils_without_a_code_are_two(tmp_path: Path) -> None:
    content = tiny_content("demo")
    uncoded = [council.slug for council in content.councils][:2]
    councils = tuple(
        replace(council, code="", codes=()) if council.slug in uncoded else council
        for council in content.councils
    )
    codes = tuple(code for code in content.codes if code.slug not in uncoded)
    years = tuple(replace(year, code="") if year.slug in uncoded else year for year in content.council_years)
    build_tiny(tmp_path, replace(content, councils=councils, codes=codes, council_years=years))
    made = downloads(SqliteRepository(tmp_path / "demo"))
    rows = list(csv.DictReader(StringIO(made[CSV].decode("utf-8-sig"))))
    assert len({tuple(row[column] for column in KEY) for row in rows}) == len(rows)
    assert {row["authority_code"] for row in rows} >= {*uncoded}
    first = json.loads(made[CSVW])["tableSchema"]["columns"][0]["dc:description"]
    assert first.endswith("A council that has none yet is named here as in its address.")
    assert json.loads(made[PACKAGE])["resources"][0]["schema"]["fields"][0]["description"] == first


def test_nothing_is_said_of_it_where_every_council_has_one(tmp_path: Path) -> None:
    build_tiny(tmp_path, tiny_content("demo"))
    columns = json.loads(downloads(SqliteRepository(tmp_path / "demo"))[CSVW])["tableSchema"]["columns"]
    assert [column["dc:description"] for column in columns] == [column.meaning for column in FIGURES]

"""Every file of figures or cases that the site offers people: numbers are numbers, nothing runs, all is told.

The files are found by the site's own rules: one that is added is read here, too.
"""

import csv
import json
import re
import shutil
import subprocess
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pandas as pd
import pytest
from flask.testing import FlaskClient

from dashboard.repository.downloads import TYPES
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.support.tiny_cases import content_with_cases
from tests.support.tiny_listed import with_list
from tests.support.tiny_release import BLACKPOOL, build_tiny
from tests.support.workbooks import Book
from tests.web.conftest import MAP_FILES

QUERIES = {
    "/compare": f"?councils={BLACKPOOL.slug},cumberland-council,preston-city-council&year=2023-24",
    "/decisions": f"?council={BLACKPOOL.slug}&year=2023-24",
    "/improvements": f"?council={BLACKPOOL.slug}&year=2023-24",
    "/data/figures": "",
    "/watch": "?year=2023-24",
}
MORE = (
    f"/compare.xlsx?councils={BLACKPOOL.slug},cumberland-council&view=years",
    "/decisions.xlsx",
    "/improvements.xlsx",
    "/watch.xlsx",
)
OF_ALL = ("/watch",)  # asked of a year, never of one council
FORMULA = "=cmd|' /C calc'!A0"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demonstration whose texts would run if they were let, and real figures with a list of decisions."""
    folder = tmp_path_factory.mktemp("releases")
    told = content_with_cases()
    texts = [
        text if text.withdrawn_on else replace(text, subject=FORMULA, summary=f"@{text.summary}")
        for text in told.decisions
    ]
    build_tiny(folder, replace(told, decisions=tuple(texts)), MAP_FILES)
    build_tiny(folder, with_list(), MAP_FILES)
    return folder


@pytest.fixture(scope="module", params=["demo", "held-figures"])
def site(request: pytest.FixtureRequest, folder: Path, cache: Path) -> FlaskClient:
    releases = open_releases(request.param, demo_allowed=False, directory=folder, environment={})
    client: FlaskClient = create_app(releases, Settings(cache=cache)).server.test_client()
    return client


def offered(site: FlaskClient, ending: str) -> list[str]:
    """The addresses of all files of an ending, each with a query."""
    rules = {str(rule.rule) for rule in site.application.url_map.iter_rules()} | {
        f"/{name}" for name in TYPES
    }
    found = sorted(rule.removesuffix(ending) for rule in rules if rule.endswith(ending))
    assert set(found) <= set(QUERIES), "a file was added: say here what is asked of it"
    return [f"{path}{ending}{QUERIES[path]}" for path in found]


def release_of(site: FlaskClient) -> str:
    return str(json.loads(site.get("/healthz").text)["release"])


def books(site: FlaskClient) -> dict[str, Book]:
    found = {}
    for path in (*offered(site, ".xlsx"), *MORE):
        answer = site.get(path)
        assert answer.status_code == 200
        if "spreadsheetml" in answer.content_type:
            found[path] = Book(answer.data)
    assert {path.partition(".")[0] for path in found} == {
        *("/compare", "/data/figures", "/decisions"),
        *(["/improvements", "/watch"] if release_of(site) == "demo" else []),
    }
    return found


def test_every_number_of_every_workbook_is_a_number(site: FlaskClient) -> None:
    told = books(site)
    assert {path: book.numbers_as_text() for path, book in told.items()} == {path: [] for path in told}
    assert told["/data/figures.xlsx"].numbers() > 20
    figures = told["/data/figures.xlsx"].frames["Figures"]
    assert figures.loc[figures["measure"] == "upheld", "numerator"].sum() > 0


def test_nothing_in_any_workbook_runs(site: FlaskClient) -> None:
    told = books(site)
    assert {path: book.runnable() for path, book in told.items()} == {path: [] for path in told}
    if release_of(site) == "demo":
        assert FORMULA in told["/decisions.xlsx"].like_formulas()  # it stands there, as text


def test_each_table_is_a_table_of_excel_below_a_frozen_head(site: FlaskClient) -> None:
    for path, book in books(site).items():
        assert book.opened.sheetnames[0] == "About"
        for name in book.tables:
            sheet = book.opened[name]
            (table,) = sheet.tables.values()
            assert table.ref.startswith("A1:"), path
            assert [column.name for column in table.tableColumns] == [cell.value for cell in sheet[1]]
            assert str(sheet.freeze_panes)[1:] == "2"


def test_the_first_sheet_says_what_it_is_of_which_release_and_query(site: FlaskClient) -> None:
    for path, book in books(site).items():
        about = book.about()
        assert release_of(site) in about["Release"]
        assert {
            "What this is",
            "Origin",
            "Date",
            "Query",
            "Address",
            "Rows",
            "Licence",
            "How to cite",
        } <= set(about)
        words = "imulat" if release_of(site) == "demo" else "ublished"
        assert words in about["Origin"]
        asked = path.partition("?")[2]
        if asked and not path.startswith("/compare"):
            assert "2023-24" in about["Query"]
            if not path.startswith(OF_ALL):
                assert "Blackpool" in about["Query"]
                assert f"council={BLACKPOOL.slug}" in about["Address"]
        names = {str(cell.value) for name in book.tables for cell in book.opened[name][1]}
        explained = set(re.findall("Column “([^”]+)”", " ".join(about)))
        assert explained <= names


def test_days_are_days(site: FlaskClient) -> None:
    frame = books(site)["/decisions.xlsx"].frames
    (decided,) = [table["decided"] for name, table in frame.items() if name != "About"]
    assert pd.api.types.is_datetime64_any_dtype(decided)


def test_every_csv_begins_with_the_mark_and_the_query_stands_in_it(site: FlaskClient) -> None:
    for path in offered(site, ".csv"):
        answer = site.get(path)
        if not answer.content_type.startswith("text/csv"):
            continue
        assert answer.data.startswith(b"\xef\xbb\xbf"), path
        rows = list(csv.DictReader(StringIO(answer.data.decode("utf-8-sig"))))
        assert rows
        assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())
        if path != "/data/figures.csv":
            assert all("2023-24" in row["query"] for row in rows)
            assert path.startswith(OF_ALL) or all("Blackpool" in row["query"] for row in rows)


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_file_s_name_says_release_council_and_year(site: FlaskClient, ending: str) -> None:
    for path in offered(site, ending):
        answer = site.get(path)
        if answer.content_type.startswith("text/html"):
            continue
        name = answer.headers["Content-Disposition"]
        assert re.fullmatch(r'attachment; filename="[a-z0-9.-]{1,130}"', name)
        assert release_of(site) in name
        if not path.startswith("/data/"):
            assert "2023-24" in name
            assert path.startswith(OF_ALL) or BLACKPOOL.slug in name


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_opens_every_workbook(site: FlaskClient, tmp_path: Path) -> None:
    for number, path in enumerate((*offered(site, ".xlsx"), *MORE)):
        answer = site.get(path)
        if "spreadsheetml" not in answer.content_type:
            continue
        file = tmp_path / f"{number}.xlsx"
        file.write_bytes(answer.data)
        command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
        subprocess.run(
            [*command, "--convert-to", "csv", "--outdir", str(tmp_path), str(file)],
            check=True,
            capture_output=True,
            timeout=120,
        )
        assert (tmp_path / f"{number}.csv").stat().st_size > 100
